from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from cs_desk.exchange.cell_guard import unguarded
from cs_desk.exchange.returns.case_table import cases_csv, cases_workbook

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "#N/A", "{=1}"]


def csv_rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def workbook_rows(data):
    head, *rows = load_workbook(io.BytesIO(data)).active.iter_rows()
    return [dict(zip((cell.value for cell in head), row, strict=True)) for row in rows]


@pytest.fixture
def row(view, now):
    """Make the only row of a CSV table of this case."""
    return lambda case=None, **changes: csv_rows(cases_csv([view(case, **changes)], now, str))[0]


@pytest.fixture
def cells(view, now):
    """Make the cells of the only row of a workbook of this case."""
    return lambda case=None, **changes: workbook_rows(
        cases_workbook([view(case, **changes)], now, str)
    )[0]


def test_excel_knows_the_csv_by_its_mark_and_line_ends(view, now):
    data = cases_csv([view()], now, str)

    assert data.startswith(b'\xef\xbb\xbf"')
    assert data.count(b"\r\n") == data.count(b"\n") == 2


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("编号", "R261115-003"),
        ("买家", "小**"),
        ("原因", "不喜欢或不好看"),
        ("结果", "退货退款"),
        ("状态", "处理中"),
        ("当前步骤", "等待审核"),
        ("截止时间", "2026-11-16 10:00:00"),
        ("时限", "充裕"),
        ("签收时间", "2026-11-10 14:05:00"),
        ("申请时间", ""),
        ("实付", "190.00"),
        ("应退", "76.36"),
        ("运费", "买家承担"),
        ("标记", "七天无理由、包邮"),
        ("关闭时间", ""),
    ],
)
def test_a_row_tells_a_case(row, title, value):
    assert row()[title] == value


def test_a_closed_case_has_no_time_left(row, case, now):
    told = row(replace(case(), closed_at=now), deleted_on=date(2027, 2, 13))

    assert (told["时限"], told["状态"]) == ("无时限", "已关闭")
    assert told["删除日期"] == "2027-02-13"


def test_an_order_number_stays_text(row, cells, case):
    assert row()["订单号"] == "\t2233445566778899001"
    cell = cells()["订单号"]
    assert (cell.value, cell.data_type, cell.number_format) == ("2233445566778899001", "s", "@")


def test_amounts_and_dates_are_such_in_a_workbook(cells, now):
    told = cells()

    assert (told["实付"].value, told["应退"].value) == (190, 76.36)
    assert told["截止时间"].value == datetime(2026, 11, 16, 10)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_computed(row, cells, case, text):
    hostile = case(item=text, order=text)

    assert row(hostile)["商品"][0] in {"'", *"#{"}
    assert {cells(hostile)[title].data_type for title in ("商品", "订单号")} == {"s"}


@given(st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_text_comes_back_from_both_tables_as_it_was(row, cells, case, text):
    told = case(order=text)

    assert unguarded(row(told)["订单号"]) == text
    assert unguarded(unescape(cells(told)["订单号"].value or "")) == text


@pytest.mark.parametrize("text", ["_x0041_", "_x005F_", "\x01", "a\r\nb\tc", "\uffff", " 前后 "])
def test_what_a_workbook_cannot_hold_comes_back_too(cells, case, text):
    assert unguarded(unescape(cells(case(order=text))["订单号"].value)) == text


def test_half_a_character_does_not_stop_the_tables(row, cells, case):
    half = case(order="1\ud800")

    assert row(half)["订单号"] == "1?"
    assert unescape(cells(half)["订单号"].value) == "1\ud800"


def test_what_people_wrote_is_masked(row, case):
    assert row(case(item="小满同学 13800138000"))["商品"] == "小** 138****8000"


@pytest.mark.parametrize(("field", "title"), [("item", "商品"), ("spec", "规格")])
def test_a_nick_that_was_corrected_is_masked_too(row, case, field, title):
    corrected = replace(case(**{field: "给小鱼同学"}), former_buyers=("小鱼同学",))

    assert row(corrected)[title] == "给小**"


def test_no_cases_make_a_table_of_titles(now):
    assert csv_rows(cases_csv([], now, str)) == []
    assert workbook_rows(cases_workbook([], now, str)) == []


def test_titles_are_translated(now):
    english = {"编号": "Number"}

    data = cases_csv([], now, lambda told: english.get(told, told))
    assert data.decode("utf-8-sig").startswith('"Number","订单号"')
