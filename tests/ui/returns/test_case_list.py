from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cs_desk.domain.returns.case_summary import CaseSummary
from cs_desk.domain.returns.kinds import Level, Outcome, Reason
from cs_desk.domain.returns.worklist import Filter
from cs_desk.ui.icons import Icons
from cs_desk.ui.returns.case_list import CaseList
from cs_desk.ui.returns.case_model import case_row
from cs_desk.ui.theme import DARK, LIGHT

ICONS = Icons(Path(__file__).parents[3] / "resources" / "icons")
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=timezone(timedelta(hours=8)))


def case(case_id="R1", left=None, **facts):
    """Return a case with ten hours, of which ``left`` are left."""
    end = None if left is None else NOW + timedelta(hours=left)
    given = {
        "order": "4210000000000012345",
        "buyer": "王小明",
        "item": "针织开衫",
        "reason": Reason.QUALITY,
        "outcome": Outcome.EXCHANGE,
        "step": "review",
        "step_title": "等待审核",
        "waiting": False,
        "due_from": end and end - timedelta(hours=10),
        "due": end,
        "opened_at": NOW - timedelta(hours=1),
        "closed_at": None,
        **facts,
    }
    return CaseSummary(id=case_id, **given)


def keyed(*cases):
    return {each.id: each for each in cases}


CASES = keyed(
    case("ok", 9, buyer="小猫", order="4210000000000099999"),
    case("overdue", -2),
    case("waiting", 8, waiting=True, item="羊毛裙"),
    case("closed", closed_at=NOW),
    case("timeless"),
)


@pytest.fixture
def cases(qtbot):
    made = CaseList(ICONS, LIGHT)
    qtbot.addWidget(made)
    made.resize(380, 600)
    with qtbot.waitActive(made):
        made.show()
    made.show_cases(CASES, NOW)
    made.focus_search()
    return made


def tabs(cases):
    return [cases.filters.tabText(place) for place in range(cases.filters.count())]


def empty(cases):
    return cases._empty.text() if cases._empty.isVisible() else ""


# -- what is listed ------------------------------------------------------------------------------


def test_open_cases_are_listed_most_urgent_first(cases):
    assert cases.listed() == ["overdue", "waiting", "ok", "timeless"]
    assert cases.current() == "overdue"


def test_the_tabs_count_what_is_to_be_done(cases):
    assert tabs(cases) == ["进行中 4", "超时 1", "等买家 1", "已关闭", "全部"]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [(Filter.OVERDUE, ["overdue"]), (Filter.WAITING, ["waiting"]), (Filter.CLOSED, ["closed"])],
)
def test_a_filter_lists_its_cases(cases, chosen, expected):
    cases.filters.choose(chosen)
    assert cases.listed() == expected


def test_a_click_on_a_tab_filters(cases, qtbot):
    place = cases.filters.tabRect(1).center()
    qtbot.mouseClick(cases.filters, Qt.MouseButton.LeftButton, pos=place)
    assert cases.listed() == ["overdue"]


def test_every_key_searches(cases, qtbot):
    qtbot.keyClicks(cases.search_box, "99999")
    assert cases.listed() == ["ok"]
    qtbot.keyClick(cases.search_box, Qt.Key.Key_Backspace)
    assert cases.listed() == ["ok"]
    cases.search_box.setText("羊毛")
    assert cases.listed() == ["waiting"]


def test_what_is_being_composed_hides_no_case(cases, type_chinese):
    type_chinese(cases.search_box, composing="yang'mao")
    assert len(cases.listed()) == 4
    type_chinese(cases.search_box, "羊毛")
    assert cases.listed() == ["waiting"]


@pytest.mark.parametrize(
    ("shown", "chosen", "query", "words"),
    [
        ({}, Filter.OPEN, "", "还没有退货单"),
        ({}, Filter.OVERDUE, "", "还没有退货单"),
        (keyed(case(closed_at=NOW)), Filter.OPEN, "", "没有进行中的退货单"),
        (keyed(case()), Filter.OVERDUE, "", "没有超时的退货单"),
        (keyed(case()), Filter.WAITING, "", "没有在等买家的退货单"),
        (keyed(case()), Filter.CLOSED, "", "还没有关闭过的退货单"),
        (keyed(case()), Filter.OPEN, "羽绒服", "没有找到「羽绒服」"),
    ],
)
def test_an_empty_list_says_why(cases, shown, chosen, query, words):
    cases.show_cases(shown, NOW)
    cases.filters.choose(chosen)
    cases.search_box.setText(query)
    assert empty(cases).startswith(words)
    assert cases.current() == ""


def test_cases_take_the_place_of_the_words(cases):
    cases.show_cases({}, NOW)
    cases.show_cases(CASES, NOW)
    assert empty(cases) == ""
    assert cases.current() == "overdue"


# -- choosing ------------------------------------------------------------------------------------


def test_arrows_walk_from_the_search_box_and_enter_opens(cases, qtbot):
    qtbot.keyClick(cases.search_box, Qt.Key.Key_Down)
    qtbot.keyClick(cases.search_box, Qt.Key.Key_Down)
    qtbot.keyClick(cases.search_box, Qt.Key.Key_Up)
    with qtbot.waitSignal(cases.case_chosen) as told:
        qtbot.keyClick(cases.search_box, Qt.Key.Key_Return)
    assert told.args == ["waiting"]


