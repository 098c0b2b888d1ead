"""What is under way, said once it takes long enough to wonder."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

PATIENCE_MS = 500


class BusyLine(QWidget):
    """A few words over a bar that moves; its place stays free while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._bar = QProgressBar()
        self._timer = QTimer(self)
        self._build()

    def begin(self, told: str) -> None:
        """Say ``told`` after half a second, unless it has ended by then."""
        self._label.setText(told)
        self._bar.setAccessibleName(told)
        self._timer.start(PATIENCE_MS)

    def end(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        self._label.hide()
        self._bar.hide()

    @Slot()
    def _on_patience_over(self) -> None:
        self._label.show()
        self._bar.show()

    def _build(self) -> None:
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("role", "muted")
        # Both ends alike: nobody knows how long it takes.
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        for part in (self._label, self._bar):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_patience_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addWidget(self._bar)
        self.end()
