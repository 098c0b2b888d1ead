from __future__ import annotations

import sqlite3
import stat
import sys
import threading
from datetime import date

import pytest
from tinydb import where
from tinydb.table import Document

from cs_desk.domain.errors import (
    DeskBusyError,
    InvalidFileError,
    NewerFormatError,
    StoreFailedError,
    UnreadableFileError,
)
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.row_format import DamagedRow
from cs_desk.storage.sqlite_file import KEPT_CHANGES
from cs_desk.storage.sqlite_schema import prepare


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "desk.db"


@pytest.fixture
def opened(path):
    """Open the database again and again; each stands for another process."""
    databases = []

    def open_one(**options):
        databases.append(DeskDatabase(path, **options))
        return databases[-1]

    yield open_one
    for database in databases:
        database.close()


@pytest.fixture
def raw(path, opened):
    """A plain connection to a store that exists."""
    opened().close()
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


def live(database):
    return database.storage._file._live()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_folder_and_files_are_for_their_owner_only(path, opened):
    opened().insert({"n": 1})
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_the_file_says_whose_it_is(raw):
    assert raw.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"CSD1"),)
    assert raw.execute("PRAGMA user_version").fetchone() == (1,)


def test_commits_wait_for_the_disk(opened):
    connection = live(opened())
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_several_operations_of_a_transaction_become_one_change(opened):
    ours, other = opened(), opened()
    with ours.transaction():
        ours.insert({"n": 1})
        ours.table("shop").insert({"n": 2})
        assert (len(ours), len(other), other.refresh()) == (1, 0, False)
    assert (len(other), other.tables()) == (1, {"_default", "shop"})


def test_an_exception_undoes_the_whole_transaction(opened):
    database = opened()
    database.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    before = database.all()

    def change_and_fail():
        database.remove(where("n") == 2)
        database.update({"n": 9}, doc_ids=[1])
        database.table("new").insert({})
        database.drop_table("_default")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), database.transaction():
        change_and_fail()

    assert (database.all(), database.tables()) == (before, {"_default"})
    assert opened().all() == before


def test_ids_are_free_again_after_an_undone_truncation(opened):
    database = opened()
    database.insert_multiple([{}, {}])

    def truncate_and_fail():
        database.truncate()
        database.insert({})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), database.transaction():
        truncate_and_fail()

    assert database.insert({}) == 3


def test_a_table_dropped_and_filled_in_one_transaction_exists(opened):
    database = opened()
    database.insert_multiple([{"n": 1}, {"n": 2}])
    with database.transaction():
        database.drop_table("_default")
        assert database.tables() == set()
        database.insert({"n": 3})
    assert database.tables() == opened().tables() == {"_default"}
    assert database.all() == opened().all() == [{"n": 3}]


def test_a_row_removed_and_put_again_stands_last_for_everyone(opened):
    ours, other = opened(), opened()
    ours.insert_multiple([{"n": 1}, {"n": 2}])
    assert len(other) == 2
    with ours.transaction():
        ours.remove(doc_ids=[1])
        ours.insert(Document({"n": 1}, 1))
    for database in (ours, other, opened()):
        assert [row.doc_id for row in database] == [2, 1]


@pytest.mark.parametrize("value", [date(2026, 1, 1), {1, 2}, float("nan"), "\ud800"])
def test_a_value_that_cannot_be_stored_changes_nothing(opened, value):
    database = opened()
    database.insert({"n": 1})
    for call in (
        lambda: database.insert({"n": value}),
        lambda: database.update({"n": value}),
        lambda: database.upsert({"n": value}, where("n") == 1),
        lambda: database.insert_multiple([{"n": 2}, {"n": value}]),
    ):
        with pytest.raises((TypeError, ValueError)):
            call()
    assert database.all() == opened().all() == [{"n": 1}]
    database.insert({"n": 2})
    assert opened().all() == [{"n": 1}, {"n": 2}]


def test_changing_an_answer_changes_nothing_stored(opened):
    database = opened()
    database.insert({"tags": ["急"]})
    database.all()[0]["tags"].append("退")
    database.search(where("tags").exists())[0]["tags"].append("退")
    assert database.get(doc_id=1) == {"tags": ["急"]}


def test_a_loop_over_a_table_may_change_it(opened):
    database = opened()
    database.insert_multiple([{"n": 1}, {"n": 2}])
    for row in database:
        database.remove(doc_ids=[row.doc_id])
        database.insert({"n": row["n"] + 10})
    assert [row["n"] for row in database] == [11, 12]


def test_a_table_asked_to_persist_exists_while_it_is_empty(opened):
    opened().table("shop", persist_empty=True)
    assert opened().tables() == {"shop"}


