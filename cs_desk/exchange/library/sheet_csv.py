"""Replies as CSV with named columns, as Excel, WPS and merchants' own lists have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.exchange.cell_guard import guarded, unguarded
from cs_desk.exchange.library.delimited_text import head_of_text, rows_of_text, text_of_rows
from cs_desk.exchange.library.qianniu_marks import has_qianniu_marks, without_qianniu_marks
from cs_desk.exchange.library.table_of_library import losses_of_table, table_of_library
from cs_desk.exchange.library.table_replies import TableRow, read_table, refuse_headless
from cs_desk.exchange.library.written_file import WrittenFile
from cs_desk.exchange.library.written_losses import rows_of

if TYPE_CHECKING:
    from cs_desk.domain.library.incoming import Progress
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.exchange.library.file_content import FileContent
    from cs_desk.exchange.library.found_replies import FoundLibrary

_TELLING = 2
"""How many columns must be known: a word alone may stand at the top of any text."""


def is_csv(content: FileContent) -> bool:
    """Return whether ``content`` is a table of replies with the names of its columns."""
    found = head_of_text(content.text) if content.text is not None else None
    return found is not None and len(found[0].places) >= _TELLING


def read_csv(content: FileContent, progress: Progress) -> FoundLibrary:
    """Return the replies in ``content``.

    Raises:
        InvalidFileError: It has no head, a quotation mark without an end, or too many rows.
        CancelledError: ``progress`` called it off.
    """
    text = content.text or ""
    found = head_of_text(text)
    if found is None:
        refuse_headless(content.name)
    head, delimiter = found
    total = text.count("\n") + 1
    rows = (
        TableRow(number, tuple(map(unguarded, cells)))
        for number, cells in enumerate(rows_of_text(text, delimiter, content.name), start=1)
    )
    library = read_table(head, rows, content.name, lambda done: progress(done, total))
    return without_qianniu_marks(library) if has_qianniu_marks(head) else library


def write_csv(library: TemplateLibrary) -> WrittenFile:
    """Return ``library`` as CSV the way Excel wants it: UTF-8 with a mark, every cell guarded."""
    rows = ((guarded(cell) for cell in row) for row in table_of_library(library))
    return WrittenFile(
        data=text_of_rows(rows).encode("utf-8-sig", errors="replace"),
        templates=len(library.templates),
        lost=tuple(losses_of_table(library)),
        rows=rows_of(library),
    )
