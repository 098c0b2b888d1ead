"""The room 退货单 in the window: cases opened, worked, given up and left, with nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cs_desk.domain.returns.kinds import Anchor, Outcome, Reason
from cs_desk.domain.returns.return_case import CaseFacts
from cs_desk.domain.returns.worklist import Filter
from cs_desk.domain.template import Placeholder, PlaceholderSource, ReplyTemplate
from cs_desk.ui.room_bar import Room
from tests.ui.conftest import LIBRARY

ORDER = "4210012345678901234"
FACTS = CaseFacts(order=ORDER, buyer="小鱼小鱼", item="针织开衫", reason=Reason.UNSUIT)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(build):
    library = replace(
        LIBRARY,
        templates=(
            *LIBRARY.templates,
            ReplyTemplate("why", "询问退货原因", "{商品名}哪里不合适？", theme="A1"),
            ReplyTemplate("gap", "运费说明", "运费{运费金额}元，{商品名}", code="bxh"),
        ),
        placeholders=(
            *LIBRARY.placeholders,
            Placeholder("商品名", source=PlaceholderSource.CASE),
            Placeholder("运费金额"),
        ),
    )
    shown = build(library)
    shown.room_bar.room_chosen.emit(Room.CASES)
    return shown


@pytest.fixture
def cases(window):
    return window._fittings.case_desk().cases


def opened(window, cases, **facts):
    view = cases.open(replace(FACTS, **facts))
    window.cases.open_case(view.case.id)
    return view.case.id


def fill_in(window, **facts):
    form = window.cases.form
    form.fields.order.line.setText(facts.get("order", ORDER))
    form.fields.item.line.setText(facts.get("item", "针织开衫"))


def save(window):
    window.cases.form._save.click()


def undo(window):
    assert window.notices.act()


def test_a_new_case_is_stored_and_shown_and_counted(window, cases):
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL)
    fill_in(window)
    save(window)
    (case_id,) = cases.summaries()
    assert window.cases.page.isVisible()
    assert cases.case(case_id).case.facts.shop == window._fittings.shops.current_id


def test_a_new_case_begins_with_the_buyer_being_served(build):
    window = build()
    window._fittings.desk.serve({"订单号": ORDER, "商品名": "针织开衫"})
    QTest.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert window.cases.form.fields.order.line.text() == ORDER
    undo(window)
    assert window.cases.form.fields.order.line.text() == ""


def test_what_was_typed_and_not_saved_is_there_when_the_form_is_asked_for_again(window):
    window.cases.begin_case()
    fill_in(window)
    QTest.keyClick(window.cases.form, Qt.Key.Key_Escape)
    assert window.cases.list.isVisible()
    window.cases.begin_case()
    assert window.cases.form.fields.order.line.text() == ORDER
    undo(window)
    assert window.cases.form.fields.order.line.text() == ""


def test_what_was_left_can_be_gone_on_with_from_the_notice(window):
    window.cases.begin_case()
    fill_in(window)
    QTest.keyClick(window.cases.form, Qt.Key.Key_Escape)
    undo(window)
    assert window.cases.form.isVisible()
    assert window.cases.form.fields.item.line.text() == "针织开衫"


def test_an_order_with_an_open_case_is_asked_about_before_another_is_opened(window, cases):
    first = opened(window, cases)
    window.cases.begin_case()
    fill_in(window)
    save(window)
    assert list(cases.summaries()) == [first]
    assert first in window.notices.text()
    undo(window)
    assert len(cases.summaries()) == 2


def test_editing_keeps_what_was_changed_elsewhere_meanwhile(window, cases):
    case_id = opened(window, cases)
    window.cases.page.edit_requested.emit()
    facts = cases.case(case_id).case.facts
    cases.set_facts(case_id, replace(facts, paid=5_000, outcome=Outcome.EXCHANGE))
    window.cases.form.fields.spec.line.setText("米白 M")
    save(window)
    stored = cases.case(case_id).case.facts
    assert (stored.spec, stored.paid, stored.outcome) == ("米白 M", 5_000, Outcome.EXCHANGE)


def test_a_case_is_not_closed_before_its_time_and_says_what_is_open(window, cases):
    case_id = opened(window, cases)
    window.cases.page.close_requested.emit()
    assert "必做没有勾选" in window.notices.text()
    assert cases.case(case_id).case.closed_at is None
    # What was warned of is on its way now.
    window.cases.page.ticked.emit("reason_recorded", True)
    assert not window.notices.isVisible()


def test_a_case_that_is_done_is_closed_and_left_and_that_can_be_taken_back(window, cases):
    case_id = opened(window, cases)
    while left := cases.case(case_id).open_checks():
        window.cases.page.ticked.emit(left[0].key, True)
    window.cases.page.close_requested.emit()
    assert cases.case(case_id).case.closed_at is not None
    assert window.cases.list.isVisible()
    assert window.cases.list.listed() == []
    undo(window)
    assert cases.case(case_id).case.closed_at is None
    assert window.cases.list.listed() == [case_id]


def test_a_case_that_was_given_up_is_closed_unworked(window, cases):
    case_id = opened(window, cases)
    window.cases.page.withdraw_requested.emit()
    assert cases.case(case_id).case.closed_at is not None
    assert "已作废" in window.notices.text()


def test_undoing_says_what_was_undone(window, cases):
    case_id = opened(window, cases)
    window.cases.page.ticked.emit("reason_recorded", True)
    window.cases.page.undo_requested.emit()
    assert cases.case(case_id).case.ticks == {}
    assert window.notices.text() == "撤销：勾选「记下买家说的原因」"


def test_a_pinned_reply_is_copied_and_logged(window, cases, build):
    case_id = opened(window, cases)
    window.cases.page.reply_copied.emit("why")
    assert build.stores.clipboard.text() == "针织开衫哪里不合适？"
    assert [reply.title for reply in cases.case(case_id).case.replies] == ["询问退货原因"]


def test_a_reply_that_lacks_a_value_is_opened_with_what_the_case_gives(window, cases):
    opened(window, cases)
    window.cases.page.reply_opened.emit("gap")
    assert window.room.isVisible()
    composition = window.room.pane.composition
    assert composition.template.id == "gap"
    assert {f.name: f.value for f in composition.reply.fields}["商品名"] == "针织开衫"
    undo(window)
    assert window._fittings.desk.buyer.values == {}


def test_a_clock_that_moved_on_tells_new_levels_everywhere(window, cases, build):
    signed = {Anchor.SIGNED: build.stores.clock.now()}
    opened(window, cases, moments=signed)
    window.cases.changed.emit()
    assert "要尽快处理" not in tab_of_cases(window)
    # As after sleep, or a clock that was set right: no timer counted the days.
    build.stores.clock.advance(timedelta(days=30))
    window._on_deadlines()
    assert "1 单已超时" in tab_of_cases(window)
    assert "超时" in window.cases.page._head._pill.text()
    build.stores.clock.advance(timedelta(days=-30))
    window._on_deadlines()
    assert "要尽快处理" not in tab_of_cases(window)


def tab_of_cases(window):
    return window.room_bar._tabs[Room.CASES].accessibleName()


def test_the_same_picture_twice_says_so(window, cases):
    opened(window, cases)
    window.cases.page.attached.emit([("图.png", b"picture")])
    assert "已添加 1 份凭证" in window.notices.text()
    window.cases.page.attached.emit([("图.png", b"picture")])
    assert "已经有了" in window.notices.text()


def test_a_checklist_that_changed_is_offered_to_the_case_on_screen(window, cases):
    opened(window, cases)
    newest = cases.checklists.current
    steps = (replace(newest.steps[0], evidence=()), *newest.steps[1:])
    cases.checklists.change(replace(newest, steps=steps))
    window.cases.show_stored()
    assert window.cases.page._state._newer.isVisible()
    window.cases.page.move_on_requested.emit()
    assert not window.cases.page._state._newer.isVisible()


def test_a_case_that_vanished_meanwhile_is_left(window, cases, build):
    case_id = opened(window, cases)
    del build.stores.cases.cases[case_id]
    window.cases.show_stored()
    assert window.cases.list.isVisible()


@pytest.mark.parametrize(
    ("name", "begins"), [("表.csv", b"\xef\xbb\xbf"), ("表.xlsx", b"PK"), ("交接.pdf", b"%PDF-")]
)
def test_the_cases_are_written_to_the_chosen_file(window, cases, tmp_path, qtbot, name, begins):
    opened(window, cases)
    file = tmp_path / name
    window.cases._export._read(Filter.ALL, str(file))
    qtbot.waitUntil(lambda: str(file) in window.notices.text())
    assert file.read_bytes().startswith(begins)


@pytest.mark.parametrize("suffix", ["html", "pdf", "zip"])
def test_a_case_is_written_to_the_chosen_file(window, cases, tmp_path, qtbot, suffix):
    opened(window, cases)
    file = tmp_path / f"单据.{suffix}"
    window.cases._export._write_case(window.cases.work.view, str(file))
    qtbot.waitUntil(lambda: str(file) in window.notices.text())
    assert file.stat().st_size > 1_000


def test_a_file_that_cannot_be_written_is_told(window, cases, tmp_path, qtbot):
    opened(window, cases)
    window.cases._export._read(Filter.ALL, str(tmp_path / "没有" / "表.csv"))
    qtbot.waitUntil(lambda: "写不进" in window.notices.text())
