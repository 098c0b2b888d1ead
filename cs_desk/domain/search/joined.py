"""Two words typed as one: 面膜过敏 where the reply says 面膜用了过敏, ``mianmoguomin`` likewise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.pinyin import unify_u

if TYPE_CHECKING:
    from collections.abc import Set

    from cs_desk.domain.search.alphabet import Alphabet

_SHORTEST_WORD = 2
# A longer run of characters is a sentence, and relevance knows more of sentences.
_LONGEST_JOINED = 8
_LONGEST_SPELLED = 24


def apart(word: str, alphabet: Alphabet) -> tuple[tuple[str, str], ...]:
    """Return the ways in which a folded word may be two, each of them two characters or more.

    Letters are a word if they make two whole syllables or more: a single one, or initials, would
    be found everywhere. A number is one word.
    """
    longest = _LONGEST_SPELLED if _is_spelled(word) else _LONGEST_JOINED
    if len(word) > longest or " " in word:
        return ()
    places = (
        place
        for place in range(_SHORTEST_WORD, len(word) - _SHORTEST_WORD + 1)
        if not word[place - 1 : place + 1].isdecimal()
    )
    halves = ((word[:place], word[place:]) for place in places)
    return tuple(pair for pair in halves if all(_is_word(half, alphabet) for half in pair))


def _is_spelled(text: str) -> bool:
    return text.isascii() and text.isalpha()


def _is_word(text: str, alphabet: Alphabet) -> bool:
    if _is_spelled(text):
        letters = unify_u(text)
        return letters not in alphabet.syllables and _are_syllables(letters, alphabet.syllables)
    return text.isdecimal() or any(map(alphabet.is_chinese, text))


def _are_syllables(letters: str, syllables: Set[str]) -> bool:
    """Return whether ``letters`` are whole syllables and nothing else."""
    ends = {0}
    for end in range(1, len(letters) + 1):
        if any(letters[start:end] in syllables for start in ends):
            ends.add(end)
    return len(letters) in ends
