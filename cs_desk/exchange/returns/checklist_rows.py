"""How a checklist lies in its file; ``schema.json`` is made from these classes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct, field

from cs_desk.domain.returns.checklist import Actor, Grade, TimerUnit
from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Outcome, Parcel, Reason

Version = Annotated[int, Meta(ge=1)]


class ConditionRow(Struct, frozen=True, forbid_unknown_fields=True):
    """Which cases something applies to; what is left out does not matter."""

    reasons: frozenset[Reason] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()
    faults: frozenset[Fault] = frozenset()
    parcels: frozenset[Parcel] = frozenset()
    flags: frozenset[Flag] = frozenset()
    without: frozenset[Flag] = frozenset()


ALWAYS = ConditionRow()


class CheckRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to do or to look at inside a step."""

    key: str
    title: str
    mandatory: bool = False
    when: ConditionRow = ALWAYS
    hint: str = ""
    marks: Anchor | None = None
    supervisor: bool = False


class SuggestionRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A reply that helps with a step: a template's theme, code or id."""

    reply: str
    when: ConditionRow = ALWAYS


class StepRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One of the seven steps."""

    key: str
    title: str
    actor: Actor
    checks: tuple[CheckRow, ...]
    timers: tuple[str, ...] = ()
    suggestions: tuple[SuggestionRow, ...] = ()
    evidence: tuple[str, ...] = ()


class BranchRow(Struct, frozen=True, forbid_unknown_fields=True):
    """Steps that some cases do without."""

    skips: tuple[str, ...]
    reason: str
    when: ConditionRow = ALWAYS


class TimerRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A limit in time; without ``amount`` only 千牛 shows it."""

    id: str
    title: str
    unit: TimerUnit
    anchor: Anchor
    amount: int | None = None
    ends: tuple[Anchor, ...] = ()
    when: ConditionRow = ALWAYS
    expiry: str = ""
    source: str = ""
    grade: Grade = Grade.UNVERIFIED
    checked_on: date | None = None


class GoodConditionRow(Struct, frozen=True, forbid_unknown_fields=True):
    """What 完好 means for one kind of goods; the empty one stands for all others."""

    demands: str
    category: str = ""
    accessories: str = ""
    proof: str = ""
    source: str = ""
    grade: Grade = Grade.UNVERIFIED


class ChecklistDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    format: str
    format_version: Version
    id: str
    version: str
    title: str
    checked_on: date
    steps: tuple[StepRow, ...]
    conditions: tuple[GoodConditionRow, ...]
    branches: tuple[BranchRow, ...] = ()
    timers: tuple[TimerRow, ...] = ()
    schema: str = field(default="", name="$schema")
