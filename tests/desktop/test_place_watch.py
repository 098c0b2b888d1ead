from __future__ import annotations

import subprocess
import sys
from threading import Event

import pytest
from PySide6.QtCore import QObject

from cs_desk.app.place_warnings import PlaceRisk, PlaceWarning
from cs_desk.desktop.place_watch import PlaceWatch

LOW = (PlaceWarning(PlaceRisk.LOW_DISK, "12"),)
# The share hangs, the person closes the window.
HANGING = """
import time
from PySide6.QtCore import QCoreApplication, QTimer
from cs_desk.desktop.place_watch import PlaceWatch
application = QCoreApplication([])
PlaceWatch(lambda: time.sleep(60), application, first_look_ms=0).start()
QTimer.singleShot(100, application.quit)
application.exec()
"""


@pytest.fixture
def watch(qapp):
    """Return a function that watches by ``look``; all watching ends with the test."""
    owner = QObject()

    def start(look, every_ms=10):
        made = PlaceWatch(look, owner, first_look_ms=0, every_ms=every_ms)
        made.start()
        return made

    yield start
    owner.deleteLater()


def test_what_is_seen_is_told(qtbot, watch):
    with qtbot.waitSignal(watch(lambda: LOW).looked) as told:
        pass
    assert told.args == [LOW]


def test_it_looks_again_and_again(qtbot, watch):
    seen = iter([(), LOW, ()])
    told = []
    watch(lambda: next(seen, ())).looked.connect(told.append)
    qtbot.waitUntil(lambda: len(told) > 2)
    assert told[:3] == [(), LOW, ()]


def test_a_look_that_takes_long_is_not_doubled_and_holds_nobody_up(qtbot, watch):
    answers, looks = Event(), []

    def look():
        looks.append(1)
        answers.wait(5)
        return LOW

    watcher = watch(look)
    with qtbot.assertNotEmitted(watcher.looked, wait=100):
        pass
    assert looks == [1]
    with qtbot.waitSignal(watcher.looked):
        answers.set()


def test_the_program_can_end_while_a_look_hangs():
    ended = subprocess.run([sys.executable, "-c", HANGING], timeout=5, check=False)
    assert ended.returncode == 0
