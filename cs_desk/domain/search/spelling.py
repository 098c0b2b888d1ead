"""A word cut into units, and where such a cut stands in a text."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.search.folding import END, START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.search.alphabet import Alphabet, Units
    from cs_desk.domain.search.hits import Span


class Anchor(Enum):
    """Where in a framed field a match has to stand."""

    ANYWHERE = auto()
    START = auto()
    WHOLE = auto()


class Element(NamedTuple):
    """One character's worth of a query.

    Attributes:
        units: What the character may be read as.
        character: The very character it has to be; empty if the reading alone decides.
    """

    units: Units
    character: str = ""


Cut = tuple[Element, ...]


def framed(word: str, anchor: Anchor) -> str:
    """Return a word with the frame of the field around it that ``anchor`` asks for."""
    if anchor is Anchor.ANYWHERE:
        return word
    return f"{START}{word}{END}" if anchor is Anchor.WHOLE else f"{START}{word}"


class Spelling:
    """All the ways in which one word may be cut, compiled when they are first compared."""

    def __init__(self, cuts: tuple[Cut, ...], alphabet: Alphabet) -> None:
        self._cuts = cuts
        self._alphabet = alphabet
        self._patterns: tuple[_Pattern, ...] | None = None

    def fits(self, text: str, codes: str, anchor: Anchor) -> bool:
        """Return whether the folded ``text`` with its ``codes`` holds the word."""
        return any(pattern.fits(text, codes, anchor) for pattern in self._compiled())

    def spans(self, text: str, codes: str) -> list[Span]:
        """Return where the word stands; spans of different cuts may overlap."""
        return [span for pattern in self._compiled() for span in pattern.spans(text, codes)]

    def _compiled(self) -> tuple[_Pattern, ...]:
        if self._patterns is None:
            self._patterns = tuple(self._compile())
        return self._patterns

    def _compile(self) -> Iterator[_Pattern]:
        by_reading = [cut for cut in self._cuts if not any(e.character for e in cut)]
        if by_reading:
            yield _Pattern(re.compile("|".join(map(self._expression, by_reading))), ())
        for cut in self._cuts:
            characters = tuple((i, e.character) for i, e in enumerate(cut) if e.character)
            if characters:
                yield _Pattern(re.compile(self._expression(cut)), characters)

    def _expression(self, cut: Cut) -> str:
        return "".join(self._alphabet.code_class(element.units) for element in cut)


class _Pattern(NamedTuple):
    """A compiled cut, and the characters that its match has to hold at which offset."""

    expression: re.Pattern[str]
    characters: tuple[tuple[int, str], ...]

    def fits(self, text: str, codes: str, anchor: Anchor) -> bool:
        # Place 0 is the frame of the field.
        if anchor is Anchor.ANYWHERE:
            if not self.characters:
                return self.expression.search(codes) is not None
            return next(self.spans(text, codes), None) is not None
        if anchor is Anchor.START:
            found = self.expression.match(codes, 1)
        else:
            found = self.expression.fullmatch(codes, 1, text.index(END))
        return found is not None and self._has_characters(text, found.start())

    def spans(self, text: str, codes: str) -> Iterator[Span]:
        found = self.expression.search(codes)
        while found:
            start, end = found.span()
            right = self._has_characters(text, start)
            if right:
                yield start, end
            found = self.expression.search(codes, end if right else start + 1)

    def _has_characters(self, text: str, start: int) -> bool:
        return all(text[start + offset] == char for offset, char in self.characters)
