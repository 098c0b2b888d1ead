"""Where one word, read in one way, stands in one zone of an archive."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from heapq import merge
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cs_desk.domain.search.alphabet import ANY, FIELD_END, FIELD_START
from cs_desk.domain.search.folding import END, START
from cs_desk.domain.search.spelling import Anchor, Element, framed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cs_desk.domain.search.alphabet import Alphabet, Units
    from cs_desk.domain.search.archive import Archive, ZoneTexts
    from cs_desk.domain.search.postings import Zone
    from cs_desk.domain.search.spelling import Cut

BREATH = -1
"""What a stream of slots yields now and then, so that a long search can be left for a while."""

Slots: TypeAlias = Iterator[int]
"""Ascending slots, each once, with a ``BREATH`` anywhere between them."""

_BREATHE_EVERY = 256
# How many slots, or places, are listed in the time of one that is looked up.
_SLOTS_LISTED, _PLACES_LISTED = 32, 2
# Beyond so many columns one sorted one is looked into sooner than all of them.
_MOST_COLUMNS = 12
# So few places are compared at once, for all anchors together.
_FEW_PLACES = 64
# The rarest pair is looked for among so many: more would only cost time.
_LONGEST_LOOKUP = 16


class Occurrences:
    """Replies that surely hold a word; nothing is left to be compared.

    Args:
        columns: Places in the zone's texts that may be a match, or slots; each column ascending.
        zone: The zone's texts; None if the columns hold slots.
        fits: Whether a place, or a slot, is a match; None if every one is.
        holds: A quick way to tell whether a slot holds the word, where there is one.
    """

    def __init__(
        self,
        columns: Sequence[Sequence[int]],
        zone: ZoneTexts | None = None,
        fits: Callable[[int], bool] | None = None,
        holds: Callable[[int], bool] | None = None,
    ) -> None:
        self._found = columns
        self._holds = holds
        self._zone = zone
        self._fits = fits
        self._count = sum(map(len, columns))
        self._asked = 0
        self._listed: frozenset[int] | None = None

    def __iter__(self) -> Slots:
        return self._holding() if self._zone is None else self._standing(self._zone)

    def __len__(self) -> int:
        """Return how many slots there are at most."""
        return self._count

    def hold(self, slot: int) -> bool:
        """Return whether the reply in ``slot`` holds the word."""
        if self._holds is not None:
            return self._holds(slot)
        if self._listed is not None:
            return slot in self._listed
        self._asked += 1
        if self._asked * (_SLOTS_LISTED if self._zone is None else _PLACES_LISTED) > self._count:
            # So often asked, a list is made that costs no more than the answers until now.
            self._listed = self._all()
            return slot in self._listed
        return self._look_up(slot)

    def _all(self) -> frozenset[int]:
        if self._zone is None and self._fits is None:
            return frozenset().union(*self._found)
        return frozenset(self) - {BREATH}

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
        """Few columns to look into; one of them all where there are many."""
        if len(self._found) > _MOST_COLUMNS:
            return (sorted(chain.from_iterable(self._found)),)
        return self._found

    def _ascending(self) -> Iterable[int]:
        return self._found[0] if len(self._found) == 1 else merge(*self._found)

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


NOWHERE = Occurrences(())


class _RarestPair(NamedTuple):
    """The neighbours of a cut that stand in the fewest places, and where in the cut they are."""

    places: int
    at: int
    first: Units
    second: Units


class ZoneFinder:
    """Looks up words in one zone of an archive for one query; what it was asked once, it knows."""

    def __init__(self, zone: Zone, archive: Archive, alphabet: Alphabet) -> None:
        self._zone = zone
        self._texts = archive.zones[zone]
        self._postings = archive.postings
        self._alphabet = alphabet
        self._counts: dict[tuple[Units, Units], int] = {}
        self._few_starts: dict[Cut, list[int] | None] = {}
        self._known_words: dict[tuple[str, Anchor], Occurrences] = {}
        self._known_cuts: dict[tuple[Cut, Anchor], Occurrences] = {}

    def written(self, word: str, cut: Cut, anchor: Anchor) -> Occurrences:
        """Return where a folded word stands as it is written; ``cut`` is its literal cut."""
        key = word, anchor
        known = self._known_words.get(key)
        if known is None:
            lone = len(word) == 1 and anchor is Anchor.ANYWHERE
            found = self._character(word) if lone else self._written(word, cut, anchor)
            known = self._known_words[key] = found
        return known

    def spelled(self, cut: Cut, anchor: Anchor) -> Occurrences:
        """Return where a word may be read as ``cut`` says."""
        key = cut, anchor
        known = self._known_cuts.get(key)
        if known is None:
            known = self._known_cuts[key] = self._spelled(cut, anchor)
        return known

    def _character(self, character: str) -> Occurrences:
        return Occurrences((self._postings.of_character(self._zone, character),))

    def _written(self, word: str, cut: Cut, anchor: Anchor) -> Occurrences:
        rarest = self._rarest(_framed(cut, anchor))
        if rarest is None:
            return NOWHERE
        needle, text = framed(word, anchor), self._texts.text
        holds = self._text_holds(needle)
        rare = min((self._postings.of_character(self._zone, each) for each in set(word)), key=len)
        if len(rare) < rarest.places:
            # A rare character leads there sooner than its homophones, or a full stop.
            return Occurrences((rare,), fits=holds, holds=holds)
        found = self._postings.columns_of(self._zone, rarest.first, rarest.second)
        return Occurrences(
            found,
            self._texts,
            lambda place: text.startswith(needle, place - rarest.at),
            holds,
        )

    def _text_holds(self, needle: str) -> Callable[[int], bool]:
        find, bounds = self._texts.text.find, self._texts.bounds
        return lambda slot: find(needle, bounds[slot], bounds[slot + 1]) >= 0

    def _spelled(self, cut: Cut, anchor: Anchor) -> Occurrences:
        if len(cut) == 1 and anchor is Anchor.ANYWHERE:
            return Occurrences(self._postings.columns_of(self._zone, cut[0].units, ANY))
        if cut not in self._few_starts:
            self._few_starts[cut] = self._starts_of_few(cut)
        starts = self._few_starts[cut]
        if starts is not None:
            starts = self._anchored(starts, len(cut), anchor)
            return Occurrences((starts,), self._texts) if starts else NOWHERE
        cut = _framed(cut, anchor)
        rarest = self._rarest(cut)
        if rarest is None:
            return NOWHERE
        found = self._postings.columns_of(self._zone, rarest.first, rarest.second)
        return Occurrences(found, self._texts, self._test(cut, rarest.at))

    def _starts_of_few(self, cut: Cut) -> list[int] | None:
        """Return where a cut stands if that is quickly told; else None."""
        if len(cut) == 1:
            return None
        rarest = self._rarest(cut)
        if rarest is None:
            return []
        if rarest.places > _FEW_PLACES:
            return None
        (found,) = self._postings.columns_of(self._zone, rarest.first, rarest.second)
        fits = self._test(cut, rarest.at)
        return [place - rarest.at for place in found if fits is None or fits(place)]

    def _anchored(self, starts: list[int], length: int, anchor: Anchor) -> list[int]:
        """Return those ``starts`` of a cut of so many characters that ``anchor`` allows."""
        text = self._texts.text
        if anchor is not Anchor.ANYWHERE:
            starts = [start for start in starts if text[start - 1] == START]
        if anchor is Anchor.WHOLE:
            starts = [start for start in starts if text[start + length] == END]
        return starts

    def _test(self, cut: Cut, at: int) -> Callable[[int], bool] | None:
        """Return what is left to compare where the pair ``at`` stands; None if nothing is."""
        codes, text, codes_of = self._texts.codes, self._texts.text, self._alphabet.codes_of
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

    def _rarest(self, cut: Cut) -> _RarestPair | None:
        best: _RarestPair | None = None
        for at, (first, second) in enumerate(pairwise(cut[:_LONGEST_LOOKUP])):
            count = self._count(first.units, second.units)
            if not count:
                return None
            if best is None or count < best.places:
                best = _RarestPair(count, at, first.units, second.units)
        return best

    def _count(self, first: Units, second: Units) -> int:
        key = first, second
        known = self._counts.get(key)
        if known is None:
            known = self._counts[key] = self._postings.count(self._zone, first, second)
        return known


_FIRST, _LAST = Element(FIELD_START), Element(FIELD_END)


def _framed(cut: Cut, anchor: Anchor) -> Cut:
    if anchor is Anchor.ANYWHERE:
        return cut
    return (_FIRST, *cut, _LAST) if anchor is Anchor.WHOLE else (_FIRST, *cut)
