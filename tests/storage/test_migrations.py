"""A store of an older format becomes one of the present format, or stays what it was.

``desk-v1.db`` was written by the last program of format 1: the starter library, one shop with two
values, one used reply, two settings; then brought into a single file by journal_mode=DELETE.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from cs_desk.domain.errors import BackupFailedError, NewerFormatError, Sentence
from cs_desk.domain.shop import Shop
from cs_desk.domain.usage import Usage
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.migrations import SCHEMA_VERSION, migrate, version_of
from cs_desk.storage.stores import (
    TinyLibraryStore,
    TinySettingsStore,
    TinyShopStore,
    TinyUsageStore,
)
from tests.fakes import FixedClock

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=8)))
FIRST_FORMAT = Path(__file__).parents[1] / "data" / "desk-v1.db"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "folder" / "desk.db"
    path.parent.mkdir()
    shutil.copyfile(FIRST_FORMAT, path)
    return path


def version(path):
    with closing(sqlite3.connect(path)) as connection:
        return version_of(connection)


def copy_of(path, name):
    """Return what a kill at this moment would leave: every file as the system has it."""
    shutil.copytree(path.parent, path.parent.with_name(name))
    return path.parent.with_name(name) / path.name


def test_a_store_of_the_first_format_is_read_in_full(opened):
    database = opened()
    kept_in = (database, "小林", FixedClock(NOW))
    library = TinyLibraryStore(*kept_in).load()
    assert (len(library.templates), len(library.placeholders)) == (87, 58)
    (shop,) = TinyShopStore(*kept_in).all()
    assert shop == Shop(shop.id, "云朵家女装", {"发货城市": "金华", "快递": "中通"})
    assert TinyUsageStore(*kept_in).all() == {library.templates[0].id: Usage().used(NOW)}
    assert TinySettingsStore(*kept_in).all() == {"shop": shop.id, "width": 380}
    assert not database.damaged_rows


def test_a_migrated_store_is_a_store_like_any_other(path, opened):
    opened().insert({"n": 1})
    assert opened().all() == [{"n": 1}]
    assert version(path) == SCHEMA_VERSION


def test_a_backup_is_asked_for_once_before_anything_changes(path, opened):
    before, seen = path.read_bytes(), []
    opened(before_migration=lambda: seen.append(path.read_bytes()))
    opened(before_migration=lambda: seen.append(path.read_bytes()))
    assert seen == [before]


def test_a_fresh_store_asks_for_no_backup(tmp_path):
    with DeskDatabase(tmp_path / "desk.db", before_migration=pytest.fail):
        assert version(tmp_path / "desk.db") == SCHEMA_VERSION


@pytest.mark.parametrize("error", [BackupFailedError(Sentence("磁盘已满")), ZeroDivisionError()])
def test_without_its_backup_a_store_stays_as_it_was(path, opened, error):
    def fail():
        raise error

    before = path.read_bytes()
    with pytest.raises(type(error)) as told:
        opened(before_migration=fail)
    assert told.value is error
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} <= {"desk.db", "desk.lock"}


def test_a_store_of_a_newer_program_is_not_migrated(path, opened):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerFormatError):
        opened(before_migration=pytest.fail)
    assert path.read_bytes() == before


@pytest.mark.parametrize("kind", ["of the first format", "empty"])
def test_killed_at_any_statement_it_leaves_one_version_or_the_next(path, kind):
    if kind == "empty":
        path.write_bytes(b"")
    left = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.set_trace_callback(lambda _: left.append(copy_of(path, f"killed {len(left)}")))
        migrate(connection)
    assert len(left) > 5
    versions = [version(each) for each in left]
    assert versions == sorted(versions)
    assert set(versions) <= set(range(SCHEMA_VERSION + 1))
    for each in left:
        with DeskDatabase(each) as database:
            assert len(database.table("template")) == (0 if kind == "empty" else 87)
            assert database.insert({}) == 1


@pytest.mark.parametrize("failing", range(12))
def test_a_statement_that_fails_leaves_the_store_as_it_was_before_its_step(path, failing):
    verdicts = iter([sqlite3.SQLITE_OK] * failing + [sqlite3.SQLITE_DENY])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.set_authorizer(lambda *_: next(verdicts, sqlite3.SQLITE_OK))
        with suppress(sqlite3.DatabaseError):
            migrate(connection)
        connection.set_authorizer(None)
        assert not connection.in_transaction
    assert version(path) in (1, SCHEMA_VERSION)
    with DeskDatabase(path) as database:
        assert len(database.table("template")) == 87


@pytest.mark.parametrize("kind", ["of the first format", "empty"])
def test_two_processes_may_migrate_at_the_same_moment(path, opened, kind):
    if kind == "empty":
        path.write_bytes(b"")
    slow, quick = (sqlite3.connect(path, isolation_level=None) for _ in range(2))

    def overtake(statement):
        if statement.startswith("BEGIN"):
            migrate(quick)

    with closing(slow), closing(quick):
        slow.set_trace_callback(overtake)
        migrate(slow)
    assert opened().insert({"n": 1}) == 1
    assert version(path) == SCHEMA_VERSION


def test_a_store_that_another_process_migrated_meanwhile_is_used_as_it_is(path, opened):
    with opened(before_migration=lambda: opened().insert({"n": 1})) as database:
        assert database.all() == [{"n": 1}]
