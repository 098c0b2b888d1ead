"""The replies of a library, checked as far as a shop's values fill them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.compliance.context import PROMISE_NAME, Context
from cs_desk.domain.compliance.findings import findings
from cs_desk.domain.filling import GivenValue, ValueSource, fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from cs_desk.domain.compliance.rule import Finding, RuleBook
    from cs_desk.domain.placeholder_syntax import Diagnosis
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary


@dataclass(frozen=True, slots=True)
class CheckedBody:
    """One body of a reply, and what was found.

    Attributes:
        template: The reply.
        tone: The tone of the body; empty where only one makes sense.
        body: The body as written.
        text: The body as far as the shop's values and the defaults fill it.
        findings: What breaks a rule, placed in ``text``.
        diagnoses: What is odd about the placeholders, placed in ``body``.
    """

    template: ReplyTemplate
    tone: str
    body: str
    text: str
    findings: tuple[Finding, ...]
    diagnoses: tuple[Diagnosis, ...]


def promise_of(library: TemplateLibrary, shop_values: Mapping[str, str]) -> str:
    """Return within what time the shop promises to ship, as it writes it; empty if unknown."""
    placeholder = library.placeholder(PROMISE_NAME)
    default = placeholder.default if placeholder else None
    return shop_values.get(PROMISE_NAME) or default or ""


def check_library(
    library: TemplateLibrary, book: RuleBook, shop_values: Mapping[str, str], now: datetime
) -> Iterator[CheckedBody]:
    """Yield every body of ``library``, every tone on its own, with what was found in it.

    Values that only a buyer or a case can give are left open, which is no fault of a reply.

    Args:
        library: The replies.
        book: The rules.
        shop_values: What the shop gives to its replies.
        now: The present moment, for dates.
    """
    given = {
        name: GivenValue(value, ValueSource.SHOP) for name, value in shop_values.items() if value
    }
    promised = promise_of(library, shop_values)
    for template in library.templates:
        tones = [(template.tone, template.body), *((v.tone, v.body) for v in template.tones)]
        for tone, body in tones:
            filled = fill(body, library, given, now)
            context = Context(template, filled.pieces, promised, now=now)
            found = findings(filled.text, book, context)
            yield CheckedBody(template, tone, body, filled.text, found, filled.diagnoses)
