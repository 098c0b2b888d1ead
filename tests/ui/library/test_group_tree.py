"""Groups: chosen, renamed in place, moved by dragging, deleted and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cs_desk.ui.library.dragged import dragged_group, dragged_replies
from cs_desk.ui.library.group_choice import GroupChoice

MOVE = Qt.DropAction.MoveAction


def drop(window, data, path):
    """Drop something on a group; None is 全部."""
    model = window.groups._model
    target = model.index_of(path)
    may = model.canDropMimeData(data, MOVE, -1, -1, target)
    model.dropMimeData(data, MOVE, -1, -1, target)
    QApplication.processEvents()
    return may


def enter(line, name):
    line.setText(name)
    QTest.keyPress(line, Qt.Key.Key_Return)
    for _ in range(3):
        QApplication.processEvents()


def names(window):
    return window.groups._model.paths()


def test_the_tree_counts_what_is_below(window):
    model = window.groups._model
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    counts = [(r.data(), r.siblingAtColumn(1).data()) for r in rows]
    assert counts == [("全部", "5"), ("售前", "1"), ("物流", "1"), ("售后", "2"), ("未分组", "1")]
    assert rows[3].data(Qt.ItemDataRole.AccessibleTextRole) == "售后，2 条"


def test_f2_renames_a_group_in_its_place(window, stored):
    window.groups.choose("售后")
    window.groups.setFocus()
    QTest.keyClick(window.groups, Qt.Key.Key_F2)
    line = window.groups.findChild(QLineEdit)
    enter(line, "退换")
    assert stored("back").group == "退换/退货"
    assert window.groups.path() == "退换"
    window.notices.act()
    assert stored("back").group == "售后/退货"


def test_a_group_goes_below_the_one_it_is_dropped_on(window, stored):
    assert drop(window, dragged_group("物流"), "售后")
    assert stored("slow").group == "售后/物流"
    assert drop(window, dragged_group("售后/物流"), None)
    assert stored("slow").group == "物流"


@pytest.mark.parametrize(
    ("moved", "onto"),
    [("售后", "售后/退货"), ("售后", "售后"), ("售后/退货", "售后"), ("售后", "")],
)
def test_a_group_cannot_go_below_itself_nor_where_it_is(window, moved, onto):
    before = names(window)
    assert not drop(window, dragged_group(moved), onto)
    assert names(window) == before


def test_replies_go_into_the_group_they_are_dropped_on(window, stored):
    assert drop(window, dragged_replies(["hi", "slow"]), "售后/退货")
    assert (stored("hi").group, stored("slow").group) == ("售后/退货", "售后/退货")
    assert drop(window, dragged_replies(["hi"]), "")
    assert stored("hi").group == ""


def test_replies_cannot_be_dropped_on_all(window):
    assert not drop(window, dragged_replies(["hi"]), None)


def test_insert_makes_a_group_below_the_chosen_one_and_asks_for_its_name(window, desk):
    window.groups.choose("物流")
    window.groups.setFocus()
    QTest.keyClick(window.groups, Qt.Key.Key_Insert)
    line = window.groups.findChild(QLineEdit)
    assert line.text() == "新分组"
    enter(line, "催件")
    assert "物流/催件" in names(window)
    assert window.groups.path() == "物流/催件"
    window.begin_new()
    assert window.editor.fields.group.path() == "物流/催件"
    window.changes.undo()
    assert "物流/催件" not in names(window)
    assert not desk.can_undo


@pytest.mark.parametrize("chosen", [None, "物流"])
def test_a_group_that_gets_no_name_leaves_nothing(window, desk, chosen):
    window.groups.choose(chosen)
    window.groups.setFocus()
    QTest.keyClick(window.groups, Qt.Key.Key_Insert)
    QTest.keyClick(window.groups.findChild(QLineEdit), Qt.Key.Key_Escape)
    for _ in range(3):
        QApplication.processEvents()
    model = window.groups._model
    assert [model.index(row, 0).data() for row in range(model.rowCount())][-1] == "未分组"
    assert (model.rowCount(), model.rowCount(model.index_of("物流"))) == (5, 0)
    assert (desk.can_undo, window.groups.path()) == (False, chosen)


def test_with_all_chosen_a_new_group_stands_at_the_top(window):
    window.groups.choose(None)
    window.groups.setFocus()
    QTest.keyClick(window.groups, Qt.Key.Key_Insert)
    enter(window.groups.findChild(QLineEdit), "会员")
    assert "会员" in names(window)
    assert window.groups.path() == "会员"


def test_who_is_in_a_group_stays_there_when_it_gets_another_name(window):
    window.groups.choose("售后/退货")
    drop(window, dragged_group("售后"), "物流")
    assert window.groups.path() == "物流/售后/退货"


@pytest.mark.parametrize(
    ("path", "told"), [("售后/退货", "在「退货」下新建分组"), (None, "新建分组")]
)
def test_the_menu_says_where_a_new_group_goes(window, path, told):
    menu = window.groups.menu(window.groups._model.index_of(path))
    assert menu.actions()[0].text() == told


def test_a_deleted_group_takes_its_replies_to_the_trash_and_both_come_back(window, desk):
    window.groups.choose("售后")
    window.groups.setFocus()
    QTest.keyClick(window.groups, Qt.Key.Key_Delete)
    assert "2 条话术进了回收站" in window.notices.text()
    assert len(desk.trash()) == 2
    window.notices.act()
    assert "售后/退货" in names(window)
    assert desk.trash() == ()


def test_a_group_is_moved_by_keyboard_too(window, stored):
    menu = window.groups.menu(window.groups._model.index_of("物流"))
    next(action for action in menu.actions() if action.text().startswith("移到")).trigger()
    asked = window.findChild(GroupChoice)
    assert asked.offered() == ["", "售前", "售前/接待", "售后", "售后/退货", "售后/运费"]
    asked._list.setCurrentRow(3)
    QTest.keyPress(asked._filter, Qt.Key.Key_Return)
    assert stored("slow").group == "售后/物流"


def test_a_folded_group_stays_folded_and_chosen_when_the_library_changes(window):
    model = window.groups._model
    window.groups.collapse(model.index_of("售后"))
    window.groups.choose("物流")
    window.changes.add_group("别的")
    assert not window.groups.isExpanded(model.index_of("售后"))
    assert window.groups.path() == "物流"


def drop_on_row(window, ids, row, *, below=False):
    view = window.list.view
    rect = view.visualRect(view.rows.index(row))
    data = dragged_replies(ids)
    event = QDropEvent(
        QPointF(rect.center().x(), rect.bottom() if below else rect.top()),
        *(MOVE, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    view.dropEvent(event)
    QApplication.processEvents()


def after_sales(desk):
    return [t.title for t in desk.library.templates if t.group.startswith("售后")]


def test_replies_dropped_on_the_upper_half_of_a_row_go_before_it(window, desk):
    window.groups.choose("售后")
    drop_on_row(window, ["pay"], 0)
    assert after_sales(desk) == ["运费说明", "退货步骤"]


def test_replies_dropped_on_the_lower_half_of_a_row_go_behind_it(window, desk):
    window.groups.choose("售后")
    drop_on_row(window, ["slow"], 0, below=True)
    assert after_sales(desk) == ["退货步骤", "还没到", "运费说明"]


def test_in_the_list_of_all_replies_nothing_is_dropped(window, desk):
    before = desk.library
    drop_on_row(window, ["pay"], 0)
    assert desk.library == before


def test_only_group_names_can_be_edited_in_the_tree(window):
    model = window.groups._model
    flags = Qt.ItemFlag.ItemIsEditable
    assert model.index_of("售后").flags() & flags
    assert not model.index_of(None).flags() & flags
    assert not model.index_of("").flags() & flags
    assert model.path_at(QModelIndex()) is None
