"""A text as the rules read it: without what only disguises its words, and the way back.

Width, case, accents, blanks, punctuation, pictures and invisible characters are taken away, and
the usual stand-ins for 微 and qq are undone. ``+`` and ``%`` carry meaning and stay.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

# 威信, 薇信 and 扣扣 are written by those who mean 微信 and QQ. Each is as long as its stand-in.
_STAND_INS = {"薇": "微", "威": "微", "徽": "微", "➕": "+"}
_KEPT = frozenset("+%")
_KEPT_CATEGORIES = frozenset("LN")
# Texts in every script of the world need no more; beyond it a character is folded anew each time.
_MOST_REMEMBERED = 30_000

_CLAUSE_END = re.compile(r"[，。！？；：,!?;:…\n\r]+")
_SENTENCE_END = re.compile(r"[。！？；!?;\n\r]")
_DIGIT = re.compile("[0-9]")
_LATIN = re.compile("[a-z]")


class Folds(dict[int, str]):
    """What each character, by its code point, becomes; learnt as texts need it."""

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        if len(self) < _MOST_REMEMBERED:
            self[code] = folded
        return folded

    def fold(self, text: str) -> str:
        """Return ``text`` as the rules read it."""
        return text.translate(self).replace("扣扣", "qq")


@dataclass(frozen=True)
class FoldedText:
    """A text, and the same text folded.

    Attributes:
        original: As written.
        text: Folded.
    """

    original: str
    text: str
    folds: Folds

    @classmethod
    def of(cls, original: str, folds: Folds) -> FoldedText:
        """Fold ``original``."""
        return cls(original, folds.fold(original), folds)

    @cached_property
    def _places(self) -> list[int]:
        """Where in the original each folded character comes from."""
        folds = self.folds
        return [at for at, char in enumerate(self.original) for _ in folds[ord(char)]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original that the folded range ``start`` to ``end`` covers."""
        return self._places[start], self._places[end - 1] + 1

    def is_one_clause(self, start: int, end: int) -> bool:
        """Return whether no clause ends inside a folded range.

        A mark behind every single character (不,支,持) ends nothing: it is there to mislead.
        """
        first, last = self.span(start, end)
        ends = sum(1 for _ in _CLAUSE_END.finditer(self.original, first, last))
        return ends == 0 or (end - start > 2 and ends == end - start - 1)

    def cuts_a_word(self, start: int, end: int) -> bool:
        """Return whether a folded range begins or ends inside a Latin word or a number."""
        return self._continues(start - 1, start) or self._continues(end - 1, end)

    def sentence_of(self, at: int) -> tuple[int, int]:
        """Return the folded range of the sentence in which a folded character stands."""
        number = bisect_right(self._sentences, at) - 1
        return self._sentences[number], self._sentences[number + 1]

    @cached_property
    def _sentences(self) -> list[int]:
        """Where, folded, each sentence begins; and the end of the last one."""
        places = self._places
        ends = (found.start() for found in _SENTENCE_END.finditer(self.original))
        return [0, *(bisect_left(places, end) for end in ends), len(places)]

    def _continues(self, first: int, second: int) -> bool:
        """Return whether two folded neighbours are of one word, with nothing between them."""
        if first < 0 or second >= len(self.text):
            return False
        pair = self.text[first], self.text[second]
        alike = all(map(_LATIN.match, pair)) or all(map(_DIGIT.match, pair))
        return alike and self._places[second] - self._places[first] <= 1


def _fold(char: str) -> str:
    char = _STAND_INS.get(char, char)
    plain = unicodedata.normalize("NFKC", char).lower()
    return "".join(_STAND_INS.get(part, part) for part in plain if _counts(part))


def _counts(char: str) -> bool:
    return char in _KEPT or unicodedata.category(char)[0] in _KEPT_CATEGORIES
