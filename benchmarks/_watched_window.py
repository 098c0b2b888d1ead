"""A window in a process of its own that tells another process when its list was painted.

Started by ``window_under_test`` with the descriptor to tell through, and ``desk`` with the
arguments of cs-desk, or ``bare``. The program itself is the one that ships; only Qt's application
is watched, which costs it 0.1 to 0.3 ms for each key.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt

BARE_ROWS = 5_000


class WatchedApplication(QtWidgets.QApplication):
    """Tells when the keyboard arrived in a line, and when a list was on its way to the screen."""

    tells = -1

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver ``event``; a paint is over when the update that asked for it is."""
        kind = event.type()
        if kind is QEvent.Type.Paint:
            self._note_paint(receiver)
        done = super().notify(receiver, event)
        if kind is QEvent.Type.UpdateRequest and self._painted:
            self._tell(self._painted)
            self._painted = ""
        elif kind is QEvent.Type.FocusIn and isinstance(receiver, QtWidgets.QLineEdit):
            self._tell("focus")
        return done

    _painted = ""

    def _note_paint(self, receiver: QObject) -> None:
        view = receiver.parent()
        if isinstance(view, QtWidgets.QListView) and receiver is view.viewport():
            first = view.model().index(0, 0).data(Qt.ItemDataRole.DisplayRole)
            self._painted = f"rows {first}" if first else self._painted
        elif receiver.objectName() == "emptyState":
            self._painted = "empty"

    def _tell(self, what: str) -> None:
        os.write(self.tells, f"{time.perf_counter()} {what}\n".encode())


def run_bare() -> int:
    """Show a line and a list of plain rows: the least that a search window can be."""
    application = QtWidgets.QApplication([])
    window = QtWidgets.QWidget()
    window.setGeometry(986, 20, 378, 743)
    column = QtWidgets.QVBoxLayout(window)
    line, rows = QtWidgets.QLineEdit(), QtWidgets.QListView()
    rows.setModel(QStringListModel([f"话术 {number}" for number in range(BARE_ROWS)], rows))
    rows.setUniformItemSizes(True)
    column.addWidget(line)
    column.addWidget(rows)
    window.show()
    return application.exec()


def main() -> int:
    """Run the window until it is closed."""
    descriptor, program, *arguments = sys.argv[1:]
    WatchedApplication.tells = int(descriptor)
    # Whatever module makes the application, this is the class it finds.
    QtWidgets.QApplication = WatchedApplication  # type: ignore[misc] # for this process only
    if program == "bare":
        return run_bare()
    from cs_desk.main import main as run_desk  # noqa: PLC0415 - it must find the class above

    return run_desk(arguments)


if __name__ == "__main__":
    sys.exit(main())
