"""Calls that may take seconds, made in a worker while the window stays alive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from cs_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Background(QObject):
    """Makes one blocking call at a time and brings its outcome back to this object's thread.

    When this object is gone, a call under way finishes unheard.

    Signals:
        busy_changed: Whether a call is under way now.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call: _Call | None = None

    @property
    def busy(self) -> bool:
        """Whether a call is under way."""
        return self._call is not None

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[DeskError], None],
    ) -> bool:
        """Start ``work`` in a worker, unless a call is under way; return whether it started.

        An exception that is no ``DeskError`` reaches ``sys.excepthook``, and neither function.

        Args:
            work: The blocking call; it must touch nothing that belongs to this thread.
            done: Takes what it returned; it may start the next call.
            failed: Takes the error that it raised; likewise.
        """
        if self._call is not None:
            return False
        call = self._call = _Call(work, done, failed)
        queued = Qt.ConnectionType.QueuedConnection
        call.returned.connect(self._on_returned, queued)
        call.failed.connect(self._on_failed, queued)
        call.broke.connect(self._on_broke, queued)
        self.busy_changed.emit(True)  # noqa: FBT003 - Qt's own signature
        QThreadPool.globalInstance().start(call.run)
        return True

    @Slot(object)
    def _on_returned(self, result: object) -> None:
        self._ended().done(result)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self._ended().tell(error)

    @Slot()
    def _on_broke(self) -> None:
        self._ended()

    def _ended(self) -> _Call:
        call, self._call = self._call, None
        assert call is not None  # each call ends once, and the next one starts later
        self.busy_changed.emit(False)  # noqa: FBT003 - Qt's own signature
        return call


class _Call(QObject):
    """One call. It belongs to nobody, so that a worker can finish it when the window is gone.

    Signals:
        returned: From the worker: what the call returned.
        failed: From the worker: the ``DeskError`` that it raised.
        broke: From the worker: it raised something else.
    """

    returned = Signal(object)
    failed = Signal(object)
    broke = Signal()

    def __init__(
        self,
        work: Callable[[], object],
        done: Callable[[Any], None],
        tell: Callable[[DeskError], None],
    ) -> None:
        super().__init__()
        self._work = work
        self.done = done
        self.tell = tell

    def run(self) -> None:
        """Make the call, in a worker."""
        try:
            result = self._work()
        except DeskError as error:
            self.failed.emit(error)
        except BaseException:
            self.broke.emit()
            raise
        else:
            self.returned.emit(result)
