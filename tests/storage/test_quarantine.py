"""Rows that are not what was written: left out, set aside, listed, and never given up."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from tinydb.table import Document

from cs_desk.domain.errors import DeskBusyError
from cs_desk.storage.row_format import DRAFT_TABLE, DamagedRow
from cs_desk.storage.write_lock import WriteLock

SECOND = DamagedRow("_default", 2)


@pytest.fixture
def first(opened):
    """A store with three documents, the second of which the tests damage."""
    database = opened()
    database.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    return database


@pytest.fixture
def harm(first, live):
    """Change what the file holds, past every checksum."""
    return live(first).execute


def set_aside(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        return connection.execute(
            "SELECT table_name, doc_id, crc, body FROM damaged_row"
        ).fetchall()


def flip(path, old, new):
    content = path.read_bytes()
    assert content.count(old) == 1
    path.write_bytes(content.replace(old, new))


@pytest.mark.parametrize(
    ("damage", "listed"),
    [
        ("SET body = CAST(replace(body, '2', '3') AS BLOB)", SECOND),
        ("SET body = 'text'", SECOND),
        ("SET crc = crc + 1", SECOND),
        ("SET crc = 'text'", SECOND),
        ("SET doc_id = 7", DamagedRow("_default", 7)),
        ("SET doc_id = 'x'", DamagedRow("_default", -1)),
        ("SET table_name = CAST(x'ff' AS TEXT)", DamagedRow("\ufffd", 2)),
        ("SET table_name = x'ff'", DamagedRow("", 2)),
    ],
)
def test_a_damaged_row_is_left_out_and_listed(path, opened, harm, damage, listed):
    harm(f"UPDATE document {damage} WHERE doc_id = 2")
    database = opened()
    assert database.all() == [{"n": 1}, {"n": 3}]
    assert database.damaged_rows == database.newly_damaged == {listed}
    assert len(set_aside(path)) == 1


def test_what_was_set_aside_is_kept_as_it_was(path, opened, harm):
    harm("UPDATE document SET crc = 7, body = x'ff00' WHERE doc_id = 2")
    opened()
    assert set_aside(path) == [(b"_default", 2, 7, b"\xff\x00")]


def test_a_damaged_draft_is_not_kept(path, opened, first, harm):
    first.table(DRAFT_TABLE).insert({"phone": "13800001234"})
    harm("UPDATE document SET crc = crc + 1 WHERE table_name = 'draft'")
    assert opened().table(DRAFT_TABLE).all() == []
    assert set_aside(path) == []


def test_what_was_set_aside_is_news_only_once(opened, harm):
    harm("UPDATE document SET crc = 0 WHERE doc_id = 2")
    opened().close()
    database = opened()
    assert database.all() == [{"n": 1}, {"n": 3}]
    assert (database.damaged_rows, database.newly_damaged) == ({SECOND}, frozenset())


def test_the_list_tells_when_a_row_was_found(opened, harm):
    harm("UPDATE document SET crc = 0 WHERE doc_id = 2")
    for database in (opened(), opened()):
        (row,) = database.damaged_rows
        assert timedelta(seconds=-2) < datetime.now(UTC) - row.found_at < timedelta(minutes=1)


@pytest.mark.parametrize("found_at", ["'gestern'", "NULL", "x'ff'"])
def test_a_moment_that_is_damaged_itself_is_unknown(opened, harm, found_at):
    harm(f"INSERT INTO damaged_row (found_at, table_name, doc_id) VALUES ({found_at}, 'x', 1)")
    (row,) = opened().damaged_rows
    assert (row.table, row.doc_id, row.found_at) == ("x", 1, None)


def test_an_id_that_was_set_aside_is_not_given_out_again(opened, harm):
    harm("UPDATE document SET crc = 0 WHERE doc_id = 3")
    assert [opened().insert({}), opened().insert({})] == [4, 5]


def test_other_processes_take_in_that_a_row_was_set_aside(opened, harm, first):
    harm("UPDATE document SET crc = 0 WHERE doc_id = 2")
    assert len(first) == 3
    opened()
    assert first.refresh()
    assert first.all() == [{"n": 1}, {"n": 3}]
    assert first.damaged_rows == first.newly_damaged == {SECOND}


def test_a_row_that_another_process_finds_damaged_is_listed_too(opened, harm, first):
    ours = opened()
    first.update({"n": 9}, doc_ids=[2])
    harm("UPDATE document SET crc = 0 WHERE doc_id = 2")
    assert ours.all() == [{"n": 1}, {"n": 3}]
    assert ours.damaged_rows == ours.newly_damaged == {SECOND}
    first.update({"n": 2}, doc_ids=[2])
    assert (len(ours), ours.damaged_rows) == (3, frozenset())


@pytest.mark.parametrize("change", ["insert", "restore"])
def test_a_row_that_is_replaced_on_purpose_is_sound_again(path, opened, harm, first, change):
    sound = first.rows()
    harm("UPDATE document SET crc = 0 WHERE doc_id = 2")
    database = opened()
    if change == "insert":
        database.insert(Document({"n": 2}, 2))
    else:
        database.replace_rows(sound)
    for each in (database, first, opened()):
        assert sorted(row["n"] for row in each) == [1, 2, 3]
        assert not each.damaged_rows
    assert set_aside(path) == []


class TestAnIdThatBecameASoundRows:
    """By a flipped bit, the third row says that it is the second, which is sound."""

    @pytest.fixture
    def damaged(self, path, first):
        first.close()
        row = b"\x1a_default"  # the body's size and type, table
        flip(path, row + b"\x03", row + b"\x02")

    @pytest.mark.usefixtures("damaged")
    def test_is_not_listed_as_its_own(self, opened):
        for database in (opened(), opened()):
            assert database.all() == [{"n": 1}, {"n": 2}]
            assert database.damaged_rows == {DamagedRow("_default", -1)}

    @pytest.mark.usefixtures("damaged")
    def test_stays_on_the_list_when_the_sound_row_is_stored(self, path, opened):
        database = opened()
        database.update({"n": 9}, doc_ids=[2])
        assert opened().damaged_rows == {DamagedRow("_default", -1)}
        assert len(set_aside(path)) == 1


def test_an_undone_replacement_leaves_it_on_the_list(opened, harm):
    harm("UPDATE document SET crc = 0 WHERE doc_id = 2")
    database = opened()

    def replace_and_fail():
        database.insert(Document({"n": 2}, 2))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), database.transaction():
        replace_and_fail()
    assert database.damaged_rows == opened().damaged_rows == {SECOND}


def test_rows_that_cannot_be_set_aside_now_are_left_out_where_they_stand(path, opened, harm):
    harm("UPDATE document SET crc = 0 WHERE doc_id = 2")
    other = WriteLock(path.with_name("desk.lock"))
    with other.held(0):
        database = opened(busy_timeout_s=0)
    other.close()
    assert database.all() == [{"n": 1}, {"n": 3}]
    assert (database.newly_damaged, set_aside(path)) == ({SECOND}, [])
    assert opened().newly_damaged == {SECOND}
    assert len(set_aside(path)) == 1


def test_bytes_that_changed_on_the_disk_are_found(path, opened, first):
    first.update({"text": "甲" * 50}, doc_ids=[2])
    first.close()
    flip(path, ("甲" * 50).encode(), ("甲" * 49 + "乙").encode())
    database = opened()
    assert [row["n"] for row in database] == [1, 3]
    assert database.damaged_rows == {SECOND}


def test_a_last_byte_that_is_missing_is_found(path, opened, first):
    first.insert_multiple({"text": "话" * 400} for _ in range(9))
    first.close()
    path.write_bytes(path.read_bytes()[:-1])
    database = opened()
    assert (len(database), len(database.damaged_rows)) == (11, 1)


class TestTheIndex:
    """It leads from an id to the row; either may be damaged while the other is not."""

    ENTRY = b"\x04\x15\x01\x01shop\x4d\x04"  # sizes and types, table, id 77, key 4
    ROW = b"\x06\x00\x15\x01\x04\x1ashop\x4d"  # sizes and types, table, id 77

    @pytest.fixture
    def damaged(self, request, path, first):
        first.table("shop").insert(Document({"n": 4}, 77))
        first.close()
        sound, place = request.param, request.param.index(b"\x4d")
        flip(path, sound, sound[:place] + b"\x4c" + sound[place + 1 :])

    @pytest.mark.parametrize("damaged", [ENTRY], indirect=True)
    @pytest.mark.usefixtures("damaged")
    def test_alone_it_is_mended_without_a_loss(self, opened):
        database = opened()
        assert not database.damaged_rows
        database.table("shop").update({"n": 5})
        assert opened().table("shop").all() == [{"n": 5}]
        database.table("shop").remove(doc_ids=[77])
        assert opened().table("shop").all() == []

    @pytest.mark.parametrize("damaged", [ROW], indirect=True)
    @pytest.mark.usefixtures("damaged")
    def test_it_no_longer_leads_to_a_row_whose_id_was_damaged(self, opened):
        database = opened()
        assert database.damaged_rows == {DamagedRow("shop", 76)}
        database.table("shop").insert(Document({"n": 5}, 77))
        assert opened().table("shop").all() == [{"n": 5}]

    @pytest.mark.parametrize("damaged", [ENTRY], indirect=True)
    @pytest.mark.usefixtures("damaged")
    def test_it_waits_for_who_is_writing(self, path, opened):
        other = WriteLock(path.with_name("desk.lock"))
        with other.held(0), pytest.raises(DeskBusyError):
            opened(busy_timeout_s=0)
        other.close()
        assert opened().table("shop").all() == [{"n": 4}]
