"""The moment after a window's first paint, for all that its first rows need not wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# An input method has to hear that the window has the keyboard before anything keeps Qt busy:
# what is typed meanwhile would reach it first, and stay plain letters.
_FOR_THE_KEYBOARD_MS = 50


class FirstPaint(QObject):
    """Waits until a window is painted, and has the keyboard if it gets it soon.

    Signals:
        passed: Once.
    """

    passed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._painted = self._timer(0, self._on_painted)
        self._waited = self._timer(_FOR_THE_KEYBOARD_MS, self.passed)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice the first paint; it is on screen when the event loop comes round again."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._painted.start()
        return False

    def _timer(self, interval_ms: int, told: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(told)
        return timer

    @Slot()
    def _on_painted(self) -> None:
        if self._window.isActiveWindow():
            self.passed.emit()
        else:
            self._waited.start()
