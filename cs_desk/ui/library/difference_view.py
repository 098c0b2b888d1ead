"""Two sides of a reply beside each other, the same field at the same height."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cs_desk.ui.library.marked_text import Marks, marked_pieces, write_pieces
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID, LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent, QTextCharFormat
    from PySide6.QtWidgets import QLabel

    from cs_desk.ui.library.field_differences import FieldDifference
    from cs_desk.ui.library.marked_text import Pieces
    from cs_desk.ui.theme import Colours

_Section = tuple[str, "Pieces"]


class DifferenceView(QWidget):
    """Shows fields on two sides that scroll together; plain text that can be selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = Marks(LIGHT)
        self._sections: tuple[tuple[_Section, ...], tuple[_Section, ...]] = ((), ())
        self._names = plain_label("section"), plain_label("section")
        self._panes = _Pane(), _Pane()
        # Once the panes have got their width, and not at every pixel of the way there.
        self._align_soon = QTimer(self)
        self._align_soon.setSingleShot(True)
        self._align_soon.timeout.connect(self._fill)
        self._build()
        self.name_sides(self.tr("我的"), self.tr("文件里的"))

    def name_sides(self, left: str, right: str) -> None:
        """Say whose text stands on which side."""
        for label, pane, name in zip(self._names, self._panes, (left, right), strict=True):
            label.setText(name)
            pane.setAccessibleName(name)

    def show_differences(
        self, differences: Sequence[FieldDifference], *, marked: bool = True
    ) -> None:
        """Show ``differences`` from the top; nothing for none.

        Args:
            differences: The fields to show.
            marked: Whether to mark what differs; it helps nobody where one side is empty.
        """
        pieces = [
            marked_pieces(each.before, each.after) if marked else _unmarked(each)
            for each in differences
        ]
        names = [each.name for each in differences]
        self._sections = (
            tuple((name, left) for name, (left, _) in zip(names, pieces, strict=True)),
            tuple((name, right) for name, (_, right) in zip(names, pieces, strict=True)),
        )
        self._fill()
        for pane in self._panes:
            pane.verticalScrollBar().setValue(0)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._marks = Marks(colours)
        self._fill()

    def texts(self) -> tuple[str, str]:
        """Return what stands on both sides."""
        left, right = self._panes
        return left.toPlainText(), right.toPlainText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break at other places now."""
        super().resizeEvent(event)
        self._align_soon.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Break lines at the width that there is at last."""
        super().showEvent(event)
        self._align_soon.start(0)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        for label, pane in zip(self._names, self._panes, strict=True):
            row.addLayout(_side(label, pane), 1)
        left, right = (pane.verticalScrollBar() for pane in self._panes)
        left.valueChanged.connect(right.setValue)
        right.valueChanged.connect(left.setValue)

    @Slot()
    def _fill(self) -> None:
        left, right = self._panes
        at = left.verticalScrollBar().value()
        left.write(self._sections[0], self._marks, self._marks.removed)
        right.write(self._sections[1], self._marks, self._marks.added)
        lines = zip(left.section_lines(), right.section_lines(), strict=True)
        differences = [ours - theirs for ours, theirs in lines]
        left.pad([max(0, -more) for more in differences])
        right.pad([max(0, more) for more in differences])
        left.verticalScrollBar().setValue(at)


class _Pane(QPlainTextEdit):
    """One side: sections of a heading and a text."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self._starts: list[int] = []

    def write(self, sections: Sequence[_Section], marks: Marks, changed: QTextCharFormat) -> None:
        """Show ``sections`` in place of what there was; ``changed`` marks what differs."""
        self.clear()
        self._starts = []
        cursor = QTextCursor(self.document())
        for name, pieces in sections:
            if self._starts:
                cursor.insertText("\n", marks.plain)
            self._starts.append(cursor.blockNumber())
            cursor.insertText(name + "\n", marks.heading)
            write_pieces(cursor, pieces, marks.plain, changed)
            cursor.insertText("\n", marks.plain)

    def section_lines(self) -> list[int]:
        """Return on how many lines each section is shown at the present width."""
        document = self.document()
        layout = document.documentLayout()
        edges = [*self._starts, document.blockCount()]
        counted = []
        for start, end in itertools.pairwise(edges):
            lines = 0
            for number in range(start, end):
                block = document.findBlockByNumber(number)
                # Only asking for its rectangle breaks the lines of what is not in sight.
                layout.blockBoundingRect(block)
                lines += block.layout().lineCount()
            counted.append(lines)
        return counted

    def pad(self, lines: Sequence[int]) -> None:
        """Let each section end with so many empty lines more."""
        document = self.document()
        edges = [*self._starts, document.blockCount()][1:]
        for edge, more in reversed(list(zip(edges, lines, strict=True))):
            cursor = QTextCursor(document.findBlockByNumber(edge - 1))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertText("\n" * more)


def _unmarked(field: FieldDifference) -> tuple[Pieces, Pieces]:
    return ((field.before, False),), ((field.after, False),)


def _side(label: QLabel, pane: QPlainTextEdit) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(label)
    column.addWidget(pane, 1)
    return column
