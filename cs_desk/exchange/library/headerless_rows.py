"""Rows of CSV that has no row of names: what stands where is known from the format alone."""

from __future__ import annotations

import csv
import re
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.exchange.library.limits import refuse_too_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.exchange.library.found_replies import FileContent

_SNIFFED_ROWS = 20
_SNIFFED_CHARACTERS = 100_000
_LONGEST_KEYWORD = 40
_LEAST_SHARE = 0.8
# A column of this name means that the rows have names, and are another format's.
_NAME_OF_COLUMN = re.compile(
    "编码|快捷编码|快捷短语编码|快捷短语|快捷短语分组|内容|话术|标题|分组|标签|语气|提示|编号|序号|分类|类型|"
    "备注|问题|答案|回复|code|content|title|name|group|keyword|snippet|category|tags?|shortcut|"
    "abbreviation|label|text|id|body|key|value|question|answer",
    re.IGNORECASE,
)


def rows_of(content: FileContent) -> Iterator[tuple[int, list[str]]]:
    """Yield the line on which each row ends, and its cells; blank lines are passed over.

    Raises:
        InvalidFileError: A cell is not closed, as in a file that was cut off, or is too long; or
            there are too many rows.
    """
    reader = csv.reader(StringIO(content.text or "", newline=""), strict=True)
    try:
        for number, row in enumerate(reader):
            refuse_too_many(number, content.name)
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        told = Sentence("CSV 的引号不成对，或单元格太长（第 %1 行）", (str(reader.line_num),))
        raise InvalidFileError(content.name, told) from error


def looks_headerless(text: str, columns: frozenset[int]) -> bool:
    """Return whether ``text`` begins with rows of so many columns and a keyword in the first.

    Args:
        text: The text of a file.
        columns: The numbers of columns that the rows may have.
    """
    beginning = text[:_SNIFFED_CHARACTERS]
    rows: list[list[str]] = []
    try:
        reader = csv.reader(StringIO(beginning, newline=""), strict=True)
        rows.extend(islice((row for row in reader if row), _SNIFFED_ROWS))
    except csv.Error:
        # A cell that our piece of the text cuts off; the rows before it tell enough.
        if len(beginning) == len(text):
            return False
    if not rows or any(map(_names_columns, rows)):
        return False
    # Both programs pass over a row that is not in order, so a few are no sign of another format.
    replies = sum(_is_reply(row, columns) for row in rows)
    return replies >= _LEAST_SHARE * len(rows)


def _names_columns(row: list[str]) -> bool:
    return any(_NAME_OF_COLUMN.fullmatch(cell.strip()) for cell in row)


def _is_reply(row: list[str], columns: frozenset[int]) -> bool:
    keyword = row[0]
    return (
        len(row) in columns
        and 0 < len(keyword) <= _LONGEST_KEYWORD
        and not any(character.isspace() for character in keyword)
        and bool(row[1].strip())
    )
