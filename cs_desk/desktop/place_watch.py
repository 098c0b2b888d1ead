"""Looks at the data folder's place beside the window, now and every few minutes."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.place_warnings import PlaceWarning

# After the first paint.
_FIRST_LOOK_MS = 500
_EVERY_MS = 5 * 60 * 1000


class PlaceWatch(QObject):
    """Tells what is doubtful about a place, however long a look at it takes.

    Args:
        look: Returns what is doubtful now; runs in a thread of its own.
        first_look_ms: Milliseconds from ``start`` to the first look.
        every_ms: Milliseconds from there to the next one, and so on.
        parent: The owner.

    Signals:
        looked: Every `PlaceWarning` that holds now, as a tuple.
        _seen: The same, from the thread that looked.
    """

    looked = Signal(object)
    _seen = Signal(object)

    def __init__(
        self,
        look: Callable[[], tuple[PlaceWarning, ...]],
        parent: QObject,
        first_look_ms: int = _FIRST_LOOK_MS,
        every_ms: int = _EVERY_MS,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._every_ms = every_ms
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(first_look_ms)
        self._pause.timeout.connect(self._begin)
        self._seen.connect(self._on_seen)

    def start(self) -> None:
        """Look soon, and again and again."""
        self._pause.start()

    @Slot()
    def _begin(self) -> None:
        # Not a worker of Qt's pool: the program could not end before a hung share answers.
        Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        seen = self._look()
        # The window may have been closed meanwhile, and this object with it.
        with suppress(RuntimeError):
            self._seen.emit(seen)

    @Slot(object)
    def _on_seen(self, seen: tuple[PlaceWarning, ...]) -> None:
        self.looked.emit(seen)
        self._pause.start(self._every_ms)
