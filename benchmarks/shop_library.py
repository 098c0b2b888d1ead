"""The replies of a shop with several product lines, 2,000 of them, every one with its own title.

Two tables of our own wording make them: whom replies speak of, and what they say. Unlike the
library of ``search_corpus``, titles, codes and tags differ as a supervisor would have made them
differ, so for every question it can be said which reply answers it.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.domain.template import ReplyTemplate

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent / "data"
SUBJECTS = DATA / "shop_subjects.tsv"
THEMES = DATA / "shop_themes.tsv"


def make_shop_library() -> list[ReplyTemplate]:
    """Return every reply, subject by subject; the same at every call."""
    themes = list(rows_of(THEMES))
    return [
        _reply(family, name, code, fact, theme)
        for family, name, code, fact in rows_of(SUBJECTS)
        for families, *theme in themes
        if family in families.split(",")
    ]


def rows_of(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a table of tabs, without its lines of remarks (``#``)."""
    with path.open(encoding="utf-8", newline="") as lines:
        told = (line for line in lines if not line.startswith("#"))
        yield from csv.reader(told, delimiter="\t", quoting=csv.QUOTE_NONE)


def _reply(family: str, name: str, code: str, fact: str, theme: list[str]) -> ReplyTemplate:
    def told(text: str) -> str:
        return text.replace("{名}", name).replace("{料}", fact)

    section, title, code_end, tags, body = theme
    return ReplyTemplate(
        id=f"shop-{code}{code_end}",
        title=told(title),
        body=told(body),
        code=code + code_end,
        group="/".join(filter(None, (family, name, section))),
        tags=tuple(told(tags).split(",")),
    )
