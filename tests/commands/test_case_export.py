"""Return cases as files for other people."""

from __future__ import annotations

import zipfile

import pytest

from tests.commands.conftest import CASE

HEADS = {".html": b"<!", ".pdf": b"%PDF-", ".csv": b"\xef\xbb\xbf", ".xlsx": b"PK", ".zip": b"PK"}


@pytest.mark.parametrize("ending", HEADS)
def test_the_ending_of_the_name_chooses_what_is_written(cases, tmp_path, ending):
    file = tmp_path / f"单据{ending.upper()}"
    file.write_bytes(b"the one before")
    answer = cases("export", CASE, str(file), "--json")
    assert (answer.status, answer.told) == (0, "已导出 1 张退货单。\n")
    written = file.read_bytes()
    assert answer.object == {"file": str(file), "cases": 1, "bytes": len(written)}
    assert written.startswith(HEADS[ending])
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [file.name]


def test_nothing_that_leaves_names_the_buyer(cases, tmp_path):
    cases("note", CASE, "小满同学 13812341234")
    for name in ("a.html", "a.csv", "a.zip"):
        cases("export", CASE, str(tmp_path / name))
    with zipfile.ZipFile(tmp_path / "a.zip") as bundle:
        written = [bundle.read(name) for name in bundle.namelist()]
    written += [(tmp_path / name).read_bytes() for name in ("a.html", "a.csv")]
    assert not any("小满同学".encode() in each or b"13812341234" in each for each in written)
    assert sum("小**".encode() in each for each in written) >= 3


def test_a_table_holds_all_cases_and_a_handover_the_open_ones(cases, tmp_path):
    cases("tick", CASE, *cases.shown(CASE)["open_checks"])
    cases("close", CASE)
    cases("new", "--order", "7")
    table, sheet = tmp_path / "all.csv", tmp_path / "all.html"
    assert cases("export", "--all", str(table), "--json").object["cases"] == 2
    assert cases("export", str(sheet), "--all", "--json").object["cases"] == 1
    assert "R261112-002" in sheet.read_text(encoding="utf-8")
    assert CASE not in sheet.read_text(encoding="utf-8")


def test_no_cases_make_no_file(no_cases, tmp_path):
    answer = no_cases("export", "--all", str(tmp_path / "all.csv"))
    assert (answer.status, answer.out, answer.told) == (1, b"", "没有退货单可以导出。\n")
    assert not (tmp_path / "all.csv").exists()


def test_the_store_is_never_replaced(cases, tmp_path):
    (tmp_path / "x.csv").symlink_to(cases.desk.data / "desk.db")
    answer = cases("export", CASE, str(tmp_path / "x.csv"))
    assert answer.status in (1, 3)
    assert "正在使用的数据文件" in answer.told
    assert cases("show", CASE).status == 0


@pytest.mark.parametrize("file", ["没有/a.html", "folder.html"])
def test_a_file_that_cannot_be_written_is_told_in_words(cases, tmp_path, file):
    (tmp_path / "folder.html").mkdir()
    answer = cases("export", CASE, str(tmp_path / file))
    assert (answer.status, answer.out) == (3, b"")
    assert file in answer.told
