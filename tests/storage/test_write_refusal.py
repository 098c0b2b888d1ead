"""A store that SQLite only reads: damaged, on a failing disk, or really read-only."""

from __future__ import annotations

import sqlite3
import time

import pytest

from cs_desk.domain.errors import DamagedStoreError, StoreFailedError, UnreadableFileError
from cs_desk.storage.write_refusal import why_refused


@pytest.fixture
def refusal():
    error = sqlite3.OperationalError("attempt to write a readonly database")
    error.sqlite_errorcode = sqlite3.SQLITE_READONLY
    return error


@pytest.fixture
def closed(path, opened):
    opened().close()
    return path


def harm(path):
    """Tell SQLite of a format to come, in which it may not write."""
    content = bytearray(path.read_bytes())
    content[18] = 10
    path.write_bytes(content)


def test_a_header_that_forbids_writing_is_damage(closed, refusal):
    harm(closed)
    fault = why_refused(refusal, closed, "desk.db")
    assert (type(fault), fault.file) == (DamagedStoreError, "desk.db")


def test_a_disk_that_failed_while_the_store_was_opened_is_no_damage(closed, refusal):
    fault = why_refused(refusal, closed, "desk.db")
    assert (type(fault), str(fault.reason)) == (UnreadableFileError, "读写磁盘时出错")


def test_a_file_that_is_gone_is_no_damage(path, refusal):
    assert type(why_refused(refusal, path, "desk.db")) is UnreadableFileError


def test_it_is_found_when_the_store_is_opened(closed, opened):
    harm(closed)
    with pytest.raises(DamagedStoreError):
        opened()


def test_nobody_waits_for_a_writer_to_find_out(closed, opened):
    with opened().transaction():
        start = time.monotonic()
        database = opened(busy_timeout_s=1)
        assert time.monotonic() - start < 0.5
    assert database.all() == []


def test_changes_wait_as_long_as_they_should(opened, live):
    assert live(opened(busy_timeout_s=3)).execute("PRAGMA busy_timeout").fetchone() == (3000,)


def test_a_disk_that_fails_is_not_called_read_only(opened, live):
    database = opened()
    live(database).execute("PRAGMA query_only = ON")
    with pytest.raises(StoreFailedError, match="读写磁盘时出错"):
        database.insert({"n": 1})
