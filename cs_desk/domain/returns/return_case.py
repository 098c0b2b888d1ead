"""One return from request to refund, as an immutable value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from cs_desk.domain.returns.kinds import (
    Anchor,
    CaseStatus,
    Fault,
    Flag,
    Outcome,
    Parcel,
    Payer,
    Reason,
)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """An item of the order: its name and its price in 分, before any discount."""

    name: str
    fen: int


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known of the order and of what the buyer wants; money in 分.

    Attributes:
        order: Order number.
        buyer: The buyer's nick, unmasked.
        item: What is returned, in words.
        spec: Its colour, size …
        category: Kind of goods, for what 完好 means.
        paid: What the buyer paid for the order, 实付款, freight included; None if not known.
        freight_paid: How much of ``paid`` was for freight; 0 if it was 包邮.
        reason: Why it comes back.
        fault: Who is answerable.
        outcome: How the case is to end.
        parcel: Where the goods were when the buyer asked.
        flags: Marks of the order.
        moments: When what happened, as far as it was entered.
        goods: The items of the order; empty if only ``paid`` is known.
        returned: Places in ``goods`` of the items that come back; empty for all.
        discount: The order's 满减: how much less.
        discount_over: The sum of prices from which ``discount`` is given; 0 for any.
        outbound_freight: What the buyer owes for outbound freight, if the rules say so and they
            did not pay it in the order.
        gift: The marked price of a gift that does not come back; 0 if there is none.
        coupon: What was paid by coupons or points, which come back in kind; 0 if nothing.
        shop: Id of the shop.
    """

    order: str = ""
    buyer: str = ""
    item: str = ""
    spec: str = ""
    category: str = ""
    paid: int | None = None
    freight_paid: int = 0
    reason: Reason = Reason.MISC
    fault: Fault = Fault.UNKNOWN
    outcome: Outcome = Outcome.RETURN_REFUND
    parcel: Parcel = Parcel.SIGNED
    flags: frozenset[Flag] = frozenset()
    moments: Mapping[Anchor, datetime] = field(default_factory=dict)
    goods: tuple[OrderLine, ...] = ()
    returned: tuple[int, ...] = ()
    discount: int = 0
    discount_over: int = 0
    outbound_freight: int = 0
    gift: int = 0
    coupon: int = 0
    shop: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """Who ticked a check, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote down."""

    by: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A picture or another file that was attached.

    Attributes:
        sha256: Hash of its content, by which it is stored; hexadecimal.
        name: Its name as it was attached; also tells its kind.
        size: Bytes.
        by: Who attached it.
        at: When.
        step: Key of the step that was current; empty if none was.
    """

    sha256: str
    name: str
    size: int
    by: str
    at: datetime
    step: str = ""


@dataclass(frozen=True, slots=True)
class SentReply:
    """A reply that was copied for this case.

    Attributes:
        template: Id of its template.
        title: The template's title at that time.
        text: What was copied, with personal data masked.
        sha256: Hash of what was copied, unmasked, in UTF-8; hexadecimal.
        by: Who copied it.
        at: When.
    """

    template: str
    title: str
    text: str
    sha256: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReadDeadline:
    """A deadline that the agent read off 千牛's countdown; it comes before every rule.

    Attributes:
        at: When it runs out.
        read_at: When it was read.
        by: Who read it.
    """

    at: datetime
    read_at: datetime
    by: str


class Act(StrEnum):
    """What a line of the history tells."""

    OPENED = "opened"
    TICKED = "ticked"
    UNTICKED = "unticked"
    NOTED = "noted"
    SET = "set"
    DEADLINE_READ = "deadline_read"
    DEADLINE_DROPPED = "deadline_dropped"
    REPLIED = "replied"
    ATTACHED = "attached"
    DETACHED = "detached"
    OVERRULED = "overruled"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"
    UNDONE = "undone"
    MOVED_ON = "moved_on"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that was done to a case; lines are only ever added.

    Attributes:
        at: When.
        by: Who.
        act: What was done.
        about: What it was done to: a check's title, the name of a field (``moments.signed`` for
            a moment), the key of a line of the refund, a template's title, a masked file name.
        detail: The new value in a stable written form, where there is one: an enum's value, 分 in
            digits, a moment in ISO 8601; of what was undone, its act and its detail, parted by a
            blank. Never personal data; empty for a line of the refund that follows the rules again.
    """

    at: datetime
    by: str
    act: Act
    about: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReturnCase:
    """One return from request to refund.

    Attributes:
        id: Short number that people say, ``R261122-003``.
        checklist: Version of the checklist that it is worked by.
        opened_at: When it was opened.
        facts: What is known of the order.
        ticks: Check key to who ticked it.
        notes: What was written down, oldest first.
        evidence: What was attached, oldest first.
        replies: What was copied, oldest first.
        readings: Step key to the deadline read off 千牛 for it.
        payer: Who pays the freight, where a person overruled the rules.
        overruled: Key of a line of the refund to the 分 that a person put there.
        closed_at: When it was closed; None while it is open.
        history: Everything that was done, oldest first.
        former_buyers: Nicks that stood in the facts before the present one; they stay masked.
    """

    id: str
    checklist: str
    opened_at: datetime
    facts: CaseFacts
    ticks: Mapping[str, Tick] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    replies: tuple[SentReply, ...] = ()
    readings: Mapping[str, ReadDeadline] = field(default_factory=dict)
    payer: Payer | None = None
    overruled: Mapping[str, int] = field(default_factory=dict)
    closed_at: datetime | None = None
    history: tuple[HistoryLine, ...] = ()
    former_buyers: tuple[str, ...] = ()

    @property
    def nicks(self) -> tuple[str, ...]:
        """Every nick that the buyer has or had, to be masked wherever it stands."""
        return tuple(nick for nick in (self.facts.buyer, *self.former_buyers) if nick)

    @property
    def status(self) -> CaseStatus:
        """Whether it is still worked on."""
        return CaseStatus.OPEN if self.closed_at is None else CaseStatus.CLOSED
