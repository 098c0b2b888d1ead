"""What is wrong with a checklist, whether it came from a file or was edited in the window."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, TypeVar

from cs_desk.domain.errors import Sentence
from cs_desk.domain.returns.checklist import TimerUnit
from cs_desk.domain.returns.kinds import Anchor, Fault, Outcome, Parcel, Reason
from cs_desk.domain.returns.seven_steps import STEPS
from cs_desk.domain.text_direction import without_direction_controls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cs_desk.domain.returns.checklist import (
        Branch,
        Check,
        Checklist,
        Condition,
        Step,
        Timer,
    )

MAX_TITLE_LENGTH = 60
MAX_TEXT_LENGTH = 300
MAX_FILLED_LENGTH = 100
"""Longest text that fills a placeholder."""
MAX_ENTRIES = 100
"""Most checks, suggestions … of one step; most timers, branches and kinds of goods."""
MAX_AMOUNT = 9_999
NO_REASON_WINDOW = "T0"
NO_REASON_DAYS = 7
"""Fewest days of the no-reason window: 消费者权益保护法 art. 25; a shop may only promise more."""

_KEY = re.compile(r"[a-z][a-z0-9_]{0,59}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class ChecklistFault:
    """One thing that is wrong.

    Attributes:
        where: Field of the checklist, ``steps[2].checks[1].key``.
        reason: What is wrong there.
    """

    where: str
    reason: Sentence


def checklist_faults(checklist: Checklist) -> Iterator[ChecklistFault]:
    """Yield everything that is wrong with ``checklist``, in the order of its fields.

    Checks that no case ever has come last: another fault may be the cause of that.
    """
    for name in ("id", "version", "title"):
        yield from _text(name, getattr(checklist, name), MAX_TITLE_LENGTH)
    yield from _steps(checklist)
    yield from _branches(checklist)
    yield from _timers(checklist)
    yield from _conditions(checklist)
    yield from _idle_checks(checklist)


def _steps(checklist: Checklist) -> Iterator[ChecklistFault]:
    if len(checklist.steps) != len(STEPS):
        given = str(len(checklist.steps))
        yield ChecklistFault("steps", Sentence("应有 %1 个步骤，现在是 %2 个", ("7", given)))
    seen: set[str] = set()
    for index, (step, (key, title)) in enumerate(zip(checklist.steps, STEPS.items(), strict=False)):
        where = f"steps[{index}]"
        yield from _fixed(f"{where}.key", step.key, key)
        yield from _fixed(f"{where}.title", step.title, title)
        yield from _count(f"{where}.checks", step.checks)
        if not step.checks:
            yield ChecklistFault(f"{where}.checks", Sentence("至少要有一个检查项"))
        for number, check in enumerate(step.checks):
            yield from _check(f"{where}.checks[{number}]", check, seen)
        yield from _around_the_checks(where, step, checklist)


def _check(where: str, check: Check, seen: set[str]) -> Iterator[ChecklistFault]:
    if not _KEY.fullmatch(check.key):
        told = Sentence("「%1」应由小写字母、数字和下划线组成，以字母开头", (check.key,))
        yield ChecklistFault(f"{where}.key", told)
    yield from _repeated(f"{where}.key", check.key, seen)
    yield from _text(f"{where}.title", check.title, MAX_TITLE_LENGTH)
    yield from _text(f"{where}.hint", check.hint, MAX_TEXT_LENGTH, needed=False)


def _around_the_checks(where: str, step: Step, checklist: Checklist) -> Iterator[ChecklistFault]:
    seen: set[str] = set()
    for number, timer_id in enumerate(step.timers):
        place = f"{where}.timers[{number}]"
        yield from _repeated(place, timer_id, seen)
        if checklist.timer(timer_id) is None:
            yield ChecklistFault(place, Sentence("没有「%1」这个时限", (timer_id,)))
    yield from _count(f"{where}.suggestions", step.suggestions)
    for number, suggestion in enumerate(step.suggestions):
        place = f"{where}.suggestions[{number}].reply"
        yield from _text(place, suggestion.reply, MAX_TITLE_LENGTH)
    yield from _count(f"{where}.evidence", step.evidence)
    for number, words in enumerate(step.evidence):
        yield from _text(f"{where}.evidence[{number}]", words, MAX_TITLE_LENGTH)


def _branches(checklist: Checklist) -> Iterator[ChecklistFault]:
    yield from _count("branches", checklist.branches)
    first = next(iter(STEPS))
    for index, branch in enumerate(checklist.branches):
        where = f"branches[{index}]"
        yield from _text(f"{where}.reason", branch.reason, MAX_TITLE_LENGTH)
        if not branch.skips:
            yield ChecklistFault(f"{where}.skips", Sentence("至少要写一个跳过的步骤"))
        for number, key in enumerate(branch.skips):
            place = f"{where}.skips[{number}]"
            if key not in STEPS:
                yield ChecklistFault(place, Sentence("没有「%1」这个步骤", (key,)))
            if key == first:
                yield ChecklistFault(place, Sentence("第一步不能跳过"))


def _timers(checklist: Checklist) -> Iterator[ChecklistFault]:
    yield from _count("timers", checklist.timers)
    seen: set[str] = set()
    for index, timer in enumerate(checklist.timers):
        where = f"timers[{index}]"
        yield from _text(f"{where}.id", timer.id, MAX_TITLE_LENGTH)
        yield from _repeated(f"{where}.id", timer.id, seen)
        yield from _text(f"{where}.title", timer.title, MAX_TITLE_LENGTH)
        yield from _amount(f"{where}.amount", timer)
        if timer.anchor in timer.ends:
            told = Sentence("开始计时的时刻不能又是结束的时刻")
            yield ChecklistFault(f"{where}.ends", told)
        yield from _text(f"{where}.expiry", timer.expiry, MAX_TEXT_LENGTH, needed=False)
        yield from _text(f"{where}.source", timer.source, MAX_TEXT_LENGTH)
        if timer.checked_on is None:
            yield ChecklistFault(f"{where}.checked_on", Sentence("缺少核对日期"))
    yield from _no_reason_window(checklist)


def _no_reason_window(checklist: Checklist) -> Iterator[ChecklistFault]:
    timer = checklist.timer(NO_REASON_WINDOW)
    if timer is None:
        yield ChecklistFault("timers", Sentence("缺少时限「%1」", (NO_REASON_WINDOW,)))
        return
    where = f"timers[{checklist.timers.index(timer)}]"
    if timer.unit is not TimerUnit.CALENDAR_DAYS or timer.anchor is not Anchor.SIGNED:
        told = Sentence("七天无理由要从签收次日起按自然日算")
        yield ChecklistFault(f"{where}.unit", told)
    if (timer.amount or 0) < NO_REASON_DAYS:
        told = Sentence("七天无理由不能少于 %1 天，只能承诺更长", (str(NO_REASON_DAYS),))
        yield ChecklistFault(f"{where}.amount", told)


def _amount(where: str, timer: Timer) -> Iterator[ChecklistFault]:
    if timer.amount is not None and not 1 <= timer.amount <= MAX_AMOUNT:
        told = Sentence("时限应在 %1 到 %2 之间", ("1", str(MAX_AMOUNT)))
        yield ChecklistFault(where, told)


def _conditions(checklist: Checklist) -> Iterator[ChecklistFault]:
    yield from _count("conditions", checklist.conditions)
    seen: set[str] = set()
    for index, condition in enumerate(checklist.conditions):
        where = f"conditions[{index}]"
        category = condition.category
        yield from _text(f"{where}.category", category, MAX_TITLE_LENGTH, needed=False)
        yield from _repeated(f"{where}.category", category, seen)
        yield from _text(f"{where}.demands", condition.demands, MAX_FILLED_LENGTH)
        for name in ("accessories", "proof"):
            text = getattr(condition, name)
            yield from _text(f"{where}.{name}", text, MAX_FILLED_LENGTH, needed=False)
        yield from _text(f"{where}.source", condition.source, MAX_TEXT_LENGTH, needed=False)
    if "" not in seen:
        told = Sentence("缺少品类为空的一条，它用于没有列出的商品")
        yield ChecklistFault("conditions", told)


def _idle_checks(checklist: Checklist) -> Iterator[ChecklistFault]:
    for index, step in enumerate(checklist.steps):
        for number, check in enumerate(step.checks):
            if not _can_be_reached(check, step, checklist.branches):
                told = Sentence("没有一种退货单会用到「%1」，请检查条件和分支", (check.title,))
                yield ChecklistFault(f"steps[{index}].checks[{number}].when", told)


def _fixed(where: str, given: str, due: str) -> Iterator[ChecklistFault]:
    if given != due:
        told = Sentence("七个步骤是固定的，这里应是「%1」，现在是「%2」", (due, given))
        yield ChecklistFault(where, told)


def _repeated(where: str, name: str, seen: set[str]) -> Iterator[ChecklistFault]:
    if name in seen:
        yield ChecklistFault(where, Sentence("「%1」重复，前面已经有一个", (name,)))
    seen.add(name)


def _count(where: str, entries: tuple[object, ...]) -> Iterator[ChecklistFault]:
    if len(entries) > MAX_ENTRIES:
        yield ChecklistFault(where, Sentence("超过 %1 项", (str(MAX_ENTRIES),)))


def _text(where: str, text: str, longest: int, *, needed: bool = True) -> Iterator[ChecklistFault]:
    if needed and not text.strip():
        yield ChecklistFault(where, Sentence("不能为空"))
    if len(text) > longest:
        yield ChecklistFault(where, Sentence("文字超过 %1 个字符", (str(longest),)))
    if _CONTROL.search(text) or without_direction_controls(text) != text:
        yield ChecklistFault(where, Sentence("文字里有换行或其他控制字符"))


def _can_be_reached(check: Check, step: Step, branches: Iterable[Branch]) -> bool:
    """Return whether there may be a case that has ``check`` and does not skip ``step``."""
    when = check.when
    if when.flags & when.without:
        return False
    skipping = [
        branch.when
        for branch in branches
        if step.key in branch.skips and _flags_always_hold(branch.when, when)
    ]
    cases = product(
        _allowed(when.reasons, Reason),
        _allowed(when.outcomes, Outcome),
        _allowed(when.faults, Fault),
        _allowed(when.parcels, Parcel),
    )
    return any(not any(_covers(branch, case) for branch in skipping) for case in cases)


def _flags_always_hold(branch: Condition, when: Condition) -> bool:
    return branch.flags <= when.flags and branch.without <= when.without


def _covers(branch: Condition, case: tuple[Reason, Outcome, Fault, Parcel]) -> bool:
    reason, outcome, fault, parcel = case
    return (
        (not branch.reasons or reason in branch.reasons)
        and (not branch.outcomes or outcome in branch.outcomes)
        and (not branch.faults or fault in branch.faults)
        and (not branch.parcels or parcel in branch.parcels)
    )


def _allowed(named: frozenset[_Kind], every: Iterable[_Kind]) -> Iterable[_Kind]:
    return named or every
