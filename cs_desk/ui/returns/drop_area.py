"""Where files and pictures can be dropped, shown while they are dragged over a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from cs_desk.ui.returns.evidence_intake import takes
from cs_desk.ui.theme import GRID


class DropArea(QLabel):
    """Covers ``page`` while something is dragged over it that it takes.

    Signals:
        dropped: What was let go, as QMimeData that is gone after the call.
    """

    dropped = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setObjectName("dropArea")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setText(self.tr("松开鼠标，存进这张退货单的凭证"))
        self.hide()
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer what is dragged over the page."""
        if isinstance(event, QDragEnterEvent):
            if takes(event.mimeData()):
                event.acceptProposedAction()
                self.setGeometry(self._page.rect().adjusted(GRID, GRID, -GRID, -GRID))
                self.raise_()
                self.show()
            return True
        if isinstance(event, QDragMoveEvent):
            event.setAccepted(self.isVisible())
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif isinstance(event, QDropEvent):
            self.hide()
            event.acceptProposedAction()
            self.dropped.emit(event.mimeData())
            return True
        return super().eventFilter(watched, event)
