"""What the store's file is, and what happens when it is not what it should be."""

from __future__ import annotations

import sqlite3
import stat
import sys
import threading
from contextlib import closing

import pytest

from cs_desk.domain.errors import (
    DamagedStoreError,
    InvalidFileError,
    NewerFormatError,
    StoreFailedError,
    UnreadableFileError,
)
from cs_desk.storage.migrations import SCHEMA_VERSION
from cs_desk.storage.write_lock import WriteLock


@pytest.fixture
def raw(path, opened):
    """A plain connection to a store that exists."""
    opened().close()
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_folder_and_files_are_for_their_owner_only(path, opened):
    opened().insert({"n": 1})
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_the_file_says_whose_it_is(raw):
    assert raw.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"CSD1"),)
    assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_commits_wait_for_the_disk(opened, live):
    connection = live(opened())
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA fullfsync").fetchone() == (1,)
    assert connection.execute("PRAGMA checkpoint_fullfsync").fetchone() == (1,)


def test_what_is_deleted_is_gone_and_what_the_file_holds_is_not_run(opened, live):
    connection = live(opened())
    assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
    assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
    assert connection.execute("PRAGMA cell_size_check").fetchone() == (1,)


def test_a_store_of_a_newer_program_is_refused(raw, opened):
    raw.execute("ALTER TABLE document ADD COLUMN more TEXT")
    raw.execute("PRAGMA user_version = 77")
    with pytest.raises(NewerFormatError, match="格式 77"):
        opened()


@pytest.mark.parametrize("version", [-1, 0, 3, 6, 1027, 16777218])
def test_a_version_that_does_not_fit_the_tables_is_damage(raw, opened, version):
    raw.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(DamagedStoreError):
        opened()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE bookmarks (url TEXT)",
        "PRAGMA application_id = 77",
        "PRAGMA user_version = 1",
    ],
)
def test_another_programs_database_is_refused_and_left_alone(path, opened, statement):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute(statement)
    before = path.read_bytes()
    with pytest.raises(InvalidFileError) as fault:
        opened()
    assert not isinstance(fault.value, DamagedStoreError)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_file_that_is_no_database_is_damaged_and_left_alone(path, opened, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(DamagedStoreError):
        opened()
    assert path.read_bytes() == content


@pytest.fixture
def filled(path, opened):
    """The path of a closed store of some dozen pages."""
    with opened() as database:
        database.insert_multiple({"text": "话" * 200} for _ in range(50))
    return path


@pytest.mark.parametrize(
    ("place", "garbage"),
    [
        pytest.param(slice(-4096, -4000), b"\xff" * 96, id="a page of rows"),
        pytest.param(slice(36, 40), b"\0\0\0\5", id="the number of free pages"),
        pytest.param(slice(60, 64), b"\0\0\0\0", id="the format's version"),
        pytest.param(slice(68, 72), b"CSD0", id="the mark that tells whose it is"),
    ],
)
def test_a_damaged_structure_is_told(filled, opened, place, garbage):
    content = bytearray(filled.read_bytes())
    content[place] = garbage
    filled.write_bytes(content)
    with pytest.raises(DamagedStoreError):
        opened()
    assert filled.read_bytes() == content


@pytest.mark.parametrize("length", [1, 2, 99])
@pytest.mark.parametrize("log", [b"", b"log" * 1000])
def test_the_stump_of_a_store_is_damage_and_left_alone(path, opened, length, log):
    path.parent.mkdir()
    path.write_bytes(b"SQLite format 3".ljust(length)[:length])
    path.with_name("desk.db-wal").write_bytes(log)
    with pytest.raises(DamagedStoreError):
        opened()
    assert path.stat().st_size == length
    assert path.with_name("desk.db-wal").read_bytes() == log


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b"removed INTEGER", b"remowed INTEGER", id="a column's name"),
        pytest.param(b"crc INTEGER", b"crc INTEGES", id="its type"),
        pytest.param(b"seq INTEGER PRIMARY KEY", b"seq INTEGER PRILARY KEY", id="the key"),
        pytest.param(b"found_at TEXT", b"found_at TEX\xff", id="no text any more"),
        pytest.param(b"CREATE TABLE change", b"CREATE TABL\xff change", id="no SQL any more"),
    ],
)
def test_a_damaged_list_of_tables_is_told_at_once(filled, opened, old, new):
    content = filled.read_bytes()
    assert old in content
    filled.write_bytes(content.replace(old, new))
    with pytest.raises(DamagedStoreError):
        opened()


@pytest.mark.parametrize("name", ["document", "change", "tinydb_table", "damaged_row"])
def test_a_table_whose_name_was_damaged_is_missed(filled, opened, name):
    content = filled.read_bytes()
    filled.write_bytes(content.replace(f"{name} (".encode(), f"{name[:-1]}_ (".encode()))
    with pytest.raises(DamagedStoreError):
        opened()


