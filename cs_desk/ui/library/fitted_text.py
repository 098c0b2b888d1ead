"""A text to read, as tall as all of its lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class FittedText(QPlainTextEdit):
    """Plain text that can be selected; what is around it scrolls, it never does itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def rewrite(self) -> QTextCursor:
        """Empty the text, and return where to write; call ``fit`` afterwards."""
        self.clear()
        return QTextCursor(self.document())

    def fit(self) -> None:
        """Take the height of the lines at the present width."""
        document = self.document()
        layout = document.documentLayout()
        height = 2 * document.documentMargin()
        block = document.begin()
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        around = self.height() - self.viewport().height()
        self.setFixedHeight(math.ceil(height) + around)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