def test_the_walk_stops_at_the_ends(cases, qtbot):
    qtbot.keyClick(cases.search_box, Qt.Key.Key_Up)
    assert cases.current() == "overdue"
    qtbot.keyClick(cases.search_box, Qt.Key.Key_PageDown)
    assert cases.current() == "timeless"


def test_a_click_opens(cases, qtbot):
    place = cases._view.visualRect(cases._model.index(1, 0)).center()
    with qtbot.waitSignal(cases.case_chosen) as told:
        qtbot.mouseClick(cases._view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["waiting"]


def test_enter_opens_nothing_where_nothing_is_listed(cases, qtbot):
    cases.search_box.setText("羽绒服")
    with qtbot.assertNotEmitted(cases.case_chosen):
        qtbot.keyClick(cases.search_box, Qt.Key.Key_Return)


def test_escape_clears_and_then_leaves(cases, qtbot):
    cases.search_box.setText("羊毛")
    with qtbot.assertNotEmitted(cases.left):
        qtbot.keyClick(cases.search_box, Qt.Key.Key_Escape)
    assert len(cases.listed()) == 4
    with qtbot.waitSignal(cases.left):
        qtbot.keyClick(cases.search_box, Qt.Key.Key_Escape)


def test_tab_leads_from_the_search_box_to_a_new_case(cases, qtbot):
    qtbot.keyClick(cases.search_box, Qt.Key.Key_Tab)
    with qtbot.waitSignal(cases.new_requested):
        qtbot.keyClick(cases.focusWidget(), Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("交接表…", "handover_requested"),
        ("导出表格…", "export_requested"),
        ("退货清单与时限…", "checklist_requested"),
    ],
)
def test_the_menu_offers_the_rest(cases, qtbot, words, signal):
    action = next(a for a in cases._more.menu().actions() if a.text() == words)
    with qtbot.waitSignal(getattr(cases, signal)):
        action.trigger()


# -- as time goes by -----------------------------------------------------------------------------


def test_the_chosen_case_stays_chosen_when_others_come(cases, qtbot):
    while cases.current() != "ok":
        qtbot.keyClick(cases.search_box, Qt.Key.Key_Down)
    cases.show_cases({**CASES, **keyed(case("new", -5))}, NOW)
    assert cases.listed()[0] == "new"
    assert cases.current() == "ok"


def test_the_list_stays_scrolled_where_it_was(cases, qtbot):
    many = keyed(*(case(f"R{number:03}", number + 1) for number in range(100)))
    cases.show_cases(many, NOW)
    bar = cases._view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    cases.refresh(NOW + timedelta(minutes=1))
    assert bar.value() == before > 0
    cases.show_cases({**many, **keyed(case("new"))}, NOW)
    assert bar.value() == before


def test_a_case_becomes_overdue_by_time_alone(cases):
    cases.filters.choose(Filter.OVERDUE)
    cases.refresh(NOW + timedelta(hours=8, seconds=1))
    assert cases.listed() == ["overdue", "waiting"]
    assert tabs(cases)[1] == "超时 2"


def test_the_rows_are_drawn_in_the_colours_of_their_level(cases):
    assert cases._delegate._pill_colours(Level.OVERDUE) == (LIGHT.danger, LIGHT.danger_tint)
    cases.set_colours(DARK)
    assert cases._delegate._pill_colours(Level.LATE) == (DARK.warning, DARK.warning_tint)


# -- one row in words ----------------------------------------------------------------------------


def test_a_row_tells_what_matters():
    row = case_row(case(left=5), NOW)
    assert row.title == "质量问题 · 换货"
    assert row.item == "针织开衫"
    assert row.who == "王*明 · 尾号 012345"
    assert row.step == "3/7 等待审核"
    assert row.left == "剩 5 小时"
    assert row.level is Level.HALF


@pytest.mark.parametrize(
    ("shown", "left", "step"),
    [
        (case(left=-2), "超时 2 小时", "3/7 等待审核"),
        (case(), "无时限", "3/7 等待审核"),
        (case(waiting=True), "等买家", "3/7 等待审核"),
        (case(left=5, waiting=True), "剩 5 小时", "3/7 等待审核 · 等买家"),
        (case(step="", step_title=""), "无时限", "各步已完成，可以关闭"),
        (case(left=-2, closed_at=NOW), "已关闭", "2026-11-22 关闭"),
    ],
)
def test_a_row_tells_how_far_the_case_is(shown, left, step):
    row = case_row(shown, NOW)
    assert (row.left, row.step) == (left, step)


def test_a_row_never_shows_the_whole_nick_or_order_number():
    spoken = case_row(case(), NOW).spoken()
    assert "王小明" not in spoken
    assert "4210000000000012345" not in spoken


def test_what_a_row_says_of_the_goods_is_masked():
    row = case_row(case(item="王小明和小猫的裙子 13812341234", former_buyers=("小猫",)), NOW)
    assert row.item == "王*明和小*的裙子 138****1234"


def test_a_screen_reader_hears_the_row(cases):
    index = cases._model.index(0, 0)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("超时 2 小时")
    assert "质量问题 · 换货" in heard
