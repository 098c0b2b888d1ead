from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cs_desk.ui.search_box import SearchBox


@pytest.fixture
def box(qtbot):
    made = SearchBox()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_what_is_being_composed_is_searched_already(box, type_chinese, qtbot):
    with qtbot.waitSignal(box.query_changed) as told:
        type_chinese(box, composing="tui'huo")
    assert told.args == ["tuihuo"]
    assert box.text() == ""


def test_a_composition_stands_at_the_cursor(box, type_chinese):
    box.setText("衣服退")
    box.setCursorPosition(2)
    type_chinese(box, composing="ku")
    assert box.query() == "衣服ku退"


def test_a_committed_word_is_searched_once(box, type_chinese, qtbot):
    queries = []
    box.query_changed.connect(queries.append)
    type_chinese(box, composing="tui huo")
    type_chinese(box, text="退货")
    assert queries[-1] == "退货"
    assert box.query() == "退货"


def test_enter_chooses(box, qtbot):
    with qtbot.waitSignal(box.chosen):
        qtbot.keyClick(box, Qt.Key.Key_Return)


def test_enter_while_composing_chooses_nothing(box, type_chinese, qtbot):
    type_chinese(box, composing="tui")
    with qtbot.assertNotEmitted(box.chosen):
        qtbot.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("key", "step"),
    [("Down", 1), ("Up", -1), ("PageDown", 5), ("PageUp", -5)],
)
def test_arrows_walk_the_list(box, qtbot, key, step):
    with qtbot.waitSignal(box.stepped) as told:
        qtbot.keyClick(box, Qt.Key[f"Key_{key}"])
    assert told.args == [step]


def test_tab_goes_on_to_the_fields(box, qtbot):
    with qtbot.waitSignal(box.left_forward):
        qtbot.keyClick(box, Qt.Key.Key_Tab)


def test_escape_clears_the_query(box, qtbot):
    box.setText("th")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
