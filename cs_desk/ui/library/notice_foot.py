"""The notice at the foot of the window, and the lists that end above it while it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from cs_desk.ui.notice_bar import NoticeBar

_MARGIN = 2 * GRID


class NoticeFoot(QObject):
    """Lays the notice over the foot of the lists, where it hides no button and no row.

    Args:
        notices: The notice; its parent is the window.
        widest: How wide it may be, in pixels.
        lists: What ends above it.
        window: The window.
    """

    def __init__(
        self, notices: NoticeBar, widest: int, lists: tuple[QWidget, ...], window: QWidget
    ) -> None:
        super().__init__(window)
        self._notices = notices
        self._widest = widest
        self._window = window
        self.holders = tuple(_held(each) for each in lists)
        notices.appeared.connect(self.place)
        notices.installEventFilter(self)
        window.installEventFilter(self)

    @Slot()
    def place(self) -> None:
        """Lay the notice out for what it says and for the size of the window."""
        width = min(self._window.width() // 2, self._widest)
        height = self._notices.height_for(width)
        top = self._window.height() - height - _MARGIN
        self._notices.setGeometry(_MARGIN, top, width, height)
        self._notices.raise_()
        self._leave(0 if self._notices.isHidden() else height + GRID)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and give the lists their room back when the notice goes."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.place()
        elif watched is self._notices and event.type() == QEvent.Type.Hide:
            self._leave(0)
        return super().eventFilter(watched, event)

    def _leave(self, height: int) -> None:
        for holder in self.holders:
            holder.setContentsMargins(0, 0, 0, height)


def _held(part: QWidget) -> QWidget:
    """Return a widget that holds ``part``, with margins that can be changed."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)
    return holder
