from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from cs_desk.ui.icons import Icons
from cs_desk.ui.room_bar import Room, RoomBar
from cs_desk.ui.theme import LIGHT, SEARCH_HEIGHT

ICONS = Icons(Path(__file__).parents[2] / "resources" / "icons")


@pytest.fixture
def bar(qtbot):
    made = RoomBar(ICONS)
    made.set_colours(LIGHT)
    qtbot.addWidget(made)
    made.resize(380, made.height())
    made.show()
    return made


def tab(bar, room=Room.CASES):
    return bar._tabs[room]


def figures(bar):
    shown = [label for label in bar.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in shown if label.property("role") == "count"]


def test_the_replies_are_open_first(bar):
    assert bar.room() is Room.REPLIES


def test_a_click_chooses_a_room(bar, qtbot):
    with qtbot.waitSignal(bar.room_chosen) as told:
        qtbot.mouseClick(tab(bar), Qt.MouseButton.LeftButton)
    assert told.args == [Room.CASES]


def test_the_space_bar_chooses_a_room(bar, qtbot):
    tab(bar).setFocus()
    with qtbot.waitSignal(bar.room_chosen):
        qtbot.keyClick(tab(bar), Qt.Key.Key_Space)


def test_a_room_that_the_window_opens_is_shown_without_telling(bar, qtbot):
    with qtbot.assertNotEmitted(bar.room_chosen):
        bar.choose(Room.CASES)
    assert bar.room() is Room.CASES


@pytest.mark.parametrize(
    ("due", "overdue", "shown"),
    [(0, 0, []), (3, 0, ["3"]), (3, 1, ["3"]), (99, 0, ["99"]), (20_000, 9, ["99+"])],
)
def test_what_is_due_is_counted(bar, due, overdue, shown):
    bar.show_due(due, overdue)
    assert figures(bar) == shown


@pytest.mark.parametrize(("overdue", "state"), [(0, "warning"), (1, "danger")])
def test_the_colour_tells_whether_anything_is_overdue(bar, overdue, state):
    bar.show_due(2, overdue)
    assert tab(bar)._count.property("state") == state


@pytest.mark.parametrize(
    ("due", "overdue", "name"),
    [
        (0, 0, "退货单"),
        (3, 0, "退货单 · 3 单要尽快处理"),
        (3, 1, "退货单 · 3 单要尽快处理，其中 1 单已超时"),
    ],
)
def test_the_screen_reader_hears_the_count(bar, due, overdue, name):
    bar.show_due(due, overdue)
    assert tab(bar).accessibleName() == name


def test_the_tool_tips_name_the_keys(bar):
    assert tab(bar, Room.REPLIES).toolTip() == "话术  Alt+1"
    assert tab(bar).toolTip() == "退货单  Alt+2"


def test_the_bar_is_low(bar):
    assert bar.height() == SEARCH_HEIGHT
