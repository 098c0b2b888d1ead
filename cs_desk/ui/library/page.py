"""What every page beside the window's own work has in common: a way back, and a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours


class HeadedPage(QWidget):
    """A page with a heading; the arrow or Esc leads back.

    Args:
        icons: The icon set.
        parent: Qt's owner.

    Attributes:
        head: The line of the heading, for controls at its right.
        column: Everything below it.

    Signals:
        left: The page was left.
    """

    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._back = QToolButton()
        self._back.setIconSize(QSize(16, 16))
        self._back.setAccessibleName(self.tr("返回"))
        self._back.setToolTip(self.tr("返回") + "  Esc")
        self._back.clicked.connect(self.left)
        self._title = plain_label("title")
        self.head = QHBoxLayout()
        self.head.setSpacing(GRID * 2)
        self.head.addWidget(self._back)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        self.column.setSpacing(GRID * 2)
        self.column.addLayout(self.head)

    def set_title(self, title: str) -> None:
        """Say what the page is about."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._back.setIcon(self._icons.tinted("back", colours.text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
