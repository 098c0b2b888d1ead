"""Rows of delimited text (CSV), whichever sign stands between the cells."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.exchange.library.table_columns import SEARCHED_ROWS, find_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cs_desk.exchange.library.table_columns import TableHead

_DELIMITERS = (",", ";", "\t")
# Enough for the rows in which the names of columns are looked for.
_HEAD_CHARACTERS = 64 * 1024
# Eight cells as long as the longest text that a library holds, and much besides.
_MAX_ROW_CHARACTERS = 1_000_000
# Is a row of its own after the last line, unless a quotation mark is still open there.
_END = "end"


def head_of_text(text: str) -> tuple[TableHead, str] | None:
    """Return the row that names the columns, and the delimiter by which it is one."""
    top = text[:_HEAD_CHARACTERS]
    found = ((_head_by(top, delimiter), delimiter) for delimiter in _DELIMITERS)
    heads = [(head, delimiter) for head, delimiter in found if head is not None]
    return max(heads, key=lambda pair: len(pair[0].places), default=None)


def rows_of_text(text: str, delimiter: str, file: str) -> Iterator[tuple[str, ...]]:
    r"""Yield the cells of every row, an empty tuple for a blank line.

    Args:
        text: With ``\n`` as the only line end.
        delimiter: What stands between the cells.
        file: Name of the file, for errors.

    Raises:
        InvalidFileError: A quotation mark is open to the end, as in a file that was cut off, or a
            cell is longer than any reply could be.
    """
    lines = _Lines(text)
    rows = csv.reader(lines, delimiter=delimiter)
    number = 0
    try:
        for number, cells in enumerate(rows, start=1):
            if lines.at_end and cells != [_END]:
                told = Sentence("从第 %1 行起有一个引号没有结束，文件可能不完整", (str(number),))
                raise InvalidFileError(file, told)
            if not lines.at_end:
                yield tuple(cells)
            lines.begin_row()
    except csv.Error as error:
        told = Sentence("第 %1 行读不出来：单元格太长，或引号没有成对", (str(number + 1),))
        raise InvalidFileError(file, told) from error


def text_of_rows(rows: Iterable[Iterable[str]]) -> str:
    r"""Return the rows as CSV with every cell in quotation marks and lines ended by ``\r\n``."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _head_by(top: str, delimiter: str) -> TableHead | None:
    # A cell that is cut off at the end of the piece is not looked at.
    return find_head(_first_rows(top, delimiter))


def _first_rows(top: str, delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(io.StringIO(top, newline=""), delimiter=delimiter)
    for _ in range(SEARCHED_ROWS):
        try:
            yield next(rows)
        except (StopIteration, csv.Error):
            return


class _Lines:
    """The lines of a text, and a last one of our own; no row may take too many of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next = 0
        self._row = 0
        self.at_end = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.at_end:
            raise StopIteration
        if self._next >= len(self._text):
            self.at_end = True
            return _END
        end = self._text.find("\n", self._next) + 1
        line = self._text[self._next : end] if end else self._text[self._next :] + "\n"
        self._next += len(line)
        if self._next - self._row > _MAX_ROW_CHARACTERS:
            raise csv.Error
        return line

    def begin_row(self) -> None:
        """Count what is taken from here on as another row."""
        self._row = self._next
