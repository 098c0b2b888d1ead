"""Which characters of a reply matched, in terms of the texts as they are stored."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cs_desk.domain.search.hits import Marks, MatchKind
from cs_desk.domain.search.postings import Zone
from cs_desk.domain.search.records import fields_of
from cs_desk.domain.search.spelling import Anchor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cs_desk.domain.search.folding import FoldTable
    from cs_desk.domain.search.hits import MatchField, Span, Spans
    from cs_desk.domain.search.query import Term
    from cs_desk.domain.search.records import Record
    from cs_desk.domain.search.walk import Found


class FoundMatch:
    """Where one reply matched; worked out when it is asked for, since few hits are looked at.

    Args:
        found: What was found, and how.
        record: Returns the reply as the search read it.
        folding: The table that folded it.
    """

    def __init__(self, found: Found, record: Callable[[], Record], folding: FoldTable) -> None:
        self._found = found
        self._record = record
        self._folding = folding

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FoundMatch):
            return NotImplemented
        return (self.field, self.marks) == (other.field, other.marks)

    def __hash__(self) -> int:
        return hash((self.field, self.marks))

    @cached_property
    def marks(self) -> Marks:
        """The matched ranges, field by field."""
        record, words, kind = self._record(), self._found.words, self._found.kind
        if kind is MatchKind.RELEVANCE:
            # Single characters say why only where no word does.
            longer = marks(record, [w for w in words if len(w.word) > 1], self._folding)
            if any(longer[:-1]) or any(longer.tags):
                return longer
        spelled = kind in (MatchKind.PINYIN, MatchKind.FUZZY)
        return marks(record, words, self._folding, spelled=spelled)

    @cached_property
    def field(self) -> MatchField:
        """Where the reply matched best."""
        stage = self._found.stage
        if len(stage.fields) == 1:
            return stage.fields[0]
        return self.marks.best_of(stage.fields, at_start=stage.anchor is Anchor.START)


def marks(
    record: Record, terms: Iterable[Term], folding: FoldTable, *, spelled: bool = False
) -> Marks:
    """Return where ``terms`` stand in a reply.

    Args:
        record: The reply.
        terms: Words that it is known to hold.
        folding: The table that folded it.
        spelled: Whether the words count as pinyin too.
    """
    by_zone: tuple[list[Span], ...] = ([], [], [])
    for term in terms:
        by_sound = spelled and bool(term.spellings)
        for zone, text in enumerate(record.texts):
            found = _literal(text, term.word)
            if by_sound:
                found = found or term.spelling.spans(text, record.codes[zone])
                by_sound = not found
            by_zone[zone].extend(found)
    title, labels, body = by_zone
    template = record.template
    code, *tags, group = (
        _stored(labels, record, Zone.LABELS, folding) if labels else [()] * (len(template.tags) + 2)
    )
    return Marks(
        title=next(_stored(title, record, Zone.TITLE, folding)) if title else (),
        body=next(_stored(body, record, Zone.BODY, folding)) if body else (),
        code=code,
        group=group,
        tags=tuple(tags),
    )


def _literal(text: str, word: str) -> list[Span]:
    spans = []
    start = text.find(word)
    while start >= 0:
        spans.append((start, start + len(word)))
        start = text.find(word, start + len(word))
    return spans


def _stored(spans: list[Span], record: Record, zone: Zone, folding: FoldTable) -> Iterator[Spans]:
    """Yield the ``spans`` of a zone as spans of each of its stored fields in turn."""
    start = 1
    for text in fields_of(record.template, zone):
        places = range(len(text)) if record.as_stored else folding.stored_places(text)
        end = start + len(places)
        here = [(a - start, b - start) for a, b in spans if start <= a and b <= end]
        yield _merged([(places[a], folding.end_of(text, places[b - 1])) for a, b in here])
        start = end + 1


def _merged(spans: list[Span]) -> Spans:
    if len(spans) < 2:  # nearly always
        return tuple(spans)
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)
