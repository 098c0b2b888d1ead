"""Replies as an Excel workbook with named columns.

What we write is typed as text, so it needs none of the visible marks that CSV does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.incoming import Remark
from cs_desk.exchange.library.found_replies import FoundLibrary
from cs_desk.exchange.library.qianniu_marks import has_qianniu_marks, without_qianniu_marks
from cs_desk.exchange.library.table_columns import Column
from cs_desk.exchange.library.table_of_library import COLUMNS, losses_of_table, table_of_library
from cs_desk.exchange.library.table_replies import read_table, refuse_headless
from cs_desk.exchange.library.workbook_of_text import SheetColumn, workbook_of_text
from cs_desk.exchange.library.workbook_package import checked_package, is_workbook
from cs_desk.exchange.library.workbook_rows import WorkbookRows, as_cell
from cs_desk.exchange.library.written_file import WrittenFile
from cs_desk.exchange.library.written_losses import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.domain.library.incoming import Progress
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.exchange.library.file_content import FileContent
    from cs_desk.exchange.library.table_columns import TableHead

_Table: TypeAlias = "tuple[int, TableHead]"

_SHEET = "话术"
_FINDING = frozenset({Column.CODE, Column.TITLE, Column.GROUP})
# Merged cells share everything else.
_OF_ONE_ROW = frozenset({Column.BODY, Column.ID})
_SAID_BY_ROWS = frozenset({"id", "tone", "tones"})
# As programs call a sheet that nobody has named.
_UNNAMED = re.compile(r"(?:sheet|工作表)\s*\d*", re.IGNORECASE)
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
    """Return the replies on the sheets that name their columns.

    Sheets that are not shown are read only if no other can be. The name of a sheet without groups
    is the group of its replies, if it is not the only one.

    Raises:
        InvalidFileError: It is of another kind, damaged or made to do harm, or has no such sheet.
        CancelledError: ``progress`` called it off.
    """
    package = checked_package(content.name, content.data)
    progress(0, package.rows)
    book = WorkbookRows(content.name, content.data, package)
    chosen, passed_over = _chosen(book, content.name)
    found: list[FoundLibrary] = []
    done = 0
    for sheet, head in chosen:

        def step(rows: int, before: int = done) -> None:
            progress(min(before + rows, package.rows), package.rows)

        name = book.sheets[sheet] if len(chosen) > 1 else ""
        named = [place for column, place in head.places.items() if column not in _OF_ONE_ROW]
        shared = [*named, *head.subgroups]
        rows = book.rows(sheet, head.width, shared)
        library = read_table(head, rows, content.name, step, name)
        library = without_qianniu_marks(library) if has_qianniu_marks(head) else library
        warnings = (*library.warnings, *_oddities(book, sheet, head))
        found.append(_in_group(replace(library, warnings=warnings), name))
        done += book.layout(sheet).rows
    joined = _joined(found)
    return replace(joined, lost=(*joined.lost, *passed_over))


def write_xlsx(library: TemplateLibrary) -> WrittenFile:
    """Return ``library`` as a workbook in which codes and order numbers stay text."""
    columns = [SheetColumn(column.heading, _WIDTHS[column]) for column in COLUMNS]
    rows = (map(as_cell, row) for row in islice(table_of_library(library), 1, None))
    return WrittenFile(
        data=workbook_of_text(_SHEET, columns, rows),
        templates=len(library.templates),
        lost=tuple(losses_of_table(library)),
        rows=rows_of(library),
    )


def _chosen(book: WorkbookRows, file: str) -> tuple[list[_Table], list[Remark]]:
    """Return the tables to be read, and what is told of the others."""
    heads = ((sheet, book.head(sheet)) for sheet in range(len(book.sheets)))
    tables = [(sheet, head) for sheet, head in heads if head is not None]
    if not tables:
        refuse_headless(file)
    shown = [table for table in tables if not book.is_hidden(table[0])] or tables
    # Lists of changes and the like have texts, too, but nothing by which a reply is found.
    chosen = [table for table in shown if _FINDING & table[1].places.keys()] or shown[:1]
    return chosen, [_passed_over(book, table) for table in tables if table not in chosen]


def _passed_over(book: WorkbookRows, table: _Table) -> Remark:
    sheet, _ = table
    told = Sentence("没有编码、标题和分组，这一张没有导入")
    if book.is_hidden(sheet):
        told = Sentence("这一张是隐藏的，没有导入")
    return Remark(_named(book, sheet), told)


def _oddities(book: WorkbookRows, sheet: int, head: TableHead) -> Iterator[Remark]:
    if book.is_hidden(sheet):
        yield Remark(_named(book, sheet), Sentence("这一张是隐藏的，也导入了"))
    hidden = sum(row > head.row for row in book.layout(sheet).hidden_rows)
    if hidden:
        told = Sentence("有 %1 行是隐藏的，也导入了", (str(hidden),))
        yield Remark(_named(book, sheet), told)


def _named(book: WorkbookRows, sheet: int) -> Sentence:
    return Sentence("工作表「%1」", (book.sheets[sheet],))


def _in_group(found: FoundLibrary, sheet: str) -> FoundLibrary:
    if not sheet or Column.GROUP in found.carries or _UNNAMED.fullmatch(sheet):
        return found
    replies = tuple(replace(reply, group=sheet) for reply in found.replies)
    return replace(found, replies=replies, carries=found.carries | {Column.GROUP.value})


def _joined(found: list[FoundLibrary]) -> FoundLibrary:
    carried = [each.carries for each in found]
    everywhere, anywhere = frozenset.intersection(*carried), frozenset().union(*carried)
    warnings = [warning for each in found for warning in each.warnings]
    # Those without a tone or an identity say so themselves; another column that is missing on
    # one sheet would empty the field of replies that have it.
    carries = everywhere | (anywhere & _SAID_BY_ROWS)
    if carries != anywhere:
        told = Sentence("各张工作表的列不一样，更新已有的话术时只看每张都有的列")
        warnings.append(Remark(Sentence("整个文件"), told))
    return FoundLibrary(
        replies=tuple(reply for each in found for reply in each.replies),
        carries=carries,
        skipped=tuple(remark for each in found for remark in each.skipped),
        lost=tuple(remark for each in found for remark in each.lost),
        warnings=tuple(warnings),
    )
