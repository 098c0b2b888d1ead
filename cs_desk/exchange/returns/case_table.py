"""Return cases as a table for spreadsheets, one row for each: CSV or an Excel workbook.

``tr`` returns a sentence in the reader's language, as in ``cs_desk.app.wording``. Buyers are
masked; ``cs_desk.exchange.cell_guard`` tells how text is kept from being computed, and gives it
back as it was.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from cs_desk.app.case_wording import (
    case_status_told,
    fault_told,
    flag_told,
    level_told,
    outcome_told,
    payer_told,
    reason_told,
)
from cs_desk.domain.returns.kinds import Anchor, Flag, Level
from cs_desk.domain.returns.masking import masked_name, masked_text
from cs_desk.domain.returns.money import yuan
from cs_desk.exchange.cell_guard import guarded, guarded_text
from cs_desk.exchange.office_text import in_office_terms

# Whoever exports no workbook need not load the library for it.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from cs_desk.domain.returns.case_view import CaseView

    Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Money:
    """An amount in 分."""

    fen: int


_Value = str | _Money | datetime | date | None

# Of the workbook's columns, in characters.
_WIDTHS = (14, 22, 10, 28, 16, 10, 16, 12, 12, 10, 16, 20, 10, 20, 20, 11, 11, 18, 22, 20, 20, 12)


def cases_csv(views: Iterable[CaseView], now: datetime, tr: Translate) -> bytes:
    """Return the cases as CSV the way Excel wants it: UTF-8 with a mark, lines ended by CRLF."""
    text = io.StringIO(newline="")
    table = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(_head(tr))
    table.writerows([_csv_cell(value) for value in row] for row in _rows(views, now, tr))
    return text.getvalue().encode("utf-8-sig", errors="replace")


def cases_workbook(views: Iterable[CaseView], now: datetime, tr: Translate) -> bytes:
    """Return the cases as an Excel workbook; text is marked as text, amounts and dates are such."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "CS Desk"
    sheet = book.create_sheet(tr("退货单"))
    sheet.freeze_panes = "C2"
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    pens = _Pens(sheet)
    sheet.append([*_head(tr)])
    for row in _rows(views, now, tr):
        sheet.append(pens.written(value) for value in row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _head(tr: Translate) -> tuple[str, ...]:
    return (
        tr("编号"),
        tr("订单号"),
        tr("买家"),
        tr("商品"),
        tr("规格"),
        tr("品类"),
        tr("原因"),
        tr("责任"),
        tr("结果"),
        tr("状态"),
        tr("当前步骤"),
        tr("截止时间"),
        tr("时限"),
        tr("签收时间"),
        tr("申请时间"),
        tr("实付"),
        tr("应退"),
        tr("运费"),
        tr("标记"),
        tr("新建时间"),
        tr("关闭时间"),
        tr("删除日期"),
        tr("清单版本"),
    )


def _rows(views: Iterable[CaseView], now: datetime, tr: Translate) -> Iterator[tuple[_Value, ...]]:
    # A table of words is made by each call of ``tr``: once for all rows.
    once = cache(tr)
    for view in views:
        yield (*_order(view), *_state(view, now, once), *_account(view, once))


def _order(view: CaseView) -> tuple[_Value, ...]:
    facts = view.case.facts
    return (
        view.case.id,
        facts.order,
        masked_name(facts.buyer),
        masked_text(facts.item, view.case.nicks),
        masked_text(facts.spec, view.case.nicks),
        facts.category,
    )


def _state(view: CaseView, now: datetime, tr: Translate) -> tuple[_Value, ...]:
    case, facts = view.case, view.case.facts
    current = view.step(view.current)
    level = Level.NONE if view.due is None or case.closed_at else view.due.level(now)
    return (
        reason_told(facts.reason, tr),
        fault_told(facts.fault, tr),
        outcome_told(facts.outcome, tr),
        case_status_told(case.status, tr),
        "" if current is None else current.step.title,
        None if view.due is None else view.due.at,
        level_told(level, tr),
        facts.moments.get(Anchor.SIGNED),
        facts.moments.get(Anchor.APPLIED),
    )


def _account(view: CaseView, tr: Translate) -> tuple[_Value, ...]:
    case, facts, verdict = view.case, view.case.facts, view.verdict
    return (
        None if facts.paid is None else _Money(facts.paid),
        None if verdict.refund is None else _Money(verdict.refund),
        payer_told(verdict.freight.payer, tr),
        tr("、").join(flag_told(flag, tr) for flag in Flag if flag in facts.flags),
        case.opened_at,
        case.closed_at,
        view.deleted_on,
        case.checklist,
    )


def _csv_cell(value: _Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return guarded(value)
        case _Money(fen):
            return yuan(fen)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}"
    return value.isoformat()


class _Pens:
    """A cell of every kind, written again and again: making one for each value costs seconds."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        self._text = _cell(sheet, "@")
        self._money = _cell(sheet, "#,##0.00")
        self._moment = _cell(sheet, "yyyy-mm-dd hh:mm:ss")
        self._day = _cell(sheet, "yyyy-mm-dd")

    def written(self, value: _Value) -> Cell | None:
        """Return a cell with ``value``, good until the next one of its kind."""
        match value:
            case None | "":
                return None
            case str():
                return _as_text(self._text, value)
            case _Money(fen):
                return _filled(self._money, fen / 100)
            case datetime():
                # Spreadsheets know no zones: China's time, as everywhere.
                return _filled(self._moment, value.replace(tzinfo=None))
        return _filled(self._day, value)


def _cell(sheet: WriteOnlyWorksheet, number_format: str) -> Cell:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    cell.number_format = number_format
    return cell


def _filled(cell: Cell, value: float | date) -> Cell:
    cell.value = value
    return cell


def _as_text(cell: Cell, text: str) -> Cell:
    cell.value = in_office_terms(guarded_text(text))
    # The library takes some texts for formulas and for error values.
    cell.data_type = "s"
    return cell
