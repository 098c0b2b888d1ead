"""The notes of a case, newest first, with personal data masked until it is asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cs_desk.app.backup_words import moment_told
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.masking import masked_text
from cs_desk.ui.row_button import RowButton
from cs_desk.ui.theme import GRID, TEXT_SMALL
from cs_desk.ui.words import words
from cs_desk.ui.wrapped_text import WrappedText, text_font

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QPainter

    from cs_desk.domain.returns.return_case import Note
    from cs_desk.ui.theme import Colours

_FOLDED_LINES = 3
_AT_ONCE = 10


class NoteList(QWidget):
    """Shows the newest notes; older ones when they are asked for."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._notes: tuple[Note, ...] = ()
        self._names: tuple[str, ...] = ()
        self._now: datetime | None = None
        self._is_revealed = False
        self._most = _AT_ONCE
        self._rows: list[_NoteRow] = []
        self._column = QVBoxLayout()
        self._older = QPushButton()
        self._build()

    def show_notes(self, notes: Sequence[Note], names: Sequence[str], now: datetime) -> None:
        """Show ``notes``, which are given oldest first.

        Args:
            notes: The notes of the case.
            names: Names of the buyer, to be masked in them.
            now: The present moment.
        """
        if (tuple(notes), tuple(names)) == (self._notes, self._names):
            return
        self._notes, self._names, self._now = tuple(notes), tuple(names), now
        self._show()

    def begin(self) -> None:
        """Show the newest ones alone again, as for another case."""
        self._most = _AT_ONCE

    @Slot(bool)
    def show_revealed(self, is_revealed: bool) -> None:  # noqa: FBT001 - a slot
        """Show personal data, or mask it."""
        self._is_revealed = is_revealed
        self._show()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        for row in self._rows:
            row.set_colours(colours)

    def _build(self) -> None:
        self._older.setProperty("role", "link")
        self._older.setAutoDefault(True)
        self._older.clicked.connect(self._on_older)
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._column)
        column.addWidget(self._older)
        self._show()

    def _show(self) -> None:
        newest = self._notes[::-1][: self._most]
        while len(self._rows) < len(newest):
            row = _NoteRow(self._colours)
            row.clicked.connect(partial(_NoteRow.toggle, row))
            self._rows.append(row)
            self._column.addWidget(row)
        for row, note in zip(self._rows, newest, strict=False):
            row.show_note(self._told(note), note.text, self._shown(note.text))
            row.show()
        for row in self._rows[len(newest) :]:
            row.hide()
        older = len(self._notes) - len(newest)
        self._older.setText(with_facts(self.tr("更早的 %1 条"), str(older)))
        self._older.setVisible(older > 0)

    def _told(self, note: Note) -> str:
        assert self._now is not None  # set with the notes
        return f"{note.by}  {moment_told(note.at, self._now, words)}"

    def _shown(self, text: str) -> str:
        return text if self._is_revealed else masked_text(text, self._names)

    @Slot()
    def _on_older(self) -> None:
        self._most += 10 * _AT_ONCE
        self._show()


class _NoteRow(RowButton):
    """Who and when, and the note on three lines at most until it is pressed."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._whole = ""
        self._text = ""
        self._is_open = False
        self._told = WrappedText("", text_font(TEXT_SMALL), 1)
        self._wrapped = WrappedText("", text_font(), _FOLDED_LINES)

    def show_note(self, told: str, whole: str, shown: str) -> None:
        if whole != self._whole:
            self._is_open = False
        self._whole, self._text = whole, shown
        self._told = WrappedText(told, text_font(TEXT_SMALL), 1)
        self.setAccessibleName(f"{told} {shown}")
        self._wrap()

    def toggle(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self._is_open = not self._is_open
        self._wrap()

    def heightForWidth(self, width: int) -> int:
        inner = width - GRID * 2
        return self._told.height(inner) + self._wrapped.height(inner) + GRID * 2

    def draw(self, painter: QPainter) -> None:
        inner = self.width() - GRID * 2
        self._told.draw(painter, GRID, GRID, inner, self.colours.faint)
        top = GRID + self._told.height(inner)
        self._wrapped.draw(painter, GRID, top, inner, self.colours.text)

    def _wrap(self) -> None:
        self._wrapped = WrappedText(self._text, text_font(), 0 if self._is_open else _FOLDED_LINES)
        self.updateGeometry()
        self.update()
