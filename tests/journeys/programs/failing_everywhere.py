"""A window in which everything fails that can fail; it tells as JSON what it showed of that.

Arguments: the folder of the log, and how to go on after the failures: `quit`, `crash` or `stay`.
"""

from __future__ import annotations

import faulthandler
import json
import sys
import threading
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRunnable,
    QThread,
    QThreadPool,
    QTimer,
    Signal,
    Slot,
    qCritical,
    qWarning,
)
from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget

from cs_desk.desktop.crash_record import crash_record
from cs_desk.desktop.event_log import EventLog
from cs_desk.desktop.fault_hooks import watched
from cs_desk.ui.fault_notices import FaultNotices
from cs_desk.ui.notice_bar import NoticeBar
from tests.fakes import FixedClock

PHONE = "13812345678"
ORDER = "421012345678901234"
BUYER = "王小明"


def fail(kind, *personal):
    """Raise an error of a type of its own, with personal data wherever an error can hold some."""
    phone = int(PHONE)
    try:
        {}[BUYER, phone]
    except KeyError as cause:
        kept = {"order": ORDER, "personal": personal}
        raise type(kind, (ValueError,), {})(f"{BUYER} {PHONE}", ORDER, kept) from cause


class Sender(QObject):
    sent = Signal(str)

    @Slot(str)
    def on_sent(self, text):
        fail("slot", text)


class Painted(QWidget):
    def paintEvent(self, _event):  # noqa: N802 - Qt's own name
        fail("paint_event", BUYER)


class Model(QAbstractListModel):
    def rowCount(self, _parent=QModelIndex()):  # noqa: N802 - Qt's own name
        return 1

    def data(self, _index, _role):
        fail("model", BUYER)


class Runnable(QRunnable):
    def run(self):
        fail("runnable", PHONE)


class Thread(QThread):
    def run(self):
        fail("qthread", PHONE)


class Dropped:
    def __del__(self):
        fail("destructor", ORDER)


class Failures:
    """Every way to fail, by name."""

    def __init__(self, window):
        self._window = window
        self._sender = Sender()
        self._sender.sent.connect(self._sender.on_sent)
        self._model = Model()
        self._thread = Thread()

    def slot(self):
        self._sender.sent.emit(BUYER)

    def paint_event(self):
        self._painted = Painted(self._window)
        self._painted.show()

    def model(self):
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.show()

    def timer(self):
        QTimer.singleShot(0, partial(fail, "timer", PHONE))

    def runnable(self):
        QThreadPool.globalInstance().start(Runnable())

    def pooled_call(self):
        QThreadPool.globalInstance().start(partial(fail, "pooled_call", PHONE))

    def qthread(self):
        self._thread.start()
        self._thread.wait()

    def thread(self):
        thread = threading.Thread(target=fail, args=("thread", PHONE))
        thread.start()
        thread.join()

    def destructor(self):
        Dropped()

    def qt_critical(self):
        qCritical(f"order {ORDER} of {BUYER} in /home/wang/desk.db")

    def qt_warning(self):
        qWarning(f"call {PHONE} of {BUYER}, wang@example.com")


class Course(QObject):
    """Fails in one way after the other, each from the event loop, where an agent's clicks land."""

    def __init__(self, window, bar, done):
        super().__init__()
        self._failures = Failures(window)
        self._bar = bar
        self._done = done
        self._ahead = [name for name in vars(Failures) if not name.startswith("_")]
        self._kind = ""
        self.said = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(10)

    def _look(self):
        patience = 0.1 if self._kind == "qt_warning" else 3
        if self._kind and not self._bar.isVisible() and time.monotonic() - self._began < patience:
            return
        if self._kind:
            self.said[self._kind] = self._bar.text() if self._bar.isVisible() else ""
        self._bar.hide()
        if not self._ahead:
            self._timer.stop()
            self._done()
            return
        self._kind, self._began = self._ahead.pop(0), time.monotonic()
        QTimer.singleShot(0, getattr(self._failures, self._kind))


def main(folder, ending):
    log = EventLog(Path(folder), FixedClock(datetime(2026, 11, 22, 15, 0, tzinfo=UTC)))
    with crash_record(log) as has_crashed, watched(log) as faults:
        application = QApplication([])
        window = QWidget()
        bar = NoticeBar(window)
        QVBoxLayout(window).addWidget(bar)
        notices = FaultNotices(bar)
        faults.tell(notices.show_fault)
        window.show()
        if has_crashed:
            notices.show_crash()
        first = bar.text()

        def end():
            sys.stdout.write(json.dumps({"first": first, "said": course.said}) + "\n")
            sys.stdout.flush()
            if ending == "crash":
                faulthandler._sigsegv()
            QTimer.singleShot(0 if ending == "quit" else 60_000, application.quit)

        course = Course(window, bar, end)
        return application.exec()


sys.exit(main(*sys.argv[1:]))
