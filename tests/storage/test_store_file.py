"""What the store's file is, and what happens when it is not what it should be."""

from __future__ import annotations

import sqlite3
import stat
import sys

import pytest
from tinydb.table import Document

from cs_desk.domain.errors import (
    InvalidFileError,
    NewerFormatError,
    UnreadableFileError,
)
from cs_desk.storage.row_format import DamagedRow
from cs_desk.storage.sqlite_schema import prepare


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
    assert raw.execute("PRAGMA user_version").fetchone() == (1,)


def test_commits_wait_for_the_disk(opened, live):
    connection = live(opened())
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)


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
def test_a_damaged_row_is_left_out_and_listed(opened, damage, live):
    first = opened()
    first.insert_multiple([{"n": 1}, {"n": 2}])
    live(first).execute(damage)
    database = opened()
    assert database.all() == [{"n": 1}]
    assert len(database.damaged_rows) == 1


def test_a_damaged_row_is_not_written_over(opened, live):
    first = opened()
    first.insert_multiple([{"n": 1}, {"n": 2}])
    live(first).execute("UPDATE document SET crc = 0 WHERE doc_id = 2")
    database = opened()
    assert (database.insert({"n": 3}), database.damaged_rows) == (3, {DamagedRow("_default", 2)})


def test_a_damaged_row_that_is_replaced_on_purpose_is_sound_again(opened, live):
    first = opened()
    first.insert({"n": 1})
    live(first).execute("UPDATE document SET crc = 0")
    database = opened()
    database.insert(Document({"n": 2}, 1))
    assert (database.all(), database.damaged_rows) == ([{"n": 2}], frozenset())


def test_a_row_that_another_process_finds_damaged_is_listed_too(opened, live):
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
    with pytest.raises(NewerFormatError, match="格式 2"):
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
