"""Where pairs of neighbouring units stand in a library, as flat columns that can be mapped."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from enum import IntEnum
from itertools import accumulate, chain, pairwise, product
from typing import TYPE_CHECKING

from cs_desk.domain.search.alphabet import ANY, Units

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from cs_desk.domain.search.alphabet import Alphabet

_CODE_POINTS = 0x110000
_SORTED_AT_ONCE = 4096
# Building may be left for a while after so many entries: a millisecond or so.
_STEP = 256


class Zone(IntEnum):
    """The parts of a reply that are searched apart, in the order of their worth."""

    TITLE = 0
    LABELS = 1
    BODY = 2


class Postings:
    """Sorted runs of places by pair of units, and of slots by single unit and by character.

    A place is a character's number in the joined texts of a zone; a slot is a reply's number.
    A key is ``(zone * size + first) * size + second``; keys are sorted, so the second units of one
    range are neighbours. Initials are units of their own here (``Alphabet.initials``): pairs of
    two initials, held by a good part of every library, are runs that need no merging. With ``ANY``
    as its second, a unit has the run of the slots that hold it. A character has a key beyond all
    pairs: a rare one would drown among its homophones.

    Args:
        alphabet: The units.
        keys: All keys, sorted; like the other columns of 32-bit numbers.
        starts: Where each key's run begins in ``runs``; the last entry ends the last run.
        runs: The runs, one after the other, each sorted.
    """

    def __init__(
        self,
        alphabet: Alphabet,
        keys: memoryview,
        starts: memoryview,
        runs: memoryview,
    ) -> None:
        self.columns = keys, starts, runs
        self._alphabet = alphabet

    def occurs(self, first: Units, second: Units) -> bool:
        """Return whether any reply holds such a pair in any zone."""
        return any(True for zone in Zone for _ in self._stretches(zone, first, second))

    def columns_of(self, zone: Zone, first: Units, second: Units) -> Sequence[Sequence[int]]:
        """Return what stands at every pair out of two ranges; each column is ascending.

        It is one column, unless there is so much of it that hardly anybody wants all.
        """
        _, starts, runs = self.columns
        stretches = list(self._stretches(zone, first, second))
        if len(stretches) == 1 and stretches[0][1] - stretches[0][0] == 1:
            ((key, _),) = stretches
            return (runs[starts[key] : starts[key + 1]],)
        if sum(starts[high] - starts[low] for low, high in stretches) <= _SORTED_AT_ONCE:
            rows = (runs[starts[low] : starts[high]] for low, high in stretches)
            return (sorted(chain.from_iterable(rows)),)
        keys = [key for low, high in stretches for key in range(low, high)]
        return [runs[starts[key] : starts[key + 1]] for key in keys]

    def count(self, zone: Zone, first: Units, second: Units) -> int:
        """Return how long the runs of such pairs are together."""
        starts = self.columns[1]
        return sum(starts[b] - starts[a] for a, b in self._stretches(zone, first, second))

    def of_character(self, zone: Zone, character: str) -> Sequence[int]:
        """Return the slots that hold exactly this character; ascending."""
        keys, starts, runs = self.columns
        key = _character_key(self._alphabet.size, zone, character)
        at = bisect_left(keys, key)
        found = at < len(keys) and keys[at] == key
        return runs[starts[at] : starts[at + 1]] if found else ()

    def _stretches(self, zone: Zone, first: Units, second: Units) -> Iterator[tuple[int, int]]:
        """Yield the half-open ranges of key numbers that hold the pairs."""
        keys, size = self.columns[0], self._alphabet.size
        first, second = self._as_initials(first, second)
        high = 0
        for unit in range(zone * size + first.low, zone * size + first.high):
            low = bisect_left(keys, unit * size + second.low, high)
            high = bisect_left(keys, unit * size + second.high, low)
            if high > low:
                yield low, high

    def _as_initials(self, first: Units, second: Units) -> tuple[Units, Units]:
        """Return one unit each for two initials; other ranges are what they are."""
        initials = self._alphabet.initials
        if second == ANY:
            return initials.get(first, first), second
        if first in initials and second in initials:
            return initials[first], initials[second]
        return first, second


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
    """Collects encoded texts, in the order of their slots, and makes postings of them.

    Pairs are collected by code and spread over the readings of polyphones only at the end, once
    per distinct pair: that is far rarer than once per character of text.
    """

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._by_pair: dict[Zone, defaultdict[tuple[str, str], array[int]]] = {
            zone: defaultdict(_column) for zone in Zone
        }
        self._by_character: dict[Zone, defaultdict[str, array[int]]] = {
            zone: defaultdict(_column) for zone in Zone
        }

    def add(self, slot: int, zone: Zone, text: str, codes: str, begin: int) -> None:
        """Note the characters of ``text`` and the pairs in its ``codes``, from place ``begin``."""
        by_character = self._by_character[zone]
        for character in set(text):
            by_character[character].append(slot)
        by_pair = self._by_pair[zone]
        for place, pair in enumerate(pairwise(codes), begin):
            by_pair[pair].append(place)

    def build(self) -> Generator[None, None, Postings]:
        """Make postings of all that was added, step by step, and return them."""
        by_key: dict[int, array[int]] = {}
        for zone in Zone:
            yield from self._spread_pairs(zone, by_key)
            yield from self._spread_characters(zone, by_key)
        keys = _column(sorted(by_key))
        starts = _column(accumulate((len(by_key[key]) for key in keys), initial=0))
        runs = _column()
        for count, key in enumerate(keys):
            # What was copied is let go: the whole is large enough once.
            runs.extend(by_key.pop(key))
            if not count % _STEP:
                yield
        return Postings(self._alphabet, memoryview(keys), memoryview(starts), memoryview(runs))

    def _spread_pairs(self, zone: Zone, by_key: dict[int, array[int]]) -> Iterator[None]:
        size, units_of = self._alphabet.size, self._alphabet.units_of_code
        initials_of = self._alphabet.initials_of_code
        spread: defaultdict[int, list[array[int]]] = defaultdict(list)
        for count, ((first, second), places) in enumerate(self._by_pair.pop(zone).items()):
            for left, right in chain(
                product(units_of(first), units_of(second)),
                product(initials_of(first), initials_of(second)),
            ):
                spread[(zone * size + left) * size + right].append(places)
            if not count % _STEP:
                yield
        for count, (key, columns) in enumerate(spread.items()):
            by_key[key] = columns[0] if len(columns) == 1 else _column(sorted(chain(*columns)))
            if not count % _STEP:
                yield

    def _spread_characters(self, zone: Zone, by_key: dict[int, array[int]]) -> Iterator[None]:
        alphabet = self._alphabet
        spread: defaultdict[int, set[int]] = defaultdict(set)
        for count, (character, slots) in enumerate(self._by_character.pop(zone).items()):
            code = alphabet.code_of(character)
            for unit in chain(alphabet.units_of_code(code), alphabet.initials_of_code(code)):
                spread[(zone * alphabet.size + unit) * alphabet.size + ANY.low].update(slots)
            by_key[_character_key(alphabet.size, zone, character)] = slots
            if not count % _STEP:
                yield
        for key, slots_of_unit in spread.items():
            by_key[key] = _column(sorted(slots_of_unit))


def _column(values: Iterable[int] = ()) -> array[int]:
    return array("I", values)


def _character_key(size: int, zone: Zone, character: str) -> int:
    return len(Zone) * size * size + zone * _CODE_POINTS + ord(character)
