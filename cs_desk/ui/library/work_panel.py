"""What is under way, how far it is, and a way to call it off."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.ui.busy_line import PATIENCE_MS
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID

_BAR_WIDTH = 320


class WorkPanel(QWidget):
    """Empty for half a second, then a bar in the middle with what it is about.

    Signals:
        cancelled: The person wants it to stop.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = plain_label("section", wrapped=True)
        self._bar = QProgressBar()
        self._count = plain_label("muted")
        self._cancel = QPushButton(self.tr("取消"))
        self._timer = QTimer(self)
        self._build()

    def begin(self, told: str) -> None:
        """Say ``told`` after half a second."""
        self._told.setText(told)
        self._bar.setAccessibleName(told)
        self._bar.setRange(0, 0)
        self._count.clear()
        self._cancel.setEnabled(True)
        for part in self._parts():
            part.hide()
        self._timer.start(PATIENCE_MS)

    def end(self) -> None:
        """Say nothing any more."""
        self._timer.stop()

    @Slot(int, int)
    def progress(self, done: int, total: int) -> None:
        """Show how much is done, of how much in all; 0 while nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(with_facts("%1 / %2", f"{done:,}", f"{total:,}") if total else "")

    def _build(self) -> None:
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._cancel.setAutoDefault(True)
        self._cancel.clicked.connect(self._on_cancel)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_patience_over)
        column = QVBoxLayout(self)
        column.setSpacing(GRID * 2)
        column.addStretch(1)
        for part in self._parts():
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _parts(self) -> tuple[QWidget, ...]:
        return self._told, self._bar, self._count, self._cancel

    @Slot()
    def _on_patience_over(self) -> None:
        for part in self._parts():
            part.show()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_cancel(self) -> None:
        # It ends at the next place where it can; a second press would change nothing.
        self._cancel.setEnabled(False)
        self.cancelled.emit()
