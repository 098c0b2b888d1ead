"""Words one typing mistake away from a typed word that make whole syllables."""

from __future__ import annotations

import string
from itertools import pairwise
from typing import TYPE_CHECKING

from cs_desk.domain.pinyin import unify_u
from cs_desk.domain.search.spelling import Cut, Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from cs_desk.domain.search.alphabet import Alphabet
    from cs_desk.domain.search.cutting import Follows

_SHORTEST_WORD = 4
_LONGEST_WORD = 26
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
    typed = unify_u(word)
    splits = _Splits(alphabet.syllables)
    near = set(_edits(typed)) - {typed}
    if splits[typed]:
        near = {other for other in near if other[1:] != typed}
    cuts = dict.fromkeys(
        tuple(Element(alphabet.spelled(syllable)) for syllable in syllables)
        for other in sorted(near)
        for syllables in splits[other]
        if len(syllables) > 1 or len(other) >= _SHORTEST_WORD
    )
    known = [cut for cut in cuts if all(follows(a.units, b.units) for a, b in pairwise(cut))]
    longer = [cut for cut in known if len(cut) > 1]
    return tuple(longer or known)[:_MOST_CUTS]


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
