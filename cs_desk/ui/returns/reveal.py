"""Personal data shown for a moment: masked again by itself, or as soon as nobody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SHOWN_MS = 20_000


class Reveal(QObject):
    """Whether personal data is shown; never for longer than twenty seconds.

    Signals:
        changed: Whether it is shown now.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.mask)
        self._is_shown = False

    def watch(self, window: QWidget) -> None:
        """Mask it again as soon as the person turns from ``window`` to another one."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that another window has the keyboard."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.mask()
        return super().eventFilter(watched, event)

    @Slot()
    def toggle(self) -> None:
        """Show personal data, or mask it again."""
        if self._is_shown:
            self.mask()
            return
        self._is_shown = True
        self._timer.start()
        self.changed.emit(True)  # noqa: FBT003 - Qt's own signature

    @Slot()
    def mask(self) -> None:
        """Mask it again."""
        self._timer.stop()
        if self._is_shown:
            self._is_shown = False
            self.changed.emit(False)  # noqa: FBT003 - Qt's own signature
