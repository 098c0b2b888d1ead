"""Texts as the search compares them: case, width and compatibility forms made one.

What nobody types or nobody sees is left out: blanks, accents, variation selectors and the
invisible characters that web pages leave in what is copied.
"""

from __future__ import annotations

import unicodedata

# They frame a field inside a searchable text. No folded character is one of them, because
# control characters fold to line ends.
START = "\x02"
END = "\x03"
SEPARATOR = "\n"

# Unicode's general categories: blanks; what changes the character before; what only steers.
_LEFT_OUT = frozenset({"Zs", "Mn", "Cf"})


class FoldTable(dict[int, str]):
    """A table for ``str.translate`` that folds single characters and remembers them.

    Characters are folded one at a time, so that a place in the folded text can be traced to the
    stored text.
    """

    def __init__(self) -> None:
        super().__init__()
        self._uneven: set[str] = set()

    def __missing__(self, point: int) -> str:
        character = chr(point)
        folded = self[point] = _folded(character)
        if len(folded) != 1:
            self._uneven.add(character)
        return folded

    def fold(self, text: str) -> str:
        """Return ``text`` folded."""
        return text.translate(self)

    def keeps_places(self, text: str) -> bool:
        """Return whether places in a text that was folded are those in the text itself."""
        return self._uneven.isdisjoint(text)

    def stored_places(self, text: str) -> list[int]:
        """Return, for every character of the folded ``text``, its place in ``text`` itself."""
        return [place for place, char in enumerate(text) for _ in self[ord(char)]]

    def end_of(self, text: str, place: int) -> int:
        """Return where the character at a place of a stored ``text`` ends, its marks included."""
        end = place + 1
        while end < len(text) and not text[end].isspace() and not self[ord(text[end])]:
            end += 1
        return end


def _folded(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":
        return "" if character == "\t" else SEPARATOR
    parts = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in parts if unicodedata.category(part) not in _LEFT_OUT)
