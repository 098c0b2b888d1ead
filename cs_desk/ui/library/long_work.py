"""A call that tells how far it is and can be called off, made in a worker."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from cs_desk.domain.errors import CancelledError
from cs_desk.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.domain.errors import DeskError
    from cs_desk.domain.library.incoming import Progress

T = TypeVar("T")

# A bar that moves more often than this moves no smoother, and keeps the window busy.
_TELLS_EVERY_S = 0.05


class LongWork(QObject):
    """Makes one call at a time.

    Signals:
        progressed: How much is done, of how much in all.
        busy_changed: Whether a call is under way now.
    """

    progressed = Signal(int, int)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._background.busy_changed.connect(self.busy_changed)
        self._telling: _Telling | None = None

    @property
    def busy(self) -> bool:
        """Whether a call is under way."""
        return self._background.busy

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[DeskError], None],
    ) -> bool:
        """Start ``work`` in a worker, unless a call is under way; return whether it started.

        Args:
            work: The blocking call; it is given what it tells its progress to.
            done: Takes what it returned.
            failed: Takes the error that it raised: ``CancelledError`` if it was called off.
        """
        if self.busy:
            return False
        telling = self._telling = _Telling()
        telling.told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        return self._background.run(lambda: work(telling.tell), done, failed)

    def cancel(self) -> None:
        """Call off what is under way; it ends at the next place where it can."""
        if self._telling is not None:
            self._telling.called_off.set()


class _Telling(QObject):
    """What a worker tells its progress to. It belongs to nobody and outlives the window.

    Signals:
        told: How much is done, of how much in all.
    """

    told = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.called_off = threading.Event()
        self._last = 0.0

    def tell(self, done: int, total: int) -> None:
        """Pass on how far it is, in the worker; raise ``CancelledError`` if it was called off."""
        if self.called_off.is_set():
            raise CancelledError
        now = time.monotonic()
        if now - self._last >= _TELLS_EVERY_S:
            self._last = now
            self.told.emit(done, total)
