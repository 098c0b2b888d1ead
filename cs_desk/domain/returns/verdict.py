"""Who pays the freight and how much goes back, line by line, and what a person overruled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cs_desk.domain.returns.freight import FreightRule
    from cs_desk.domain.returns.kinds import Payer


class LineKind(StrEnum):
    """What a line of the refund stands for."""

    GOODS = "goods"
    """What was paid for one item that comes back."""
    PAID = "paid"
    """What was paid, where the items are not known one by one."""
    FREIGHT = "freight"
    """Outbound freight that the buyer owes; negative."""
    GIFT = "gift"
    """A gift that does not come back, at its marked price; negative."""
    COUPON = "coupon"
    """Coupons and points, which come back in kind; never money."""


@dataclass(frozen=True, slots=True)
class RefundLine:
    """One line of the refund.

    Attributes:
        key: Stable name inside the case: ``goods.0``, ``freight`` …
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules, and whoever overruled them, say about one case; never a refusal.

    Attributes:
        freight: Who pays the freight.
        lines: What the refund consists of; empty if the amount paid is not known.
        refund: Their sum in 分, never below 0 nor above what was paid unless a person put it
            there; None if the amount paid is not known.
        pro_rata: The goods by their share of what was paid; None as above.
        resettle: The goods by settling again what is kept; None as above.
    """

    freight: Freight
    lines: tuple[RefundLine, ...]
    refund: int | None
    pro_rata: int | None
    resettle: int | None
