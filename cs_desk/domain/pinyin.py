"""Toneless Mandarin readings of characters: what a person types to write them."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMAT = "readings 1"
_V_AFTER_ITS_CONSONANT = re.compile("(?<=[jqxynl])[vü]")


def unify_u(letters: str) -> str:
    """Return ``letters`` with ``v`` and ``ü`` written ``u`` where pinyin has no doubt about it.

    After j q x y n l people type ü as v, u or ü; ``lv``, ``lu`` and ``lü`` become the same.
    """
    return _V_AFTER_ITS_CONSONANT.sub("u", letters)


@dataclass(frozen=True, slots=True)
class Readings:
    """The common readings of every character, the most common first.

    A reading is written as it is typed: lower-case letters, no tone, ``v`` for ü (``lve``).

    Attributes:
        by_character: Character to its readings.
    """

    by_character: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_bytes(cls, data: bytes) -> Readings:
        """Return the readings of a table written by ``to_bytes``.

        Raises:
            ValueError: The table is damaged, or of a format that this program does not know.
        """
        head, _, body = data.partition(b"\n")
        if head.decode("ascii", errors="replace") != _heading(body):
            raise ValueError("table of readings: damaged or of an unknown format")
        by_character: dict[str, tuple[str, ...]] = {}
        for line in body.decode("utf-8").split("\n"):
            written, _, characters = line.partition("\t")
            readings = tuple(written.split(" "))
            # Character by character: half the time of a dictionary for every line.
            for character in characters:
                by_character[character] = readings
        return cls(MappingProxyType(by_character))

    def to_bytes(self) -> bytes:
        """Return the table as UTF-8 text: a heading with a checksum, then a line per reading.

        Characters that are read alike share one line: ``zhong chong``, a tab, the characters.
        """
        characters: dict[tuple[str, ...], list[str]] = {}
        for character, readings in self.by_character.items():
            characters.setdefault(readings, []).append(character)
        lines = [
            f"{' '.join(key)}\t{''.join(sorted(characters[key]))}" for key in sorted(characters)
        ]
        body = "\n".join(lines).encode("utf-8")
        return _heading(body).encode("ascii") + b"\n" + body

    def of(self, character: str) -> tuple[str, ...]:
        """Return the readings of ``character``; empty if it is not a known Chinese character."""
        return self.by_character.get(character, ())


def _heading(body: bytes) -> str:
    return f"{_FORMAT} {zlib.crc32(body):08x}"
