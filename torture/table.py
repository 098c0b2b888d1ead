"""The table at the end: what was tried, what was acknowledged, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEADS = ("trial", "rounds", "acknowledged", "lost", "unreadable", "silent wrong", "verdict")


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one trial.

    Attributes:
        trial: What was done.
        rounds: How often.
        acknowledged: How many changes had been acknowledged, over all rounds.
        lost: Rounds in which an acknowledged change was gone.
        unreadable: Rounds after which the store could not be opened, read or written.
        wrong: Rounds after which it held something else than it should, without saying so.
        is_passed: Whether that is as it has to be.
        verdict: The same in words, with the first fault.
    """

    trial: str
    rounds: int
    acknowledged: int
    lost: int
    unreadable: int
    wrong: int
    is_passed: bool
    verdict: str

    def cells(self) -> tuple[str, ...]:
        """Return what stands in the table, from left to right."""
        numbers = (self.rounds, self.acknowledged, self.lost, self.unreadable, self.wrong)
        return (self.trial, *(f"{number:,}" for number in numbers), self.verdict)


def table_of(rows: Iterable[Row]) -> str:
    """Return ``rows`` as lines of text under a head."""
    cells = [_HEADS, *(row.cells() for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    lines = [_line(each, widths) for each in cells]
    return "\n".join([lines[0], "-|-".join("-" * width for width in widths), *lines[1:]])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *numbers, last = (
        (cell, " " * (width - _width(cell))) for cell, width in zip(cells, widths, strict=True)
    )
    middle = (space + cell for cell, space in numbers)
    return " | ".join([first[0] + first[1], *middle, last[0]])


def _width(text: str) -> int:
    # A Chinese character takes two columns of a terminal.
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)
