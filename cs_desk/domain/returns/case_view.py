"""A case with everything that follows from it: what the window shows and scripts are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.returns.kinds import StepStatus

if TYPE_CHECKING:
    from datetime import date

    from cs_desk.domain.returns.checklist import Check, Checklist, GoodCondition, Step
    from cs_desk.domain.returns.deadlines import Deadline
    from cs_desk.domain.returns.return_case import ReturnCase, Tick
    from cs_desk.domain.returns.verdict import Verdict


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check of this case, and who ticked it."""

    check: Check
    tick: Tick | None

    @property
    def is_open(self) -> bool:
        """Whether it keeps its step from being done."""
        return self.check.mandatory and self.tick is None


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of this case.

    Attributes:
        step: The step as the checklist has it.
        status: How far it is.
        checks: Those of its checks that this case has.
        deadline: Until when it has to be done; None if no timer runs for it.
        suggestions: Themes, codes or ids of replies that help.
        skipped: Why it does not apply; empty if it does.
    """

    step: Step
    status: StepStatus
    checks: tuple[CheckView, ...]
    deadline: Deadline | None
    suggestions: tuple[str, ...]
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case and what follows from it by its checklist.

    Attributes:
        case: The case.
        checklist: The version of the checklist that it is worked by.
        steps: The seven steps.
        current: Key of the step that comes next; empty if all are done.
        window: The no-reason window (T0), whether or not it still matters; None if the day of
            signing is not known.
        due: The deadline that runs out first among the steps still to be done.
        condition: What 完好 means for these goods; None if the checklist does not say.
        verdict: Who pays the freight and how much goes back.
        deleted_on: The day on which it is deleted for good; None while it is open.
    """

    case: ReturnCase
    checklist: Checklist
    steps: tuple[StepView, ...]
    current: str
    window: Deadline | None
    due: Deadline | None
    condition: GoodCondition | None
    verdict: Verdict
    deleted_on: date | None

    def step(self, key: str) -> StepView | None:
        """Return the step with this key."""
        return next((step for step in self.steps if step.step.key == key), None)

    def open_checks(self) -> tuple[Check, ...]:
        """Return the mandatory checks that nobody has ticked yet, in the order of the steps."""
        return tuple(
            view.check
            for step in self.steps
            if step.status is not StepStatus.NOT_APPLICABLE
            for view in step.checks
            if view.is_open
        )
