"""What the next shift has to know: the open cases, most urgent first, on paper.

``tr`` returns a sentence in the reader's language, as in ``cs_desk.app.wording``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.app.case_wording import (
    left_told,
    level_told,
    outcome_told,
    reason_told,
    status_told,
)
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.kinds import CaseStatus, Level
from cs_desk.domain.returns.masking import masked_name
from cs_desk.exchange.returns.case_sheet import clock, masked
from cs_desk.exchange.returns.sheet_page import Html, joined, page, paragraph, shown, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.domain.returns.checklist import Check
    from cs_desk.domain.returns.return_case import ReturnCase

    Translate = Callable[[str], str]

_PRESSING = frozenset({Level.LATE, Level.OVERDUE})
# Of a note or an item's name, in characters: the case itself has all of it.
_LONGEST = 160


def handover_sheet(views: Iterable[CaseView], now: datetime, tr: Translate) -> str:
    """Return the open ones among ``views`` as a standalone page of HTML.

    Args:
        views: Cases; closed ones are left out.
        now: The present moment, in China's zone.
        tr: Translates.
    """
    listed = sorted((view for view in views if view.case.status is CaseStatus.OPEN), key=_urgency)
    levels = [_level(view, now) for view in listed]
    counted = with_facts(
        tr("未完 %1 件，其中超时 %2 件。"), str(len(listed)), str(levels.count(Level.OVERDUE))
    )
    printed = with_facts(tr("打印于 %1"), clock(now))
    rows = (_row(view, level, now, tr) for view, level in zip(listed, levels, strict=True))
    head = (tr("时限"), tr("退货单"), tr("下一步"), tr("还差"), tr("最近备注"))
    cases = table(rows, (16, 27, 14, 20, 23), head) if listed else Html("")
    summed = paragraph(shown(f"{counted} {printed}", "quiet"))
    return page(tr("交接单"), summed, cases)


def _urgency(view: CaseView) -> tuple[bool, float, str]:
    at = 0.0 if view.due is None else view.due.at.timestamp()
    return view.due is None, at, view.case.id


def _level(view: CaseView, now: datetime) -> Level:
    return Level.NONE if view.due is None else view.due.level(now)


def _row(view: CaseView, level: Level, now: datetime, tr: Translate) -> tuple[Html, ...]:
    return (
        _due(view, level, now, tr),
        _named(view, tr),
        _next(view, tr),
        joined((shown(f"☐ {check.title}") for check in _awaited(view)), "\n"),
        _last_note(view),
    )


def _due(view: CaseView, level: Level, now: datetime, tr: Translate) -> Html:
    if view.due is None:
        return shown(level_told(level, tr), "quiet")
    left = shown(left_told(view.due, now, tr), "alert" if level in _PRESSING else "strong")
    # An overdue case says so already.
    how = "" if level is Level.OVERDUE else f"{level_told(level, tr)}\n"
    return joined((left, shown(f"{how}{clock(view.due.at)}", "quiet")), "\n")


def _named(view: CaseView, tr: Translate) -> Html:
    facts = view.case.facts
    why = f"{reason_told(facts.reason, tr)} · {outcome_told(facts.outcome, tr)}"
    return joined(
        (
            shown(view.case.id, "strong"),
            shown(f"{facts.order} {masked_name(facts.buyer)}"),
            shown(_shortened(facts.item, view.case)),
            shown(why, "quiet"),
        ),
        "\n",
    )


def _next(view: CaseView, tr: Translate) -> Html:
    current = view.step(view.current)
    if current is None:
        return shown(tr("步骤都已完成，可以关闭"))
    status = shown(status_told(current.status, tr), "quiet")
    return joined((shown(current.step.title), status), "\n")


def _awaited(view: CaseView) -> tuple[Check, ...]:
    current = view.step(view.current)
    checks = () if current is None else current.checks
    return tuple(seen.check for seen in checks if seen.is_open)


def _last_note(view: CaseView) -> Html:
    if not view.case.notes:
        return Html("")
    note = view.case.notes[-1]
    signed = shown(f"{clock(note.at)} {note.by}", "quiet")
    return joined((signed, shown(_shortened(note.text, view.case))), "\n")


def _shortened(text: str, case: ReturnCase) -> str:
    # Masked first: half of a number would not be known as one.
    seen = masked(text, case)
    return seen if len(seen) <= _LONGEST else f"{seen[: _LONGEST - 1]}…"
