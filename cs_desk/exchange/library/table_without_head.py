"""Tables whose columns have no names: what stands where is known from the format alone."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.exchange.library.limits import refuse_too_many
from cs_desk.exchange.library.table_columns import is_column_name

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from cs_desk.exchange.library.file_content import FileContent

_SNIFFED_ROWS = 20
_SNIFFED_CHARACTERS = 100_000
_LONGEST_KEYWORD = 40
_LEAST_SHARE = 0.8
_LEAST_SHARE_MARKED = 0.5


def numbered_rows(content: FileContent) -> Iterator[tuple[int, list[str]]]:
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


def looks_headerless(content: FileContent, columns: frozenset[int], marks: re.Pattern[str]) -> bool:
    """Return whether a text begins with rows of so many columns and a keyword in the first.

    Prose with commas does so, too: without marks of the program it has to be called CSV.

    Args:
        content: A file.
        columns: The numbers of columns that the rows may have.
        marks: What the program that writes such files puts into its texts, and hardly anyone else.
    """
    text = content.text or ""
    is_marked = marks.search(text) is not None
    is_called_csv = PurePath(content.name).suffix.lower() == ".csv"
    if text.lstrip().startswith(("[", "{")) or not (is_marked or is_called_csv):
        return False
    beginning = text[:_SNIFFED_CHARACTERS]
    rows: list[list[str]] = []
    try:
        reader = csv.reader(StringIO(beginning, newline=""), strict=True)
        rows.extend(islice((row for row in reader if row), _SNIFFED_ROWS))
    except csv.Error:
        # A cell that our piece of the text cuts off; the rows before it tell enough.
        if len(beginning) == len(text):
            return False
    if not rows or any(map(is_column_name, rows[0])) or any(map(_is_head, rows)):
        return False
    # Both programs pass over a row that is not in order, so a few are no sign of another format.
    replies = sum(_is_reply(row, columns) for row in rows)
    return replies >= (_LEAST_SHARE_MARKED if is_marked else _LEAST_SHARE) * len(rows)


def _is_head(row: list[str]) -> bool:
    # A single one is a word as any other.
    return sum(map(is_column_name, row)) > 1


def _is_reply(row: list[str], columns: frozenset[int]) -> bool:
    keyword = row[0]
    return (
        len(row) in columns
        and 0 < len(keyword) <= _LONGEST_KEYWORD
        and not any(character.isspace() for character in keyword)
        and bool(row[1].strip())
    )
