"""An agent answers a buyer, by keyboard and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from cs_desk.app.ports import CopyFailure
from cs_desk.domain.template import ReplyTemplate
from tests.ui import gestures
from tests.ui.conftest import LIBRARY, titles
from tests.ui.gestures import press, search


def ctrl(key):
    press(key, Qt.KeyboardModifier.ControlModifier)


def field(window, name):
    return gestures.field(window.room.pane, name)


def fill(window, name, text, type_chinese):
    gestures.fill(window.room.pane, name, text, type_chinese)


def copy_button(window):
    return window.room.pane.findChild(QPushButton, "copyButton")


def test_the_keyboard_is_in_the_search_box_at_the_start(window):
    assert QApplication.focusWidget() is window.room.search_box


def test_a_code_and_enter_copy_the_reply(window, clipboard):
    search(window, "th")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["请在订单页点“申请售后”。"]
    assert window.notices.text().startswith("已复制「退货步骤」")


def test_a_question_typed_while_the_clipboard_is_still_busy_keeps_its_letters(window, clipboard):
    clipboard.hold()
    search(window, "th")
    press(Qt.Key.Key_Return)
    search(window, "hm")
    clipboard.release()
    QTest.keyClicks(window.room.search_box, "d")
    assert window.room.search_box.text() == "hmd"


def test_after_a_copy_the_next_question_replaces_the_last(window, clipboard):
    search(window, "th")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "nh")
    press(Qt.Key.Key_Return)
    assert clipboard.texts[-1] == "亲，在的哦，请问想看哪款呢？"


def test_enter_goes_to_the_first_gap_and_copies_nothing(window, clipboard):
    search(window, "hmd")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == []
    assert QApplication.focusWidget() is field(window, "收货城市")


def test_a_city_fills_the_days_and_enter_copies(window, clipboard, type_chinese):
    search(window, "hmd")
    press(Qt.Key.Key_Return)
    fill(window, "收货城市", "杭州", type_chinese)
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["亲，从金华到杭州一般2-3天。"]


def test_pinyin_left_in_a_city_field_becomes_the_city(window, clipboard):
    search(window, "hmd")
    press(Qt.Key.Key_Return)
    line = field(window, "收货城市")
    QTest.keyClicks(line, "hangzhou")
    line.completer().popup().hide()
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["亲，从金华到杭州一般2-3天。"]


def test_letters_in_a_city_field_are_never_copied_by_number(window, clipboard):
    search(window, "hmd")
    line = field(window, "收货城市")
    line.setFocus()
    QTest.keyClicks(line, "hangzhou")
    line.completer().popup().hide()
    ctrl(Qt.Key.Key_1)
    assert clipboard.texts == ["亲，从金华到杭州一般2-3天。"]


def test_enter_while_composing_in_a_field_never_copies(window, clipboard, type_chinese):
    search(window, "hmd")
    fill(window, "收货城市", "杭州", type_chinese)
    type_chinese(field(window, "收货城市"), composing="cheng")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == []


def test_control_and_a_number_copy_that_hit(window, clipboard):
    assert titles(window)[2] == "退货步骤"
    ctrl(Qt.Key.Key_3)
    assert clipboard.texts == ["请在订单页点“申请售后”。"]


def test_control_and_a_number_of_an_unfilled_hit_go_to_its_gap(window, clipboard):
    ctrl(Qt.Key.Key_2)
    assert clipboard.texts == []
    assert QApplication.focusWidget() is field(window, "收货城市")


def test_one_click_copies_a_reply_with_nothing_to_fill(window, clipboard):
    view = window.room.hits._view
    where = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert clipboard.texts == ["请在订单页点“申请售后”。"]


def test_arrows_choose_without_copying(window, clipboard):
    press(Qt.Key.Key_Down)
    assert window.room.pane.composition.template.title == "还没到"
    assert clipboard.texts == []


def test_tab_walks_from_the_search_box_through_the_fields(window):
    search(window, "hmd")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field(window, "收货城市")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field(window, "预计天数")


def test_escape_leads_back_to_the_search_box(window):
    search(window, "hmd")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.room.search_box


def test_the_preview_follows_every_letter(window, type_chinese):
    search(window, "hmd")
    fill(window, "收货城市", "成都", type_chinese)
    assert "从金华到成都" in window.room.pane.preview.toPlainText()


def test_every_value_says_where_it_came_from(window, type_chinese):
    search(window, "hmd")
    fill(window, "收货城市", "杭州", type_chinese)
    sources = {
        editor.name: editor.input().accessibleDescription()
        for editor in window.room.pane._fields.editors()
    }
    assert sources == {"发货城市": "店铺", "收货城市": "当前买家", "预计天数": "推算"}


def test_the_next_buyer_gets_nothing_of_the_last(window, clipboard, type_chinese):
    search(window, "hmd")
    fill(window, "收货城市", "杭州", type_chinese)
    ctrl(Qt.Key.Key_N)
    search(window, "hmd")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == []
    assert field(window, "收货城市").text() == ""


def test_leaving_a_buyer_can_be_taken_back(window, type_chinese):
    search(window, "hmd")
    fill(window, "收货城市", "杭州", type_chinese)
    ctrl(Qt.Key.Key_N)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    search(window, "hmd")
    assert field(window, "收货城市").text() == "杭州"


def test_a_choice_is_taken_from_its_list(window, clipboard):
    search(window, "yunfei")
    combo = field(window, "承担方")
    assert isinstance(combo, QComboBox)
    assert combo.currentIndex() == -1
    combo.setCurrentText("卖家")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["运费由卖家承担。"]


def test_a_shop_value_typed_once_is_remembered(build, clipboard, type_chinese):
    window = build()
    search(window, "jieshao")
    fill(window, "客服花名", "小满", type_chinese)
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["我是云朵家女装的小满。"]
    again = build()
    search(again, "jieshao")
    press(Qt.Key.Key_Return)
    assert clipboard.texts[-1] == "我是云朵家女装的小满。"


def test_a_tone_is_chosen_by_key_and_remembered(build):
    window = build()
    search(window, "hmd")
    ctrl(Qt.Key.Key_T)
    assert window.room.pane.composition.tone == "正式"
    again = build()
    search(again, "hmd")
    assert again.room.pane.composition.tone == "正式"


def test_a_failed_clipboard_says_so_and_leaves_the_text_selected(window, clipboard):
    clipboard.refuse(CopyFailure.HELD)
    search(window, "th")
    press(Qt.Key.Key_Return)
    assert window.notices.text().startswith("没有复制成功")
    selected = window.room.pane.preview.textCursor().selectedText()
    assert selected == "请在订单页点“申请售后”。"


def test_odd_braces_are_sent_as_they_stand(window, clipboard):
    search(window, "manjian")
    assert "「{」没有配对" in window.room.pane._obstacle.text()
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["满300{减50"]


def test_a_favourite_stands_on_its_shelf_and_can_be_taken_back(window):
    search(window, "th")
    ctrl(Qt.Key.Key_D)
    search(window, " ")
    ctrl(Qt.Key.Key_PageDown)
    ctrl(Qt.Key.Key_PageDown)
    assert titles(window) == ["退货步骤"]
    window.notices.act()
    assert titles(window) == []


def test_what_was_copied_stands_first_among_the_recent(window):
    for code in ("th", "nh"):
        search(window, code)
        press(Qt.Key.Key_Return)
    search(window, " ")
    ctrl(Qt.Key.Key_PageDown)
    assert set(titles(window)) == {"进店问候", "退货步骤"}


def test_a_group_narrows_the_search(window):
    shelves = window.room._shelves
    names = [shelves.tabText(tab) for tab in range(shelves.count())]
    assert names == ["全部", "最近", "收藏", "售前", "物流", "售后"]
    shelves.setCurrentIndex(names.index("售后"))
    assert titles(window) == ["退货步骤", "运费说明"]


@pytest.mark.parametrize(
    ("shelf", "query", "told"),
    [(1, "", "还没有用过的话术"), (2, "", "还没有收藏"), (0, "龘龘", "没有找到「龘龘」")],
)
def test_an_empty_list_says_why(window, type_chinese, shelf, query, told):
    window.room._shelves.setCurrentIndex(shelf)
    type_chinese(window.room.search_box, query)
    assert window.room.hits._empty.text().startswith(told)
    assert window.room.hits._empty.isVisible()
    assert not copy_button(window).isVisible()


def test_enter_without_a_hit_copies_nothing(window, clipboard, type_chinese):
    search(window, "th")
    type_chinese(window.room.search_box, "龘龘")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == []


def test_a_typo_is_found_when_typing_rests(window, qtbot):
    search(window, "tuihou")
    qtbot.waitUntil(lambda: "退货步骤" in titles(window))


def test_a_library_changed_elsewhere_shows(build, qtbot):
    window = build()
    build.stores.outside.append(
        type(LIBRARY)(LIBRARY.id, LIBRARY.name, LIBRARY.templates[:2], LIBRARY.placeholders)
    )
    qtbot.waitUntil(lambda: titles(window) == ["进店问候", "还没到"], timeout=3000)


def test_undo_takes_back_the_favourite_that_was_made_wherever_the_choice_is_now(window):
    search(window, "th")
    ctrl(Qt.Key.Key_D)
    search(window, "nh")
    window.notices.act()
    ctrl(Qt.Key.Key_PageDown)
    ctrl(Qt.Key.Key_PageDown)
    search(window, " ")
    assert titles(window) == []


def test_a_change_from_elsewhere_leaves_typo_hits_and_the_field_alone(build, qtbot, type_chinese):
    window = build()
    search(window, "haimeidoa")
    qtbot.waitUntil(lambda: "还没到" in titles(window))
    fill(window, "收货城市", "杭州", type_chinese)
    build.stores.outside.append(LIBRARY)
    qtbot.waitUntil(lambda: not build.stores.outside, timeout=3000)
    assert "还没到" in titles(window)
    assert QApplication.focusWidget() is field(window, "收货城市")


@pytest.mark.parametrize("code", ["hmd", "jieshao", "yunfei"])
def test_the_fields_of_a_reply_are_drawn_as_soon_as_it_is_chosen(window, qtbot, code):
    search(window, "th")
    search(window, code)
    area = window.room.pane._field_area
    qtbot.waitUntil(lambda: area.height() >= area.sizeHint().height() > 40)


def test_a_click_on_a_reply_with_a_preset_choice_is_only_a_look(build, clipboard):
    preset = ReplyTemplate("preset", "赔偿", "核实后给您{处理方案|补发|退款}。", group="售后")
    window = build(library=replace(LIBRARY, templates=(preset, *LIBRARY.templates)))
    view = window.room.hits._view
    where = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert clipboard.texts == []
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["核实后给您补发。"]


def test_what_another_program_copies_goes_into_the_reply_on_screen(build, clipboard):
    quoting = ReplyTemplate("quote", "引用", "您说：{剪贴板}", code="yy")
    window = build(library=replace(LIBRARY, templates=(quoting, *LIBRARY.templates)))
    search(window, "yy")
    assert not window.room.pane.composition.reply.complete
    clipboard.fill_from_elsewhere("多久到")
    assert window.room.pane.composition.reply.text == "您说：多久到"


def test_a_city_without_an_estimate_is_told_beside_its_field(window, type_chinese):
    search(window, "hmd")
    fill(window, "收货城市", "火星", type_chinese)
    assert field(window, "收货城市").accessibleDescription() == "没有这个城市的时效"
    fill(window, "收货城市", "杭州市", type_chinese)
    assert field(window, "收货城市").accessibleDescription() == "当前买家"


def test_a_shelf_without_the_answer_says_so_and_two_escapes_lead_to_all(window, qtbot):
    ctrl(Qt.Key.Key_PageDown)
    search(window, "th")
    assert "在 最近 里没有找到「th」" in window.room.hits._empty.text()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert titles(window)[:1] == ["进店问候"]
    search(window, "th")
    assert "退货步骤" in titles(window)
