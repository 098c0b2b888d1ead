"""The reply as the buyer will read it, with every value marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QPlainTextDocumentLayout,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from cs_desk.domain.filling import PieceKind
from cs_desk.ui.text_positions import utf16_position
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cs_desk.domain.filling import FilledReply
    from cs_desk.ui.theme import Colours

_FEWEST_LINES = 2
_MOST_LINES = 7


class Preview(QPlainTextEdit):
    """Shows a filled reply, always as plain text; it is as tall as its text, within limits."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reply: FilledReply | None = None
        # A document of our own: to hand out the built-in one, PySide has to make out what it is,
        # and sets up every class that it could be.
        document = QTextDocument(self)
        self._layout = QPlainTextDocumentLayout(document)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self._document = document
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(self.tr("预览"))
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Mark values in ``colours`` from now on."""
        self._marks = {
            PieceKind.VALUE: _ground(colours.accent_tint, colours.text),
            PieceKind.MISSING: _ground(colours.warning_tint, colours.warning),
            PieceKind.INVALID: _ground(colours.danger_tint, colours.danger),
            PieceKind.PROBLEM: _ground(colours.danger_tint, colours.danger),
        }
        self._mark_pieces()

    def show_reply(self, reply: FilledReply) -> None:
        """Show ``reply`` with its values, gaps and faults marked."""
        self._reply = reply
        if self.toPlainText() != reply.text:
            self.setPlainText(reply.text)
        self._mark_pieces()
        self._fit()

    def select_for_copying(self) -> None:
        """Select the whole text, so that Ctrl+C still works when the clipboard did not."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def _mark_pieces(self) -> None:
        if self._reply is None:
            return
        selections = []
        for piece in self._reply.pieces:
            if piece.kind is PieceKind.LITERAL:
                continue
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._document)
            cursor.setPosition(utf16_position(self._reply.text, piece.start))
            cursor.setPosition(
                utf16_position(self._reply.text, piece.end), QTextCursor.MoveMode.KeepAnchor
            )
            selection.cursor = cursor
            selection.format = self._marks[piece.kind]
            selections.append(selection)
        self.setExtraSelections(selections)

    def _fit(self) -> None:
        lines = self._layout.documentSize().height()
        shown = max(_FEWEST_LINES, min(_MOST_LINES, round(lines)))
        # A plain text document measures its height in lines; margins and the frame come on top.
        margins = 2 * (GRID + round(self._document.documentMargin()) + self.frameWidth())
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines that the new width makes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


def _ground(ground: str, text: str) -> QTextCharFormat:
    mark = QTextCharFormat()
    mark.setBackground(QColor(ground))
    mark.setForeground(QColor(text))
    return mark
