"""The page of a return case: what it shows, and what a click or a key asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cs_desk.domain.returns.kinds import Anchor, Outcome, Payer
from cs_desk.domain.returns.return_case import Act, HistoryLine, Note, OrderLine, ReadDeadline
from cs_desk.ui.theme import DARK, LIGHT
from tests.ui.gestures import press
from tests.ui.returns.case_bench import (
    CASE,
    CHECKLIST,
    FACTS,
    LACKING,
    NICK,
    NOW,
    READY,
    opened,
    ticked,
)


class PaintWatch(QObject):
    """Notes which widgets are painted."""

    def __init__(self):
        super().__init__()
        self.painted = set()

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Paint:
            self.painted.add(watched.key)
        return False


@pytest.fixture
def case_bench(qtbot):
    return opened(qtbot)


ALL_FIRST = ("reason_asked", "state_told")


def words_on(page):
    """Return every word that the labels of a page show."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def closed(case):
    return replace(case, closed_at=NOW)


# -- steps and checks ------------------------------------------------------------------------


def test_only_the_current_step_is_unfolded(case_bench):
    case_bench.show()
    assert case_bench.unfolded() == ["conditions"]


def test_a_click_asks_for_the_tick_and_takes_nothing_for_granted(case_bench, qtbot):
    case_bench.show()
    row = case_bench.row("reason_asked")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert case_bench.only("ticked") == ("reason_asked", True)
    assert not row.isChecked()


def test_space_unticks_what_is_ticked(case_bench, qtbot):
    case_bench.show(ticked(CASE, "reason_asked"))
    qtbot.keyClick(case_bench.row("reason_asked"), Qt.Key.Key_Space)
    assert case_bench.only("ticked") == ("reason_asked", False)


def test_a_tick_reuses_the_rows(case_bench):
    case_bench.show()
    before = case_bench.row("reason_asked")
    case_bench.show(ticked(CASE, "reason_asked"))
    assert case_bench.row("reason_asked") is before
    assert before.isChecked()


def test_a_tick_repaints_one_row_of_the_checks(case_bench):
    case_bench.show()
    for _ in range(3):
        # What the first layouts have moved is painted after them.
        QApplication.processEvents()
    watch = PaintWatch()
    for key in ("reason_asked", "state_told", "oversize"):
        case_bench.row(key).installEventFilter(watch)
    case_bench.show(ticked(CASE, "reason_asked"))
    assert watch.painted == {"reason_asked"}


def test_the_last_tick_of_a_step_unfolds_the_next_one(case_bench):
    case_bench.show(ticked(CASE, "reason_asked"))
    case_bench.row("state_told").setFocus()
    case_bench.show(ticked(CASE, *ALL_FIRST))
    assert case_bench.unfolded() == ["application"]
    assert QApplication.focusWidget() is case_bench.row("application_done")


