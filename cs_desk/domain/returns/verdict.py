"""Who pays the freight and how much goes back, line by line, and what a person overruled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cs_desk.domain.returns.deadlines import moment_of, return_window
from cs_desk.domain.returns.freight import Freight, freight_of
from cs_desk.domain.returns.kinds import Anchor
from cs_desk.domain.returns.refund import (
    LineKind,
    RefundLine,
    pro_rata,
    refund_lines,
    refund_of,
    resettle,
)

if TYPE_CHECKING:
    from cs_desk.domain.returns.checklist import Checklist
    from cs_desk.domain.returns.return_case import ReturnCase

__all__ = ["FREIGHT_SAID", "Freight", "LineKind", "RefundLine", "Verdict", "verdict_of"]

FREIGHT_SAID = ("freight_told", "freight_line")
"""Keys of the checks that the buyer was told who pays: in the chat before, or when agreeing."""

_ARRIVALS = (Anchor.SIGNED, Anchor.SENT_BACK, Anchor.RETURN_SIGNED, Anchor.RECEIVED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules, and whoever overruled them, say about one case; never a refusal.

    Attributes:
        freight: Who pays the freight.
        lines: What the refund consists of; empty if the amount paid is not known, or if goods
            come instead of money.
        refund: Their sum in 分, never below 0 nor above what was paid unless a person put it
            there; 0 if goods come instead of money; None if the amount paid is not known.
        pro_rata: The goods by their share of what was paid for goods; None if that is not known.
        resettle: The goods by settling again what is kept; None as above.
    """

    freight: Freight
    lines: tuple[RefundLine, ...]
    refund: int | None
    pro_rata: int | None
    resettle: int | None


def verdict_of(case: ReturnCase, checklist: Checklist) -> Verdict:
    """Return what the rules say about ``case``, with what a person put in their place."""
    facts = case.facts
    ruled = freight_of(
        facts,
        agreed_unsaid=_agreed_unsaid(case, checklist),
        out_of_window=_asked_too_late(case, checklist),
        arrived=_arrived(case, checklist),
    )
    freight = ruled if case.payer is None else replace(ruled, payer=case.payer)
    lines = refund_lines(facts, freight, case.overruled)
    return Verdict(
        freight=freight,
        lines=lines,
        refund=refund_of(facts, lines, case.overruled),
        pro_rata=pro_rata(facts),
        resettle=resettle(facts),
    )


def _agreed_unsaid(case: ReturnCase, checklist: Checklist) -> bool:
    """Return whether the return was agreed to and nobody told the buyer about the freight.

    Where the checklist asks nobody to tell, nothing is known about it.
    """
    telling = [checklist.check(key) for key in FREIGHT_SAID]
    asked = [check.key for check in telling if check and check.when.holds_for(case.facts)]
    agreed = moment_of(case, checklist, Anchor.AGREED) is not None
    return agreed and bool(asked) and not any(key in case.ticks for key in FREIGHT_SAID)


def _arrived(case: ReturnCase, checklist: Checklist) -> bool:
    """Return whether the parcel's way to the buyer is known to be over, either way."""
    return any(moment_of(case, checklist, anchor) is not None for anchor in _ARRIVALS)


def _asked_too_late(case: ReturnCase, checklist: Checklist) -> bool:
    """Return whether the buyer asked after the no-reason window, as far as that is known.

    The window limits the notice to the seller (七日办法 art. 10), not the application form: whoever
    had a case before it closed asked in time, even if the application came days later.
    """
    window = return_window(case, checklist)
    applied = moment_of(case, checklist, Anchor.APPLIED)
    if window is None or applied is None:
        return False
    return min(applied, case.opened_at) > window.at
