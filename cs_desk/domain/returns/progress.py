"""Which steps and checks a case has, how far it is, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.returns.case_summary import CaseSummary
from cs_desk.domain.returns.case_view import CaseView, CheckView, StepView
from cs_desk.domain.returns.checklist import Actor
from cs_desk.domain.returns.deadlines import return_window, step_deadline
from cs_desk.domain.returns.kinds import CaseStatus, StepStatus
from cs_desk.domain.returns.retention import delete_on
from cs_desk.domain.returns.verdict import verdict_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cs_desk.domain.returns.checklist import Checklist, Step
    from cs_desk.domain.returns.deadlines import Deadline
    from cs_desk.domain.returns.return_case import CaseFacts, ReturnCase

_OVER = frozenset({StepStatus.DONE, StepStatus.NOT_APPLICABLE})


def view_of(case: ReturnCase, checklist: Checklist, retention_days: int) -> CaseView:
    """Return ``case`` with everything that follows from it.

    Args:
        case: The case.
        checklist: The version of the checklist that it is worked by.
        retention_days: How long a closed case is kept.
    """
    steps = _steps(case, checklist)
    running = [step.deadline for step in steps if step.deadline is not None]
    return CaseView(
        case=case,
        checklist=checklist,
        steps=steps,
        current=next((step.step.key for step in steps if step.status not in _OVER), ""),
        window=return_window(case, checklist),
        due=min(running, key=lambda deadline: deadline.at, default=None),
        condition=checklist.condition(case.facts.category),
        verdict=verdict_of(case, checklist),
        deleted_on=delete_on(case.closed_at, retention_days) if case.closed_at else None,
    )


def summary_of(view: CaseView) -> CaseSummary:
    """Return what the worklist shows of a case."""
    case, facts, due = view.case, view.case.facts, view.due
    current = view.step(view.current)
    return CaseSummary(
        id=case.id,
        order=facts.order,
        buyer=facts.buyer,
        item=facts.item,
        reason=facts.reason,
        outcome=facts.outcome,
        step=view.current,
        step_title=current.step.title if current else "",
        waiting=current is not None and current.status is StepStatus.WAITING,
        due_from=due.begins if due else None,
        due=due.at if due else None,
        opened_at=case.opened_at,
        closed_at=case.closed_at,
        former_buyers=case.former_buyers,
    )


def _steps(case: ReturnCase, checklist: Checklist) -> tuple[StepView, ...]:
    skipped = _skipped(case.facts, checklist)
    checks = {step.key: _checks(case, step) for step in checklist.steps}
    statuses = _statuses(checklist, checks, skipped)
    return tuple(
        StepView(
            step=step,
            status=statuses[step.key],
            checks=checks[step.key],
            deadline=_deadline(case, checklist, step, statuses[step.key]),
            suggestions=tuple(s.reply for s in step.suggestions if s.when.holds_for(case.facts)),
            skipped=skipped.get(step.key, ""),
        )
        for step in checklist.steps
    )


def _skipped(facts: CaseFacts, checklist: Checklist) -> dict[str, str]:
    """Return the steps that do not apply, each with the reason of the first branch that says so."""
    found: dict[str, str] = {}
    for branch in checklist.branches:
        if branch.when.holds_for(facts):
            for key in branch.skips:
                found.setdefault(key, branch.reason)
    return found


def _checks(case: ReturnCase, step: Step) -> tuple[CheckView, ...]:
    mine = (check for check in step.checks if check.when.holds_for(case.facts))
    return tuple(CheckView(check, case.ticks.get(check.key)) for check in mine)


def _statuses(
    checklist: Checklist,
    checks: Mapping[str, tuple[CheckView, ...]],
    skipped: Mapping[str, str],
) -> dict[str, StepStatus]:
    found: dict[str, StepStatus] = {}
    later_begun = False
    # From the last to the first, for a step that asks for nothing is done when a later one began.
    for step in reversed(checklist.steps):
        mine = checks[step.key]
        if step.key in skipped or not mine:
            found[step.key] = StepStatus.NOT_APPLICABLE
            continue
        begun = any(view.tick for view in mine)
        asks = any(view.check.mandatory for view in mine)
        done = not any(view.is_open for view in mine) if asks else begun or later_begun
        found[step.key] = StepStatus.DONE if done else StepStatus.TODO
        later_begun = later_begun or begun
    for step in checklist.steps:
        if found[step.key] is StepStatus.TODO:
            found[step.key] = _status_of_current(step, checks[step.key])
            break
    return found


def _status_of_current(step: Step, checks: tuple[CheckView, ...]) -> StepStatus:
    left = [view.check for view in checks if view.is_open]
    if left and all(check.supervisor for check in left):
        return StepStatus.BLOCKED
    return StepStatus.WAITING if step.actor is Actor.BUYER else StepStatus.DOING


def _deadline(
    case: ReturnCase, checklist: Checklist, step: Step, status: StepStatus
) -> Deadline | None:
    if status in _OVER or case.status is CaseStatus.CLOSED:
        return None
    return step_deadline(step, case, checklist)
