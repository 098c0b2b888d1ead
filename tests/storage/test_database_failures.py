"""Changes that another process or the disk does not let happen: known, undone, told."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress

import pytest

from cs_desk.domain.errors import DeskBusyError, StoreFailedError
from cs_desk.storage.write_lock import WriteLock


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


@pytest.fixture
def lock(path):
    """The lock as another process has it."""
    lock = WriteLock(path.with_name("desk.lock"))
    yield lock
    lock.close()


def test_who_holds_the_lock_writes_alone(opened, lock):
    database = opened(busy_timeout_s=0)
    with lock.held(0), pytest.raises(DeskBusyError):
        database.insert({"n": 1})
    with database.transaction(), pytest.raises(DeskBusyError):
        lock.take(0)
    lock.take(0)
    assert database.all() == []


def fail(_connection):
    raise ZeroDivisionError


def fill_the_disk(connection):
    connection.execute("PRAGMA max_page_count = 1")


def lose_the_connection(connection):
    connection.close()


@pytest.mark.parametrize("trouble", [fail, fill_the_disk, lose_the_connection])
def test_a_transaction_that_fails_gives_the_lock_back(opened, live, lock, trouble):
    database = opened()

    def get_into_trouble():
        database.insert({"text": "满" * 100_000})
        trouble(live(database))

    with suppress(ZeroDivisionError, StoreFailedError, sqlite3.ProgrammingError):
        with database.transaction():
            get_into_trouble()
        pytest.fail("there was no trouble")
    lock.take(0)


def test_a_program_that_ignores_our_lock_is_waited_for_too(path, opened):
    ours, other = opened(busy_timeout_s=0.05), opened()
    with closing(sqlite3.connect(path, isolation_level=None)) as foreign:
        foreign.execute("BEGIN IMMEDIATE")
        with pytest.raises(DeskBusyError):
            ours.insert({"n": 1})
    assert [other.insert({"n": 2}), ours.insert({"n": 3})] == [1, 2]


def test_a_full_disk_leaves_everything_as_it_was(opened, live):
    database = opened()
    database.insert({"n": 1})
    live(database).execute("PRAGMA max_page_count = 12")
    with pytest.raises(StoreFailedError) as failure:
        database.update({"text": "满" * 100_000})
    assert failure.value.outcome_known
    assert database.all() == opened().all() == [{"n": 1}]
    database.update({"n": 3})
    assert opened().all() == [{"n": 3}]


def test_a_disk_that_has_room_again_gets_a_second_try(opened, live):
    database = opened()
    connection = live(database)
    connection.execute("PRAGMA max_page_count = 12")

    def make_room(statement):
        if "wal_checkpoint" in statement:
            connection.execute("PRAGMA max_page_count = 1000")

    connection.set_trace_callback(make_room)
    database.insert({"text": "满" * 100_000})
    assert len(opened()) == 1


def refuse_commits(connection):
    def verdict(action, detail, *_others):
        refused = action == sqlite3.SQLITE_TRANSACTION and detail == "COMMIT"
        return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK

    connection.set_authorizer(verdict)


def test_a_commit_that_fails_leaves_memory_equal_to_the_disk(opened, live):
    database = opened()
    database.insert({"n": 1})
    refuse_commits(live(database))
    with pytest.raises(StoreFailedError) as failure:
        database.update({"n": 2})
    assert not failure.value.outcome_known
    assert database.all() == opened().all() == [{"n": 1}]
    database.update({"n": 3})
    assert database.all() == opened().all() == [{"n": 3}]


def test_after_a_failure_the_window_is_told_to_look_again(opened, live):
    database = opened()
    refuse_commits(live(database))
    with pytest.raises(StoreFailedError):
        database.insert({"n": 2})
    assert [database.refresh(), database.refresh()] == [True, False]


def commit_and_fail(database):
    """Have the next commit reach the disk, and be reported as failed."""
    connection = database.storage._file._connection
    connection._connection = CommitThenFail(connection.live())


class CommitThenFail:
    """A connection whose disk reports an error after it has written."""

    def __init__(self, connection):
        self._connection = connection

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def execute(self, statement, *values):
        answer = self._connection.execute(statement, *values)
        if statement == "COMMIT":
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return answer


def test_a_change_whose_outcome_was_unknown_is_shown_if_it_happened(opened):
    database = opened()
    database.insert({"n": 1})
    commit_and_fail(database)
    with pytest.raises(StoreFailedError) as failure:
        database.update({"n": 2})
    assert not failure.value.outcome_known
    assert database.refresh()
    assert database.all() == opened().all() == [{"n": 2}]


def test_rows_are_replaced_all_or_none(opened, live):
    database = opened()
    database.insert({"n": 1})
    before = database.rows()
    refuse_commits(live(database))
    with pytest.raises(StoreFailedError):
        database.replace_rows({"shop": {"1": b"{}"}})
    assert database.rows() == opened().rows() == before
