"""Indexing a large library in a process of its own: a thread would make the window stutter."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QProcess,
    QProcessEnvironment,
    QTimer,
    Slot,
)

from cs_desk.desktop.tool_environment import is_frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_END_MS = 2000
# Ten times what 100,000 replies take; a process that hangs is given up.
_PATIENCE_MS = 180_000


class ArchiveProcess(QObject):
    """Has another run of this program index the stored library and keep the index.

    Args:
        arguments: Those that lead the program to the data folder.
        parent: Ends it, should it still run then.
        patience_ms: After so long it is ended, done or not.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        parent: QObject | None = None,
        *,
        patience_ms: int = _PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._arguments = [*arguments, "index"]
        self._done: Callable[[], None] = lambda: None
        self._process: QProcess | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._on_patience_end)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._end)

    def make(self, done: Callable[[], None]) -> None:
        """Begin, and call ``done`` at the end, whether it is kept now or could not be made."""
        self._done = done
        process = self._process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        # finished() does not come from a process that could not be started.
        process.finished.connect(self._on_end)
        process.errorOccurred.connect(self._on_error)
        self._patience.start()
        if is_frozen():
            process.start(sys.executable, self._arguments)
        else:
            environment = QProcessEnvironment.systemEnvironment()
            source = [str(Path(__file__).parents[2]), environment.value("PYTHONPATH")]
            environment.insert("PYTHONPATH", os.pathsep.join(filter(None, source)))
            process.setProcessEnvironment(environment)
            process.start(sys.executable, ["-P", "-m", "cs_desk", *self._arguments])

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._on_end()

    @Slot()
    def _on_patience_end(self) -> None:
        if self._process is not None:
            # Its end is told like any other.
            self._process.kill()

    @Slot()
    def _on_end(self) -> None:
        self._patience.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
            self._done()

    @Slot()
    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(_END_MS)