def test_what_was_unfolded_by_hand_stays_so(case_bench, qtbot):
    case_bench.show()
    qtbot.mouseClick(case_bench.panel("review").head, Qt.MouseButton.LeftButton)
    case_bench.show(ticked(CASE, "reason_asked"))
    assert case_bench.unfolded() == ["conditions", "review"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_folds_a_step_and_unfolds_it(case_bench, qtbot, key):
    case_bench.show()
    head = case_bench.panel("conditions").head
    qtbot.keyClick(head, key)
    assert case_bench.unfolded() == []
    qtbot.keyClick(head, key)
    assert case_bench.unfolded() == ["conditions"]


def test_the_arrows_walk_lines_and_checks(case_bench):
    case_bench.show()
    case_bench.row("oversize").setFocus()
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is case_bench.panel("application").head
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is case_bench.row("state_told")


def test_a_step_that_does_not_apply_says_why(case_bench):
    case_bench.show(replace(CASE, facts=replace(FACTS, outcome=Outcome.REFUND_ONLY)))
    head = case_bench.panel("packing").head
    assert "不适用" in head.accessibleName()
    head.click()
    assert "仅退款，不用寄回" in words_on(case_bench.panel("packing"))


def test_a_screen_reader_is_told_title_duty_and_state(case_bench):
    case_bench.show(ticked(CASE, "reason_asked"))
    row = case_bench.row("reason_asked")
    assert row.accessibleName() == "记下买家说的原因，必做，已勾选，小满  11月22日 14:55"
    spoken = QAccessible.queryAccessibleInterface(row)
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.state().checked


def test_open_checks_are_marked_and_the_first_has_the_keyboard(case_bench):
    case_bench.show(ticked(CASE, "reason_asked"))
    case_bench.panel("conditions").head.click()
    case_bench.page.show_open_checks(["state_told", "refund_done"])
    assert case_bench.unfolded() == ["conditions"]
    assert QApplication.focusWidget() is case_bench.row("state_told")
    case_bench.panel("refund").head.click()
    assert case_bench.row("refund_done")._is_marked
    assert not case_bench.row("oversize")._is_marked


def test_another_case_begins_unmarked(case_bench):
    case_bench.show()
    case_bench.page.show_open_checks(["reason_asked"])
    case_bench.show(replace(CASE, id="R261122-004"))
    assert not case_bench.row("reason_asked")._is_marked


def test_a_case_that_is_reopened_unfolds_its_current_step(case_bench):
    case_bench.show(closed(CASE))
    assert case_bench.unfolded() == []
    case_bench.show()
    assert case_bench.unfolded() == ["conditions"]


def test_the_page_passes_the_keyboard_to_the_first_open_check(case_bench):
    case_bench.show(ticked(CASE, "reason_asked"))
    case_bench.page.setFocus()
    assert QApplication.focusWidget() is case_bench.row("state_told")


def test_tab_goes_through_the_page_as_it_is_read(case_bench):
    case_bench.show(pinned=(READY,))
    case_bench.panel("conditions").head.setFocus()
    met = []
    for _ in range(8):
        press(Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    rows = [case_bench.row(key) for key in ("reason_asked", "state_told", "oversize")]
    (pinned,) = case_bench.replies()
    # Beside the reply stands the button that opens it.
    assert [met[1], *met[3:6]] == [pinned, *rows]
    assert met[6:] == [case_bench.panel(key).head for key in ("application", "review")]


def test_every_control_can_be_reached_with_tab(case_bench):
    case_bench.show(replace(at_review(), notes=(Note("小满", NOW, "好"),)), (READY,))
    page = case_bench.page
    page._head.focus()
    met = {QApplication.focusWidget()}
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        met.add(QApplication.focusWidget())
    lines = {row._amount for row in page._verdict._rows if row.isVisible()}
    wanted = {page._verdict._payer, page._note_box._edit, page._note_list._rows[0], *lines}
    assert wanted | {page._history._head, page._strip._add} <= met


def test_the_row_with_the_keyboard_is_in_sight(case_bench, qtbot):
    case_bench.window.resize(380, 500)
    case_bench.show(at_review())
    case_bench.page.show_open_checks(["refund_done"])
    row, scroll = case_bench.row("refund_done"), case_bench.page._scroll
    view = scroll.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(row.mapTo(view, row.rect().center())))


# -- deadlines -------------------------------------------------------------------------------


def at_review():
    return ticked(CASE, *ALL_FIRST, "application_done")


def test_the_time_left_is_told_anew_without_a_new_view(case_bench):
    case_bench.show(at_review())
    assert "剩 19 小时" in case_bench.panel("review").head.accessibleName()
    case_bench.page.refresh(NOW + timedelta(hours=20))
    assert "超时 1 小时" in case_bench.panel("review").head.accessibleName()
    assert case_bench.page._head._pill.text() == "超时 1 小时"


def test_a_step_that_is_done_shows_no_time_left(case_bench):
    case_bench.show(ticked(at_review(), "review_done"))
    assert "剩" not in case_bench.panel("review").head.accessibleName()


@pytest.mark.parametrize(
    ("hours", "ground"),
    [(0, "accent_tint"), (19, "warning_tint"), (34, "warning"), (40, "danger")],
)
def test_the_pill_is_as_loud_as_the_deadline_is_near(case_bench, hours, ground):
    case_bench.show(at_review(), now=NOW - timedelta(hours=20) + timedelta(hours=hours))
    pill = case_bench.page._head._pill
    seen = pill.grab().toImage().pixelColor(pill.width() // 2, 2).name()
    assert seen == getattr(LIGHT, ground)


def test_a_copied_countdown_is_shown_before_it_is_taken(case_bench):
    case_bench.show(at_review())
    QApplication.clipboard().setText("剩余1天3小时")
    case_bench.button("粘贴倒计时").click()
    assert "到 11月23日 18:00" in words_on(case_bench.panel("review"))
    press(Qt.Key.Key_Return)
    assert case_bench.only("deadline_read") == ("review", "剩余1天3小时")


def test_a_countdown_is_counted_from_the_present_moment(case_bench):
    case_bench.show(at_review())
    QApplication.clipboard().setText("剩余1天3小时")
    case_bench.button("粘贴倒计时").click()
    case_bench.page.refresh(NOW + timedelta(hours=1))
    assert "到 11月23日 19:00" in words_on(case_bench.panel("review"))


def test_what_is_no_countdown_is_not_taken(case_bench):
    case_bench.show(at_review())
    QApplication.clipboard().setText("亲，在吗")
    case_bench.button("粘贴倒计时").click()
    press(Qt.Key.Key_Return)
    assert case_bench.heard == []
    assert "没看懂这个倒计时" in words_on(case_bench.panel("review"))


def test_escape_gives_the_field_up_before_it_leaves_the_page(case_bench):
    case_bench.show(at_review())
    case_bench.button("粘贴倒计时").click()
    press(Qt.Key.Key_Escape)
    assert case_bench.heard == []
    press(Qt.Key.Key_Escape)
    case_bench.only("left")


def test_a_countdown_that_was_read_can_be_dropped(case_bench):
    read = ReadDeadline(NOW + timedelta(hours=5), NOW, "小满")
    case_bench.show(replace(at_review(), readings={"review": read}))
    case_bench.button("改回规则").click()
    assert case_bench.only("deadline_dropped") == ("review",)


# -- replies ---------------------------------------------------------------------------------


def test_one_press_copies_a_filled_reply(case_bench):
    case_bench.show(pinned=(READY, LACKING))
    row = case_bench.replies()[0]
    row.setFocus()
    press(Qt.Key.Key_Return)
    assert case_bench.only("reply_copied") == ("t1",)


def test_a_reply_that_lacks_a_value_is_opened(case_bench):
    case_bench.show(pinned=(READY, LACKING))
    row = case_bench.replies()[1]
    assert "还缺：凭证清单" in row.accessibleName()
    row.click()
    assert case_bench.only("reply_opened") == ("t2",)


def test_more_than_two_replies_are_unfolded_on_demand(case_bench):
    many = tuple(replace(READY, template_id=str(number)) for number in range(5))
    case_bench.show(pinned=many)
    *first, more = case_bench.replies()
    assert (len(first), more.text()) == (2, "还有 3 句 ▾")
    more.click()
    assert len(case_bench.replies()) == 5 + 1
    case_bench.show(ticked(CASE, "reason_asked"), pinned=many)
    assert len(case_bench.replies()) == 5 + 1
    case_bench.show(pinned=many[1:])
    assert len(case_bench.replies()) == 2 + 1


# -- the five notes and the head -------------------------------------------------------------


def test_the_notes_about_money_lead_to_the_verdict(case_bench):
    case_bench.show()
    case_bench.page._notes_of_case._notes[3].click()
    assert QApplication.focusWidget() is case_bench.page._verdict._payer


def test_pressing_a_note_unfolds_it_alone(case_bench):
    case_bench.show()
    notes = case_bench.page._notes_of_case._notes
    notes[1].click()
    notes[4].click()
    assert [note.is_open for note in notes] == [False, False, False, False, True]


def test_a_low_page_gives_the_notes_a_line_each(case_bench, qtbot):
    notes = case_bench.page._notes_of_case
    case_bench.show()
    qtbot.waitUntil(lambda: notes.height() > 150)
    case_bench.window.resize(380, 600)
    qtbot.waitUntil(lambda: notes.height() < 150)


def test_what_is_shown_is_masked_after_twenty_seconds(case_bench):
    case_bench.show()
    case_bench.page._head._eye.click()
    timer = case_bench.page._reveal._timer
    assert timer.isActive()
    assert timer.interval() == 20_000


def test_the_nick_is_masked_until_it_is_asked_for(case_bench):
    case_bench.show()
    assert NICK not in words_on(case_bench.page)
    case_bench.page._head._eye.click()
    assert NICK in words_on(case_bench.page)


@pytest.mark.parametrize("leave", ["hide", "other window", "time", "other case"])
def test_it_is_masked_again(case_bench, qtbot, leave):
    case_bench.show()
    page = case_bench.page
    page._head._eye.click()
    if leave == "hide":
        page.hide()
        page.show()
    elif leave == "other window":
        other = QWidget()
        qtbot.addWidget(other)
        with qtbot.waitActive(other):
            other.show()
    elif leave == "time":
        page._reveal._timer.timeout.emit()
    else:
        case_bench.show(replace(CASE, id="R261122-004"))
    assert NICK not in words_on(page)


@pytest.mark.parametrize(
    ("action", "signal"),
    [
        ("编辑资料…", ("edit_requested",)),
        ("导出单据（PDF）…", ("export_requested", "pdf")),
        ("导出证据包…", ("export_requested", "bundle")),
        ("关闭退货单\tCtrl+W", ("close_requested",)),
    ],
)
def test_the_menu_asks(case_bench, action, signal):
    case_bench.show()
    actions = case_bench.page._head._menu.actions()
    next(each for each in actions if each.text() == action).trigger()
    assert case_bench.heard == [signal]


# -- verdict ---------------------------------------------------------------------------------


def test_an_amount_is_changed_in_its_place(case_bench):
    case_bench.show()
    row = case_bench.page._verdict._rows[0]
    row._amount.click()
    row._field.setText("170")
    press(Qt.Key.Key_Return)
    assert case_bench.only("line_overruled") == ("goods.0", 17000)


def test_the_amount_of_the_rule_is_no_word_of_a_person(case_bench):
    case_bench.show(replace(CASE, overruled={"goods.0": 17000}))
    row = case_bench.page._verdict._rows[0]
    row._amount.click()
    row._field.setText("172.47")
    press(Qt.Key.Key_Return)
    assert case_bench.only("line_overruled") == ("goods.0", None)


def test_what_a_line_takes_off_is_typed_without_its_sign(case_bench):
    case_bench.show(replace(CASE, facts=replace(FACTS, gift=1500)))
    rows = case_bench.page._verdict._rows
    row = next(row for row in rows if row._amount.text() == "-¥15.00")
    row._amount.click()
    assert row._field.text() == "15.00"
    row._field.setText("9")
    press(Qt.Key.Key_Return)
    assert case_bench.only("line_overruled") == ("gift", -900)


def test_naming_whom_the_rule_names_goes_back_to_the_rule(case_bench):
    case_bench.show(replace(CASE, payer=Payer.SELLER))
    actions = case_bench.page._verdict._payers.actions()
    next(each for each in actions if each.text() == "买家承担").trigger()
    assert case_bench.only("payer_overruled") == (None,)


@pytest.mark.parametrize("typed", ["-5", "1e400", "很多", "1.234"])
def test_what_is_no_amount_is_said(case_bench, typed):
    case_bench.show()
    row = case_bench.page._verdict._rows[0]
    row._amount.click()
    row._field.setText(typed)
    press(Qt.Key.Key_Return)
    assert case_bench.heard == []
    assert "请写金额" in words_on(row)


def test_an_overruled_line_shows_the_rule_and_the_way_back(case_bench):
    case_bench.show(replace(CASE, overruled={"goods.0": 17000}))
    assert "规则：¥172.47" in words_on(case_bench.page._verdict)
    case_bench.button("按规则").click()
    assert case_bench.only("line_overruled") == ("goods.0", None)


def test_who_pays_can_be_overruled_and_put_back(case_bench):
    case_bench.show(replace(CASE, payer=Payer.SELLER))
    back, _line, *payers = case_bench.page._verdict._payers.actions()
    payers[2].trigger()
    back.trigger()
    assert case_bench.heard == [("payer_overruled", Payer.INSURANCE), ("payer_overruled", None)]


def test_both_methods_are_told_where_they_differ(case_bench):
    case_bench.show()
    assert "按比例分摊 ¥172.47，按留下的重新结算 ¥159.00" in words_on(case_bench.page)


# -- notes and history -----------------------------------------------------------------------


def test_a_note_stays_in_its_box_until_the_case_has_it(case_bench):
    case_bench.show()
    box = case_bench.page._note_box
    box._edit.setFocus()
    QTest.keyClicks(box._edit, "  ok  ")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert case_bench.only("noted") == ("ok",)
    assert box.text() == "  ok  "
    case_bench.show(replace(CASE, notes=(Note("小满", NOW, "ok"),)))
    assert box.text() == ""


def test_ten_thousand_characters_are_the_most(case_bench):
    case_bench.show()
    box = case_bench.page._note_box
    box.set_text("字" * 10_001)
    assert "最多 10000 字，现在 10001 字" in words_on(box)
    box._on_entered()
    assert case_bench.only("refused") == ("一条备注最多 10000 字，现在 10001 字，请分成几条",)


def test_what_was_typed_for_one_case_is_not_shown_with_another(case_bench):
    case_bench.show()
    case_bench.page._note_box.set_text("半句")
    case_bench.show(replace(CASE, id="R261122-004"))
    assert case_bench.page._note_box.text() == ""
    case_bench.show()
    assert case_bench.page._note_box.text() == "半句"


def test_personal_data_in_what_is_returned_is_masked_until_it_is_asked_for(case_bench):
    goods = (OrderLine(f"{NICK}的裙子", 30_000),)
    facts = replace(FACTS, item=f"给{NICK}", spec="13812341234", goods=goods, returned=())
    case_bench.show(replace(CASE, facts=facts))
    page = case_bench.page
    assert page._head._about.accessibleName().endswith("给小** 138****1234")
    assert page._verdict._rows[0]._name.text() == "小**的裙子"
    assert NICK not in words_on(page)
    page._head._eye.click()
    assert page._head._about.accessibleName().endswith(f"给{NICK} 13812341234")


def test_a_nick_that_was_corrected_stays_masked(case_bench):
    line = HistoryLine(NOW, "小满", Act.ATTACHED, f"小鱼和{NICK}.png")
    note = Note("小满", NOW, f"小鱼是{NICK}")
    case_bench.show(replace(CASE, history=(line,), notes=(note,), former_buyers=("小鱼",)))
    page = case_bench.page
    page._history._head.click()
    assert page._history.text().endswith("添加凭证「小*和小**.png」")
    assert page._note_list._rows[0].accessibleName().endswith("小*是小**")


def test_personal_data_in_notes_is_masked(case_bench):
    case_bench.show(replace(CASE, notes=(Note("小满", NOW, f"{NICK}来电 13812341234"),)))
    row = case_bench.page._note_list._rows[0]
    assert "13812341234" not in row.accessibleName()
    assert NICK not in row.accessibleName()
    case_bench.page._head._eye.click()
    assert "13812341234" in row.accessibleName()


def test_notes_are_told_newest_first(case_bench):
    case_bench.show(replace(CASE, notes=tuple(Note("小满", NOW, f"第{n}条") for n in range(30))))
    rows = case_bench.page._note_list._rows
    assert rows[0].accessibleName().endswith("第29条")
    assert not [row for row in rows[10:] if row.isVisible()]


def test_a_long_history_is_told_newest_first_and_at_once(case_bench):
    lines = tuple(HistoryLine(NOW, "小满", Act.TICKED, f"检查{n}") for n in range(500))
    case_bench.show(replace(CASE, history=lines))
    history = case_bench.page._history
    assert history.text() == ""
    begun = perf_counter()
    case_bench.button("历史 500 条").click()
    QApplication.processEvents()
    assert perf_counter() - begun < 0.2
    told = history.text().splitlines()
    assert told[0].endswith("小满  勾选「检查499」")
    assert len(told) == 500


# -- undo, closing, a newer checklist --------------------------------------------------------


def test_ctrl_z_takes_the_last_change_back(case_bench):
    case_bench.show()
    case_bench.row("reason_asked").setFocus()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    case_bench.only("undo_requested")


def test_ctrl_z_belongs_to_the_text_while_there_is_one(case_bench):
    case_bench.show()
    box = case_bench.page._note_box
    box._edit.setFocus()
    QTest.keyClicks(box._edit, "ok")
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert case_bench.heard == []
    assert box.text() == ""
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    case_bench.only("undo_requested")


def test_a_closed_case_can_only_be_read_and_reopened(case_bench, qtbot):
    case_bench.show(closed(CASE), (READY,))
    case_bench.panel("conditions").head.click()
    qtbot.mouseClick(case_bench.row("reason_asked"), Qt.MouseButton.LeftButton)
    case_bench.page._verdict._rows[0]._amount.click()
    assert case_bench.heard == []
    assert "11月22日 15:00 关闭，2027-02-20 自动删除" in words_on(case_bench.page)
    assert not case_bench.page._note_box.isVisible()
    case_bench.button("重新打开").click()
    case_bench.only("reopen_requested")


def test_a_newer_checklist_is_offered(case_bench):
    case_bench.show()
    case_bench.page.show_newer_checklist(True)
    assert "清单已更新，这张单仍按旧版" in words_on(case_bench.page)
    case_bench.button("改用新版").click()
    case_bench.only("move_on_requested")


# -- as a whole ------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 380, 480])
def test_nothing_is_cut_off_at_the_side(case_bench, width):
    case_bench.window.resize(width, 820)
    case_bench.show(at_review(), (READY, LACKING))
    bar = case_bench.page._scroll.horizontalScrollBar()
    assert bar.maximum() == 0
    assert case_bench.window.width() == width


def test_other_colours_and_other_cases_are_taken_at_any_time(case_bench):
    case_bench.page.set_colours(DARK)
    case_bench.show(at_review(), (READY,))
    case_bench.page.set_colours(DARK)
    fewer = replace(CHECKLIST, steps=CHECKLIST.steps[:3])
    case_bench.show(replace(CASE, id="other"), checklist=fewer)
    assert [panel.isVisible() for panel in case_bench.panels] == [True] * 3 + [False] * 4


def test_a_full_case_is_shown_again_in_a_moment(case_bench):
    lines = tuple(HistoryLine(NOW, "小满", Act.TICKED, f"检查{n}") for n in range(500))
    full = replace(at_review(), history=lines)
    case_bench.show(full, (READY, LACKING))
    taken = []
    for n in range(5):
        begun = perf_counter()
        case_bench.show(ticked(full, *["reason_asked"] * (n % 2)), (READY, LACKING))
        taken.append(perf_counter() - begun)
    assert min(taken) < 0.1


def test_without_facts_the_page_says_what_is_lacking(case_bench):
    case_bench.show(replace(CASE, facts=replace(FACTS, paid=None, buyer="", moments={})))
    assert "填上实付金额" in words_on(case_bench.page._verdict)
    assert Anchor.SIGNED not in case_bench.case.facts.moments
