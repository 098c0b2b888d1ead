"""The units that texts are spelled in: toneless syllables, single letters and digits.

Units are numbered in the order of their spelling, so all units that begin with the same letters
are one range of numbers: ``t`` is the range from ``t`` (the letter in an English word) to ``tuo``.
That makes an initial, a partial syllable and a whole syllable the same kind of lookup.
"""

from __future__ import annotations

import string
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.pinyin import unify_u
from cs_desk.domain.search.folding import END, START

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.domain.pinyin import Readings

# Codes live outside the BMP: ``re`` compiles a class of scattered BMP characters into a bitmap of
# 64 Ki, which costs 0.4 ms a pattern; outside the BMP it keeps the list (0.05 ms).
_FIRST_CODE = 0x10000
_LETTERS = string.ascii_lowercase + string.digits


class Units(NamedTuple):
    """A half-open range of unit numbers."""

    low: int
    high: int


FIELD_START = Units(0, 1)
FIELD_END = Units(1, 2)
OTHER = Units(2, 3)
_SPECIAL = 3


class Alphabet:
    """The units of a table of readings, and texts encoded in them, one code per character.

    A character of one reading is encoded by that unit alone; a polyphone has a code of its own
    that stands for each of its readings.
    """

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        read_alike = set(readings.by_character.values())
        self.syllables = frozenset(unify_u(reading) for each in read_alike for reading in each)
        self._units = sorted(self.syllables.union(_LETTERS))
        self._numbers = {unit: number for number, unit in enumerate(self._units, start=_SPECIAL)}
        self.size = _SPECIAL + len(self._units)
        self._code_units = self._all_codes(read_alike)
        self._codes = {units: number for number, units in enumerate(self._code_units)}
        self._also_in: list[list[int]] = [[] for _ in range(self.size)]
        for code, units in enumerate(self._code_units):
            for unit in units[1:]:
                self._also_in[unit].append(code)
        self._table = _CodeTable(self)
        self._classes: dict[Units, str] = {}

    def _all_codes(self, read_alike: Iterable[tuple[str, ...]]) -> list[tuple[int, ...]]:
        """Return the units of every code; sorted, so codes follow their first reading."""
        single = {(number,) for number in range(self.size)}
        return sorted(single.union(map(self._numbers_of, read_alike)))

    def _numbers_of(self, readings: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._numbers[unify_u(reading)] for reading in readings))

    def beginning_with(self, letters: str) -> Units:
        """Return the units that begin with ``letters``; an empty range if none does."""
        low = bisect_left(self._units, letters)
        high = bisect_left(self._units, letters + "\uffff", low)
        return Units(low + _SPECIAL, high + _SPECIAL)

    def spelled(self, unit: str) -> Units:
        """Return the range that holds only ``unit``, a syllable, letter or digit."""
        number = self._numbers[unit]
        return Units(number, number + 1)

    def all_of(self, character: str) -> tuple[Units, ...]:
        """Return every unit that a folded character is read as, the most common first."""
        return tuple(Units(number, number + 1) for number in self._units_of(character))

    def _units_of(self, character: str) -> tuple[int, ...]:
        readings = self._readings.of(character)
        if readings:
            return self._numbers_of(readings)
        frames = {START: FIELD_START.low, END: FIELD_END.low}
        number = self._numbers.get(character) if character in _LETTERS else frames.get(character)
        return (OTHER.low if number is None else number,)

    def is_chinese(self, character: str) -> bool:
        """Return whether the character has a reading."""
        return bool(self._readings.of(character))

    def encode(self, text: str) -> str:
        """Return the codes of a folded text, one character each."""
        return text.translate(self._table)

    def code_of(self, character: str) -> str:
        """Return the code of one folded character."""
        return chr(_FIRST_CODE + self._codes[self._units_of(character)])

    def units_of_code(self, code: str) -> tuple[int, ...]:
        """Return the unit numbers that a code stands for."""
        return self._code_units[ord(code) - _FIRST_CODE]

    def code_class(self, units: Units) -> str:
        """Return the regular expression for any code that can be read as one of ``units``."""
        known = self._classes.get(units)
        if known is None:
            known = self._classes[units] = self._make_class(units)
        return known

    def _make_class(self, units: Units) -> str:
        low = bisect_left(self._code_units, (units.low,))
        high = bisect_left(self._code_units, (units.high,))
        also = {code for unit in range(*units) for code in self._also_in[unit]}
        also.difference_update(range(low, high))
        main = f"{chr(_FIRST_CODE + low)}-{chr(_FIRST_CODE + high - 1)}"
        return f"[{main}{''.join(chr(_FIRST_CODE + code) for code in sorted(also))}]"


class _CodeTable(dict[int, str]):
    """A table for ``str.translate`` that asks the alphabet once per character."""

    def __init__(self, alphabet: Alphabet) -> None:
        super().__init__()
        self._alphabet = alphabet

    def __missing__(self, point: int) -> str:
        code = self[point] = self._alphabet.code_of(chr(point))
        return code
