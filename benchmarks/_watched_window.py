"""A window in a process of its own that tells another process when its list was painted.

Started by ``window_under_test`` with the descriptor to tell through, and ``desk`` with the
arguments of cs-desk, or ``list`` or ``blank`` for windows that hold little or nothing. The program
itself is the one that ships; only Qt's application is watched, which costs it 0.1 to 0.3 ms for
each key.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QStringListModel, Qt

from cs_desk.app.reply_search import LIST_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable

BARE_ROWS = 5_000
# As the desk names what stands in the list's place.
EMPTY = "emptyState"
# What windows are painted in: when they appear, and when something in them changed.
UPDATES = (QEvent.Type.Expose, QEvent.Type.UpdateRequest)


class WatchedApplication(QtWidgets.QApplication):
    """Tells when the keyboard arrived in a line, and when a new list was on its way to the screen.

    A list is new until the first key, and then after each key from the moment its model was reset:
    what is painted late for an earlier key does not answer the last one.
    """

    tells = -1

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._model: QAbstractItemModel | None = None
        self._is_new = True
        self._painted = ""

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver ``event``; a paint is over when the update that asked for it is."""
        kind = event.type()
        if kind is QEvent.Type.Paint and self._is_new:
            self._note_paint(receiver)
        elif kind is QEvent.Type.KeyPress and isinstance(receiver, QtWidgets.QLineEdit):
            self._is_new = False
        done = super().notify(receiver, event)
        if kind in UPDATES and self._painted:
            self._tell(self._painted)
            self._painted = ""
        elif kind is QEvent.Type.FocusIn and isinstance(receiver, QtWidgets.QLineEdit):
            self._tell("focus")
        return done

    def _note_paint(self, receiver: QObject) -> None:
        view = receiver.parent()
        if isinstance(view, QtWidgets.QListView) and receiver is view.viewport():
            self._watch(view.model())
            first = view.model().index(0, 0).data(Qt.ItemDataRole.DisplayRole)
            self._painted = f"rows {first}" if first else self._painted
        elif receiver.objectName() == EMPTY:
            self._painted = "empty"

    def _watch(self, model: QAbstractItemModel) -> None:
        if self._model is None:
            self._model = model
            model.modelReset.connect(self._on_reset)

    def _on_reset(self) -> None:
        self._is_new = True

    def _tell(self, what: str) -> None:
        os.write(self.tells, f"{time.perf_counter()} {what}\n".encode())


def line_and_list() -> QtWidgets.QWidget:
    """Return a line and a list of plain rows: the least that a search window can be.

    Each key shows as many other rows as the desk shows hits.
    """
    window = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(window)
    line, rows = QtWidgets.QLineEdit(), QtWidgets.QListView()
    model = QStringListModel([f"话术 {number}" for number in range(BARE_ROWS)], rows)
    rows.setModel(model)
    rows.setUniformItemSizes(True)
    line.textChanged.connect(
        lambda text: model.setStringList([f"{text} {number}" for number in range(LIST_LIMIT)])
    )
    column.addWidget(line)
    column.addWidget(rows)
    return window


def blank_label() -> QtWidgets.QWidget:
    """Return a label with a few characters."""
    label = QtWidgets.QLabel("话术")
    label.setObjectName(EMPTY)
    return label


def run_bare(make_window: Callable[[], QtWidgets.QWidget]) -> int:
    """Show a window of Qt's own widgets until it is closed."""
    application = QtWidgets.QApplication([])
    window = make_window()
    window.setGeometry(986, 20, 378, 743)
    window.show()
    return application.exec()


BARE = {"list": line_and_list, "blank": blank_label}


def main() -> int:
    """Run the window until it is closed."""
    descriptor, program, *arguments = sys.argv[1:]
    WatchedApplication.tells = int(descriptor)
    # Whatever module makes the application, this is the class it finds.
    QtWidgets.QApplication = WatchedApplication  # type: ignore[assignment,misc] # here only
    if program in BARE:
        return run_bare(BARE[program])
    from cs_desk.main import main as run_desk  # noqa: PLC0415 - it must find the class above

    return run_desk(arguments)


if __name__ == "__main__":
    sys.exit(main())
