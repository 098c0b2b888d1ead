"""A path to read and to copy: short while it is only looked at, whole while it is used."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

_FRAME = 24


class PathLine(QLineEdit):
    """Shows both ends of a path and leaves out its middle; with the keyboard in it, all of it."""

    def __init__(self, path: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(path)
        # A tooltip takes what looks like HTML for HTML, unless it is given HTML.
        self.setToolTip(f"<qt>{escape(path)}</qt>")
        self._shorten()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the whole path, so that it can be copied."""
        super().focusInEvent(event)
        self.setText(self._path)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shorten the path again, but not while its own menu copies it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the path to the new width."""
        super().resizeEvent(event)
        if not self.hasFocus():
            self._shorten()

    def _shorten(self) -> None:
        room = self.width() - _FRAME
        middle = Qt.TextElideMode.ElideMiddle
        self.setText(self.fontMetrics().elidedText(self._path, middle, room))
        self.setCursorPosition(0)
