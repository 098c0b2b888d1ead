"""A slow, plain matcher: what a search has to find, by trying everything.

It shares nothing with the index but the readings of characters, so that the two can be compared.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from cs_desk.domain.pinyin import unify_u

if TYPE_CHECKING:
    from cs_desk.domain.pinyin import Readings
    from cs_desk.domain.template import ReplyTemplate


def fields(template: ReplyTemplate) -> list[str]:
    """Return every text that can be searched of a reply, case folded and without blanks."""
    raw = (template.title, template.code, *template.tags, template.group, template.body)
    return ["".join(field.casefold().split()) for field in raw]


class Oracle:
    """Tells whether a word, with no blank in it, can be read from a text.

    Every character is read as itself, by one of its readings in full, or by its initial (for zh,
    ch and sh the first letter too); the last one also by the beginning of a reading.
    """

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        # Most places of a text are refused by their first letter.
        self._firsts: dict[str, frozenset[str]] = {}

    def finds(self, query: str, template: ReplyTemplate) -> bool:
        """Return whether ``query`` can be read from any field of a reply."""
        return any(self.stands_in(query.casefold(), field) for field in fields(template))

    def stands_in(self, word: str, text: str) -> bool:
        """Return whether ``word`` can be read from any place of ``text``; both case folded."""
        firsts = self._firsts
        for each in {word, unify_u(word)}:
            for start, character in enumerate(text):
                if character not in firsts:
                    firsts[character] = self._first_letters(character)
                if each[0] in firsts[character] and self._reads(each, text, start):
                    return True
        return False

    def _first_letters(self, character: str) -> frozenset[str]:
        return frozenset((character, *(each[0] for each in self._of(character))))

    def _reads(self, word: str, text: str, at: int) -> bool:
        if not word or at == len(text):
            return not word
        ways = {1} if word[0] == text[at] else set()
        if word[0] in string.ascii_lowercase:
            for reading in self._of(text[at]):
                if reading.startswith(word):
                    return True
                initials = {reading, reading[0]} | ({reading[:2]} & {"zh", "ch", "sh"})
                ways |= {len(each) for each in initials if word.startswith(each)}
        return any(self._reads(word[way:], text, at + 1) for way in ways)

    def _of(self, character: str) -> tuple[str, ...]:
        return tuple(map(unify_u, self._readings.of(character)))
