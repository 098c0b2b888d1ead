r"""What agents type and which reply they want: the labelled questions of ``data/*_queries.tsv``.

A row holds the kind, the query (``\\n`` is a line break) and the titles wanted (``|`` between
replies that serve alike, ``*`` for any title that begins so).
The wanted replies were written down from the libraries' texts, not from what the search returned.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.shop_library import DATA, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

STARTER_QUERIES = DATA / "starter_queries.tsv"
SHOP_QUERIES = DATA / "shop_queries.tsv"
_HELD_OUT_SHARE = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A query with the replies that answer it.

    Attributes:
        kind: How it was typed: ``literal``, ``pinyin``, ``sentence`` ….
        query: What was typed or pasted.
        wanted: Titles; any of them will do.
    """

    kind: str
    query: str
    wanted: tuple[str, ...]

    @property
    def is_held_out(self) -> bool:
        """Whether it belongs to the third that nobody looks at while tuning."""
        return zlib.crc32(self.query.encode()) % _HELD_OUT_SHARE == 0

    def is_answered_by(self, title: str) -> bool:
        """Return whether the reply of this title is wanted."""
        return any(
            title.startswith(each[:-1]) if each.endswith("*") else title == each
            for each in self.wanted
        )

    def place_in(self, titles: Sequence[str]) -> int | None:
        """Return the place, from 1, of the first wanted title; None if there is none."""
        places = (place for place, title in enumerate(titles, 1) if self.is_answered_by(title))
        return next(places, None)


def read_questions(path: Path) -> list[Question]:
    """Return the questions of a file, in its order."""
    return [
        Question(kind, query.replace("\\n", "\n"), tuple(wanted.split("|")))
        for kind, query, wanted in rows_of(path)
    ]
