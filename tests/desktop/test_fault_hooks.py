"""The hooks for faults that nobody caught: what they do, and that they leave no trace.

Real failures of every kind are in `tests/journeys/test_faults.py`.
"""

from __future__ import annotations

import sys
import threading
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QThread,
    QTimer,
    Slot,
    qCritical,
    qDebug,
    qInstallMessageHandler,
    qWarning,
)

from cs_desk.desktop.event_log import EventLog
from cs_desk.desktop.fault_hooks import watched
from tests.fakes import FixedClock


class Listener(QObject):
    """Counts what it is told of, in which thread; it can fail at that."""

    def __init__(self, failing=False):
        super().__init__()
        self.threads = []
        self._failing = failing

    @Slot()
    def listen(self):
        self.threads.append(QThread.currentThread())
        if self._failing:
            raise RuntimeError


class StoppedClock:
    def now(self):
        raise OverflowError


@pytest.fixture
def log(tmp_path):
    return EventLog(tmp_path, FixedClock(datetime(2026, 11, 22, tzinfo=UTC)))


@pytest.fixture
def faults(qapp, log):
    with watched(log) as watch:
        yield watch


@pytest.fixture
def listener(faults):
    listener = Listener()
    faults.tell(listener.listen)
    return listener


def hooks():
    qt = qInstallMessageHandler(None)
    qInstallMessageHandler(qt)
    return sys.excepthook, threading.excepthook, sys.unraisablehook, qt


def fail(error=None):
    """Let an error go uncaught, as Python and Qt report it."""
    error = error or ValueError("13812345678")
    sys.excepthook(type(error), error, error.__traceback__)


def fail_in_thread(error):
    def run():
        raise error

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


def written(log):
    return (log.folder / "cs_desk.log").read_text(encoding="utf-8")


@pytest.mark.parametrize("leaving", [None, RuntimeError])
def test_afterwards_every_hook_is_the_one_from_before(qapp, log, leaving):
    before = hooks()
    try:
        with watched(log):
            assert not set(hooks()) & set(before)
            if leaving:
                raise leaving
    except RuntimeError:
        pass
    assert hooks() == before


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(1)])
def test_what_is_to_end_the_program_goes_where_it_went_before(monkeypatch, qapp, log, error):
    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda *seen_now: seen.append(seen_now[1]))
    monkeypatch.setattr(threading, "excepthook", lambda seen_now: seen.append(seen_now.exc_value))
    with watched(log):
        fail(error)
        fail_in_thread(error)
    assert seen == [error, error]
    assert list(log.folder.iterdir()) == []


def test_a_fault_is_told_once_and_from_the_event_loop(listener):
    for _ in range(3):
        fail()
    assert listener.threads == []
    QCoreApplication.processEvents()
    assert len(listener.threads) == 1


def test_another_fault_is_told_again(listener):
    fail()
    fail(KeyError())
    QCoreApplication.processEvents()
    assert len(listener.threads) == 2


def test_a_fault_in_a_worker_is_told_in_the_window_s_thread(qapp, listener):
    fail_in_thread(ValueError())
    QCoreApplication.processEvents()
    assert listener.threads == [qapp.thread()]


def test_faults_from_before_the_window_are_told_as_one_when_it_is_there(faults):
    fail()
    fail(KeyError())
    listener = Listener()
    faults.tell(listener.listen)
    QCoreApplication.processEvents()
    assert len(listener.threads) == 1


def test_a_fault_while_telling_of_a_fault_is_logged_and_told_only_once_more(qtbot, faults, log):
    listener = Listener(failing=True)
    faults.tell(listener.listen)
    fail()
    qtbot.wait_until(lambda: len(listener.threads) == 2)
    for _ in range(10):
        QCoreApplication.processEvents()
    assert len(listener.threads) == 2
    assert "uncaught: RuntimeError" in written(log)


def test_a_listener_that_is_gone_is_not_missed(faults, log):
    listener = Listener()
    faults.tell(listener.listen)
    listener.deleteLater()
    QCoreApplication.sendPostedEvents(listener)
    fail()
    QCoreApplication.processEvents()
    assert "uncaught: ValueError" in written(log)


@pytest.mark.parametrize(("complain", "told"), [(qWarning, 0), (qCritical, 1)])
def test_qt_s_complaints_are_logged_and_the_graver_ones_told(listener, log, complain, told):
    complain("the call of 13812345678")
    QCoreApplication.processEvents()
    assert len(listener.threads) == told
    assert written(log).endswith("default: the call of #\n")


def test_what_a_developer_asks_qt_for_goes_to_the_console_only(faults, log, capsys):
    qDebug("looking at plugins")
    assert "looking at plugins" in capsys.readouterr().err
    assert list(log.folder.iterdir()) == []


def test_a_hook_that_fails_itself_says_nothing_and_stops_nothing(qapp, tmp_path, capsys):
    with watched(EventLog(tmp_path, StoppedClock())):
        fail()
        fail_in_thread(ValueError())
        qWarning("a warning")
        QTimer.singleShot(0, fail)
        QCoreApplication.processEvents()
    assert capsys.readouterr() == ("", "")
