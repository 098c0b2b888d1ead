"""The checklist of a return as data: seven steps, their checks, timers, and where they apply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Outcome, Parcel, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cs_desk.domain.returns.return_case import CaseFacts


class Actor(StrEnum):
    """Whose turn a step is."""

    AGENT = "客服"
    BUYER = "买家"
    REVIEWER = "客服/主管"
    WAREHOUSE = "仓库/客服"
    FINANCE = "客服/财务"


@dataclass(frozen=True, slots=True)
class Condition:
    """Which cases something applies to; what is left empty does not matter.

    Attributes:
        reasons: The case has one of these reasons.
        outcomes: It is to have one of these outcomes.
        faults: One of these is answerable.
        parcels: The goods were in one of these places.
        flags: It carries every one of these marks.
        without: It carries none of these marks.
    """

    reasons: frozenset[Reason] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()
    faults: frozenset[Fault] = frozenset()
    parcels: frozenset[Parcel] = frozenset()
    flags: frozenset[Flag] = frozenset()
    without: frozenset[Flag] = frozenset()

    def holds_for(self, facts: CaseFacts) -> bool:
        """Return whether a case with ``facts`` is meant."""
        return (
            (not self.reasons or facts.reason in self.reasons)
            and (not self.outcomes or facts.outcome in self.outcomes)
            and (not self.faults or facts.fault in self.faults)
            and (not self.parcels or facts.parcel in self.parcels)
            and self.flags <= facts.flags
            and not self.without & facts.flags
        )


ALWAYS = Condition()


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to do or to look at inside a step.

    Attributes:
        key: Stable ASCII name, unique in the checklist.
        title: What to do, as the agent reads it.
        mandatory: Whether the step stays open without it.
        when: The cases that have it.
        hint: Why, or how; empty if the title says all.
        marks: The moment that the tick records; None for most.
        supervisor: Whether it is a supervisor's decision; nobody is kept from ticking it, and the
            history says who did.
    """

    key: str
    title: str
    mandatory: bool = False
    when: Condition = ALWAYS
    hint: str = ""
    marks: Anchor | None = None
    supervisor: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reply that helps with a step: a template's theme, code or id."""

    reply: str
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Step:
    """One of the seven steps.

    Attributes:
        key: Stable ASCII name.
        title: The seed's fixed title.
        actor: Whose turn it is.
        checks: What it takes.
        timers: Ids of the timers that limit it.
        suggestions: Replies that help.
        evidence: What to keep as evidence, in words.
    """

    key: str
    title: str
    actor: Actor
    checks: tuple[Check, ...]
    timers: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """Steps that some cases do without.

    Attributes:
        when: Those cases.
        skips: Keys of the steps that do not apply to them.
        reason: Why, as the agent reads it.
    """

    when: Condition
    skips: tuple[str, ...]
    reason: str


class TimerUnit(StrEnum):
    """How a timer's amount is counted; none of them stops for holidays but the last."""

    HOURS = "hours"
    DAYS = "days"
    """24 hours each, from the very moment."""
    CALENDAR_DAYS = "calendar_days"
    """Whole days of China's calendar, from the day after: the last one ends at 23:59:59."""
    WORKDAYS = "workdays"
    """Whole days, Monday to Friday; public holidays are not known."""


class Grade(StrEnum):
    """How far a source is to be trusted (research grades)."""

    LAW = "A"
    """Statute or regulation, read in full."""
    PLATFORM_RULE = "B"
    """Taobao's rule text."""
    EXCERPT = "B*"
    THIRD_PARTY = "C"
    UNVERIFIED = "D"


@dataclass(frozen=True, slots=True)
class Timer:
    """A limit in time, as an editable row.

    Attributes:
        id: ``T0`` to ``T14``, or a supervisor's own.
        title: What has to happen until then.
        amount: How long; None where only 千牛 shows it.
        unit: What ``amount`` counts.
        anchor: From when.
        ends: Moments that end the timer, whichever comes first.
        when: The cases that have it.
        expiry: What happens when it runs out.
        source: Where the figure comes from.
        grade: How far that source is to be trusted.
        checked_on: When a person last compared it with the source.
    """

    id: str
    title: str
    amount: int | None
    unit: TimerUnit
    anchor: Anchor
    ends: tuple[Anchor, ...] = ()
    when: Condition = ALWAYS
    expiry: str = ""
    source: str = ""
    grade: Grade = Grade.UNVERIFIED
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoodCondition:
    """What 完好 means for one kind of goods.

    Attributes:
        category: The kind of goods, ``服饰``; the empty one stands for all others.
        demands: What has to be as it was, as the buyer is told it.
        accessories: What belongs to it, for ``{附件清单}``.
        proof: What to take pictures of, for ``{凭证清单}``.
        source: Where this comes from.
        grade: How far that source is to be trusted.
    """

    category: str
    demands: str
    accessories: str = ""
    proof: str = ""
    source: str = ""
    grade: Grade = Grade.UNVERIFIED


@dataclass(frozen=True, slots=True)
class Checklist:
    """How returns are worked: a value with a version; a case keeps the one it began with.

    Attributes:
        id: Stable identity (a uuid).
        version: Counts up with every edit, ``2026.11.0``, ``2026.11.1`` …
        title: Its name.
        checked_on: When its rules were last compared with their sources.
        steps: The seven steps, in order.
        branches: Steps that some cases do without.
        timers: The limits in time, in the order of their ids.
        conditions: What 完好 means, by kind of goods.
    """

    id: str
    version: str
    title: str
    checked_on: date
    steps: tuple[Step, ...]
    branches: tuple[Branch, ...]
    timers: tuple[Timer, ...]
    conditions: tuple[GoodCondition, ...]

    def timer(self, timer_id: str) -> Timer | None:
        """Return the timer with this id."""
        return next((timer for timer in self.timers if timer.id == timer_id), None)

    def check(self, key: str) -> Check | None:
        """Return the check with this key."""
        return next((check for check in self._checks() if check.key == key), None)

    def marking(self, anchor: Anchor) -> Iterable[Check]:
        """Return the checks whose tick records the moment ``anchor``."""
        return (check for check in self._checks() if check.marks is anchor)

    def condition(self, category: str) -> GoodCondition | None:
        """Return what 完好 means for ``category``, or else for goods of no known kind."""
        known = {condition.category: condition for condition in self.conditions}
        return known.get(category) or known.get("")

    def _checks(self) -> Iterator[Check]:
        return (check for step in self.steps for check in step.checks)
