"""A return case as scripts read it; personal data is masked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cs_desk.app.case_banner_words import banner
from cs_desk.app.case_history_words import history_told
from cs_desk.app.case_replies import suggested
from cs_desk.app.case_wording import (
    deadline_source,
    freight_basis,
    freight_reason,
    line_told,
)
from cs_desk.domain.returns.kinds import Level
from cs_desk.domain.returns.masking import masked_name, masked_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cs_desk.domain.returns.case_view import CaseView, CheckView, StepView
    from cs_desk.domain.returns.deadlines import Deadline
    from cs_desk.domain.returns.return_case import CaseFacts, ReturnCase
    from cs_desk.domain.returns.verdict import Verdict
    from cs_desk.domain.template import TemplateLibrary

    Translate = Callable[[str], str]


def case_shape(
    view: CaseView,
    library: TemplateLibrary,
    now: datetime,
    tr: Translate,
    *,
    retention_days: int,
) -> dict[str, Any]:
    """Return a case with everything that follows from it at ``now``, ready for JSON.

    Args:
        view: The case.
        library: Holds the replies that its steps suggest.
        now: The present moment, in China's zone.
        tr: Translates the words; codes and keys are the same in every language.
        retention_days: How long a closed case is kept.
    """
    case, facts = view.case, view.case.facts
    return {
        "id": case.id,
        "order": facts.order,
        "buyer": masked_name(facts.buyer),
        "item": masked_text(facts.item, case.nicks),
        "spec": masked_text(facts.spec, case.nicks),
        "reason": facts.reason.value,
        "fault": facts.fault.value,
        "outcome": facts.outcome.value,
        "status": case.status.value,
        "current_step": view.current,
        "level": view.due.level(now).value if view.due else Level.NONE.value,
        "open_checks": [check.key for check in view.open_checks()],
        "steps": [_step(step, library, now, tr) for step in view.steps],
        "banner": _banner(view, now, tr, retention_days),
        "verdict": _verdict(view.verdict, case.nicks, tr),
        "facts": _facts(facts, case.nicks),
        **_kept(case),
        "history": [
            {
                "at": line.at.isoformat(),
                "by": line.by,
                "what": masked_text(history_told(line, tr), names=case.nicks),
            }
            for line in case.history
        ],
        "opened_at": case.opened_at.isoformat(),
        "closed_at": case.closed_at.isoformat() if case.closed_at else None,
        "deleted_on": view.deleted_on.isoformat() if view.deleted_on else None,
        "checklist": view.checklist.version,
    }


def _step(step: StepView, library: TemplateLibrary, now: datetime, tr: Translate) -> dict[str, Any]:
    found = (t.id for name in step.suggestions for t in suggested(name, library))
    return {
        "key": step.step.key,
        "title": step.step.title,
        "actor": step.step.actor.value,
        "status": step.status.value,
        "skipped": step.skipped,
        "checks": [_check(view) for view in step.checks],
        "deadline": _deadline(step.deadline, now, tr),
        "suggests": list(dict.fromkeys(found)),
        "evidence": list(step.step.evidence),
    }


def _check(view: CheckView) -> dict[str, Any]:
    return {
        "key": view.check.key,
        "title": view.check.title,
        "mandatory": view.check.mandatory,
        "supervisor": view.check.supervisor,
        "hint": view.check.hint,
        "done": view.tick is not None,
        "by": view.tick.by if view.tick else None,
        "at": view.tick.at.isoformat() if view.tick else None,
    }


def _deadline(deadline: Deadline | None, now: datetime, tr: Translate) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "at": deadline.at.isoformat(),
        "from": deadline.begins.isoformat(),
        "source": deadline_source(deadline, tr),
        "level": deadline.level(now).value,
        "timer": deadline.timer.id if deadline.timer else None,
    }


def _banner(
    view: CaseView, now: datetime, tr: Translate, retention_days: int
) -> dict[str, dict[str, str | None]]:
    told = banner(view, now, tr, retention_days=retention_days)
    window = view.window
    return {
        "window": {
            "text": told.window,
            "from": window.begins.isoformat() if window else None,
            "last": window.at.isoformat() if window else None,
            "source": deadline_source(window, tr) if window else None,
        },
        "condition": {"text": told.condition},
        "freight": {"text": told.freight},
        "refund": {"text": told.refund},
        "privacy": {"text": told.privacy},
    }


def _verdict(verdict: Verdict, nicks: tuple[str, ...], tr: Translate) -> dict[str, Any]:
    freight = verdict.freight
    return {
        "freight_payer": freight.payer.value,
        "freight_rule": freight.rule.value,
        "overruled_payer": freight.overruled,
        "reason": freight_reason(freight.rule, tr),
        "basis": freight_basis(freight.rule, tr),
        "refund_fen": verdict.refund,
        "lines": [
            {
                "key": line.key,
                "label": masked_text(line_told(line, tr), nicks),
                "fen": line.fen,
                "computed_fen": line.computed,
            }
            for line in verdict.lines
        ],
        "refund_methods": {"pro_rata": verdict.pro_rata, "resettle": verdict.resettle},
    }


def _facts(facts: CaseFacts, nicks: tuple[str, ...]) -> dict[str, Any]:
    return {
        "category": facts.category,
        "parcel": facts.parcel.value,
        "flags": sorted(flag.value for flag in facts.flags),
        "paid_fen": facts.paid,
        "freight_paid_fen": facts.freight_paid,
        "moments": {anchor.value: at.isoformat() for anchor, at in facts.moments.items()},
        "goods": [
            {
                "label": masked_text(line.name, nicks),
                "fen": line.fen,
                "returned": not facts.returned or place in facts.returned,
            }
            for place, line in enumerate(facts.goods)
        ],
        "discount_fen": facts.discount,
        "discount_over_fen": facts.discount_over,
        "outbound_freight_fen": facts.outbound_freight,
        "gift_fen": facts.gift,
        "coupon_fen": facts.coupon,
        "shop": facts.shop,
    }


def _kept(case: ReturnCase) -> dict[str, Any]:
    """Return what was written down, attached and copied."""
    names = case.nicks
    return {
        "notes": [
            {"at": note.at.isoformat(), "by": note.by, "text": masked_text(note.text, names=names)}
            for note in case.notes
        ],
        "evidence": [
            {
                "at": held.at.isoformat(),
                "by": held.by,
                "name": masked_text(held.name, names=names),
                "bytes": held.size,
                "sha256": held.sha256,
                "step": held.step,
            }
            for held in case.evidence
        ],
        "replies": [
            {
                "at": reply.at.isoformat(),
                "by": reply.by,
                "template": reply.template,
                "title": reply.title,
                "text": reply.text,
                "sha256": reply.sha256,
            }
            for reply in case.replies
        ],
    }
