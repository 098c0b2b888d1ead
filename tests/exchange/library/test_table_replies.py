from __future__ import annotations

from itertools import pairwise

import pytest

from cs_desk.domain.errors import CancelledError, InvalidFileError, Sentence
from cs_desk.exchange.library.limits import MAX_ENTRIES
from cs_desk.exchange.library.table_columns import find_head
from cs_desk.exchange.library.table_replies import (
    TableRow,
    knows_identity,
    read_table,
    refuse_headless,
    separate_tags,
)
from tests.exchange.library.tables import remarks

ID = "3f1c2a5e-0d1b-4c57-9b1e-5a1f0c7d2e11"


def read(head, *rows, odd=None, progress=lambda done: None):
    found = (TableRow(number, row, odd or {}) for number, row in enumerate(rows, start=2))
    return read_table(find_head([head]), found, "话术.csv", progress)


def test_a_row_becomes_a_reply_with_all_that_its_columns_tell():
    head = ("编号", "标签", "内容", "标题", "分组", "编码", "语气", "提示")
    found = read(
        head, (ID, "退货、运费,退货", " 亲\n好", " 运费 ", "售后/退货", " yf\n1 ", "安抚", "注")
    )

    (reply,) = found.replies
    assert (reply.id, reply.tags, reply.body, reply.title) == (
        ID,
        ("退货", "运费"),
        " 亲\n好",
        "运费",
    )
    assert (reply.group, reply.code, reply.tone, reply.note) == ("售后/退货", "yf 1", "安抚", "注")
    assert str(reply.where) == "第 2 行"


def test_only_the_columns_that_are_there_are_carried():
    assert read(("快捷编码", "快捷短语")).carries == {"code", "body"}
    assert read(("内容", "语气")).carries == {"body", "tone", "tones"}


@pytest.mark.parametrize(("text", "carried"), [(ID, {"body", "id"}), ("17", {"body"})])
def test_identities_are_carried_where_there_are_any(text, carried):
    assert read(("内容", "编号"), ("亲", text), ("亲", "")).carries == carried


def test_blank_rows_are_passed_over_and_rows_without_a_text_are_told():
    found = read(("编码", "内容", "日期"), ("", " ", "2026/3/1"), (), ("a", "\n"), ("b", "好"))

    assert [reply.code for reply in found.replies] == ["b"]
    assert remarks(found.skipped) == ["第 4 行: 没有内容"]


def test_columns_that_mean_nothing_are_told_once():
    found = read(("登记日期", "内容", "店长"), ("1", "甲", "2"), ("1", "乙", "2"))

    assert remarks(found.lost) == ["第 1 行: 不认识的列没有导入：登记日期、店长"]


def test_cells_beyond_the_head_are_told():
    found = read(("编码", "内容"), ("a", "亲", "您好", " "))

    assert "比表头多出 2 格" in remarks(found.warnings)[0]


@pytest.mark.parametrize(
    "text",
    ["2.61E+18", "1E+17", "单号2.61012E+18", "2610123456789012000", " 1234567890123000 "],
)
def test_a_number_that_excel_rounded_is_told_with_its_cell(text):
    (told,) = remarks(read(("快捷编码", "内容"), (text, "亲")).warnings)

    assert told.startswith("第 2 行「快捷编码」: 「")


@pytest.mark.parametrize(
    "text",
    ["2610123456789012345", "123456789012000", "单号 2610123456789012000", "v2.61E+18x", "E+18"],
)
def test_other_numbers_are_not(text):
    assert read(("编码", "内容"), ("a", text)).warnings == ()


def test_the_result_of_a_broken_formula_is_told():
    assert remarks(read(("标题", "内容"), ("#REF!", "亲")).warnings) == [
        "第 2 行「标题」: 「#REF!」是公式出错的结果"
    ]


def test_what_is_odd_counts_only_in_columns_that_are_read():
    head, odd = ("日期", "内容", "备注"), Sentence("怪")

    assert read(head, ("", "甲", ""), odd={0: odd, 2: odd}).warnings == ()
    assert remarks(read(head, ("", "", ""), odd={1: odd}).warnings) == ["第 2 行「内容」: 怪"]


@pytest.mark.parametrize("text", ["", "17", "A-001", "3F1C2A5E-0D1B-4C57-9B1E-5A1F0C7D2E11"])
def test_a_row_number_of_the_merchants_own_is_no_identity(text):
    assert not knows_identity(text)
    assert read(("编号", "内容"), (text, "亲")).replies[0].id == ""


@pytest.mark.parametrize(
    "cell", ["退货,运费", "退货，运费", "退货、 运费", "退货;；运费", "退货\n运费"]
)
def test_tags_stand_between_any_of_the_usual_signs(cell):
    assert separate_tags(cell) == ("退货", "运费")


def test_progress_is_told_often_and_can_call_it_off():
    told = []
    read(("内容",), *([("亲",)] * 1000), progress=told.append)
    assert max(later - sooner for sooner, later in pairwise(told)) <= 200

    def call_off(done):
        raise CancelledError

    with pytest.raises(CancelledError):
        read(("内容",), *([("亲",)] * 1000), progress=call_off)


def test_a_table_longer_than_any_library_is_refused():
    rows = [TableRow(MAX_ENTRIES, ("亲",)), TableRow(MAX_ENTRIES + 1, ("亲",))]

    with pytest.raises(InvalidFileError, match="超过 100,000 行"):
        read_table(find_head([("内容",)]), rows, "话术.csv", lambda done: None)


def test_a_table_without_a_head_is_refused_with_the_columns_that_it_needs():
    with pytest.raises(InvalidFileError, match=r"话术\.csv.*找不到表头.*「内容」"):
        refuse_headless("话术.csv")
