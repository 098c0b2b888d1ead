"""Every place of a text that breaks a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.compliance.context import NO_CONTEXT, Context
from cs_desk.domain.compliance.folding import FoldedText
from cs_desk.domain.compliance.hygiene import hygiene_findings
from cs_desk.domain.compliance.marketing import marketing_findings
from cs_desk.domain.compliance.rule import Severity
from cs_desk.domain.compliance.wordings import wording_findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.domain.compliance.rule import Finding, RuleBook


def findings(text: str, book: RuleBook, context: Context = NO_CONTEXT) -> tuple[Finding, ...]:
    """Return every place of ``text`` that breaks a rule, in order of place.

    Args:
        text: What would go to the buyer, as far as it is filled.
        book: The rules.
        context: What is known beside the words.
    """
    folded = FoldedText.of(text, book.folds)
    found = (
        *wording_findings(folded, book, context),
        *marketing_findings(folded, book, context),
        *hygiene_findings(text, book, context),
    )
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.category)))


def is_blocked(found: Iterable[Finding]) -> bool:
    """Return whether a finding keeps the text from being copied unless it is confirmed."""
    return any(each.severity is Severity.BLOCK for each in found)
