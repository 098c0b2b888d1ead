"""Who pays the freight of a return, as a table of rules with their sources.

Short names: 争议规则 for 淘宝平台争议处理规则 (revised 2025-08-15), 消法 for 消费者权益保护法,
七日办法 for 网络购买商品七日无理由退货暂行办法 (revised 2020). No rule ever refuses a case: where
the sources leave the answer open, a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cs_desk.domain.returns.kinds import Fault, Flag, Outcome, Parcel, Payer, Reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.domain.returns.return_case import CaseFacts


class FreightRule(StrEnum):
    """The rule that decides; its reason and basis are put into words at the edge."""

    SELLER_FAULT = "seller_fault"
    """Quality, wrong, missing, damaged or misdescribed: the seller pays every leg.

    消法 art. 24; 争议规则 art. 49 (谁过错，谁承担).
    """
    NOTHING_RETURNS = "nothing_returns"
    """Not shipped yet, or the buyer keeps it: nothing travels, so there is no freight to pay.

    争议规则 art. 21, 22 and 27.
    """
    INTERCEPTED = "intercepted"
    """On its way to the buyer: 争议规则 art. 23 leaves the freight to whoever is at fault.

    Only until the parcel has arrived, with the buyer or back with the seller.
    """
    AGREED_UNSAID = "agreed_unsaid"
    """Agreed before anything was said about freight: the seller pays. 争议规则 art. 49."""
    REJECTED_PARCEL = "rejected_parcel"
    """Not accepted at the door, and why is not known, or the goods are excluded.

    争议规则 art. 37 (seller's fault), 39 (without reason) and 40.
    """
    OUT_OF_WINDOW = "out_of_window"
    """Asked too late for a return without reason; a supervisor decides. 消法 art. 24 and 25."""
    FAULT_UNKNOWN = "fault_unknown"
    """Nobody found out yet who is answerable.

    Where it stays unknown, the platform lets the seller pay the way out and the buyer the way
    back: 争议规则 art. 7.
    """
    BY_AGREEMENT = "by_agreement"
    """A repair or a second parcel for the buyer's sake: as agreed. 争议规则 art. 7."""
    INSURED = "insured"
    """退货宝 or 退货运费险 bears what the buyer would have paid, up to what its page shows.

    退货宝 rule (excerpt): a return or exchange that is carried out. No amount is ever promised.
    """
    NO_REASON_EXCHANGE = "no_reason_exchange"
    """An exchange for the buyer's sake: the buyer pays every leg. 争议规则 art. 54."""
    NO_RIGHT = "no_right"
    """Goods of a kind that is excluded, or was and the buyer confirmed it: a supervisor decides.

    消法 art. 25; 七日办法 art. 6 and 7. Everything else has the right by law: the badge 七天无理由
    only repeats it, and its absence takes nothing away.
    """
    INSURED_BOTH_LEGS = "insured_both_legs"
    """As ``INSURED`` for the way back; the buyer still owes the way out, as below."""
    NO_REASON_BOTH_LEGS = "no_reason_both_legs"
    """Not 包邮, or what is kept no longer reaches 包邮: the buyer pays both legs.

    消法 art. 25; 争议规则 art. 53; 七日办法 art. 18.
    """
    NO_REASON_FREE_SHIPPING = "no_reason_free_shipping"
    """包邮: the buyer pays the way back only. 争议规则 art. 53; 消法 art. 25; 七日办法 art. 18."""


@dataclass(frozen=True, slots=True)
class Freight:
    """Who pays the freight, and by which rule.

    Attributes:
        payer: Who pays, after a person had the last word.
        rule: The rule that applies to the case.
        computed: Whom that rule names.
    """

    payer: Payer
    rule: FreightRule
    computed: Payer

    @property
    def overruled(self) -> bool:
        """Whether a person named another payer than the rule."""
        return self.payer is not self.computed

    @property
    def owes_outbound(self) -> bool:
        """Whether the freight to the buyer may be kept back from the refund."""
        both_legs = (FreightRule.NO_REASON_BOTH_LEGS, FreightRule.INSURED_BOTH_LEGS)
        return self.rule in both_legs and self.payer in (Payer.BUYER, Payer.INSURANCE)


def freight_of(
    facts: CaseFacts, *, agreed_unsaid: bool, out_of_window: bool = False, arrived: bool = False
) -> Freight:
    """Return who pays the freight by the first rule of the table that holds.

    Args:
        facts: What is known of the case.
        agreed_unsaid: The return was agreed to before anything was said about freight.
        out_of_window: The buyer asked after the no-reason window.
        arrived: The parcel is no longer on its way to the buyer, wherever it was when they asked.
    """
    asked = _Asked(facts, agreed_unsaid, out_of_window, arrived)
    return next(Freight(payer, rule, payer) for rule, payer, holds in _TABLE if holds(asked))


def sellers_fault(facts: CaseFacts) -> bool:
    """Return whether the seller is answerable; a wrong description alone is enough."""
    return facts.fault is Fault.SELLER or Flag.MISDESCRIBED in facts.flags


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the rules of the table ask about a case."""

    facts: CaseFacts
    said_nothing: bool
    out_of_window: bool
    arrived: bool

    @property
    def sellers_fault(self) -> bool:
        return sellers_fault(self.facts)

    @property
    def unshipped(self) -> bool:
        return self.facts.parcel is Parcel.UNSHIPPED

    @property
    def rejected(self) -> bool:
        return self.facts.reason is Reason.REFUSED

    @property
    def in_transit(self) -> bool:
        if self.arrived or self.rejected:
            return False
        return self.facts.parcel is Parcel.IN_TRANSIT or self.facts.reason is Reason.INTERCEPT

    @property
    def kept(self) -> bool:
        keeps = self.facts.outcome in (Outcome.REFUND_ONLY, Outcome.PARTIAL)
        return keeps and not self.rejected

    @property
    def agreed_unsaid(self) -> bool:
        return self.said_nothing and not self.kept and not self.rejected

    @property
    def fault_unknown(self) -> bool:
        return self.facts.fault is Fault.UNKNOWN

    @property
    def too_late(self) -> bool:
        return self.facts.reason is Reason.OVERDUE or (
            self.out_of_window and not self.fault_unknown
        )

    @property
    def no_right(self) -> bool:
        return Flag.SPECIAL in self.facts.flags

    @property
    def exchanged(self) -> bool:
        return self.facts.outcome is Outcome.EXCHANGE

    @property
    def by_agreement(self) -> bool:
        return self.facts.outcome in (Outcome.REPAIR, Outcome.RESEND)

    @property
    def insured(self) -> bool:
        # Insurance bears a return or an exchange; a parcel turned away at the door is neither.
        return Flag.INSURED in self.facts.flags and not self.rejected

    @property
    def both_legs(self) -> bool:
        flags = self.facts.flags
        return Flag.FREE_SHIPPING not in flags or Flag.BROKE_FREE_SHIPPING in flags


# The first row that holds decides. Below FAULT_UNKNOWN the buyer is answerable: it is a return
# without reason in the sense of the law, with or without the badge.
_TABLE: tuple[tuple[FreightRule, Payer, Callable[[_Asked], bool]], ...] = (
    (FreightRule.SELLER_FAULT, Payer.SELLER, lambda asked: asked.sellers_fault),
    (FreightRule.NOTHING_RETURNS, Payer.SELLER, lambda asked: asked.unshipped),
    (FreightRule.INTERCEPTED, Payer.UNDECIDED, lambda asked: asked.in_transit),
    (FreightRule.AGREED_UNSAID, Payer.SELLER, lambda asked: asked.agreed_unsaid),
    (
        FreightRule.REJECTED_PARCEL,
        Payer.UNDECIDED,
        lambda asked: asked.rejected and (asked.fault_unknown or asked.no_right),
    ),
    (FreightRule.OUT_OF_WINDOW, Payer.UNDECIDED, lambda asked: asked.too_late),
    (FreightRule.NOTHING_RETURNS, Payer.SELLER, lambda asked: asked.kept),
    (FreightRule.FAULT_UNKNOWN, Payer.UNDECIDED, lambda asked: asked.fault_unknown),
    (FreightRule.BY_AGREEMENT, Payer.UNDECIDED, lambda asked: asked.by_agreement),
    (
        FreightRule.INSURED,
        Payer.INSURANCE,
        lambda asked: asked.exchanged and asked.insured,
    ),
    (FreightRule.NO_REASON_EXCHANGE, Payer.BUYER, lambda asked: asked.exchanged),
    (FreightRule.NO_RIGHT, Payer.UNDECIDED, lambda asked: asked.no_right),
    (
        FreightRule.INSURED_BOTH_LEGS,
        Payer.INSURANCE,
        lambda asked: asked.insured and asked.both_legs,
    ),
    (FreightRule.INSURED, Payer.INSURANCE, lambda asked: asked.insured),
    (FreightRule.NO_REASON_BOTH_LEGS, Payer.BUYER, lambda asked: asked.both_legs),
    (FreightRule.NO_REASON_FREE_SHIPPING, Payer.BUYER, lambda _: True),
)
