"""Which replies hold which pair of neighbouring units, zone by zone."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from enum import IntEnum
from itertools import accumulate, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.search.alphabet import Alphabet, Units

_CODE_POINTS = 0x110000


class Zone(IntEnum):
    """The parts of a reply that are searched apart, in the order of their worth."""

    TITLE = 0
    LABELS = 1
    BODY = 2


class Run(NamedTuple):
    """A stretch of the posting array."""

    start: int
    end: int


class PairPostings:
    """Slots of replies by pair of units, as three flat arrays that could as well be mapped.

    A pair's key is ``(zone * size + first unit) * size + second unit``; keys are sorted, so the
    second units of one range are neighbours and a whole range is one run of the array.
    A slot may stand in a run several times. After the pairs come the single characters that share
    their unit with others: a rare character would drown among its homophones.
    """

    def __init__(self, size: int, keys: array[int], starts: array[int], slots: array[int]) -> None:
        self._size = size
        self._keys = keys
        self._starts = starts
        self._slots = slots

    def runs(self, zone: Zone, first: Units, second: Units | None) -> Iterator[Run]:
        """Yield the runs of every pair out of two ranges; any second unit if that is None."""
        keys, starts, size = self._keys, self._starts, self._size
        row = zone * size
        if second is None:
            low = bisect_left(keys, (row + first.low) * size)
            high = bisect_left(keys, (row + first.high) * size, low)
            if high > low:
                yield Run(starts[low], starts[high])
            return
        high = 0
        for unit in range(row + first.low, row + first.high):
            low = bisect_left(keys, unit * size + second.low, high)
            high = bisect_left(keys, unit * size + second.high, low)
            if high > low:
                yield Run(starts[low], starts[high])

    def runs_of_character(self, zone: Zone, character: str) -> Iterator[Run]:
        """Yield the run of the replies that hold exactly this Chinese or other character."""
        key = _character_key(self._size, zone, character)
        place = bisect_left(self._keys, key)
        if place < len(self._keys) and self._keys[place] == key:
            yield Run(self._starts[place], self._starts[place + 1])

    def occurs(self, first: Units, second: Units) -> bool:
        """Return whether any reply holds such a pair in any zone."""
        return any(True for zone in Zone for _ in self.runs(zone, first, second))

    def slots(self, runs: tuple[Run, ...]) -> set[int]:
        """Return the slots of all ``runs``."""
        return set().union(*(self._slots[start:end] for start, end in runs))


class PairSet:
    """The pairs that edited replies may hold: enough to know that one is not hopeless."""

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._keys: list[int] = []

    def add(self, codes: str) -> None:
        """Note every pair of neighbours in ``codes``."""
        units_of, size = self._alphabet.units_of_code, self._alphabet.size
        for first, second in set(pairwise(codes)):
            for left, right in product(units_of(first), units_of(second)):
                key = left * size + right
                place = bisect_left(self._keys, key)
                if place == len(self._keys) or self._keys[place] != key:
                    self._keys.insert(place, key)

    def occurs(self, first: Units, second: Units) -> bool:
        """Return whether such a pair was noted."""
        keys, size = self._keys, self._alphabet.size
        return any(
            bisect_left(keys, unit * size + second.low)
            < bisect_left(keys, unit * size + second.high)
            for unit in range(*first)
        )


class PostingsBuilder:
    """Collects encoded texts and makes postings of them.

    Pairs are collected by code and spread over the readings of polyphones only at the end, once
    per distinct pair: that is far rarer than once per character of text.
    """

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._by_pair: dict[Zone, defaultdict[tuple[str, str], list[int]]] = {
            zone: defaultdict(list) for zone in Zone
        }
        self._by_character: dict[Zone, defaultdict[str, list[int]]] = {
            zone: defaultdict(list) for zone in Zone
        }

    def add(self, slot: int, zone: Zone, text: str, codes: str) -> None:
        """Note every character of ``text`` and every pair of neighbours in its ``codes``."""
        by_character = self._by_character[zone]
        for character in set(text):
            by_character[character].append(slot)
        by_pair = self._by_pair[zone]
        for pair in set(pairwise(codes)):
            by_pair[pair].append(slot)

    def build(self) -> PairPostings:
        """Return the postings of all that was added."""
        by_key = self._spread()
        keys = array("I", sorted(by_key))
        slots = array("I")
        for key in keys:
            slots.fromlist(by_key[key])
        starts = array("I", accumulate((len(by_key[key]) for key in keys), initial=0))
        return PairPostings(self._alphabet.size, keys, starts, slots)

    def _spread(self) -> dict[int, list[int]]:
        units_of, size = self._alphabet.units_of_code, self._alphabet.size
        by_key: dict[int, list[int]] = {}
        for zone, by_pair in self._by_pair.items():
            for (first, second), slots in by_pair.items():
                for left, right in product(units_of(first), units_of(second)):
                    key = (zone * size + left) * size + right
                    # A shared list would grow with each of its keys.
                    by_key[key] = by_key[key] + slots if key in by_key else slots
        for zone, by_character in self._by_character.items():
            for character, slots in by_character.items():
                by_key[_character_key(size, zone, character)] = slots
        return by_key


def _character_key(size: int, zone: Zone, character: str) -> int:
    return len(Zone) * size * size + zone * _CODE_POINTS + ord(character)
