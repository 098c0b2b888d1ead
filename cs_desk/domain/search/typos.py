"""Words one typing mistake away from a typed word that make whole syllables."""

from __future__ import annotations

import string
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.pinyin import unify_u
from cs_desk.domain.search.spelling import Cut, Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from cs_desk.domain.search.alphabet import Alphabet
    from cs_desk.domain.search.cutting import Follows

_SHORTEST_WORD = 4
_LONGEST_WORD = 40
_LONGEST_SYLLABLE = 6
_MOST_CUTS = 64


def typo_cuts(word: str, alphabet: Alphabet, follows: Follows) -> tuple[Cut, ...]:
    """Return the cuts of all words one edit away from ``word``, four letters or more.

    An edit drops, adds or replaces a letter, or swaps two neighbours. Only words of whole
    syllables count that stand side by side in some reply; a lone syllable counts if there is
    nothing longer. Sound pinyin never lost its first letter: ``engjing`` is no 曾经.
    """
    is_pinyin = word.isascii() and word.isalpha()
    if not is_pinyin or not _SHORTEST_WORD <= len(word) <= _LONGEST_WORD:
        return ()
    typed = _Typed.of(unify_u(word), alphabet.syllables)
    meant = dict.fromkeys(islice(_Walk(typed, alphabet, follows).words(), _MOST_CUTS))
    words = tuple(meant) or tuple(typed.lone_words())
    return tuple(
        tuple(Element(alphabet.spelled(syllable)) for syllable in syllables) for syllables in words
    )


class _Stretch(NamedTuple):
    """Syllables meant by a stretch of the typed letters, which ends before ``end``."""

    syllables: tuple[str, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Typed:
    """Typed letters, and from which places they are whole syllables to an end.

    Attributes:
        letters: What was typed, ü as u.
        syllables: All there are.
        reached: The places that whole syllables lead to from the beginning.
        sound: The places from which whole syllables lead to the end.
    """

    letters: str
    syllables: Set[str]
    reached: Set[int]
    sound: Set[int]

    @classmethod
    def of(cls, letters: str, syllables: Set[str]) -> _Typed:
        """Return ``letters`` with the places where syllables may part."""
        size = len(letters)
        reached, sound = {0}, {size}
        for place in range(1, size + 1):
            if any(letters[start:place] in syllables for start in reached):
                reached.add(place)
        for place in reversed(range(size)):
            if any(letters[place:end] in syllables for end in sound):
                sound.add(place)
        return cls(letters, syllables, reached, sound)

    def as_typed(self, place: int) -> Iterator[_Stretch]:
        """Yield the syllables that begin at a place."""
        for end in range(place + 1, min(place + _LONGEST_SYLLABLE, len(self.letters)) + 1):
            if self.letters[place:end] in self.syllables:
                yield _Stretch((self.letters[place:end],), end)

    def mistyped(self, place: int) -> Iterator[_Stretch]:
        """Yield what may have been meant by letters with one mistake, the rest being sound."""
        for end in range(place, min(place + _LONGEST_SYLLABLE + 1, len(self.letters)) + 1):
            if end in self.sound:
                typed = self.letters[place:end]
                for syllable in sorted(self.syllables & set(_edits(typed)) - {typed}):
                    if place or 0 not in self.sound or syllable[1:] != typed:
                        yield _Stretch((syllable,), end)
        yield from self._swapped_across(place)

    def _swapped_across(self, place: int) -> Iterator[_Stretch]:
        """Yield two syllables, the last letter of one typed after the first of the other."""
        letters = self.letters
        for border in range(place + 1, min(place + _LONGEST_SYLLABLE, len(letters) - 1) + 1):
            first = letters[place : border - 1] + letters[border]
            if first not in self.syllables or letters[border] == letters[border - 1]:
                continue
            for end in range(border + 1, min(border + _LONGEST_SYLLABLE, len(letters)) + 1):
                second = letters[border - 1] + letters[border + 1 : end]
                if end in self.sound and second in self.syllables:
                    yield _Stretch((first, second), end)

    def lone_words(self) -> Iterator[tuple[str]]:
        """Yield the syllables of four letters or more that the whole may have been."""
        for (syllable, *more), end in self.mistyped(0):
            if not more and end == len(self.letters) and len(syllable) >= _SHORTEST_WORD:
                yield (syllable,)


class _Walk:
    """All ways through typed letters with exactly one mistake whose neighbours occur."""

    def __init__(self, typed: _Typed, alphabet: Alphabet, follows: Follows) -> None:
        self._typed = typed
        self._alphabet = alphabet
        self._follows = follows
        self._mistyped = {place: tuple(typed.mistyped(place)) for place in typed.reached}

    def words(self) -> Iterator[tuple[str, ...]]:
        """Yield the words of two syllables and more."""
        return (word for word in self._from(0, (), is_mistaken=False) if len(word) > 1)

    def _from(
        self, place: int, before: tuple[str, ...], *, is_mistaken: bool
    ) -> Iterator[tuple[str, ...]]:
        if is_mistaken and place == len(self._typed.letters):
            yield before
        for syllables, end in self._typed.as_typed(place):
            if not is_mistaken or end in self._typed.sound:
                yield from self._on(before, syllables, end, is_mistaken=is_mistaken)
        if not is_mistaken:
            for syllables, end in self._mistyped[place]:
                yield from self._on(before, syllables, end, is_mistaken=True)

    def _on(
        self, before: tuple[str, ...], syllables: tuple[str, ...], end: int, *, is_mistaken: bool
    ) -> Iterator[tuple[str, ...]]:
        spelled = self._alphabet.spelled
        joints = pairwise((*before[-1:], *syllables))
        if all(self._follows(spelled(a), spelled(b)) for a, b in joints):
            yield from self._from(end, before + syllables, is_mistaken=is_mistaken)


def _edits(letters: str) -> Iterator[str]:
    """Yield what is one edit away and no longer than a syllable."""
    room = _LONGEST_SYLLABLE - len(letters)
    for place in range(len(letters) + 1):
        before, after = letters[:place], letters[place:]
        if after:
            yield before + after[1:]
        if after and room >= 0:
            yield from (before + letter + after[1:] for letter in string.ascii_lowercase)
        if room > 0:
            yield from (before + letter + after for letter in string.ascii_lowercase)
        if len(after) > 1 and room >= 0:
            yield before + after[1] + after[0] + after[2:]
