"""Places where a text uses a wording that a rule forbids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.compliance.excuses import Excuses
from cs_desk.domain.compliance.rule import Finding, Rule, RuleBook, Severity
from cs_desk.domain.compliance.shapes import places_of, shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cs_desk.domain.compliance.context import Context
    from cs_desk.domain.compliance.folding import FoldedText
    from cs_desk.domain.compliance.pattern import Pattern

_NUMBER = re.compile("[0-9]+")


class _Hit(NamedTuple):
    start: int
    end: int
    rule: Rule
    excused: bool


def wording_findings(folded: FoldedText, book: RuleBook, context: Context) -> Iterator[Finding]:
    """Yield what rules on wordings find in a text."""
    text = folded.original
    hits = [*_hits_of_words(folded, book, context), *_hits_of_shapes(text, book, context)]
    for hit in _outermost(hits):
        rule, matched = hit.rule, text[hit.start : hit.end]
        severity = _severity(rule, matched, context)
        template = context.template.id if context.template else None
        yield Finding(
            rule.category, severity, hit.start, hit.end, matched, rule.reason, rule.basis, template
        )


def holds(patterns: Iterable[Pattern], folded: str) -> bool:
    """Return whether a folded text holds one of ``patterns``."""
    return any(pattern.expression.search(folded) for pattern in patterns)


def _hits_of_words(folded: FoldedText, book: RuleBook, context: Context) -> Iterator[_Hit]:
    text = folded.text
    present = set(text)
    present.update(map(str.__add__, text, text[1:]))
    excuses: dict[int, Excuses] = {}
    for key in book.by_key.keys() & present:
        for number, pattern in book.by_key[key]:
            rule = book.rules[number]
            for start, end in pattern.places(folded, across_clauses=rule.disguised):
                if number not in excuses:
                    excuses[number] = Excuses(rule, folded)
                place = folded.span(start, end)
                excused = excuses[number].cover(start, end) or _passes(
                    rule, context, folded.original, place
                )
                yield _Hit(*place, rule, excused)


def _passes(rule: Rule, context: Context, text: str, place: tuple[int, int]) -> bool:
    """Return whether what is known beside the words excuses a place of ``text``."""
    return any(context.excuses(excuse, text, *place) for excuse in rule.unless)


def _hits_of_shapes(text: str, book: RuleBook, context: Context) -> Iterator[_Hit]:
    plain = shapely(text)
    if not plain:
        return
    for rule in book.rules:
        for shape in rule.shapes:
            for place in places_of(shape, plain):
                yield _Hit(*place, rule, _passes(rule, context, text, place))


def _outermost(hits: list[_Hit]) -> Iterator[_Hit]:
    """Yield the hits that count; of those that overlap in one category only the longest.

    An excused one excuses what lies inside it too: who warns of 加微信 warns of 微信.
    """
    ends: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, not hit.excused)):
        category = hit.rule.category
        if hit.start < ends.get(category, 0):
            continue
        ends[category] = hit.end
        if not hit.excused:
            yield hit


def _severity(rule: Rule, matched: str, context: Context) -> Severity:
    """Return how bad a hit is; a promise that beats the shop's own is worse."""
    promised = context.promised_hours()
    if rule.within_hours is None or promised is None:
        return rule.severity
    said = _NUMBER.search(matched)
    hours = int(said[0]) if said else rule.within_hours
    return Severity.BLOCK if hours < promised else rule.severity
