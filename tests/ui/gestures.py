"""What an agent does with keyboard and input method."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def search(window, text):
    box = window.room.search_box
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def undo():
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)


def next_buyer():
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def field(where, name):
    """Return the input of a field in the reply or on the shop's page."""
    return where._fields.editor(name).input()


def fill(where, name, text, type_chinese):
    line = field(where, name)
    line.setFocus()
    line.clear()
    type_chinese(line, text)
    line.textEdited.emit(line.text())
