"""One query's way through a library, tier by tier."""

from __future__ import annotations

from heapq import merge, nlargest
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.search.hits import MatchKind
from cs_desk.domain.search.occurrences import BREATH, ZoneFinder
from cs_desk.domain.search.postings import Zone
from cs_desk.domain.search.relevance import relevance
from cs_desk.domain.search.spelling import Anchor
from cs_desk.domain.search.stages import (
    RELEVANT,
    STAGES,
    Stage,
    Step,
    hold_all,
    most_of,
    slots_of,
    steps,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence, Set

    from cs_desk.domain.search.holdings import Holdings
    from cs_desk.domain.search.occurrences import Slots
    from cs_desk.domain.search.query import Term, Wording
    from cs_desk.domain.search.records import Record
    from cs_desk.domain.search.stages import TermPlaces

AS_TYPED = (MatchKind.LITERAL, MatchKind.PINYIN)
# Fewer replies than this share of the library are compared one by one, whatever they hold.
_SMALL_SHARE = 16
# So many are found to the last, and put in order, sooner than every moved one is asked.
_FEW = 512
_BREATHE_EVERY = 64
_COMPARED_AT_ONCE = 16
# More than any list shows; putting thousands in order takes longer than finding them.
_MOST_RELEVANT = 500


class Found(NamedTuple):
    """A matching reply, the words it holds, and what it counts for; higher tiers come first."""

    slot: int
    words: Wording
    kind: MatchKind
    stage: Stage
    tier: int


class Walk:
    """Finds the replies that answer one query, each once.

    What it yields is a ``Found``, or now and then None: a moment to leave the search for a while.

    Args:
        holdings: The library.
        within: Only the replies in these slots; None for all.

    Attributes:
        seen: The slots found so far.
    """

    def __init__(self, holdings: Holdings, within: Set[int] | None) -> None:
        self.seen: set[int] = set()
        self._holdings = holdings
        self._within = within
        self._finders = [
            ZoneFinder(zone, holdings.archive, holdings.scribe.alphabet) for zone in Zone
        ]

    def by_stage(
        self, wordings: Sequence[Wording], kinds: Sequence[MatchKind]
    ) -> Iterator[Found | None]:
        """Yield the replies that hold all words of a wording, in the order of their tiers."""
        edited = yield from self._edited(wordings)
        for place, stage in enumerate(STAGES):
            for kind in kinds:
                tries = steps(stage, wordings, spelled=kind is not MatchKind.LITERAL)
                tier = _tier(place, kind)
                for slot, step in self._fitting(tries, edited):
                    if step is None:
                        yield None
                    elif slot not in self.seen:
                        self.seen.add(slot)
                        yield Found(slot, step.wording, kind, stage, tier)

    def by_relevance(self, terms: Wording) -> Iterator[Found | None]:
        """Yield the replies that share most with a sentence of these ``terms``."""
        weights = yield from relevance(terms, self._places, self._holding, len(self._holdings))
        slots = weights.keys() if self._within is None else weights.keys() & self._within
        yield None
        best = set(nlargest(_MOST_RELEVANT, slots, key=weights.__getitem__))
        apart = best & (self._holdings.edited.keys() | self._holdings.moved)
        ordered = self._holdings.ordered(iter(sorted(best - apart)), apart)
        for slot in sorted(ordered, key=lambda slot: -weights[slot]):
            self.seen.add(slot)
            yield Found(slot, terms, MatchKind.RELEVANCE, RELEVANT, 0)

    def _places(self, term: Term, zone: Zone) -> int:
        """Return in how many places of a zone a word may stand."""
        found = self._finders[zone].written(term.word, term.literal, Anchor.ANYWHERE)
        return len(found) + len(self._holdings.edited)

    def _holding(self, term: Term, zone: Zone, most: int) -> list[int]:
        """Return the slots whose reply holds a word in a zone, if it may be ``most`` of them."""
        found = self._finders[zone].written(term.word, term.literal, Anchor.ANYWHERE)
        if len(found) > most:
            return []
        edited = self._holdings.edited
        kept = [slot for slot in found if slot != BREATH and slot not in edited]
        return kept + [
            slot for slot, record in edited.items() if record and term.word in record.texts[zone]
        ]

    def _fitting(
        self, tries: Sequence[Step], edited: Mapping[int, Record]
    ) -> Iterator[tuple[int, Step | None]]:
        """Yield the slots that fit any of the steps of one stage, in order of use."""
        if not tries:
            return
        fits: dict[int, Step] = {}
        for step in tries:
            test = step.test()
            fits |= {s: step for s, record in edited.items() if s not in fits and test(record)}
        places = [step.terms(self._finders) for step in tries]
        moved = self._holdings.moved
        if len(tries) == 1 and not moved:
            (only,) = tries
            for slot in self._holdings.ordered(self._slots(places[0]), fits):
                yield slot, None if slot == BREATH else only
            return
        apart, found = list(fits), self._first_fitting(tries, places, fits)
        if moved and sum(map(most_of, places)) <= _FEW:
            # So few are all found first; whoever moved is among them.
            for slot in found:
                if slot == BREATH:
                    yield BREATH, None
            apart = [slot for slot in fits if slot in moved or slot in edited]
            found = iter(sorted(fits.keys() - apart))
        elif moved:
            apart += self._moved_that_fit(tries, places, fits)
        for slot in self._holdings.ordered(found, apart):
            yield slot, fits.get(slot)

    def _first_fitting(
        self, tries: Sequence[Step], places: Sequence[TermPlaces], fits: dict[int, Step]
    ) -> Slots:
        """Yield the archive's slots that fit any step; note the first such step in ``fits``."""
        streams = [zip(self._slots(each), repeat(number)) for number, each in enumerate(places)]
        for slot, number in streams[0] if len(streams) == 1 else merge(*streams):
            if slot != BREATH:
                if slot in self._holdings.edited:
                    continue
                fits.setdefault(slot, tries[number])
            yield slot

    def _moved_that_fit(
        self, tries: Sequence[Step], places: Sequence[TermPlaces], fits: dict[int, Step]
    ) -> Iterator[int]:
        """Yield the moved slots that fit any step; note the first such step in ``fits``."""
        within = self._within
        for slot in self._holdings.moved:
            if within is None or slot in within:
                for step, terms in zip(tries, places, strict=True):
                    if hold_all(terms, slot):
                        fits[slot] = step
                        yield slot
                        break

    def _slots(self, terms: TermPlaces) -> Slots:
        """Yield the archive's slots that hold all words and may answer."""
        within = self._within
        if within is None:
            return slots_of(terms)
        if len(within) * _SMALL_SHARE > len(self._holdings):
            return _only(slots_of(terms), within)
        kept = sorted(within - self._holdings.edited.keys())
        return (slot if hold_all(terms, slot) else BREATH for slot in kept)

    def _edited(self, wordings: Sequence[Wording]) -> Generator[None, None, dict[int, Record]]:
        """Return the edited replies that may answer, so that no stage asks the rest."""
        tests = [Step(_ANYWHERE, wording, spelled=True).test() for wording in wordings]
        found = {}
        for count, (slot, record) in enumerate(list(self._holdings.edited.items()), start=1):
            is_within = self._within is None or slot in self._within
            if record and is_within and any(test(record) for test in tests):
                found[slot] = record
            if not count % _COMPARED_AT_ONCE:
                yield
        return found


_ANYWHERE = Stage(tuple(Zone), tuple(Zone), Anchor.ANYWHERE, ())


def _only(slots: Slots, within: Set[int]) -> Slots:
    for count, slot in enumerate(slots):
        if slot in within:
            yield slot
        elif slot == BREATH or not count % _BREATHE_EVERY:
            yield BREATH


def _tier(place: int, kind: MatchKind) -> int:
    """Return a number that is higher for a better stage, and in it for a better kind."""
    if kind is MatchKind.FUZZY:
        return len(STAGES) - place
    return 3 * len(STAGES) - 2 * place - AS_TYPED.index(kind)
