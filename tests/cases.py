"""Return cases to test with."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from cs_desk.domain.returns.case_summary import CaseSummary
from cs_desk.domain.returns.kinds import Anchor, Flag, Outcome, Reason
from cs_desk.domain.returns.return_case import Act, CaseFacts, HistoryLine, Note, ReturnCase, Tick

CHINA = timezone(timedelta(hours=8))
OPENED = datetime(2026, 11, 20, 9, 30, tzinfo=CHINA)


def case_of(number, **changes):
    """Return a case that two checks of were ticked; ``changes`` are its other fields."""
    at = OPENED + timedelta(minutes=number)
    given = {
        "id": f"R261120-{number:03}",
        "checklist": "2026.11.0",
        "opened_at": at,
        "facts": CaseFacts(
            order=f"2298{number:015}",
            buyer="小满同学",
            item="云朵保温杯",
            paid=8900,
            reason=Reason.QUALITY,
            flags=frozenset({Flag.NO_REASON, Flag.INSURED}),
            moments={Anchor.SIGNED: at - timedelta(days=2)},
        ),
        "ticks": {"proof": Tick("小林", at), "window": Tick("小林", at)},
        "notes": (Note("小林", at, "买家说杯盖漏水"),),
        "history": (
            HistoryLine(at, "小林", Act.OPENED),
            HistoryLine(at, "小林", Act.TICKED, "核对凭证"),
        ),
    }
    return ReturnCase(**{**given, **changes})


def summary_of(case):
    """Return a summary such as a case of ``case_of`` has."""
    return CaseSummary(
        id=case.id,
        order=case.facts.order,
        buyer=case.facts.buyer,
        item=case.facts.item,
        reason=case.facts.reason,
        outcome=Outcome.RETURN_REFUND,
        step="review",
        step_title="商家审核与地址",
        waiting=False,
        due_from=case.opened_at,
        due=case.opened_at + timedelta(days=2),
        opened_at=case.opened_at,
        closed_at=case.closed_at,
    )
