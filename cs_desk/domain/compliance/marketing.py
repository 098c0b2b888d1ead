"""Messages to many people: who speaks, whether they agreed, and how they get out (L15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.compliance.rule import Finding, Marketing, MarketingFault
from cs_desk.domain.compliance.wordings import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.compliance.context import Context
    from cs_desk.domain.compliance.folding import FoldedText
    from cs_desk.domain.compliance.rule import RuleBook

_SENDER_NAME = "店铺名"
_OPT_OUT_NAME = "退订方式"
# Messages on the phone begin with the sender in brackets, by custom of the carriers.
_SENDER_BRACKETS = "【", "】"


def marketing_findings(whole: FoldedText, book: RuleBook, context: Context) -> Iterator[Finding]:
    """Yield what a message to many people lacks; an answer in a chat lacks nothing."""
    marketing = book.marketing
    text, folded = whole.original, whole.text
    headings = context.headings()
    by_call = bool(headings & marketing.call_groups)
    if not by_call and not (headings & marketing.groups or _addresses_many(text, folded, book)):
        return
    template = context.template
    for fault in _faults(text, folded, marketing, context, by_call=by_call):
        said = marketing.faults[fault]
        yield Finding(
            "L15",
            said.severity,
            0,
            len(text),
            text,
            said.reason,
            marketing.basis,
            template.id if template else None,
        )


def _addresses_many(text: str, folded: str, book: RuleBook) -> bool:
    opened = text.lstrip().startswith(_SENDER_BRACKETS[0]) or holds(book.marketing.openings, folded)
    return opened and holds(book.marketing.offers, folded)


def _faults(
    text: str, folded: str, marketing: Marketing, context: Context, *, by_call: bool
) -> Iterator[MarketingFault]:
    names = {piece.name for piece in context.pieces}
    bracketed = all(bracket in text for bracket in _SENDER_BRACKETS)
    if not (bracketed or _SENDER_NAME in names or holds(marketing.senders, folded)):
        yield MarketingFault.NO_SENDER
    if by_call:
        # What is said on the phone cannot be answered with TD; people have to agree before.
        note = context.template.note if context.template else ""
        if not (holds(marketing.consents, folded) or holds(marketing.consents, note)):
            yield MarketingFault.NO_CONSENT
    elif _OPT_OUT_NAME not in names and not holds(marketing.opt_outs, folded):
        yield MarketingFault.NO_OPT_OUT
