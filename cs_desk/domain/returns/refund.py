"""How much goes back, in whole 分 and line by line.

What the buyer really paid is the basis (七日办法 art. 17): 实付款 for the goods, and the freight in
it, which goes back or does not on a line of its own. Where only part of an order comes back
there are two methods, and they differ: for A 120 and B 100, 满200减30 and so 190 paid, B gives

- 86.36 by its share of what was paid (``pro_rata``; the platform apportions discounts like this);
- 70.00 by settling what is kept again at the prices and terms of that day (``resettle``; 七日办法
  art. 17).

The first one counts unless a person decides otherwise; what 千牛 shows comes before both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cs_desk.domain.returns.freight import sellers_fault
from cs_desk.domain.returns.kinds import NO_MONEY_BACK, Parcel, Payer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cs_desk.domain.returns.freight import Freight
    from cs_desk.domain.returns.return_case import CaseFacts, OrderLine

REFUND_KEY = "refund"
"""Under this key a person puts the sum itself in the place of the computed one."""


class LineKind(StrEnum):
    """What a line of the refund stands for."""

    GOODS = "goods"
    """What was paid for one item that comes back, without freight."""
    PAID = "paid"
    """What was paid for the goods, where the items are not known one by one."""
    FREIGHT = "freight"
    """Outbound freight: negative where the buyer still owes it, positive where it goes back."""
    GIFT = "gift"
    """A gift that does not come back, at its marked price; negative."""
    COUPON = "coupon"
    """Coupons and points, which come back in kind; never money."""


@dataclass(frozen=True, slots=True)
class RefundLine:
    """One line of the refund.

    Attributes:
        key: Stable name inside the case: ``goods.0``, ``paid``, ``freight``, ``gift``, ``coupon``.
        kind: What it stands for.
        name: The item's name; empty for the other kinds.
        fen: The amount in 分 that counts.
        computed: What the rules gave; another one than ``fen`` where a person overruled it.
    """

    key: str
    kind: LineKind
    name: str
    fen: int
    computed: int

    @property
    def overruled(self) -> bool:
        """Whether a person put another amount."""
        return self.fen != self.computed


def apportion(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return ``total`` split by ``weights``, none of them negative, by the largest remainder.

    The shares add up to ``total`` and each differs by less than 1 from its exact value. Equal
    remainders favour the earlier share; weights that are all 0 count as equal.
    """
    if not any(weights):
        weights = [1] * len(weights)
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(total * weights[i] % whole))
    for place in by_remainder[: total - sum(shares)]:
        shares[place] += 1
    return tuple(shares)


def goods_paid(facts: CaseFacts) -> int | None:
    """Return what was paid for the goods alone, 实付款 without freight; None if not known."""
    return None if facts.paid is None else facts.paid - facts.freight_paid


def pro_rata(facts: CaseFacts) -> int | None:
    """Return the returned goods' share of what was paid for goods; None if that is not known."""
    paid = goods_paid(facts)
    if paid is None or not facts.goods:
        return paid
    return sum(fen for _, fen in _goods_shares(facts, paid))


def resettle(facts: CaseFacts) -> int | None:
    """Return what was paid for goods less what the kept ones alone cost; None if not known.

    The 满减 counts for the kept goods if they still reach it. Never below 0 nor above what was
    paid for goods.
    """
    paid = goods_paid(facts)
    if paid is None:
        return None
    kept = sum(line.fen for line in _kept(facts))
    discount = facts.discount if kept >= facts.discount_over else 0
    return max(0, paid - max(0, kept - discount))


def refund_lines(
    facts: CaseFacts, freight: Freight, overruled: Mapping[str, int]
) -> tuple[RefundLine, ...]:
    """Return what the refund consists of, with what a person put in place of it.

    No lines if the amount paid is not known, or if the case is to end with goods instead of
    money (an exchange, a second parcel, a repair). The freight has a line even where nothing is
    kept back, so that a person can put an amount there.
    """
    paid = goods_paid(facts)
    if paid is None or facts.outcome in NO_MONEY_BACK:
        return ()
    return tuple(
        RefundLine(key, kind, name, overruled.get(key, computed), computed)
        for key, kind, name, computed in _computed_lines(facts, paid, freight)
    )


def refund_of(
    facts: CaseFacts, lines: Sequence[RefundLine], overruled: Mapping[str, int]
) -> int | None:
    """Return the refund in 分: the sum of ``lines``, from 0 to what was paid.

    0, not None, where goods come instead of money: nothing goes back then, whatever a person put
    there while the case was to end in another way. For a partial refund the sum is the most there
    can be, and a person puts the agreed amount; for a rejection, which only a person can decide
    on, it still tells what is at stake.
    """
    if facts.outcome in NO_MONEY_BACK:
        return 0
    if REFUND_KEY in overruled:
        return overruled[REFUND_KEY]
    if facts.paid is None:
        return None
    return max(0, min(facts.paid, sum(line.fen for line in lines)))


def _computed_lines(
    facts: CaseFacts, paid: int, freight: Freight
) -> Iterator[tuple[str, LineKind, str, int]]:
    for place, fen in _goods_shares(facts, paid):
        yield f"goods.{place}", LineKind.GOODS, facts.goods[place].name, fen
    if not facts.goods:
        yield "paid", LineKind.PAID, "", paid
    yield "freight", LineKind.FREIGHT, "", _outbound_freight(facts, freight)
    if facts.gift:
        # With the seller at fault the gift is a matter of talks: 争议规则 art. 62.
        yield "gift", LineKind.GIFT, "", 0 if sellers_fault(facts) else -facts.gift
    if facts.coupon:
        yield "coupon", LineKind.COUPON, "", 0


def _outbound_freight(facts: CaseFacts, freight: Freight) -> int:
    """Return what outbound freight adds to the refund; below 0 where it is kept back.

    Freight that was paid in the order goes back with the seller at fault and paying (消法 art. 24),
    and with an order of which nothing was ever sent. Who owes it and paid it owes no more.
    """
    seller_bears = sellers_fault(facts) and freight.payer is Payer.SELLER
    nothing_sent = facts.parcel is Parcel.UNSHIPPED and not _kept(facts)
    if seller_bears or nothing_sent:
        return facts.freight_paid
    return -facts.outbound_freight if freight.owes_outbound and not facts.freight_paid else 0


def _goods_shares(facts: CaseFacts, paid: int) -> Iterator[tuple[int, int]]:
    """Yield the place of each item that comes back, with its share of ``paid``."""
    # All goods share, not only the returned ones: what is returned later adds up to the same 分.
    shares = apportion(paid, [line.fen for line in facts.goods])
    returned = _returned(facts)
    return ((place, fen) for place, fen in enumerate(shares) if place in returned)


def _kept(facts: CaseFacts) -> tuple[OrderLine, ...]:
    returned = _returned(facts)
    return tuple(line for place, line in enumerate(facts.goods) if place not in returned)


def _returned(facts: CaseFacts) -> frozenset[int]:
    return frozenset(facts.returned or range(len(facts.goods)))
