"""Ctrl+Z where there is nothing to undo in the text: it means the library then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class TextUndo(QObject):
    """Keeps a text from taking undo and redo to itself while it has none of its own.

    Args:
        text: The text; it owns this.
    """

    def __init__(self, text: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(text)
        self._text = text
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the window's shortcuts, unless the text can use them."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key: QKeyEvent = event  # type: ignore[assignment] # by its type
            undo = key.matches(QKeySequence.StandardKey.Undo) and not self._can_undo()
            redo = key.matches(QKeySequence.StandardKey.Redo) and not self._can_redo()
            if undo or redo:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _can_undo(self) -> bool:
        text = self._text
        if isinstance(text, QLineEdit):
            return text.isUndoAvailable()
        return text.document().isUndoAvailable()

    def _can_redo(self) -> bool:
        text = self._text
        if isinstance(text, QLineEdit):
            return text.isRedoAvailable()
        return text.document().isRedoAvailable()
