from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThreadPool
from shiboken6 import delete

from cs_desk.domain.errors import DeskBusyError
from cs_desk.ui.background import Background

PATIENCE_MS = 5000


@pytest.fixture
def told():
    """What was handed back: the outcome, and the thread it came on."""
    return []


@pytest.fixture
def gate():
    """Keeps a worker waiting until the test lets it go on, or ends."""
    gate = threading.Event()
    yield gate
    gate.set()
    assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)


@pytest.fixture
def background(qapp):
    return Background()


@pytest.fixture
def run(background, told):
    """Have a call made whose outcome is told, whichever it is."""

    def note(outcome):
        told.append((outcome, threading.current_thread()))

    return lambda work: background.run(work, note, note)


def test_a_call_is_made_elsewhere_and_its_result_comes_back_here(run, told, qtbot):
    assert run(threading.current_thread)
    qtbot.waitUntil(lambda: len(told) == 1)
    ((worker, here),) = told
    assert here is threading.main_thread()
    assert worker is not here


def test_an_error_of_ours_comes_back_here_too(run, told, qtbot):
    def work():
        raise DeskBusyError

    run(work)
    qtbot.waitUntil(lambda: len(told) == 1)
    ((error, here),) = told
    assert isinstance(error, DeskBusyError)
    assert here is threading.main_thread()


def test_any_other_exception_is_not_swallowed(background, run, told, qtbot):
    with qtbot.capture_exceptions() as raised:
        run(lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(raised) and not background.busy)
    ((kind, _, _),) = raised
    assert kind is ZeroDivisionError
    assert told == []


def test_one_call_at_a_time_is_under_way(run, gate, told, qtbot):
    assert run(gate.wait)
    assert not run(lambda: "second")
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert [outcome for outcome, _ in told] == [True]
    assert run(lambda: "third")


def test_it_says_when_it_is_busy_and_when_not(background, run, qtbot):
    heard = []
    background.busy_changed.connect(heard.append)
    run(lambda: None)
    assert heard == [background.busy] == [True]
    qtbot.waitUntil(lambda: not background.busy)
    assert heard == [True, False]


def test_a_result_can_start_the_next_call(background, run, told, qtbot):
    background.run(lambda: "first", lambda first: run(lambda: first + ", next"), told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0][0] == "first, next"


def test_a_call_outlives_the_widget_that_asked_for_it(gate, qapp, told):
    owner = QObject()
    finished = threading.Event()

    def work():
        gate.wait()
        finished.set()

    Background(owner).run(work, told.append, told.append)
    delete(owner)
    gate.set()
    assert finished.wait(5)
    assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
    qapp.processEvents()
    assert told == []


def test_a_result_on_its_way_is_dropped_with_the_widget(qapp, told):
    owner = QObject()
    Background(owner).run(lambda: "late", told.append, told.append)
    assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
    delete(owner)
    qapp.processEvents()
    assert told == []
