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
# How a syllable may begin, as people type it.
INITIALS = (*string.ascii_lowercase, "zh", "ch", "sh")


class Units(NamedTuple):
    """A half-open range of unit numbers."""

    low: int
    high: int


FIELD_START = Units(0, 1)
FIELD_END = Units(1, 2)
OTHER = Units(2, 3)
# What stands for the second of a pair where only the first matters; no character is read so.
ANY = Units(3, 4)
_SPECIAL = 4


class Alphabet:
    """The units of a table of readings, and texts encoded in them, one code per character.

    A character of one reading is encoded by that unit alone; a polyphone has a code of its own
    that stands for each of its readings.

    Attributes:
        syllables: Every toneless syllable.
        size: Beyond the number of every unit, those of ``initials`` included.
        initials: The range of units that begin with an initial, and a unit that stands for it;
            the start of a field, which may come before one, stands for itself.
    """

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        read_alike = set(readings.by_character.values())
        self.syllables = frozenset(unify_u(reading) for each in read_alike for reading in each)
        self._units = sorted(self.syllables.union(_LETTERS))
        self._numbers = {unit: number for number, unit in enumerate(self._units, start=_SPECIAL)}
        beyond = _SPECIAL + len(self._units)
        ranges = [units for units in map(self.beginning_with, INITIALS) if units.low < units.high]
        self.initials = {
            units: Units(number, number + 1) for number, units in enumerate(ranges, start=beyond)
        } | {FIELD_START: FIELD_START}
        self.size = beyond + len(ranges)
        self._code_units = self._all_codes(read_alike)
        self._codes = {units: number for number, units in enumerate(self._code_units)}
        self._also_in: list[list[int]] = [[] for _ in range(self.size)]
        for code, units in enumerate(self._code_units):
            for unit in units[1:]:
                self._also_in[unit].append(code)
        self._table = _CodeTable(self)
        self._classes: dict[Units, str] = {}
        self._members: dict[Units, frozenset[str]] = {}
        self._initials_of_code: dict[str, tuple[int, ...]] = {}

    def _all_codes(self, read_alike: Iterable[tuple[str, ...]]) -> list[tuple[int, ...]]:
        """Return the units of every code; sorted, so codes follow their first reading."""
        single = {(number,) for number in range(_SPECIAL + len(self._units))}
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

    def initials_of_code(self, code: str) -> tuple[int, ...]:
        """Return the units of the initials that a code may begin with."""
        known = self._initials_of_code.get(code)
        if known is None:
            known = self._initials_of_code[code] = tuple(
                initial.low
                for units, initial in self.initials.items()
                if any(units.low <= unit < units.high for unit in self.units_of_code(code))
            )
        return known

    def codes_of(self, units: Units) -> frozenset[str]:
        """Return the codes that can be read as one of ``units``."""
        known = self._members.get(units)
        if known is None:
            numbers = self._numbers_of_codes(units)
            known = self._members[units] = frozenset(chr(_FIRST_CODE + each) for each in numbers)
        return known

    def code_class(self, units: Units) -> str:
        """Return the regular expression for any code that can be read as one of ``units``."""
        known = self._classes.get(units)
        if known is None:
            known = self._classes[units] = self._make_class(units)
        return known

    def _numbers_of_codes(self, units: Units) -> set[int]:
        main = range(*self._main_codes(units))
        return {*main, *(code for unit in range(*units) for code in self._also_in[unit])}

    def _main_codes(self, units: Units) -> tuple[int, int]:
        """Return the range of the codes whose first reading is one of ``units``."""
        low, high = ((unit,) for unit in units)
        return bisect_left(self._code_units, low), bisect_left(self._code_units, high)

    def _make_class(self, units: Units) -> str:
        low, high = self._main_codes(units)
        also = self._numbers_of_codes(units).difference(range(low, high))
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
