"""What a search answers: the replies, how they matched, and which characters of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.domain.template import ReplyTemplate

Span = tuple[int, int]
Spans = tuple[Span, ...]

# With so many honest hits nobody looks for one behind a typing mistake.
ENOUGH_HITS = 5


class MatchField(StrEnum):
    """Where a reply matched best."""

    TITLE = "title"
    CODE = "code"
    TAGS = "tags"
    GROUP = "group"
    BODY = "body"


class MatchKind(StrEnum):
    """How a reply matched."""

    LITERAL = "literal"
    PINYIN = "pinyin"
    FUZZY = "fuzzy"
    RELEVANCE = "relevance"


class Marks(NamedTuple):
    """The matched ranges of one reply, field by field."""

    title: Spans
    body: Spans
    code: Spans
    group: Spans
    tags: tuple[Spans, ...]

    def best_of(self, fields: Sequence[MatchField], *, at_start: bool) -> MatchField:
        """Return the first of ``fields`` that is marked, at its start if asked; else the last."""
        return next((f for f in fields[:-1] if self._marked(f, at_start=at_start)), fields[-1])

    def _marked(self, field: MatchField, *, at_start: bool) -> bool:
        if field is MatchField.TAGS:
            return any(self.tags)
        spans: Spans = getattr(self, field)
        return bool(spans) and not (at_start and spans[0][0] > 0)


class Match(Protocol):
    """Where one reply matched; worked out when it is asked for, since few hits are looked at."""

    @property
    def marks(self) -> Marks:
        """The matched ranges, field by field."""

    @property
    def field(self) -> MatchField:
        """Where the reply matched best."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One reply found.

    Spans are half-open ranges of characters of the stored text, sorted and apart. A word is
    marked wherever it stands as written; its pinyin is marked in the first of title, labels
    and body that holds it, because one letter would mark half of every body.

    Attributes:
        template: The reply.
        kind: How it matched; literal when browsing.
        score: Higher comes first. The whole part tells field and kind, the fraction the place
            among all hits; scores of one search are comparable, and equal from run to run.
        match: Where it matched; None when browsing.
    """

    template: ReplyTemplate
    kind: MatchKind
    score: float
    match: Match | None = None

    @property
    def field(self) -> MatchField | None:
        """Where it matched best; several words count by the worst placed. None when browsing."""
        return self.match.field if self.match else None

    @property
    def title_spans(self) -> Spans:
        """What matched in the title."""
        return self.match.marks.title if self.match else ()

    @property
    def body_spans(self) -> Spans:
        """What matched in the main body; other tones are searched, but not marked."""
        return self.match.marks.body if self.match else ()

    @property
    def code_spans(self) -> Spans:
        """What matched in the code."""
        return self.match.marks.code if self.match else ()

    @property
    def group_spans(self) -> Spans:
        """What matched in the group."""
        return self.match.marks.group if self.match else ()

    @property
    def tag_spans(self) -> tuple[Spans, ...]:
        """What matched in each tag, in the order of the tags."""
        return self.match.marks.tags if self.match else ()
