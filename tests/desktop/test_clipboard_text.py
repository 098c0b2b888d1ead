from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QObject, QThreadPool

from cs_desk.desktop.clipboard_text import ClipboardText
from cs_desk.desktop.selection_reader import SelectionReader


@pytest.fixture
def other(tmp_path):
    """What another program holds for whoever asks."""
    file = tmp_path / "other"
    file.write_text("62831853")
    return file


@pytest.fixture
def asked(tmp_path):
    """Exists once a tool was asked, with a line for each time."""
    return tmp_path / "asked"


@pytest.fixture
def follow(qapp, qtbot, fake_tools, other, asked):
    """Return a function that follows the clipboard as a tool, a shell script, sees it."""
    parent = QObject()
    workers = QThreadPool(parent)

    def make(script="/bin/cat {other}", limit=2.0):
        script = f"echo >>{asked}; " + script.format(other=other)
        environ = {"PATH": fake_tools(xclip=script), "DISPLAY": ":7"}
        reader = SelectionReader("xcb", environ, time_limit=limit)
        return ClipboardText(qapp.clipboard(), reader, workers, parent)

    yield make
    workers.waitForDone()
    qapp.clipboard().clear()


def known(qtbot, text):
    """Ask, and again when told; return the answer."""
    with qtbot.waitSignal(text.changed):
        text.now()
    return text.now()


def test_the_text_is_there_when_it_is_told(qtbot, follow):
    assert known(qtbot, follow()) == "62831853"


def test_what_is_known_is_not_read_again(qtbot, follow, asked):
    text = follow()
    assert {known(qtbot, text), text.now(), text.now()} == {"62831853"}
    assert asked.read_text() == "\n"


def test_nothing_is_read_that_nobody_asked_for(qapp, qtbot, follow, asked):
    text = follow()
    with qtbot.assertNotEmitted(text.changed):
        qapp.clipboard().setText("a")
    assert not asked.exists()


def test_another_text_is_told_of_and_read_at_the_next_question_only(
    qapp, qtbot, follow, asked, other
):
    text = follow()
    known(qtbot, text)
    other.write_text("27182818")
    with qtbot.waitSignal(text.changed):
        qapp.clipboard().setText("a")
    assert asked.read_text() == "\n"
    assert known(qtbot, text) == "27182818"


def test_an_outdated_text_is_not_told(qapp, qtbot, follow):
    text = follow()
    known(qtbot, text)
    qapp.clipboard().setText("a")
    assert text.now() == ""


def test_a_text_that_changes_while_it_is_read_is_read_again(qapp, qtbot, follow, asked, other):
    text = follow(f"/bin/cat {{other}}; while [ ! -e {other}.go ]; do /bin/sleep 0.01; done")
    text.now()
    qtbot.waitUntil(asked.exists)
    qapp.clipboard().setText("a")
    text.now()
    other.write_text("27182818")
    other.with_name("other.go").touch()
    qtbot.waitUntil(lambda: text.now() != "")
    assert text.now() == "27182818"


def test_a_hung_owner_does_not_hold_up_who_asks(qtbot, follow, asked):
    text = follow("exec /bin/sleep 60", limit=0.2)
    began = time.monotonic()
    assert text.now() == ""
    assert time.monotonic() - began < 0.2  # less than the tool may take
    qtbot.waitUntil(asked.exists)


def test_a_hung_owner_is_asked_again_at_a_later_question(qtbot, follow, asked, other):
    text = follow("[ -e {other}.go ] || exec /bin/sleep 60; /bin/cat {other}", limit=0.1)
    text.now()
    qtbot.waitUntil(asked.exists)
    other.with_name("other.go").touch()
    qtbot.waitUntil(lambda: text.now() != "")
    assert text.now() == "62831853"


def test_where_the_system_keeps_the_text_it_answers_at_once(qapp, qtbot):
    text = ClipboardText(qapp.clipboard(), None, QThreadPool.globalInstance(), qapp)
    qapp.clipboard().setText("a")
    assert text.now() == "a"
    with qtbot.waitSignal(text.changed):
        qapp.clipboard().setText("b")
    assert text.now() == "b"
    qapp.clipboard().clear()
