"""The search over a library: built once, kept true by small edits."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.search.alphabet import Alphabet
from cs_desk.domain.search.candidates import Candidates, union
from cs_desk.domain.search.hits import Hit, MatchKind, marks
from cs_desk.domain.search.holdings import Holdings
from cs_desk.domain.search.query import Reader, trimmed
from cs_desk.domain.search.records import Scribe
from cs_desk.domain.search.relevance import is_sentence, pieces, relevance
from cs_desk.domain.search.spelling import Anchor
from cs_desk.domain.search.stages import RELEVANT, STAGES, Stage, Step, steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

    from cs_desk.domain.pinyin import Readings
    from cs_desk.domain.search.query import Wording
    from cs_desk.domain.template import ReplyTemplate

# With so many honest hits nobody looks for one behind a typing mistake.
ENOUGH_HITS = 5
_CANCEL_EVERY = 64
_AS_TYPED = (MatchKind.LITERAL, MatchKind.PINYIN)


class SearchIndex:
    """Finds replies by title, code, tags, group and body, as text or as pinyin.

    Pairs of units narrow the library, then texts decide. An edited reply is simply compared with
    every query, so an edit costs no rebuild; after a large import, build a new index.

    Args:
        templates: The library, in its order.
        readings: How characters are read.
        frecency: Template id to how often and lately it was used; 0 if absent.
    """

    def __init__(
        self,
        templates: Sequence[ReplyTemplate],
        readings: Readings,
        frecency: Mapping[str, float],
    ) -> None:
        self._alphabet = Alphabet(readings)
        self._scribe = Scribe(self._alphabet)
        self._holdings = Holdings(templates, frecency, self._scribe)
        self._reader = Reader(self._alphabet, self._holdings.follows)

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        group: str | None = None,
        among: Set[str] | None = None,
        typos: bool = True,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Hit]:
        """Return the best hits for ``query``, best first; every reply in order if it is blank.

        Args:
            query: What was typed or pasted; its first 200 characters count.
            limit: Most hits to return.
            group: Only replies filed in this group or below it.
            among: Only replies with these ids.
            typos: Whether to look behind a typing mistake when there are few hits.
            cancelled: Asked now and then; once true, the search returns what it has.
        """
        folded = trimmed(query, self._scribe.folding)
        within = self._within(group, among)
        if not folded:
            return self._browsed(islice(self._holdings.ordered(within), limit))
        walk = _Walk(self._holdings, within, cancelled)
        found = islice(self._found(walk, folded, typos=typos), limit)
        return [self._hit(each, place) for place, each in enumerate(found)]

    def _within(self, group: str | None, among: Set[str] | None) -> Set[int] | None:
        """Return the slots that may answer; None for all of them."""
        filed = None if group is None else self._holdings.filed_under(group)
        if among is None:
            return filed
        chosen = self._holdings.of(among)
        return chosen if filed is None else chosen & filed

    def replace(self, template: ReplyTemplate) -> None:
        """Add a reply to the end of the library, or change the one with its id in place."""
        self._holdings.put(template)

    def remove(self, template_id: str) -> None:
        """Forget a reply; nothing happens if it is unknown."""
        self._holdings.remove(template_id)

    def set_frecency(self, template_id: str, value: float) -> None:
        """Note how often and lately a reply was used; nothing happens if it is unknown."""
        self._holdings.set_frecency(template_id, value)

    def _found(self, walk: _Walk, query: str, *, typos: bool) -> Iterator[_Found]:
        wordings = self._reader.wordings(query, walk.candidates)
        yield from walk.by_stage(wordings, _AS_TYPED)
        if typos and len(walk.seen) < ENOUGH_HITS:
            yield from walk.by_stage(self._reader.mistyped(wordings), (MatchKind.FUZZY,))
        if not walk.seen and is_sentence(query, self._alphabet):
            yield from walk.by_relevance(pieces(query, self._alphabet))

    def _browsed(self, slots: Iterable[int]) -> list[Hit]:
        return [
            Hit(record.template, None, MatchKind.LITERAL, _fraction(place))
            for place, (_, record) in enumerate(self._holdings.present(slots))
        ]

    def _hit(self, found: _Found, place: int) -> Hit:
        ((_, record),) = self._holdings.present((found.slot,))
        spelled = found.kind in (MatchKind.PINYIN, MatchKind.FUZZY)
        marked = marks(record, found.words, self._scribe.folding, spelled=spelled)
        return Hit(
            template=record.template,
            field=marked.best_of(found.stage.fields, at_start=found.stage.anchor is Anchor.START),
            kind=found.kind,
            score=found.tier + _fraction(place),
            title_spans=marked.title,
            body_spans=marked.body,
            code_spans=marked.code,
            group_spans=marked.group,
            tag_spans=marked.tags,
        )


def _fraction(place: int) -> float:
    return 1 / (2 + place)


class _Found(NamedTuple):
    """A matching reply, the words it holds, and what it counts for; higher tiers come first."""

    slot: int
    words: Wording
    kind: MatchKind
    stage: Stage
    tier: int


class _Walk:
    """One query's way through a library, tier by tier, each reply found once.

    Attributes:
        seen: The slots found so far.
        candidates: The lookups of this query.
    """

    def __init__(
        self, holdings: Holdings, within: Set[int] | None, cancelled: Callable[[], bool]
    ) -> None:
        self.seen: set[int] = set()
        self._holdings = holdings
        self._within = within
        self._cancelled = cancelled
        self.candidates = Candidates(holdings.postings, holdings.edited, len(holdings))

    def by_stage(self, wordings: Sequence[Wording], kinds: Sequence[MatchKind]) -> Iterator[_Found]:
        """Yield the replies that hold all words of a wording, in the order of their tiers."""
        for place, stage in enumerate(STAGES):
            for kind in kinds:
                tries = steps(stage, wordings, spelled=kind is not MatchKind.LITERAL)
                for slot, step in self._fitting(tries):
                    self.seen.add(slot)
                    yield _Found(slot, step.wording, kind, stage, _tier(place, kind))

    def by_relevance(self, terms: Wording) -> Iterator[_Found]:
        """Yield the replies that share most with a sentence of these ``terms``."""
        weights = relevance(terms, self.candidates, self._holdings.records, self._cancelled)
        slots = weights.keys() if self._within is None else weights.keys() & self._within
        for slot in sorted(self._holdings.ordered(slots), key=lambda slot: -weights[slot]):
            self.seen.add(slot)
            yield _Found(slot, terms, MatchKind.RELEVANCE, RELEVANT, 0)

    def _fitting(self, tries: Sequence[Step]) -> Iterator[tuple[int, Step]]:
        """Yield the slots not yet seen that fit any of the steps of one stage, in order of use."""
        slots = self._slots(tries)
        if slots is not None and not slots:
            return
        tests = [(step, step.test()) for step in tries]
        for count, (slot, record) in enumerate(
            self._holdings.present(self._holdings.ordered(slots))
        ):
            if count % _CANCEL_EVERY == 0 and self._cancelled():
                return
            if slot in self.seen:
                continue
            for step, test in tests:
                if test(record):
                    yield slot, step
                    break

    def _slots(self, tries: Sequence[Step]) -> Set[int] | None:
        """Return the slots worth comparing with the steps; None for the whole library."""
        found: list[Set[int]] = []
        for step in tries:
            slots = step.candidates(self.candidates)
            if slots is None:
                return self._within
            found.append(slots)
        return union(found) if self._within is None else union(found) & self._within


def _tier(place: int, kind: MatchKind) -> int:
    """Return a number that is higher for a better stage, and in it for a better kind."""
    if kind is MatchKind.FUZZY:
        return len(STAGES) - place
    return 3 * len(STAGES) - 2 * place - _AS_TYPED.index(kind)
