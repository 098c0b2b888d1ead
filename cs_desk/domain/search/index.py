"""The search over a library: built once, kept true by small edits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from cs_desk.domain.search.alphabet import Alphabet
from cs_desk.domain.search.archive import archive_of, columns_of, make_archive
from cs_desk.domain.search.hits import ENOUGH_HITS, Hit, MatchKind
from cs_desk.domain.search.holdings import Holdings
from cs_desk.domain.search.marks import FoundMatch
from cs_desk.domain.search.occurrences import BREATH
from cs_desk.domain.search.query import Reader, trimmed
from cs_desk.domain.search.records import Scribe
from cs_desk.domain.search.relevance import is_sentence, pieces
from cs_desk.domain.search.run import SearchRun
from cs_desk.domain.search.walk import AS_TYPED, Walk

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence, Set

    from cs_desk.domain.pinyin import Readings
    from cs_desk.domain.search.archive import Columns
    from cs_desk.domain.search.records import Record
    from cs_desk.domain.search.walk import Found
    from cs_desk.domain.template import ReplyTemplate

_T = TypeVar("_T")


class SearchIndex:
    """Finds replies by title, code, tags, group and body, as text or as pinyin.

    Pairs of units lead to the places where a query may stand, and what is left of it is compared
    there. An edited reply is simply compared with every query, so an edit costs no rebuild; after
    many, build a new index.

    Args:
        templates: The library, in its order.
        readings: How characters are read.
        frecency: Template id to how often and lately it was used; 0 if absent.
        kept: The ``columns`` of an index of this very library; it is indexed now if None.

    Raises:
        UnfitColumnsError: Those columns are not of this library.
    """

    def __init__(
        self,
        templates: Sequence[ReplyTemplate],
        readings: Readings,
        frecency: Mapping[str, float],
        kept: Columns | None = None,
    ) -> None:
        scribe = Scribe(Alphabet(readings))
        archive = (
            to_the_end(make_archive(templates, frecency, scribe))
            if kept is None
            else archive_of(kept, scribe.alphabet, len(templates))
        )
        self._take(Holdings(templates, archive, frecency, scribe))

    @classmethod
    def steps(
        cls, templates: Sequence[ReplyTemplate], readings: Readings, frecency: Mapping[str, float]
    ) -> Generator[None, None, SearchIndex]:
        """Index a library step by step, none longer than a few milliseconds, and return it."""
        scribe = Scribe(Alphabet(readings))
        archive = yield from make_archive(templates, frecency, scribe)
        index = cls.__new__(cls)
        index._take(Holdings(templates, archive, frecency, scribe))  # noqa: SLF001 - its own class
        return index

    def _take(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._scribe = holdings.scribe
        self._reader = Reader(self._scribe.alphabet, holdings.follows)

    def columns(self) -> dict[str, bytes | memoryview]:
        """Return what was indexed, edits since then left out; an index can be made of it again."""
        return columns_of(self._holdings.archive)

    @property
    def strayed(self) -> int:
        """How many replies were edited, or moved by their use, since the library was indexed."""
        return len(self._holdings.edited) + len(self._holdings.moved)

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        group: str | None = None,
        among: Set[str] | None = None,
        typos: bool = True,
    ) -> list[Hit]:
        """Return the best hits for ``query``, best first; every reply in order if it is blank.

        Args:
            query: What was typed or pasted; its first 200 characters count.
            limit: Most hits to return.
            group: Only replies filed in this group or below it.
            among: Only replies with these ids.
            typos: Whether to look behind a typing mistake when there are few hits.
        """
        run = self.begin(query, limit=limit, group=group, among=among, typos=typos)
        return run.finish()

    def begin(
        self,
        query: str,
        *,
        limit: int = 20,
        group: str | None = None,
        among: Set[str] | None = None,
        typos: bool = True,
    ) -> SearchRun:
        """Return a ``search`` that is made step by step, so that it can be left for another."""
        folded = trimmed(query, self._scribe.folding)
        within = self._within(group, among)
        if not folded:
            return SearchRun(self._browsed(within), limit)
        return SearchRun(self._hits(Walk(self._holdings, within), folded, typos=typos), limit)

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

    def _hits(self, walk: Walk, query: str, *, typos: bool) -> Iterator[Hit | None]:
        holdings, folding = self._holdings, self._scribe.folding
        record = holdings.archive.record
        place = 0
        for found in self._found(walk, query, typos=typos):
            if found is None:
                yield None
                continue
            slot = found.slot
            edited = holdings.edited.get(slot)
            if edited is None and slot in holdings.edited:
                # It was removed since the search began.
                continue
            template = holdings.template(slot)
            as_read = partial(_itself, edited) if edited else partial(record, slot, template)
            yield Hit(
                template,
                found.kind,
                found.tier + _fraction(place),
                FoundMatch(found, as_read, folding),
            )
            place += 1

    def _found(self, walk: Walk, query: str, *, typos: bool) -> Iterator[Found | None]:
        wordings = self._reader.wordings(query)
        yield from walk.by_stage(wordings, AS_TYPED)
        if not walk.seen:
            for others in self._reader.taken_apart(wordings):
                yield None
                yield from walk.by_stage(others, AS_TYPED)
                if walk.seen:
                    break
        if typos and len(walk.seen) < ENOUGH_HITS:
            yield None
            yield from walk.by_stage(self._reader.mistyped(wordings), (MatchKind.FUZZY,))
        if not walk.seen and is_sentence(query, self._scribe.alphabet):
            yield from walk.by_relevance(pieces(query, self._scribe.alphabet))

    def _browsed(self, within: Set[int] | None) -> Iterator[Hit]:
        holdings = self._holdings
        if within is None:
            slots = holdings.all_ordered()
        else:
            apart = within & (holdings.edited.keys() | holdings.moved)
            slots = holdings.ordered(iter(sorted(within - apart)), apart)
        for place, slot in enumerate(slot for slot in slots if slot != BREATH):
            yield Hit(self._holdings.template(slot), MatchKind.LITERAL, _fraction(place))


def to_the_end(steps: Generator[None, None, _T]) -> _T:
    """Take all ``steps`` and return what they return."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _T = end.value
            return result


def _itself(record: Record) -> Record:
    return record


def _fraction(place: int) -> float:
    return 1 / (2 + place)
