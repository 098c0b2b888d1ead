"""Texts as the search compares them: case, width and compatibility forms made one."""

from __future__ import annotations

import unicodedata

# They frame a field inside a searchable text. No folded character is one of them, because
# control characters fold to spaces.
START = "\x02"
END = "\x03"
SEPARATOR = "\n"


class FoldTable(dict[int, str]):
    """A table for ``str.translate`` that folds single characters and remembers them.

    Characters are folded one at a time, so that a place in the folded text can be traced to the
    stored text; none folds to nothing, so equal lengths mean equal places.
    """

    def __missing__(self, point: int) -> str:
        character = chr(point)
        folded = unicodedata.normalize("NFKC", character).casefold()
        if unicodedata.category(character) == "Cc":
            folded = " "
        self[point] = folded
        return folded

    def fold(self, text: str) -> str:
        """Return ``text`` folded."""
        return text.translate(self)

    def stored_places(self, text: str) -> list[int]:
        """Return, for every character of the folded ``text``, its place in ``text`` itself."""
        return [place for place, char in enumerate(text) for _ in self[ord(char)]]
