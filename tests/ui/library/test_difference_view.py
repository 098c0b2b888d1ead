from __future__ import annotations

import pytest

from cs_desk.ui.library.difference_view import DifferenceView
from cs_desk.ui.library.field_differences import FieldDifference
from cs_desk.ui.theme import DARK, LIGHT

BODY = FieldDifference("内容", "亲，别着急哦", "亲，久等了哦")
LONG = FieldDifference("内容", "一" * 400, "二")
TAGS = FieldDifference("标签", "好慢", "好慢、催件")


@pytest.fixture
def view(qtbot):
    made = DifferenceView()
    qtbot.addWidget(made)
    made.resize(640, 240)
    made.show()
    return made


def formats(pane, text):
    """Return how the first place of ``text`` is drawn."""
    cursor = pane.document().find(text)
    assert not cursor.isNull()
    # A format is told by the character before the cursor.
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat()


def lines_above(pane, text):
    """Return how many lines are shown above the first place of ``text``."""
    block = pane.document().find(text).block()
    count = 0
    while (block := block.previous()).isValid():
        count += block.layout().lineCount()
    return count


def test_only_what_differs_is_struck_on_the_left_and_underlined_on_the_right(view):
    view.show_differences([BODY])
    left, right = view._panes
    assert formats(left, "别").fontStrikeOut()
    assert formats(right, "久").fontUnderline()
    assert not formats(left, "亲").fontStrikeOut()
    assert not formats(right, "亲").fontUnderline()


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_difference_has_a_ground_too(view, colours):
    view.set_colours(colours)
    view.show_differences([BODY])
    grounds = [formats(view._panes[0], "别"), formats(view._panes[1], "久")]
    assert [each.background().color().name() for each in grounds] == [
        colours.danger_tint,
        colours.accent_tint,
    ]


def test_nothing_is_marked_where_one_side_is_empty(view):
    view.show_differences([FieldDifference("内容", "", "亲，在的")], marked=False)
    assert not formats(view._panes[1], "亲").fontUnderline()


def test_a_line_break_that_differs_can_be_seen(view):
    view.show_differences([FieldDifference("内容", "亲在的", "亲\n在的")])
    assert "亲↵\n在的" in view.texts()[1]


@pytest.mark.parametrize("width", [640, 420])
def test_a_field_begins_on_the_same_line_on_both_sides(view, qtbot, width):
    view.show_differences([LONG, TAGS])
    view.resize(width, 600)
    left, right = view._panes
    qtbot.waitUntil(lambda: lines_above(left, "标签") == lines_above(right, "标签") > 5)


def test_both_sides_scroll_together(view):
    view.show_differences([LONG, TAGS])
    left, right = (pane.verticalScrollBar() for pane in view._panes)
    left.setValue(3)
    assert right.value() == 3
    right.setValue(1)
    assert left.value() == 1


def test_another_reply_is_shown_from_its_top(view):
    view.show_differences([LONG, TAGS])
    view._panes[0].verticalScrollBar().setValue(3)
    view.show_differences([LONG])
    assert view._panes[0].verticalScrollBar().value() == 0


def test_markup_is_shown_as_it_is(view):
    view.show_differences([FieldDifference("内容", "<b>亲</b>", "<i>亲</i>")])
    assert "<b>亲</b>" in view.texts()[0]


def test_no_difference_leaves_both_sides_empty(view):
    view.show_differences([BODY])
    view.show_differences([])
    assert view.texts() == ("", "")
