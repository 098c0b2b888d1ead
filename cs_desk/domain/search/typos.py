"""Words one typing mistake away from a typed word that make whole syllables."""

from __future__ import annotations

import itertools
import string
from typing import TYPE_CHECKING

from cs_desk.domain.pinyin import unify_u
from cs_desk.domain.search.spelling import Cut, Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from cs_desk.domain.search.alphabet import Alphabet
    from cs_desk.domain.search.cutting import Follows

_SHORTEST_WORD = 4
_LONGEST_WORD = 20
_LONGEST_SYLLABLE = 6
_MOST_CUTS = 64


def typo_cuts(word: str, alphabet: Alphabet, follows: Follows) -> tuple[Cut, ...]:
    """Return the cuts of all words one edit away from ``word``, four letters or more.

    An edit drops, adds or replaces a letter, or swaps two neighbours. Only words of whole
    syllables count that stand side by side in some reply. Sound pinyin never lost its first
    letter: ``engjing`` is no 曾经.
    """
    is_pinyin = word.isascii() and word.isalpha()
    if not is_pinyin or not _SHORTEST_WORD <= len(word) <= _LONGEST_WORD:
        return ()
    splits = _Splits(alphabet.syllables)
    typed = unify_u(word)
    near_words = set(_edits(typed)) - {typed}
    if splits[typed]:
        near_words = {near for near in near_words if near[1:] != typed}
    found: list[Cut] = []
    for near in sorted(near_words):
        for syllables in splits[near]:
            if len(syllables) == 1 and len(near) < _SHORTEST_WORD:
                continue
            cut = tuple(Element(alphabet.spelled(each)) for each in syllables)
            if all(follows(a.units, b.units) for a, b in itertools.pairwise(cut)):
                found.append(cut)
    return tuple(dict.fromkeys(found))[:_MOST_CUTS]


def _edits(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in string.ascii_lowercase)
        yield from (before + letter + after for letter in string.ascii_lowercase)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


class _Splits(dict[str, tuple[tuple[str, ...], ...]]):
    """Every way to split letters into whole syllables; endings are remembered between words."""

    def __init__(self, syllables: Set[str]) -> None:
        super().__init__({"": ((),)})
        self._syllables = syllables

    def __missing__(self, letters: str) -> tuple[tuple[str, ...], ...]:
        ways = tuple(
            (letters[:length], *rest)
            for length in range(1, min(_LONGEST_SYLLABLE, len(letters)) + 1)
            if letters[:length] in self._syllables
            for rest in self[letters[length:]]
        )
        self[letters] = ways
        return ways
