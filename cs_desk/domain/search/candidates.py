"""Narrowing a library to the few replies that may hold a word, by its pairs of units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.search.alphabet import FIELD_END, FIELD_START
from cs_desk.domain.search.postings import Zone
from cs_desk.domain.search.spelling import Anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from cs_desk.domain.search.alphabet import Units
    from cs_desk.domain.search.postings import PairPostings, Run
    from cs_desk.domain.search.spelling import Cut

# Listing a pair's replies is worth it while they are at most so many times those left to drop.
_WORTH_LISTING = 64
# Texts decide in the end, so a long word is narrowed by its beginning alone.
_LONGEST_LOOKUP = 16
# A pair held by more replies than this is found soonest by reading the library in order.
_SMALLEST_CROWD = 256
_CROWD_SHARE = 10


class Candidates:
    """The lookups of one query, each made once.

    The answer may hold replies that do not match, never leaves out one that does.
    """

    def __init__(self, postings: PairPostings, edited: Set[int], total: int) -> None:
        self._postings = postings
        self._edited = edited
        self._crowd = max(_SMALLEST_CROWD, total // _CROWD_SHARE)
        self._runs: dict[tuple[Zone, Units, Units | None], tuple[int, tuple[Run, ...]]] = {}
        self._slots: dict[tuple[Zone, Units, Units | None], set[int]] = {}

    def of(self, zones: Sequence[Zone], cuts: Sequence[Cut], anchor: Anchor) -> Set[int] | None:
        """Return the slots that may hold any of ``cuts``; None if too many to be worth listing."""
        found: list[Set[int]] = [self._edited]
        for zone in zones:
            for cut in cuts:
                slots = (
                    self._of_character(zone, cut[0].character)
                    if len(cut) == 1 and cut[0].character and anchor is Anchor.ANYWHERE
                    else self._of_cut(zone, _framed(cut, anchor))
                )
                if slots is None:
                    return None
                found.append(slots)
        return union(found)

    def are_possible(self, cut: Cut) -> bool:
        """Return whether any zone of any reply may hold the cut; edits make all things possible."""
        units = _framed(cut, Anchor.ANYWHERE)
        return bool(self._edited) or any(self._of_cut(zone, units) != set() for zone in Zone)

    def _of_character(self, zone: Zone, character: str) -> set[int] | None:
        runs = tuple(self._postings.runs_of_character(zone, character))
        if sum(run.end - run.start for run in runs) > self._crowd:
            return None
        return self._postings.slots(runs)

    def _of_cut(self, zone: Zone, units: tuple[Units, ...]) -> set[int] | None:
        seconds: tuple[Units | None, ...] = units[1:] or (None,)
        pairs = []
        for first, second in zip(units, seconds, strict=False):
            count = self._count(zone, first, second)
            if not count:
                return set()
            pairs.append((count, (zone, first, second)))
        pairs.sort()
        if len(pairs) == 1 and pairs[0][0] > self._crowd:
            return None
        found = self._of_pair(pairs[0][1])
        for count, pair in pairs[1:]:
            # Listing a crowd to drop a few costs more than comparing their texts.
            if found and (pair in self._slots or count < _WORTH_LISTING * len(found)):
                found = found & self._of_pair(pair)
        return found

    def _count(self, zone: Zone, first: Units, second: Units | None) -> int:
        pair = zone, first, second
        if pair not in self._runs:
            runs = tuple(self._postings.runs(zone, first, second))
            self._runs[pair] = sum(run.end - run.start for run in runs), runs
        return self._runs[pair][0]

    def _of_pair(self, pair: tuple[Zone, Units, Units | None]) -> set[int]:
        if pair not in self._slots:
            self._slots[pair] = self._postings.slots(self._runs[pair][1])
        return self._slots[pair]


def union(sets: Iterable[Set[int]]) -> Set[int]:
    """Return the union of ``sets``, without a copy where at most one of them holds anything."""
    filled = [each for each in sets if each]
    return filled[0] if len(filled) == 1 else set().union(*filled)


def _framed(cut: Cut, anchor: Anchor) -> tuple[Units, ...]:
    units = tuple(element.units for element in cut[:_LONGEST_LOOKUP])
    if anchor is Anchor.ANYWHERE:
        return units
    if anchor is Anchor.WHOLE and len(cut) <= _LONGEST_LOOKUP:
        return (FIELD_START, *units, FIELD_END)
    return (FIELD_START, *units)
