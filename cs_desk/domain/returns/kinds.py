"""The fixed words of a return case; the values are stored, exported and typed in scripts."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why the buyer sends something back."""

    QUALITY = "QUALITY"
    SIZE = "SIZE"
    COLOR = "COLOR"
    UNSUIT = "UNSUIT"
    MISC = "MISC"
    WRONG = "WRONG"
    MISSING = "MISSING"
    DAMAGED = "DAMAGED"
    NOT_AS_DESC = "NOT_AS_DESC"
    REFUSED = "REFUSED"
    INTERCEPT = "INTERCEPT"
    OVERDUE = "OVERDUE"


class Outcome(StrEnum):
    """How the case is to end."""

    RETURN_REFUND = "RETURN_REFUND"
    REFUND_ONLY = "REFUND_ONLY"
    EXCHANGE = "EXCHANGE"
    RESEND = "RESEND"
    REPAIR = "REPAIR"
    PARTIAL = "PARTIAL"
    REJECT = "REJECT"


class Fault(StrEnum):
    """Who is answerable for the reason."""

    SELLER = "seller"
    BUYER = "buyer"
    UNKNOWN = "unknown"


class Flag(StrEnum):
    """A mark of the order or of what was found out about it."""

    NO_REASON = "7天"
    """The item carries the badge 七天无理由."""
    FREE_SHIPPING = "包邮"
    INSURED = "退货宝"
    """退货宝 or 退货运费险 was on the order."""
    SPECIAL = "特殊商品"
    """Excluded from 七天无理由, and the buyer confirmed that when buying."""
    MISDESCRIBED = "与描述不符"
    """The page described it wrongly: whatever the reason, the seller is answerable."""
    BROKE_FREE_SHIPPING = "不再满足包邮"
    """What is kept no longer reaches the amount from which delivery was free."""


NO_MONEY_BACK = frozenset({Outcome.EXCHANGE, Outcome.RESEND, Outcome.REPAIR})
"""Outcomes in which goods come instead of money."""


class Parcel(StrEnum):
    """Where the goods were when the buyer asked."""

    UNSHIPPED = "unshipped"
    IN_TRANSIT = "in_transit"
    SIGNED = "signed"


class Anchor(StrEnum):
    """A moment of a case from which a timer runs, or which ends one."""

    SIGNED = "signed"
    """The buyer signed for the parcel."""
    APPLIED = "applied"
    """The buyer applied in the order page."""
    REFUSED = "refused"
    """The seller refused the application."""
    AGREED = "agreed"
    """The seller agreed to the return."""
    INTERCEPTING = "intercepting"
    """The courier was told to intercept."""
    SENT_BACK = "sent_back"
    """The buyer handed the goods to a courier."""
    RETURN_SIGNED = "return_signed"
    """Tracking shows that the returned parcel was signed for, or refused."""
    RECEIVED = "received"
    """The seller has the goods in hands."""
    SHIPPED = "shipped"
    """The order was shipped."""
    SUCCEEDED = "succeeded"
    """交易成功."""
    PAUSED = "paused"
    """The dispute was paused for the two sides to settle it."""
    EVIDENCE_ASKED = "evidence_asked"
    """The platform asked for evidence."""
    REFUNDED = "refunded"
    """The money went back, or the new item went out."""


class StepStatus(StrEnum):
    """How far a step is."""

    TODO = "todo"
    DOING = "doing"
    WAITING = "waiting"
    """For the buyer."""
    DONE = "done"
    NOT_APPLICABLE = "na"
    BLOCKED = "blocked"
    """All that is left is for a supervisor to decide."""


class Level(StrEnum):
    """How pressing a deadline is."""

    NONE = "none"
    OK = "ok"
    HALF = "half"
    LATE = "late"
    OVERDUE = "overdue"


class Payer(StrEnum):
    """Who pays the freight of a return."""

    SELLER = "seller"
    BUYER = "buyer"
    INSURANCE = "insurance"
    UNDECIDED = "undecided"


class CaseStatus(StrEnum):
    """Whether a case is still worked on."""

    OPEN = "open"
    CLOSED = "closed"


_SELLERS = frozenset(
    {Reason.QUALITY, Reason.WRONG, Reason.MISSING, Reason.DAMAGED, Reason.NOT_AS_DESC}
)
_BUYERS = frozenset({Reason.SIZE, Reason.COLOR, Reason.UNSUIT})


def usual_fault(reason: Reason, *, misdescribed: bool = False) -> Fault:
    """Return who is answerable for ``reason`` as long as nobody found out otherwise.

    Source: 淘宝平台争议处理规则 art. 49 (谁过错谁承担) and 73, 77 for what was misdescribed.
    """
    if reason in _SELLERS or misdescribed:
        return Fault.SELLER
    return Fault.BUYER if reason in _BUYERS else Fault.UNKNOWN
