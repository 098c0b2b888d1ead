"""A scroll area as tall as what it holds, up to a limit, and less where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget


class FittedArea(QScrollArea):
    """Scrolls ``content`` only when it is taller than ``most`` pixels or than the room left.

    Args:
        content: What is shown; its size hint may change at any time.
        least: Height that is kept in the smallest window.
        most: Height that is never passed.
        parent: Qt's owner.
    """

    def __init__(
        self, content: QWidget, least: int, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._least = least
        self._most = most
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """Return the size of the content, within the limit."""
        wanted = self._content.sizeHint()
        return QSize(wanted.width(), min(wanted.height(), self._most))

    def minimumSizeHint(self) -> QSize:
        """Return the height that is kept in the smallest window."""
        return QSize(0, min(self.sizeHint().height(), self._least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another size when the content wants one."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
