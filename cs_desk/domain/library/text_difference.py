"""Where two texts differ, character by character, for reading them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import compress
from operator import ne
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Change(StrEnum):
    """What happened to a part of a text."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of two texts; all segments in a row make both texts.

    Attributes:
        change: How the parts differ.
        before: Half-open range of characters in the text before.
        after: The same in the text after.
    """

    change: Change
    before: tuple[int, int]
    after: tuple[int, int]


def text_difference(before: str, after: str) -> tuple[Segment, ...]:
    """Return how ``after`` differs from ``before``.

    It takes tens of milliseconds for two texts of 10,000 characters, whatever is in them.
    """
    head = _alike(before, after)
    most = min(len(before), len(after)) - head
    tail = min(most, _alike(before[::-1], after[::-1]))
    inner = _common(before[head : len(before) - tail], after[head : len(after) - tail])
    pairs = [(head + one, head + other) for one, other in inner]
    runs = [
        (0, 0, head),
        *_worth_reading(_runs(pairs), head),
        (len(before) - tail, len(after) - tail, tail),
    ]
    return tuple(_segments(runs))


def _alike(one: str, other: str) -> int:
    """Return how many characters at the beginning are the same."""
    shorter = min(len(one), len(other))
    return next(compress(range(shorter), map(ne, one, other)), shorter)


def _common(before: str, after: str) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence.

    A row of the table of lengths is one whole number, a bit for each character of ``before``
    (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
    """
    if not before or not after:
        return []
    places: dict[str, int] = {}
    for place, character in enumerate(before):
        places[character] = places.get(character, 0) | 1 << place
    whole = (1 << len(before)) - 1
    row, rows = whole, []
    for character in after:
        found = row & places.get(character, 0)
        row = ((row + found) | (row - found)) & whole
        rows.append(row)
    return _traced(rows, len(before))


def _traced(rows: list[int], length: int) -> list[tuple[int, int]]:
    one, other, pairs = length, len(rows), []
    while one and other:
        bit = 1 << (one - 1)
        if rows[other - 1] & bit:
            one -= 1
            continue
        other -= 1
        if not other or rows[other - 1] & bit:
            one -= 1
            pairs.append((one, other))
    pairs.reverse()
    return pairs


def _runs(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield begin, begin and length of what is common without a break."""
    first = 0
    for place, (one, other) in enumerate(pairs, start=1):
        if place == len(pairs) or pairs[place] != (one + 1, other + 1):
            yield *pairs[first], place - first
            first = place


def _worth_reading(
    runs: Iterator[tuple[int, int, int]], head: int
) -> Iterator[tuple[int, int, int]]:
    """Yield ``runs`` without the single characters that other words happen to share."""
    one_end = other_end = head
    for one, other, length in runs:
        apart = max(one - one_end, other - other_end)
        if length > 1 or apart <= 1:
            yield one, other, length
            one_end, other_end = one + length, other + length


def _segments(runs: list[tuple[int, int, int]]) -> Iterator[Segment]:
    """Yield what lies between the common runs, and the runs that are not empty."""
    old, new = 0, 0
    for one, other, length in runs:
        if one > old or other > new:
            yield Segment(_change(one - old, other - new), (old, one), (new, other))
        old, new = one + length, other + length
        if length:
            yield Segment(Change.EQUAL, (one, old), (other, new))


def _change(removed: int, added: int) -> Change:
    if not added:
        return Change.REMOVED
    return Change.REPLACED if removed else Change.ADDED
