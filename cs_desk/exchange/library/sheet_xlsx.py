"""Replies as an Excel workbook with named columns.

What we write is typed as text, so it needs none of the visible marks that CSV does.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.incoming import Remark
from cs_desk.exchange.library.qianniu_marks import has_qianniu_marks, without_qianniu_marks
from cs_desk.exchange.library.table_columns import Column
from cs_desk.exchange.library.table_of_library import COLUMNS, losses_of_table, table_of_library
from cs_desk.exchange.library.table_replies import read_table, refuse_headless
from cs_desk.exchange.library.workbook_of_text import SheetColumn, workbook_of_text
from cs_desk.exchange.library.workbook_package import checked_package, is_workbook
from cs_desk.exchange.library.workbook_rows import WorkbookRows, as_cell
from cs_desk.exchange.library.written_file import WrittenFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.domain.library.incoming import Progress
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.exchange.library.file_content import FileContent
    from cs_desk.exchange.library.found_replies import FoundLibrary

_SHEET = "话术"
_WIDTHS = {
    Column.CODE: 12,
    Column.TITLE: 24,
    Column.GROUP: 20,
    Column.BODY: 70,
    Column.TAGS: 20,
    Column.TONE: 8,
    Column.NOTE: 40,
    Column.ID: 38,
}


def is_xlsx(content: FileContent) -> bool:
    """Return whether ``content`` is a workbook, or looks like one: reading refuses other kinds."""
    return is_workbook(content.data)


def read_xlsx(content: FileContent, progress: Progress) -> FoundLibrary:
    """Return the replies on the first sheet that names its columns.

    Raises:
        InvalidFileError: It is of another kind, damaged or made to do harm, or has no such sheet.
        CancelledError: ``progress`` called it off.
    """
    package = checked_package(content.name, content.data)
    progress(0, package.rows)
    book = WorkbookRows(content.name, content.data, has_formulas=package.has_formulas)
    heads = ((sheet, book.head(sheet)) for sheet in range(len(book.sheets)))
    tables = [(sheet, head) for sheet, head in heads if head is not None]
    if not tables:
        refuse_headless(content.name)
    sheet, head = tables[0]
    rows = book.rows(sheet, head.width)
    found = read_table(
        head, rows, content.name, lambda done: progress(min(done, package.rows), package.rows)
    )
    others = [book.sheets[other] for other, _ in tables[1:]]
    found = replace(found, lost=(*found.lost, *_other_tables(others)))
    return without_qianniu_marks(found) if has_qianniu_marks(head) else found


def write_xlsx(library: TemplateLibrary) -> WrittenFile:
    """Return ``library`` as a workbook in which codes and order numbers stay text."""
    columns = [SheetColumn(column.heading, _WIDTHS[column]) for column in COLUMNS]
    rows = (map(as_cell, row) for row in islice(table_of_library(library), 1, None))
    return WrittenFile(
        data=workbook_of_text(_SHEET, columns, rows),
        templates=len(library.templates),
        lost=tuple(losses_of_table(library)),
    )


def _other_tables(titles: Iterable[str]) -> list[Remark]:
    told = Sentence("只导入第一张有表头的工作表，这一张没有导入")
    return [Remark(Sentence("工作表「%1」", (title,)), told) for title in titles]