def test_a_file_that_was_cut_off_anywhere_is_damaged(filled, opened):
    content = filled.read_bytes()
    for length in [15, 50, 100, 511, 1000, *range(4096, len(content), 4096)]:
        filled.write_bytes(content[:length])
        with pytest.raises(DamagedStoreError):
            opened()


@pytest.mark.parametrize("rest", [b"", None])
def test_a_store_of_which_only_the_log_is_left_is_not_created_anew(path, opened, rest):
    path.parent.mkdir()
    log = path.with_name("desk.db-wal")
    log.write_bytes(b"log" * 1000)
    if rest is not None:
        path.write_bytes(rest)
    with pytest.raises(DamagedStoreError):
        opened()
    assert log.read_bytes() == b"log" * 1000


def test_an_empty_file_becomes_a_store(path, opened):
    path.parent.mkdir()
    path.touch()
    assert opened().insert({}) == 1


def test_a_folder_in_the_files_place_is_told(path, opened):
    path.mkdir(parents=True)
    with pytest.raises(UnreadableFileError):
        opened()


def test_a_file_in_the_folders_place_is_told(path, opened):
    path.parent.write_bytes(b"")
    with pytest.raises(UnreadableFileError):
        opened()


def replace_by_hand(path, content):
    """Put another file in the place of an open one, as a restore does."""
    new = path.with_name("new")
    new.write_bytes(content)
    for log in ("desk.db-wal", "desk.db-shm"):
        path.with_name(log).unlink(missing_ok=True)
    new.replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody replace an open file")
class TestAFileReplacedWhileItIsOpen:
    @pytest.fixture
    def older(self, path, opened):
        """The content of a store with one document."""
        with opened() as database:
            database.insert({"n": 1})
        return path.read_bytes()

    def test_the_next_read_shows_the_new_one(self, path, opened, older):
        database = opened()
        database.insert({"n": 2})
        replace_by_hand(path, older)
        assert database.all() == [{"n": 1}]
        assert database.refresh()

    def test_the_next_change_goes_to_the_new_one(self, path, opened, older):
        database = opened()
        database.insert({"n": 2})
        replace_by_hand(path, older)
        database.insert({"n": 3})
        assert database.all() == opened().all() == [{"n": 1}, {"n": 3}]

    def test_closing_the_old_one_takes_nothing_from_the_new_one(self, path, opened, older):
        old = opened()
        old.insert({"n": 2})
        replace_by_hand(path, older)
        new = opened()
        new.insert({"n": 3})
        log = path.with_name("desk.db-wal").read_bytes()
        old.close()
        assert path.with_name("desk.db-wal").read_bytes() == log

    def test_a_file_put_there_while_we_wait_for_the_lock_is_the_one_that_is_written(
        self, path, opened, older
    ):
        database, lock = opened(), WriteLock(path.with_name("desk.lock"))
        database.insert({"n": 2})

        def restore():
            replace_by_hand(path, older)
            lock.close()

        lock.take(0)
        soon = threading.Timer(0.02, restore)
        soon.start()
        database.insert({"n": 3})
        soon.join()
        assert database.all() == opened().all() == [{"n": 1}, {"n": 3}]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move an open file")
class TestAFileTakenAwayWhileItIsOpen:
    @pytest.fixture
    def database(self, path, opened):
        database = opened()
        database.insert({"n": 1})
        path.rename(path.with_name("elsewhere.db"))
        return database

    def test_what_was_read_is_still_shown(self, database):
        assert (database.all(), database.refresh()) == ([{"n": 1}], False)

    def test_a_change_is_refused_and_surely_not_made(self, path, database):
        with pytest.raises(StoreFailedError, match="不见了") as failure:
            database.insert({"n": 2})
        assert failure.value.outcome_known
        assert database.all() == [{"n": 1}]
        assert not path.exists()

    def test_a_change_is_made_once_the_file_is_back(self, path, database, opened):
        path.with_name("elsewhere.db").rename(path)
        database.insert({"n": 2})
        assert opened().all() == [{"n": 1}, {"n": 2}]

    def test_a_folder_that_moved_with_its_file_is_told_too(self, path, database):
        path.parent.rename(path.parent.with_name("moved"))
        with pytest.raises(StoreFailedError, match="不见了"):
            database.insert({"n": 2})
        assert not path.parent.exists()

    def test_nothing_comes_back_empty_after_the_connection_is_lost(self, path, database):
        database.storage._file._connection.drop()
        with pytest.raises(DamagedStoreError):
            database.all()
        with pytest.raises(StoreFailedError):
            database.insert({"n": 2})
        assert not path.exists()
