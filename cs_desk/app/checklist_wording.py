"""How the window speaks of the checklist itself: its cases, its timers, and what is wrong in it.

``tr`` returns a sentence in the reader's language, as in ``cs_desk.app.wording``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from cs_desk.app.case_wording import (
    anchor_told,
    fault_told,
    flag_told,
    grade_told,
    outcome_told,
    parcel_told,
    reason_told,
)
from cs_desk.app.wording import sentence, with_facts
from cs_desk.domain.returns.checklist import Grade, TimerUnit
from cs_desk.domain.returns.kinds import Outcome, Reason
from cs_desk.domain.returns.seven_steps import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cs_desk.app.checklist_faults import ChecklistFault
    from cs_desk.domain.returns.checklist import Checklist, Condition, GoodCondition, Timer

    Translate = Callable[[str], str]

_Kind = TypeVar("_Kind")
_BINDING = frozenset({Grade.LAW, Grade.PLATFORM_RULE})
_PLACE = re.compile(r"(steps|timers|branches|conditions)\[(\d+)\](?:\.checks\[(\d+)\])?")


def unit_told(unit: TimerUnit, tr: Translate) -> str:
    """Return what a timer's amount counts."""
    return {
        TimerUnit.HOURS: tr("小时"),
        TimerUnit.DAYS: tr("天"),
        TimerUnit.CALENDAR_DAYS: tr("自然日"),
        TimerUnit.WORKDAYS: tr("工作日"),
    }[unit]


def amount_told(timer: Timer, tr: Translate) -> str:
    """Return how long a timer runs."""
    if timer.amount is None:
        return tr("看千牛")
    return f"{timer.amount} {unit_told(timer.unit, tr)}"


def grade_mark(grade: Grade, tr: Translate) -> str:
    """Return a source's grade in a word: only laws and whole rules are more than a reference."""
    return grade.value if grade in _BINDING else f"{grade.value} {tr('参考')}"


def grade_line(grade: Grade, tr: Translate) -> str:
    """Return a source's grade, and what may be said because of it."""
    if grade in _BINDING:
        return f"{grade.value} · {grade_told(grade, tr)}"
    return f"{grade.value} · {grade_told(grade, tr)}{tr('，参考')}"


def span_told(timer: Timer, tr: Translate) -> str:
    """Return from when to when a timer counts."""
    ends = _listed((anchor_told(anchor, tr) for anchor in timer.ends), tr)
    told = tr("从「%1」算起")
    began = with_facts(told, anchor_told(timer.anchor, tr))
    return began + with_facts(tr("，到「%1」为止"), ends) if ends else began


def category_told(condition: GoodCondition, tr: Translate) -> str:
    """Return a kind of goods."""
    return condition.category or tr("其他商品")


def cases_told(when: Condition, tr: Translate) -> str:
    """Return which cases something applies to."""
    parts = [
        _named(when.reasons, Reason, reason_told, tr),
        _named(when.outcomes, Outcome, outcome_told, tr),
        _listed(sorted(fault_told(fault, tr) for fault in when.faults), tr),
        _listed(sorted(parcel_told(parcel, tr) for parcel in when.parcels), tr),
        *sorted(flag_told(flag, tr) for flag in when.flags),
        *sorted(with_facts(tr("没有「%1」"), flag_told(flag, tr)) for flag in when.without),
    ]
    said = [part for part in parts if part]
    return tr("；").join(said) if said else tr("所有退货单")


def fault_in_words(fault: ChecklistFault, checklist: Checklist, tr: Translate) -> str:
    """Return what is wrong with ``checklist``, and where it is seen in the window."""
    where = place_told(fault.where, checklist, tr)
    why = sentence(fault.reason, tr)
    return with_facts(tr("%1：%2"), where, why) if where else why


def place_told(where: str, checklist: Checklist, tr: Translate) -> str:
    """Return the place of a fault as it is seen in the window; empty if it has none there."""
    found = _PLACE.match(where)
    if found is None:
        return ""
    kind, place = found[1], int(found[2])
    if kind == "timers":
        return with_facts(tr("时限 %1"), checklist.timers[place].id)
    if kind == "conditions":
        return with_facts(tr("完好标准「%1」"), category_told(checklist.conditions[place], tr))
    if kind == "branches":
        return with_facts(tr("第 %1 条分支"), str(place + 1))
    title = list(STEPS.values())[place]
    if found[3] is None:
        return with_facts(tr("「%1」"), title)
    return with_facts(tr("「%1」第 %2 项"), title, str(int(found[3]) + 1))


def _named(
    named: Iterable[_Kind],
    every: Iterable[_Kind],
    told: Callable[[_Kind, Translate], str],
    tr: Translate,
) -> str:
    """Name the fewer: those that are meant, or the ones that are not."""
    meant = set(named)
    others = [each for each in every if each not in meant]
    if meant and len(others) < len(meant):
        return with_facts(tr("除了%1"), _listed([told(each, tr) for each in others], tr))
    return _listed([told(each, tr) for each in every if each in meant], tr)


def _listed(words: Iterable[str], tr: Translate) -> str:
    return tr("、").join(words)
