"""Faults that nobody caught, wherever they happen: logged, told of once, and survived."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qFormatLogMessage,
    qInstallMessageHandler,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from cs_desk.desktop.event_log import EventLog

    _ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], object]
    _ThreadHook = Callable[[threading.ExceptHookArgs], object]
    _UnraisableHook = Callable[[sys.UnraisableHookArgs], object]

_COMPLAINTS = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}


class FaultWatch(QObject):
    """Logs what the hooks catch, and tells of each distinct fault once.

    Signals:
        _met: From the thread that met a fault the like of which this run has not had before.
    """

    _met = Signal()

    def __init__(self, log: EventLog) -> None:
        super().__init__()
        self._log = log
        self._has_met = False

    def tell(self, receiver: Callable[[], None]) -> None:
        """Call ``receiver`` in its own thread, from its event loop, once for each new fault.

        Args:
            receiver: A method of a QObject. Faults from before this call are told as one.
        """
        # Queued even within a thread: a fault in a paint event is no moment to show something.
        self._met.connect(receiver, Qt.ConnectionType.QueuedConnection)
        if self._has_met:
            self._met.emit()

    def note(self, kind: str, error: Exception) -> None:
        """Log ``error``, caught by the hook ``kind``, and tell of it if it is a new one."""
        # Python prints what goes wrong in a hook, messages and all; nothing may.
        with suppress(Exception):
            if self._log.fault(kind, error):
                self._tell()

    def note_message(self, grade: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Log what Qt complains of, and tell of it if it is more than a warning."""
        with suppress(Exception):
            if grade not in _COMPLAINTS:
                _pass_on(qFormatLogMessage(grade, context, text))
                return
            kind = f"qt {_COMPLAINTS[grade]} {context.category}"
            if self._log.message(kind, text) and grade != QtMsgType.QtWarningMsg:
                self._tell()

    def _tell(self) -> None:
        self._has_met = True
        self._met.emit()


@contextmanager
def watched(log: EventLog) -> Iterator[FaultWatch]:
    """Keep the program up, whatever fails in it; afterwards everything is as it was before.

    Covers slots, virtual methods, `QRunnable`, `QThread`, `threading.Thread`, destructors and
    Qt's own messages. To be begun before the application and its windows are built, for that is
    when Qt says its gravest words. Ctrl+C and `sys.exit` keep their meaning.

    Yields:
        Who can be told of new faults.
    """
    watch = FaultWatch(log)
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = _for_uncaught(watch, sys.excepthook)
    threading.excepthook = _for_threads(watch, threading.excepthook)
    sys.unraisablehook = _for_unraisable(watch, sys.unraisablehook)
    qt_before = qInstallMessageHandler(watch.note_message)
    try:
        yield watch
    finally:
        qInstallMessageHandler(qt_before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def _for_uncaught(watch: FaultWatch, before: _ExceptHook) -> _ExceptHook:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            watch.note("uncaught", error)
        else:
            before(kind, error, trace)

    return hook


def _for_threads(watch: FaultWatch, before: _ThreadHook) -> _ThreadHook:
    def hook(arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, Exception):
            watch.note("thread", arguments.exc_value)
        else:
            before(arguments)

    return hook


def _for_unraisable(watch: FaultWatch, before: _UnraisableHook) -> _UnraisableHook:
    def hook(unraisable: sys.UnraisableHookArgs) -> None:
        if isinstance(unraisable.exc_value, Exception):
            watch.note("unraisable", unraisable.exc_value)
        else:
            before(unraisable)

    return hook


def _pass_on(text: str) -> None:
    """Show what a developer asked Qt to tell, QT_DEBUG_PLUGINS=1 say, where there is a console."""
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