def test_the_whole_state_can_be_written_at_once(opened):
    database = opened()
    database.insert({"n": 1})
    database.storage.write({"shop": {"7": {"n": 2}}})
    assert opened().tables() == {"shop"}
    assert opened().table("shop").get(doc_id=7) == {"n": 2}


def test_what_others_wrote_is_seen_by_the_next_read_and_told_once(opened):
    ours, other = opened(), opened()
    other.insert({"n": 1})
    other.update({"n": 2})
    assert ours.all() == [{"n": 2}]
    assert [ours.refresh(), ours.refresh()] == [True, False]
    other.truncate()
    assert (ours.refresh(), ours.all()) == (True, [])


def test_asking_the_same_again_finds_what_others_wrote_meanwhile(opened):
    ours, other = opened(), opened()
    other.insert({"n": 1})
    assert ours.count(where("n") == 1) == 1
    other.insert({"n": 1})
    assert ours.count(where("n") == 1) == 2


def test_own_changes_are_no_news(opened):
    database = opened()
    database.insert({"n": 1})
    assert database.refresh() is False


def test_two_writers_never_give_out_the_same_id(opened):
    first, second = opened(), opened()
    given = [writer.insert({}) for writer in (first, second, second, first, second)]
    assert given == [1, 2, 3, 4, 5]


def test_dropped_tables_vanish_for_others(opened):
    ours, other = opened(), opened()
    ours.table("shop").insert({"n": 1})
    ours.insert({"n": 2})
    assert len(other.table("shop")) == 1
    ours.drop_table("shop")
    assert (other.tables(), other.table("shop").all(), len(other)) == ({"_default"}, [], 1)


@pytest.mark.parametrize("many", [KEPT_CHANGES - 1, KEPT_CHANGES + 1, 3 * KEPT_CHANGES])
def test_a_reader_that_missed_many_changes_sees_them_all(opened, many):
    ours, other = opened(), opened()
    ours.insert({"n": -1})
    assert len(other) == 1
    ours.insert_multiple({"n": n} for n in range(many))
    ours.remove(where("n") == -1)
    assert [row["n"] for row in other] == list(range(many))


def test_a_snapshot_stays_as_it_was(opened):
    ours, other = opened(), opened()
    with ours.snapshot():
        other.insert({"n": 1})
        assert len(ours) == 0
    assert len(ours) == 1


def test_a_held_lock_is_told_and_nothing_is_changed(opened):
    ours, other = opened(busy_timeout_s=0.05), opened()
    ours.insert({"n": 1})
    with other.transaction():
        other.update({"n": 2})
        with pytest.raises(DeskBusyError):
            ours.insert({"n": 3})
        assert ours.all() == [{"n": 1}]
    ours.insert({"n": 3})
    assert ours.all() == opened().all() == [{"n": 2}, {"n": 3}]


def test_a_full_disk_leaves_everything_as_it_was(opened):
    database = opened()
    database.insert({"n": 1})
    live(database).execute("PRAGMA max_page_count = 12")
    with pytest.raises(StoreFailedError) as failure:
        database.update({"text": "满" * 100_000})
    assert failure.value.outcome_known
    assert database.all() == opened().all() == [{"n": 1}]
    database.update({"n": 3})
    assert opened().all() == [{"n": 3}]


def test_a_disk_that_has_room_again_gets_a_second_try(opened):
    database = opened()
    connection = live(database)
    connection.execute("PRAGMA max_page_count = 12")

    def make_room(statement):
        if "wal_checkpoint" in statement:
            connection.execute("PRAGMA max_page_count = 1000")

    connection.set_trace_callback(make_room)
    database.insert({"text": "满" * 100_000})
    assert len(opened()) == 1


def refuse_commits(database):
    def verdict(action, detail, *_others):
        refused = action == sqlite3.SQLITE_TRANSACTION and detail == "COMMIT"
        return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK

    live(database).set_authorizer(verdict)


def test_a_commit_that_fails_leaves_memory_equal_to_the_disk(opened):
    database = opened()
    database.insert({"n": 1})
    refuse_commits(database)
    with pytest.raises(StoreFailedError) as failure:
        database.update({"n": 2})
    assert not failure.value.outcome_known
    assert database.all() == opened().all() == [{"n": 1}]
    database.update({"n": 3})
    assert database.all() == opened().all() == [{"n": 3}]


def test_after_a_failure_the_window_is_told_to_look_again(opened):
    database = opened()
    refuse_commits(database)
    with pytest.raises(StoreFailedError):
        database.insert({"n": 2})
    assert database.refresh() is True


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE document SET body = CAST(replace(body, '2', '3') AS BLOB) WHERE doc_id = 2",
        "UPDATE document SET body = 'text' WHERE doc_id = 2",
        "UPDATE document SET doc_id = 7 WHERE doc_id = 2",
        "UPDATE document SET table_name = CAST(x'ff' AS TEXT) WHERE doc_id = 2",
        "UPDATE document SET crc = crc + 1 WHERE doc_id = 2",
    ],
)
def test_a_damaged_row_is_left_out_and_listed(opened, damage):
    first = opened()
    first.insert_multiple([{"n": 1}, {"n": 2}])
    live(first).execute(damage)
    database = opened()
    assert database.all() == [{"n": 1}]
    assert len(database.damaged_rows) == 1


