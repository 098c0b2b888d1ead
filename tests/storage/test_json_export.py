"""The way out: everything as JSON that stock TinyDB opens."""

from __future__ import annotations

import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB
from tinydb.table import Document

from cs_desk.domain.errors import BackupFailedError
from cs_desk.storage.row_format import row_checksum
from tests.storage.desk_with_backups import DeskWithBackups, edit


@pytest.fixture
def desk(tmp_path):
    return DeskWithBackups(tmp_path / "desk")


def exported(desk, file="export.json"):
    desk.backups.export_json(str(desk.folder / file))
    with TinyDB(desk.folder / file, encoding="utf-8") as stock:
        return contents(stock)


def contents(database):
    return {
        name: [(row.doc_id, dict(row)) for row in database.table(name)]
        for name in database.tables()
    }


texts = st.text(st.characters(codec="utf-8"))
finite_numbers = st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | finite_numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
documents = st.dictionaries(texts, values, max_size=4)
tables = st.dictionaries(
    texts, st.dictionaries(st.integers(1, 2**40), documents, max_size=4), max_size=4
)


@settings(max_examples=30, deadline=None)
@given(tables=tables)
def test_stock_tinydb_reads_the_same(tmp_path_factory, tables):
    desk = DeskWithBackups(tmp_path_factory.mktemp("export"))
    with desk.open() as database:
        with database.transaction():
            for name, rows in tables.items():
                database.table(name).truncate()
                for doc_id, document in rows.items():
                    database.table(name).insert(Document(document, doc_id))
        expected = contents(database)
    assert exported(desk) == expected


def test_the_number_of_documents_is_told(desk):
    desk.write("一", "二")
    assert desk.backups.export_json(str(desk.folder / "export.json")) == 2


def test_an_empty_store_is_an_empty_object(desk):
    desk.open().close()
    assert exported(desk) == {}


def test_others_may_write_meanwhile_but_one_moment_is_exported(desk):
    def move_to_and_fro():
        with desk.open() as database:
            for turn in range(60):
                there, here = (database.table(name) for name in ("ab" if turn % 2 else "ba"))
                with database.transaction():
                    there.truncate()
                    here.insert({"text": "话" * 1000})

    desk.open().close()
    with ThreadPoolExecutor() as threads:
        moving = threads.submit(move_to_and_fro)
        while not moving.done():
            # None before the first move.
            assert sum(map(len, exported(desk).values())) <= 1
        moving.result()
    assert sum(map(len, exported(desk).values())) == 1


def test_a_row_that_is_damaged_is_left_out(desk):
    desk.write("一", "二", "三")
    edit(desk.file, "UPDATE document SET crc = 7 WHERE doc_id IN (1, 3)")
    assert exported(desk) == {"_default": [(2, {"text": "二"})]}


def test_a_row_that_is_no_json_is_told(desk):
    desk.write("一")
    crc = row_checksum("_default", 1, b"{]")
    edit(desk.file, f"UPDATE document SET crc = {crc}, body = CAST('{{]' AS BLOB)")
    with pytest.raises(BackupFailedError, match="文件已损坏"):
        exported(desk)
    assert not (desk.folder / "export.json").exists()


def test_the_file_is_readable_by_people(desk):
    desk.write("亲，您好😊")
    exported(desk)
    told = (desk.folder / "export.json").read_text(encoding="utf-8")
    assert '"1": {"text":"亲，您好😊"}' in told


def test_a_large_store_does_not_lie_in_memory(desk):
    with desk.open() as database:
        database.insert_multiple({"text": "话" * 1000} for _ in range(2000))
    tracemalloc.start()
    desk.backups.export_json(str(desk.folder / "export.json"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (desk.folder / "export.json").stat().st_size > 6_000_000
    assert peak < 1_000_000
