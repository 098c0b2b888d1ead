"""Where one word, read in one way, stands in one zone of an archive."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from heapq import merge
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cs_desk.domain.search.alphabet import ANY, FIELD_END, FIELD_START
from cs_desk.domain.search.spelling import Anchor, Element, framed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cs_desk.domain.search.alphabet import Alphabet, Units
    from cs_desk.domain.search.archive import Archive, ZoneTexts
    from cs_desk.domain.search.postings import Postings, Run, Zone
    from cs_desk.domain.search.spelling import Cut

BREATH = -1
"""What a stream of slots yields now and then, so that a long search can be left for a while."""

Slots: TypeAlias = Iterator[int]
"""Ascending slots, each once, with a ``BREATH`` anywhere between them."""

_BREATHE_EVERY = 256
# How many entries are listed in the time of one that is looked up.
_LISTING_COSTS = 8
# Beyond so many columns one sorted one is looked into sooner than all of them.
_MOST_COLUMNS = 12
# Sorting so many costs less than merging the first of them.
_FEW = 4096
# The rarest pair is looked for among so many: more would only cost time.
_LONGEST_LOOKUP = 16


class Occurrences:
    """Replies that surely hold a word; nothing is left to be compared.

    Args:
        postings: Where the runs stand.
        runs: Runs of places in the zone's texts that may be a match, or of slots.
        zone: The zone's texts; None if the runs are of slots.
        fits: Whether a place, or a slot, is a match; None if every one is.
    """

    def __init__(
        self,
        postings: Postings,
        runs: Sequence[Run],
        zone: ZoneTexts | None = None,
        fits: Callable[[int], bool] | None = None,
    ) -> None:
        self._postings = postings
        self._runs = runs
        self._zone = zone
        self._fits = fits
        self._count = _length(runs)
        self._asked = 0
        self._listed: frozenset[int] | None = None

    def __iter__(self) -> Slots:
        return self._holding() if self._zone is None else self._standing(self._zone)

    def __len__(self) -> int:
        """Return how many slots there are at most."""
        return self._count

    def hold(self, slot: int) -> bool:
        """Return whether the reply in ``slot`` holds the word."""
        if self._listed is not None:
            return slot in self._listed
        self._asked += 1
        if self._asked * _LISTING_COSTS > self._count:
            # So often asked, a list is made that costs no more than the answers until now.
            self._listed = frozenset(self) - {BREATH}
            return slot in self._listed
        return self._look_up(slot)

    def _look_up(self, slot: int) -> bool:
        fits, zone = self._fits, self._zone
        begin, end = (slot, slot + 1) if zone is None else zone.bounds[slot : slot + 2]
        for found in self._columns:
            for at in range(bisect_left(found, begin), len(found)):
                if found[at] >= end:
                    break
                if fits is None or fits(found[at]):
                    return True
        return False

    @cached_property
    def _columns(self) -> Sequence[Sequence[int]]:
        """Few columns to look into: the runs, or one of them all where there are many."""
        if len(self._runs) > _MOST_COLUMNS:
            return (sorted(chain.from_iterable(map(self._postings.of, self._runs))),)
        return tuple(map(self._postings.of, self._runs))

    def _ascending(self) -> Iterable[int]:
        if len(self._columns) == 1:
            return self._columns[0]
        if self._count <= _FEW:
            return sorted(chain.from_iterable(self._columns))
        # So many are hardly ever wanted to the last.
        return merge(*self._columns)

    def _holding(self) -> Slots:
        fits, last = self._fits, BREATH
        for count, slot in enumerate(self._ascending(), start=1):
            if slot != last and (fits is None or fits(slot)):
                last = slot
                yield slot
            elif not count % _BREATHE_EVERY:
                yield BREATH

    def _standing(self, zone: ZoneTexts) -> Slots:
        fits, bounds, end = self._fits, zone.bounds, 0
        for count, place in enumerate(self._ascending(), start=1):
            if place >= end and (fits is None or fits(place)):
                slot = zone.slot_at(place)
                end = bounds[slot + 1]
                yield slot
            elif not count % _BREATHE_EVERY:
                yield BREATH


def in_any(places: Iterable[Occurrences]) -> Slots:
    """Return the slots of all of ``places``; a slot may come several times in a row."""
    streams = [iter(each) for each in places if len(each)]
    return streams[0] if len(streams) == 1 else merge(*streams)


class _RarestPair(NamedTuple):
    """The neighbours of a cut that stand in the fewest places, and where in the cut they are."""

    places: int
    at: int
    first: Units
    second: Units


class Finder:
    """Looks up words in an archive for one query; what it was asked for once, it knows."""

    def __init__(self, archive: Archive, alphabet: Alphabet) -> None:
        self._zones = archive.zones
        self._postings = archive.postings
        self._alphabet = alphabet
        self._nowhere = Occurrences(archive.postings, ())
        self._counts: dict[tuple[Zone, Units, Units], int] = {}
        self._pairs: dict[tuple[Zone, Cut], _RarestPair | None] = {}
        self._known: dict[tuple[Zone, str, Cut, Anchor], Occurrences] = {}

    def written(self, zone: Zone, word: str, cut: Cut, anchor: Anchor) -> Occurrences:
        """Return where a folded word stands as it is written; ``cut`` is its literal cut."""
        key = zone, word, (), anchor
        known = self._known.get(key)
        if known is None:
            lone = len(word) == 1 and anchor is Anchor.ANYWHERE
            found = self._character(zone, word) if lone else self._written(zone, word, cut, anchor)
            known = self._known[key] = found
        return known

    def spelled(self, zone: Zone, cut: Cut, anchor: Anchor) -> Occurrences:
        """Return where a word may be read as ``cut`` says."""
        key = zone, "", cut, anchor
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._spelled(zone, cut, anchor)
        return known

    def _character(self, zone: Zone, character: str) -> Occurrences:
        postings = self._postings
        return Occurrences(postings, postings.runs_of_character(zone, character))

    def _written(self, zone: Zone, word: str, cut: Cut, anchor: Anchor) -> Occurrences:
        postings, zone_texts = self._postings, self._zones[zone]
        rarest = self._rarest_framed(zone, cut, anchor)
        if rarest is None:
            return self._nowhere
        rare = min((postings.runs_of_character(zone, each) for each in set(word)), key=_length)
        text, bounds = zone_texts.text, zone_texts.bounds
        needle, at = framed(word, anchor), rarest.at
        if _length(rare) < rarest.places:
            # A rare character leads there sooner than its homophones, or a full stop.
            return Occurrences(
                postings,
                rare,
                fits=lambda slot: text.find(needle, bounds[slot], bounds[slot + 1]) >= 0,
            )
        found = postings.runs(zone, rarest.first, rarest.second)
        return Occurrences(
            postings, found, zone_texts, lambda place: text.startswith(needle, place - at)
        )

    def _spelled(self, zone: Zone, cut: Cut, anchor: Anchor) -> Occurrences:
        postings, zone_texts = self._postings, self._zones[zone]
        if len(cut) == 1 and anchor is Anchor.ANYWHERE:
            return Occurrences(postings, postings.runs(zone, cut[0].units, ANY))
        rarest = self._rarest_framed(zone, cut, anchor)
        if rarest is None:
            return self._nowhere
        found = postings.runs(zone, rarest.first, rarest.second)
        test = self._test(zone_texts, _framed(cut, anchor), rarest.at)
        return Occurrences(postings, found, zone_texts, test)

    def _test(self, zone: ZoneTexts, cut: Cut, at: int) -> Callable[[int], bool] | None:
        """Return what is left to compare where the pair ``at`` stands; None if nothing is."""
        codes, text, codes_of = zone.codes, zone.text, self._alphabet.codes_of
        # A pair says it all, but for the very characters that were asked for.
        units = [
            (place - at, codes_of(element.units))
            for place, element in enumerate(cut)
            if not at <= place <= at + 1
        ]
        characters = [
            (i - at, element.character) for i, element in enumerate(cut) if element.character
        ]
        if not units and not characters:
            return None

        def fits(place: int) -> bool:
            # In order, so that the end of a text stops it before the end of all texts.
            for offset, allowed in units:
                if codes[place + offset] not in allowed:
                    return False
            return all(text[place + offset] == character for offset, character in characters)

        return fits

    def _rarest_framed(self, zone: Zone, cut: Cut, anchor: Anchor) -> _RarestPair | None:
        """Return the rarest pair of a framed cut; None if one of its pairs stands nowhere."""
        bare = zone, cut
        if bare not in self._pairs:
            self._pairs[bare] = self._rarest(zone, cut)
        known = self._pairs[bare]
        # What stands nowhere does not begin a field either.
        if anchor is Anchor.ANYWHERE or (known is None and len(cut) > 1):
            return known
        return self._rarest(zone, _framed(cut, anchor))

    def _rarest(self, zone: Zone, cut: Cut) -> _RarestPair | None:
        best: _RarestPair | None = None
        for at, (first, second) in enumerate(pairwise(cut[:_LONGEST_LOOKUP])):
            count = self._count(zone, first.units, second.units)
            if not count:
                return None
            if best is None or count < best.places:
                best = _RarestPair(count, at, first.units, second.units)
        return best

    def _count(self, zone: Zone, first: Units, second: Units) -> int:
        key = zone, first, second
        if key not in self._counts:
            self._counts[key] = self._postings.count(zone, first, second)
        return self._counts[key]


def _length(runs: Sequence[Run]) -> int:
    return sum(run.end - run.start for run in runs)


_FIRST, _LAST = Element(FIELD_START), Element(FIELD_END)


def _framed(cut: Cut, anchor: Anchor) -> Cut:
    if anchor is Anchor.ANYWHERE:
        return cut
    return (_FIRST, *cut, _LAST) if anchor is Anchor.WHOLE else (_FIRST, *cut)
