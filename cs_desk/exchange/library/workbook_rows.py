"""Rows of the sheets of an Excel workbook, every cell as text."""

from __future__ import annotations

import io
import warnings
import zlib
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import repeat
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.exchange.library.limits import MAX_ENTRIES
from cs_desk.exchange.library.table_columns import SEARCHED_ROWS, find_head
from cs_desk.exchange.library.table_replies import TableRow
from cs_desk.exchange.library.workbook_package import SheetLayout
from cs_desk.exchange.office_text import from_office_terms

# Whoever reads no workbook need not load the library for it.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from openpyxl import Workbook

    from cs_desk.exchange.library.table_columns import TableHead
    from cs_desk.exchange.library.workbook_package import MergedCells, WorkbookPackage

_MAX_COLUMNS = 100
# Excel keeps fifteen digits of a number.
_UNSAFE = 10**15
_TAB = "\t"

# What the library raises on parts that are not what they should be, and what XML parsers do.
_FAULTS = (
    *(ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, BadZipFile, EOFError, zlib.error),
)


class WorkbookRows:
    """A workbook opened for reading.

    Nothing is computed: the value of a formula is what Excel last found. What a sheet says of its
    own size is not believed.
    """

    def __init__(self, file: str, data: bytes, package: WorkbookPackage) -> None:
        """Open the workbook ``data``, which was checked before.

        Args:
            file: Its name, for errors.
            data: Its bytes.
            package: What the check found. Formulas without a value are looked for only if there
                are any, since that costs as much again.

        Raises:
            InvalidFileError: It is damaged.
        """
        self._file = file
        self._package = package
        with _faults_told(file):
            self._values = _opened(data, values=True)
            self._formulas = _opened(data, values=False) if package.has_formulas else None

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of its sheets."""
        return tuple(sheet.title for sheet in self._values.worksheets)

    def is_hidden(self, sheet: int) -> bool:
        """Return whether a sheet is not shown."""
        return bool(self._values.worksheets[sheet].sheet_state != "visible")

    def layout(self, sheet: int) -> SheetLayout:
        """Return how a sheet is laid out."""
        # The library tells nobody which part of the archive a sheet is.
        path = getattr(self._values.worksheets[sheet], "_worksheet_path", "")
        return self._package.layouts.get(path.lstrip("/"), SheetLayout())

    def head(self, sheet: int) -> TableHead | None:
        """Return the row of a sheet that names the columns, if there is one.

        Raises:
            InvalidFileError: The sheet is damaged.
        """
        top = _cells(self._values, sheet, SEARCHED_ROWS, _MAX_COLUMNS)
        with _faults_told(self._file):
            return find_head([_trimmed(tuple(_text(cell)[0] for cell in row)) for row in top])

    def rows(self, sheet: int, width: int, shared: Collection[int] = ()) -> Iterator[TableRow]:
        """Yield the first ``width`` cells of every row of a sheet.

        Args:
            sheet: Which one.
            width: How many columns are of interest.
            shared: Columns, counted from 0, in which every row of merged cells has their text.

        Raises:
            InvalidFileError: The sheet is damaged.
        """
        merged = _MergedTexts(c for c in self.layout(sheet).merged if c.column - 1 in shared)
        with _faults_told(self._file):
            values = _cells(self._values, sheet, MAX_ENTRIES + 1, width)
            formulas: Iterator[tuple[object, ...]] = repeat(())
            if self._formulas is not None:
                formulas = _cells(self._formulas, sheet, MAX_ENTRIES + 1, width)
            for number, (row, behind) in enumerate(zip(values, formulas, strict=False), start=1):
                yield merged.shared(_table_row(number, row, behind))


class _MergedTexts:
    """Gives every row of merged cells the text of the uppermost."""

    def __init__(self, merged: Iterable[MergedCells]) -> None:
        self._beginning: dict[int, list[MergedCells]] = {}
        for cells in merged:
            self._beginning.setdefault(cells.first_row, []).append(cells)
        self._open: dict[int, tuple[int, str]] = {}

    def shared(self, row: TableRow) -> TableRow:
        """Return ``row`` with the texts that it shares; rows have to come from the top."""
        texts = {
            column: text
            for column, (last_row, text) in self._open.items()
            if row.number <= last_row and column < len(row.cells) and not row.cells[column]
        }
        for cells in self._beginning.get(row.number, ()):
            column = cells.column - 1
            if column < len(row.cells):
                self._open[column] = (cells.last_row, row.cells[column])
        # A row with nothing of its own is none.
        if not texts or not any(cell.strip() for cell in row.cells):
            return row
        return replace(
            row, cells=tuple(texts.get(column, cell) for column, cell in enumerate(row.cells))
        )


def as_cell(text: str) -> str:
    """Return what stands in a cell for ``text``; reading takes away one tab, a mark of 千牛's."""
    return _TAB + text if text.startswith(_TAB) else text


@contextmanager
def _faults_told(file: str) -> Iterator[None]:
    try:
        # The library tells of parts that it passes over, and of none that we use.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except _FAULTS as error:
        told = Sentence("工作簿里有读不出的内容，请在 Excel 或 WPS 里另存一份再导入")
        raise InvalidFileError(file, told) from error


def _opened(data: bytes, *, values: bool) -> Workbook:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)


def _cells(book: Workbook, sheet: int, rows: int, width: int) -> Iterator[tuple[object, ...]]:
    cells: Iterator[tuple[object, ...]] = book.worksheets[sheet].iter_rows(
        min_row=1, max_row=rows, max_col=width, values_only=True
    )
    return cells


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    used = max((place for place, cell in enumerate(cells, start=1) if cell.strip()), default=0)
    return cells[:used]


def _table_row(number: int, values: tuple[object, ...], behind: tuple[object, ...]) -> TableRow:
    if all(value is None for value in (*values, *behind)):
        return TableRow(number, ())
    texts, odd = [], {}
    for place, value in enumerate(values):
        text, oddity = _text(value)
        texts.append(text)
        if oddity is not None:
            odd[place] = oddity
    for place, formula in enumerate(behind):
        if formula is not None and values[place] is None:
            odd[place] = Sentence("这一格是公式，文件里没有它的结果")
    return TableRow(number, tuple(texts), odd)


def _text(value: object) -> tuple[str, Sentence | None]:
    """Return the text of a cell, and what is odd about it."""
    match value:
        case None:
            return "", None
        case str():
            return from_office_terms(value.removeprefix(_TAB)), None
        case bool():
            return str(value).upper(), None
        case int() | float():
            return _number(value)
        case datetime() if value.time() == time():
            return _dated(value.date())
        case datetime() | date() | time() | timedelta():
            return _dated(value)
    return str(value), None


def _number(value: float) -> tuple[str, Sentence | None]:
    text = str(int(value)) if isinstance(value, int) or value.is_integer() else str(value)
    if abs(value) < _UNSAFE:
        return text, None
    return text, Sentence("「%1」在表格里是数字，Excel 只保留 15 位，后几位可能已经丢失", (text,))


def _dated(value: date | time | timedelta) -> tuple[str, Sentence | None]:
    told = Sentence("「%1」在表格里是日期或时间，可能是被 Excel 改成的", (str(value),))
    return str(value), told
