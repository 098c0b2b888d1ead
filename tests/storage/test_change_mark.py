"""Acknowledged changes that the store no longer holds: counted, told once, never imagined."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cs_desk.domain.errors import DamagedStoreError, DeskBusyError
from cs_desk.storage.change_mark import ChangeMark
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stored_rows import KEPT_CHANGES
from cs_desk.storage.write_lock import WriteLock
from tests.storage.desk_with_backups import desk_that_went_on


@pytest.fixture
def crashed(path):
    """A store with one row in its file and three in its log, as kill -9 leaves it."""
    with DeskDatabase(path) as database:
        database.insert({"n": 1})
    with DeskDatabase(path) as database:
        for n in (2, 3, 4):
            database.insert({"n": n})
        left = {file: file.read_bytes() for file in path.parent.iterdir()}
    for file, content in left.items():
        file.write_bytes(content)
    path.with_name("desk.db-shm").unlink()
    return path


@pytest.fixture
def log(crashed):
    return crashed.with_name("desk.db-wal")


@pytest.fixture
def mark(crashed):
    return crashed.with_name("desk.lock")


def found(path):
    """What an opening finds: the rows, and how many changes it misses."""
    with DeskDatabase(path) as database:
        return [row["n"] for row in database], database.lost_changes


def marked(path):
    with closing(WriteLock(path.with_name("desk.lock"))) as lock:
        return ChangeMark(lock).read()


def test_after_a_crash_nothing_is_lost(crashed):
    assert found(crashed) == ([1, 2, 3, 4], 0)


def test_what_a_removed_log_held_is_told_once(crashed, log):
    log.unlink()
    assert found(crashed) == ([1], 3)
    assert found(crashed) == ([1], 0)


@pytest.mark.parametrize(("kept", "rows", "lost"), [(0.99, [1, 2, 3], 1), (0.4, [1, 2], 2)])
def test_what_a_log_held_that_was_cut_is_told(crashed, log, kept, rows, lost):
    os.truncate(log, int(log.stat().st_size * kept))
    assert found(crashed) == (rows, lost)


def test_one_flipped_bit_in_the_log_is_told(crashed, log):
    content = bytearray(log.read_bytes())
    content[-1] ^= 1
    log.write_bytes(content)
    assert found(crashed) == ([1, 2, 3], 1)


def test_whoever_opens_it_first_is_told_and_the_others_not(crashed, log, opened):
    log.unlink()
    assert [opened().lost_changes, opened().lost_changes] == [3, 0]


def test_an_older_file_put_in_the_stores_place_is_told(crashed, tmp_path):
    older = shutil.copyfile(crashed, tmp_path / "older.db")
    assert found(crashed) == ([1, 2, 3, 4], 0)
    shutil.copyfile(older, crashed)
    assert found(crashed) == ([1], 3)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody replace an open file")
@pytest.mark.parametrize("notice", ["all", "truncate"])
def test_an_older_file_is_told_even_to_who_had_the_newer_one_open(crashed, tmp_path, notice):
    older = shutil.copyfile(crashed, tmp_path / "older.db")
    with DeskDatabase(crashed) as database:
        crashed.with_name("desk.db-wal").unlink()
        crashed.with_name("desk.db-shm").unlink()
        older.replace(crashed)
        getattr(database, notice)()
        assert database.lost_changes == 3


def test_it_is_counted_rightly_when_old_changes_were_thinned_out(path):
    with DeskDatabase(path) as database:
        database.insert_multiple({"n": n} for n in range(KEPT_CHANGES + 100))
    older = path.read_bytes()
    with DeskDatabase(path) as database:
        database.update({"n": -1}, doc_ids=[1, 2])
    path.write_bytes(older)
    assert found(path)[1] == 2


@pytest.mark.parametrize("place", range(16))
def test_a_mark_that_is_damaged_says_nothing(crashed, log, mark, place):
    log.unlink()
    content = bytearray(mark.read_bytes())
    content[place] ^= 4
    mark.write_bytes(content)
    assert found(crashed) == ([1], 0)


@pytest.mark.parametrize("harm", [Path.unlink, lambda file: os.truncate(file, 15)])
def test_a_mark_that_is_gone_says_nothing_and_comes_back(crashed, log, mark, harm):
    log.unlink()
    harm(mark)
    assert found(crashed) == ([1], 0)
    with DeskDatabase(crashed) as database:
        database.insert({"n": 5})
    assert marked(crashed) == 2


def test_a_mark_that_was_not_written_in_time_is_no_loss(crashed, mark):
    behind = mark.read_bytes()
    with DeskDatabase(crashed) as database:
        database.insert({"n": 5})
    mark.write_bytes(behind)
    assert found(crashed) == ([1, 2, 3, 4, 5], 0)


def test_a_change_that_was_undone_is_not_marked(path):
    with DeskDatabase(path) as database:
        database.insert({"n": 1})

        def insert_and_fail():
            database.insert({"n": 2})
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError), database.transaction():
            insert_and_fail()
    assert marked(path) == 1


def test_processes_that_take_turns_tell_of_no_loss(opened):
    first, second = opened(), opened()
    for n in range(5):
        first.insert({"n": n})
        second.insert({"n": n})
        assert (first.lost_changes, second.lost_changes, opened().lost_changes) == (0, 0, 0)


def test_it_waits_for_who_is_putting_a_backup_there(crashed, log, mark):
    """Only under the lock is it sure that the mark belongs to the file."""
    log.unlink()
    lock = WriteLock(mark)
    with closing(lock), lock.held(0), pytest.raises(DeskBusyError):
        DeskDatabase(crashed, busy_timeout_s=0)
    assert found(crashed) == ([1], 3)


@pytest.mark.parametrize("rest", [None, b""])
def test_a_store_that_is_gone_is_not_created_anew(path, rest):
    with DeskDatabase(path) as database:
        database.insert({"n": 1})
    path.unlink()
    if rest is not None:
        path.write_bytes(rest)
    with pytest.raises(DamagedStoreError):
        DeskDatabase(path)
    path.with_name("desk.lock").unlink()
    assert found(path) == ([], 0)


# Whoever puts another store there on purpose has lost nothing.


@pytest.fixture
def desk(tmp_path):
    return desk_that_went_on(tmp_path / "desk")


def restored_over_damage(desk):
    desk.destroy()
    desk.backups.restore(desk.backups.all()[0].file)


def restored_when_missing(desk):
    desk.file.unlink()
    desk.backups.restore(desk.backups.all()[0].file)


def restored_over_a_sound_one(desk):
    desk.backups.restore(desk.backups.all()[0].file)


def finished(desk):
    shutil.copyfile(desk.backups.all()[0].file, desk.folder / "desk.db.restoring")
    desk.file.unlink()
    assert desk.backups.finish_restore()


def set_aside(desk):
    desk.destroy()
    desk.backups.set_aside()


def set_aside_when_missing(desk):
    desk.file.unlink()
    desk.backups.set_aside()


@pytest.mark.parametrize(
    "way",
    [
        restored_over_damage,
        restored_when_missing,
        restored_over_a_sound_one,
        finished,
        set_aside,
        set_aside_when_missing,
    ],
)
def test_a_store_that_was_replaced_on_purpose_misses_nothing(desk, way):
    assert marked(desk.file) > 2
    way(desk)
    with desk.open() as database:
        assert database.lost_changes == 0
        database.insert({"text": "新"})
    with closing(sqlite3.connect(desk.file)) as connection:
        assert connection.execute("SELECT max(seq) FROM change").fetchone() == (marked(desk.file),)
