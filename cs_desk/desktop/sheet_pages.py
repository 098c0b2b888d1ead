"""Where a sheet that was laid out in one piece is cut into pages: between rows, not through them.

Qt cuts rows of a table where a page happens to end. Here a page ends above a row or a paragraph,
a title stays with what follows it, and a table's head is shown again on the pages that it goes on.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

# A row that leaves more of the page empty than this is cut through all the same.
_LEAST_FILLED = 0.4

# In which the style's padding and borders are given.
_CSS_DOTS_PER_INCH = 96


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the sheet from one height to another, in the document's units."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, and the head of a table that is shown above it again."""

    content: Span
    head: Span | None = None


def pages_of(document: QTextDocument, height: float) -> tuple[Page, ...]:
    """Return the pages of a document that is laid out in one piece, each up to ``height`` high."""
    rows, lines = [*_row_tops(document)], [*_line_tops(document)]
    heads = [*_heads(document)]
    end, pages, top = document.size().height(), [], 0.0
    while True:
        head = next((head for head, table in heads if head.bottom < top < table.bottom), None)
        if head is not None and head.height > height * _LEAST_FILLED:
            head = None
        room = height - (head.height if head else 0.0)
        bottom = end if top + room >= end else _cut(rows, lines, top, room)
        pages.append(Page(Span(top, bottom), head))
        if bottom >= end:
            return tuple(pages)
        top = bottom


def _cut(rows: list[float], lines: list[float], top: float, room: float) -> float:
    row = rows[bisect_right(rows, top + room) - 1]
    if row > top + room * _LEAST_FILLED:
        return row
    line = lines[bisect_right(lines, top + room) - 1]
    return line if line > top else top + room


def _row_tops(document: QTextDocument) -> Iterator[float]:
    """Yield in order where a page may begin, the document's own top first."""
    after_title = True
    yield 0.0
    for part in _parts(document):
        if isinstance(part, QTextTable):
            if not after_title:
                yield _row_top(document, part, 0)
            for row in range(1 + part.format().toTableFormat().headerRowCount(), part.rows()):
                yield _row_top(document, part, row)
            after_title = False
        elif part.text():
            if not after_title:
                yield document.documentLayout().blockBoundingRect(part).top()
            after_title = part.blockFormat().headingLevel() > 0


def _line_tops(document: QTextDocument) -> Iterator[float]:
    layout = document.documentLayout()
    tops = {0.0}
    block = document.begin()
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        lines = block.layout()
        tops |= {top + lines.lineAt(line).y() for line in range(lines.lineCount())}
        block = block.next()
    yield from sorted(tops)


def _heads(document: QTextDocument) -> Iterator[tuple[Span, Span]]:
    """Yield the head of every table that has one, with the whole table."""
    for table in _parts(document):
        if not isinstance(table, QTextTable) or table.rows() < 2:
            continue
        if table.format().toTableFormat().headerRowCount():
            bottom = document.documentLayout().frameBoundingRect(table).bottom()
            tops = [_row_top(document, table, row) for row in (0, 1)]
            yield Span(*tops), Span(tops[0], bottom)


def _parts(document: QTextDocument) -> Iterator[QTextTable | QTextBlock]:
    place = document.rootFrame().begin()
    while not place.atEnd():
        frame = place.currentFrame()
        yield frame if isinstance(frame, QTextTable) else place.currentBlock()
        place += 1


def _row_top(document: QTextDocument, table: QTextTable, row: int) -> float:
    layout, cell = document.documentLayout(), table.cellAt(row, 0)
    text = layout.blockBoundingRect(cell.firstCursorPosition().block()).top()
    above = cell.format().toTableCellFormat().topPadding() + table.format().toTableFormat().border()
    return text - above * layout.paintDevice().logicalDpiY() / _CSS_DOTS_PER_INCH