def test_a_damaged_row_is_not_written_over(opened):
    first = opened()
    first.insert_multiple([{"n": 1}, {"n": 2}])
    live(first).execute("UPDATE document SET crc = 0 WHERE doc_id = 2")
    database = opened()
    assert (database.insert({"n": 3}), database.damaged_rows) == (3, {DamagedRow("_default", 2)})


def test_a_damaged_row_that_is_replaced_on_purpose_is_sound_again(opened):
    first = opened()
    first.insert({"n": 1})
    live(first).execute("UPDATE document SET crc = 0")
    database = opened()
    database.insert(Document({"n": 2}, 1))
    assert (database.all(), database.damaged_rows) == ([{"n": 2}], frozenset())


def test_a_row_that_another_process_finds_damaged_is_listed_too(opened):
    ours, other = opened(), opened()
    other.insert({"n": 1})
    live(other).execute("UPDATE document SET crc = 0")
    assert (ours.all(), ours.damaged_rows) == ([], {DamagedRow("_default", 1)})
    other.update({"n": 2})
    assert (ours.all(), ours.damaged_rows) == ([{"n": 2}], frozenset())


def test_bytes_that_changed_on_the_disk_are_found(path, opened):
    first = opened()
    first.insert_multiple([{"text": "甲" * 50}, {"text": "完好" * 50}])
    first.close()
    content = path.read_bytes()
    path.write_bytes(content.replace("甲".encode() * 50, ("甲" * 49 + "乙").encode()))
    database = opened()
    assert database.all() == [{"text": "完好" * 50}]
    assert database.damaged_rows == {DamagedRow("_default", 1)}


def test_a_store_of_a_newer_program_is_refused(raw, opened):
    raw.execute("PRAGMA user_version = 2")
    with pytest.raises(NewerFormatError, match="schema 2"):
        opened()


def test_another_programs_database_is_refused_and_left_alone(path, opened):
    path.parent.mkdir()
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE bookmarks (url TEXT)")
    foreign.close()
    before = path.read_bytes()
    with pytest.raises(InvalidFileError):
        opened()
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_file_that_is_no_database_is_refused(path, opened, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(InvalidFileError):
        opened()
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("place", "garbage"),
    [
        pytest.param(slice(-4096, -4000), b"\xff" * 96, id="a page of rows"),
        pytest.param(slice(36, 40), b"\0\0\0\5", id="the number of free pages"),
    ],
)
def test_a_damaged_structure_is_refused(path, opened, place, garbage):
    database = opened()
    database.insert_multiple({"text": "话" * 200} for _ in range(50))
    database.close()
    content = bytearray(path.read_bytes())
    content[place] = garbage
    path.write_bytes(content)
    with pytest.raises(InvalidFileError):
        opened()


def test_two_processes_may_create_the_store_at_the_same_moment(tmp_path):
    path = tmp_path / "desk.db"
    slow, quick = (sqlite3.connect(path, isolation_level=None) for _ in range(2))

    def overtake(statement):
        if statement.startswith("BEGIN"):
            prepare(quick, "desk.db")

    slow.set_trace_callback(overtake)
    prepare(slow, "desk.db")
    for connection in (slow, quick):
        connection.execute("INSERT INTO tinydb_table VALUES (?)", [str(connection)])
        connection.close()


def test_a_folder_in_the_files_place_is_told(path, opened):
    path.mkdir(parents=True)
    with pytest.raises(UnreadableFileError):
        opened()


def test_a_file_in_the_folders_place_is_told(path, opened):
    path.parent.write_bytes(b"")
    with pytest.raises(UnreadableFileError):
        opened()


def test_a_file_taken_away_does_not_come_back_empty(path, opened):
    database = opened()
    database.insert({"n": 1})
    refuse_commits(database)
    with pytest.raises(StoreFailedError):
        database.update({"n": 2})
    path.rename(path.with_name("elsewhere.db"))
    with pytest.raises(UnreadableFileError):
        database.all()
    assert not path.exists()


def test_a_closed_database_is_not_used_by_mistake(opened):
    database = opened()
    database.close()
    with pytest.raises(ValueError, match="closed"):
        database.all()


def test_another_thread_is_refused(opened):
    database, refusals = opened(), []

    def read():
        try:
            database.all()
        except sqlite3.ProgrammingError as error:
            refusals.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert len(refusals) == 1
    assert database.all() == []
