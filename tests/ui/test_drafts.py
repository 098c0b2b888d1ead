"""What the agent has typed is there again when the program ended unasked, and says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cs_desk.app.ports import CopyFailure
from cs_desk.domain.errors import DeskBusyError, Sentence, StoreFailedError
from cs_desk.domain.shop import Shop
from cs_desk.domain.template import ReplyTemplate
from tests.ui.conftest import LIBRARY
from tests.ui.gestures import field, fill, next_buyer, press, search, undo

RESTORED = "已取回刚才没发完的内容"
DISK_FULL = StoreFailedError(Sentence("磁盘已满"), outcome_known=True)


def typed(window):
    """Return what is in the search box, the chosen reply, and its values."""
    pane = window.room.pane
    values = {each.name: each.value for each in pane.composition.reply.fields}
    return window.room.search_box.text(), pane.composition.template.id, values


@pytest.fixture
def half_an_answer(build, type_chinese):
    """A window in which a city was typed; it is stored."""
    window = build()
    search(window, "hmd")
    fill(window.room.pane, "收货城市", "杭州", type_chinese)
    window._keeper.keep()
    return window


def values_stored(store):
    return dict(store.stored.conversation.conversation.buyer.values)


# -- the conversation ------------------------------------------------------------------------


def test_what_was_typed_is_there_after_a_crash_and_says_so(half_an_answer, after_a_crash):
    before = typed(half_an_answer)
    window = after_a_crash()
    assert typed(window) == before
    assert before[2]["收货城市"] == "杭州"
    assert window.notices.text() == RESTORED
    assert QApplication.focusWidget() is window.room.search_box


def test_the_next_question_replaces_the_one_that_came_back(half_an_answer, after_a_crash):
    window = after_a_crash()
    QTest.keyClicks(QApplication.focusWidget(), "th")
    assert window.room.search_box.text() == "th"


def test_letters_for_a_city_come_back_as_the_city(build, after_a_crash):
    window = build()
    search(window, "hmd")
    line = field(window.room.pane, "收货城市")
    line.setFocus()
    QTest.keyClicks(line, "hangzhou")
    window._keeper.keep()
    assert typed(after_a_crash())[2]["收货城市"] == "杭州"


def test_closing_the_window_loses_nothing_that_was_typed_this_very_moment(build, type_chinese):
    window = build()
    search(window, "hmd")
    fill(window.room.pane, "收货城市", "成都", type_chinese)
    window.close()
    assert typed(build())[2]["收货城市"] == "成都"


def test_a_reply_that_only_a_typo_found_comes_back(build, qtbot, after_a_crash, type_chinese):
    window = build()
    search(window, "haimeidoa")
    qtbot.waitUntil(lambda: window.room.hits.current() is not None)
    fill(window.room.pane, "收货城市", "杭州", type_chinese)
    before = typed(window)
    window._keeper.keep()
    assert typed(after_a_crash()) == before


def test_the_tone_that_was_chosen_comes_back(half_an_answer, after_a_crash):
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert after_a_crash().room.pane.composition.tone == "正式"


def test_a_reply_that_was_walked_to_on_a_shelf_comes_back(build, after_a_crash, type_chinese):
    window = build()
    window.room._shelves.setCurrentIndex(5)
    press(Qt.Key.Key_Down)
    before = typed(window)
    assert (before[0], before[1]) == ("", "pay")
    field(window.room.pane, "承担方").setCurrentText("买家")
    window._keeper.keep()
    again = after_a_crash()
    assert (again.room._shelves.currentIndex(), typed(again)[1]) == (5, "pay")


def test_what_came_back_is_cleared_by_the_notice_and_from_the_store(
    half_an_answer, after_a_crash, store
):
    window = after_a_crash()
    undo()
    assert window.room.search_box.text() == ""
    assert window.room._desk.buyer.values == {}
    assert store.stored is None


def test_clearing_can_itself_be_taken_back(half_an_answer, after_a_crash, store):
    window = after_a_crash()
    undo()
    undo()
    assert window.room._desk.buyer.values == {"收货城市": "杭州"}
    assert values_stored(store) == {"收货城市": "杭州"}


def test_an_old_conversation_is_neither_shown_nor_kept(build, half_an_answer, store):
    half_an_answer.close()
    build.stores.clock.advance(timedelta(minutes=30))
    window = build()
    assert (window.room.search_box.text(), window.room._desk.buyer.values) == ("", {})
    assert not window.notices.isVisible()
    assert store.stored is None


def test_the_next_buyer_deletes_the_draft_in_the_same_gesture(half_an_answer, store):
    next_buyer()
    assert store.stored is None


def test_taking_the_buyer_back_stores_the_draft_again(half_an_answer, store):
    next_buyer()
    undo()
    assert values_stored(store) == {"收货城市": "杭州"}


def test_the_next_buyer_after_nothing_was_typed_stores_nothing(window, store):
    next_buyer()
    window.close()
    assert store.writes == 0


def test_walking_through_the_list_stores_nothing(window, store):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(key)
    window.close()
    assert store.writes == 0


def test_what_was_sent_does_not_come_back(build, after_a_crash):
    window = build()
    search(window, "th")
    press(Qt.Key.Key_Return)
    window.close()
    assert build().room.search_box.text() == ""


def test_the_question_after_what_was_sent_comes_back(build):
    window = build()
    search(window, "th")
    press(Qt.Key.Key_Return)
    search(window, "hmd")
    window.close()
    assert build().room.search_box.text() == "hmd"


def test_a_question_whose_reply_could_not_be_copied_comes_back(build, clipboard):
    clipboard.refuse(CopyFailure.HELD)
    window = build()
    search(window, "th")
    press(Qt.Key.Key_Return)
    window.close()
    assert build().room.search_box.text() == "th"


def test_text_of_the_clipboard_is_never_stored(build, clipboard, store, type_chinese):
    quoting = ReplyTemplate("quote", "引用", "{收货城市}：{剪贴板}", code="yy")
    window = build(library=replace(LIBRARY, templates=(quoting,)))
    clipboard.fill_from_elsewhere("13812345678")
    search(window, "yy")
    fill(window.room.pane, "收货城市", "杭州", type_chinese)
    pasted = field(window.room.pane, "剪贴板")
    pasted.setFocus()
    type_chinese(pasted, "改过")
    assert "剪贴板" in window.room._desk.buyer.values
    window.close()
    assert values_stored(store) == {"收货城市": "杭州"}
    assert "1381234" not in repr(store.stored)


# -- R5: nothing of another buyer slips into a reply -------------------------------------------


def test_a_value_that_came_back_is_shown_before_it_is_copied(
    half_an_answer, after_a_crash, clipboard
):
    window = after_a_crash()
    press(Qt.Key.Key_Return)
    assert clipboard.texts == []
    assert "核对" in window.notices.text()
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["亲，从金华到杭州一般2-3天。"]


def test_without_a_hit_nothing_is_said_of_such_a_value(half_an_answer, after_a_crash):
    window = after_a_crash()
    press(Qt.Key.Key_Return)
    search(window, "zzzz")
    press(Qt.Key.Key_Return)
    assert window.notices.text() == "没有可复制的话术"


def test_what_is_computed_from_such_a_value_is_shown_before_too(
    build, after_a_crash, clipboard, type_chinese
):
    days = ReplyTemplate("days", "几天", "一般{预计天数}。", code="jt")
    window = build(library=replace(LIBRARY, templates=(*LIBRARY.templates, days)))
    search(window, "hmd")
    fill(window.room.pane, "收货城市", "杭州", type_chinese)
    window.close()
    again = after_a_crash(library=replace(LIBRARY, templates=(*LIBRARY.templates, days)))
    search(again, "jt")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == []


def test_a_reply_without_such_a_value_is_copied_at_once(half_an_answer, after_a_crash, clipboard):
    search(after_a_crash(), "th")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["请在订单页点“申请售后”。"]


def test_a_value_that_was_typed_anew_is_copied_at_once(
    half_an_answer, after_a_crash, clipboard, type_chinese
):
    window = after_a_crash()
    fill(window.room.pane, "收货城市", "成都", type_chinese)
    press(Qt.Key.Key_Return)
    assert len(clipboard.texts) == 1


def test_a_buyer_who_was_taken_back_by_hand_is_answered_at_once(
    half_an_answer, after_a_crash, clipboard
):
    window = after_a_crash()
    next_buyer()
    undo()
    search(window, "hmd")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["亲，从金华到杭州一般2-3天。"]


@pytest.mark.parametrize("cleared", [next_buyer, undo])
def test_what_was_typed_after_clearing_is_copied_at_once(
    half_an_answer, after_a_crash, clipboard, type_chinese, cleared
):
    window = after_a_crash()
    cleared()
    search(window, "hmd")
    fill(window.room.pane, "收货城市", "成都", type_chinese)
    press(Qt.Key.Key_Return)
    assert len(clipboard.texts) == 1


def test_another_shops_value_does_not_come_back(build, store, type_chinese):
    window = build()
    search(window, "jieshao")
    fill(window.room.pane, "客服花名", "小云", type_chinese)
    window.close()
    build.stores.shops.save(Shop("s2", "海风屋"))
    build.stores.settings.save({"shop": "s2"})
    assert typed(build())[2] == {"店铺名": "海风屋", "客服花名": ""}


# -- storing -----------------------------------------------------------------------------------


def test_typing_is_stored_once_when_it_rests(window, qtbot, store):
    search(window, "hangzhou")
    assert store.writes == 0
    qtbot.waitUntil(lambda: store.stored is not None, timeout=2000)
    assert (store.writes, store.stored.conversation.query) == (1, "hangzhou")


def test_typing_without_a_rest_is_stored_all_the_same(window, qtbot, store):
    window._keeper._longest.setInterval(200)

    def stored():
        QTest.keyClicks(window.room.search_box, "a")
        return store.stored is not None

    window._keeper._rest.setInterval(60_000)
    qtbot.waitUntil(stored, timeout=2000)


def test_typing_is_stored_when_another_program_gets_the_keyboard(window, qtbot, store):
    search(window, "hmd")
    QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert store.stored.conversation.query == "hmd"


def test_a_store_that_is_busy_is_tried_again_without_a_word(window, qtbot, store):
    store.fail_with = DeskBusyError()
    search(window, "th")
    window._keeper.keep()
    assert not window.notices.isVisible()
    store.fail_with = None
    qtbot.waitUntil(lambda: store.stored is not None and store.stored.conversation.query == "th")


def test_a_failure_is_told_once_and_typing_goes_on(window, store):
    store.fail_with = DISK_FULL
    search(window, "th")
    window._keeper.keep()
    assert window.notices.text().startswith("没能为正在填写的内容留一份备用。")
    window.notices.hide()
    search(window, "hmd")
    window._keeper.keep()
    assert not window.notices.isVisible()
    store.fail_with = None
    window._keeper.keep()
    assert store.stored.conversation.query == "hmd"


def test_drafts_that_cannot_be_read_keep_nobody_from_working(build, store, clipboard):
    store.unreadable = DISK_FULL
    window = build()
    assert window.notices.text().startswith("没能为正在填写的内容留一份备用。")
    search(window, "th")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["请在订单页点“申请售后”。"]
