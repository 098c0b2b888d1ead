"""A return case in words, for people who read it in a terminal; personal data is masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.app.case_banner_words import banner
from cs_desk.app.case_history_words import history_told
from cs_desk.app.case_wording import (
    case_status_told,
    fault_told,
    left_told,
    outcome_told,
    reason_told,
    status_told,
)
from cs_desk.domain.returns.kinds import StepStatus
from cs_desk.domain.returns.masking import masked_name, masked_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from cs_desk.domain.returns.case_view import CaseView, CheckView, StepView

    Translate = Callable[[str], str]


def case_told(view: CaseView, retention_days: int, now: datetime, tr: Translate) -> str:
    """Return a case in lines: what it is, its five notes, its steps, and what was done."""
    return "\n".join(
        [
            *_head(view, tr),
            "",
            *_notes(view, retention_days, now, tr),
            "",
            *(line for step in view.steps for line in _step(step, now, tr)),
            "",
            *_history(view, tr),
        ]
    )


def _head(view: CaseView, tr: Translate) -> Iterator[str]:
    case, facts = view.case, view.case.facts
    yield f"{case.id}  {case_status_told(case.status, tr)}"
    kinds = (
        reason_told(facts.reason, tr),
        fault_told(facts.fault, tr),
        outcome_told(facts.outcome, tr),
    )
    yield "  ".join(kinds)
    words = (masked_text(text, case.nicks) for text in (facts.item, facts.spec))
    named = (facts.order, masked_name(facts.buyer), *words)
    yield "  ".join(filter(None, named))


def _notes(view: CaseView, retention_days: int, now: datetime, tr: Translate) -> Iterator[str]:
    told = banner(view, now, tr, retention_days=retention_days)
    for name, text in (
        (tr("退货时效"), told.window),
        (tr("商品状态"), told.condition),
        (tr("退货费用"), told.freight),
        (tr("退款金额"), told.refund),
        (tr("隐私保护"), told.privacy),
    ):
        yield f"{name}{tr('：')}{text}"


def _step(step: StepView, now: datetime, tr: Translate) -> Iterator[str]:
    told = (
        step.step.title,
        status_told(step.status, tr),
        left_told(step.deadline, now, tr),
        step.skipped,
    )
    yield "  ".join(filter(None, told))
    if step.status is not StepStatus.NOT_APPLICABLE:
        yield from map(_check, step.checks)


def _check(view: CheckView) -> str:
    mark = "x" if view.tick else " "
    must = "*" if view.check.mandatory else " "
    return f"  [{mark}]{must} {view.check.key}  {view.check.title}"


def _history(view: CaseView, tr: Translate) -> Iterator[str]:
    names = view.case.nicks
    for line in view.case.history:
        told = masked_text(history_told(line, tr), names=names)
        yield "  ".join(filter(None, (f"{line.at:%Y-%m-%d %H:%M}", line.by, told)))
    for note in view.case.notes:
        text = masked_text(note.text, names=names)
        yield f"{note.at:%Y-%m-%d %H:%M}  {note.by}{tr('：')}{text}"
