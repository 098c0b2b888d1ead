"""An Excel workbook of text and nothing else."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cs_desk.exchange.office_text import in_office_terms

# Whoever writes no workbook need not load the library for it.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from openpyxl.cell import Cell

_PROPERTIES = "docProps/core.xml"
_SHEET = "xl/worksheets/sheet1.xml"
_BEHIND_AREA = b"<sheetViews>"
_MOMENT = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet.

    Attributes:
        heading: Its name.
        width: How many characters wide it is.
    """

    heading: str
    width: int


def workbook_of_text(
    title: str, columns: Sequence[SheetColumn], rows: Iterable[Iterable[str]]
) -> bytes:
    """Return a workbook with one sheet; the same rows give the same bytes.

    Every cell is text and formatted as text: nothing is computed, and what a person types into
    the columns later stays as it is typed.

    Args:
        title: Name of the sheet.
        columns: Its columns.
        rows: The cells below the headings.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.creator = "CS Desk"
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for place, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = column.width
        dimension.number_format = "@"
    # One cell, written again and again: making one for each text costs seconds.
    pen = WriteOnlyCell(sheet)
    pen.number_format = "@"
    pen.quotePrefix = True
    pen.alignment = Alignment(vertical="top", wrap_text=True)
    table = [[column.heading for column in columns], *rows]
    for row in table:
        sheet.append(_cells(pen, row))
    written = io.BytesIO()
    book.save(written)
    return _finished(written.getvalue(), f"A1:{get_column_letter(len(columns))}{len(table)}")


def _cells(pen: Cell, texts: Iterable[str]) -> Iterator[Cell | None]:
    for text in texts:
        if text:
            pen.value = in_office_terms(text)
            # The library takes some texts for formulas and for error values.
            pen.data_type = "s"
            yield pen
        else:
            yield None


def _finished(data: bytes, area: str) -> bytes:
    """Return the workbook without the moments at which its parts were made.

    Its sheet is told to have its cells in ``area``: readers that miss this look through all rows
    for it first.
    """
    told = f'<dimension ref="{area}"/>'.encode()
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _PROPERTIES:
                content = _MOMENT.sub(b"", content)
            elif name == _SHEET:
                content = content.replace(_BEHIND_AREA, told + _BEHIND_AREA, 1)
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            new.writestr(part, content)
    return packed.getvalue()
