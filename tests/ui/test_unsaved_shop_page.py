"""An unsaved shop page survives a crash, and leaving it can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.gestures import field, fill, press, undo

UNSAVED = "没有保存店铺资料的改动"


@pytest.fixture
def half_a_page(build, type_chinese):
    """A window with a changed shop page."""
    window = build()
    window._header.edit_requested.emit()
    fill(window.shop_page, "客服花名", "小云", type_chinese)
    return window


def test_an_unsaved_shop_page_is_open_again_after_a_crash(half_a_page, after_a_crash, store):
    half_a_page._keeper.keep()
    window = after_a_crash()
    assert window.shop_page.isVisible()
    assert field(window.shop_page, "客服花名").text() == "小云"
    assert window.notices.text() == "已取回没有保存的店铺资料"
    QTest.keyClick(field(window.shop_page, "客服花名"), Qt.Key.Key_Return)
    assert window._fittings.shops.current.values["客服花名"] == "小云"
    assert store.stored is None


@pytest.fixture
def pinyin_on_the_page(build):
    """A window whose shop page holds letters in the city, with the keyboard still there."""
    window = build()
    window._header.edit_requested.emit()
    line = field(window.shop_page, "发货城市")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "hangzhou")
    return window


@pytest.mark.parametrize("name", ["店铺名", "客服花名", "发货城市"])
def test_letters_for_a_city_that_came_back_are_saved_as_the_city(
    pinyin_on_the_page, after_a_crash, name
):
    pinyin_on_the_page._keeper.keep()
    window = after_a_crash()
    assert field(window.shop_page, "发货城市").text() == "杭州"
    QTest.keyClick(field(window.shop_page, name), Qt.Key.Key_Return)
    assert window._fittings.shops.current.values["发货城市"] == "杭州"


def test_letters_for_a_city_are_saved_as_the_city_by_the_button(pinyin_on_the_page):
    # A click does not take the keyboard from the field on every system.
    pinyin_on_the_page.shop_page._on_save()
    assert pinyin_on_the_page._fittings.shops.current.values["发货城市"] == "杭州"


def source(window, name):
    return window.shop_page._fields.editor(name)._source.text()


def test_a_value_that_is_not_saved_is_not_called_the_shops(half_a_page, after_a_crash):
    assert source(half_a_page, "客服花名") == "未保存"
    half_a_page._keeper.keep()
    window = after_a_crash()
    assert source(window, "客服花名") == "未保存"
    assert source(window, "发货城市") == "店铺"


def test_a_value_typed_back_to_what_it_was_is_the_shops_again(half_a_page, type_chinese):
    fill(half_a_page.shop_page, "发货城市", "成都", type_chinese)
    assert source(half_a_page, "发货城市") == "未保存"
    fill(half_a_page.shop_page, "发货城市", "金华", type_chinese)
    assert source(half_a_page, "发货城市") == "店铺"


def test_the_page_of_a_stored_shop_is_called_so_after_a_crash(half_a_page, after_a_crash):
    half_a_page._keeper.keep()
    assert after_a_crash().shop_page._title.text() == "店铺资料"


def test_a_new_shop_that_was_not_saved_is_open_again(build, after_a_crash, type_chinese):
    window = build()
    window._header.add_requested.emit()
    fill(window.shop_page, "店铺名", "海风屋", type_chinese)
    window._keeper.keep()
    again = after_a_crash()
    assert again.shop_page._title.text() == "新增店铺"
    assert field(again.shop_page, "店铺名").text() == "海风屋"
    QTest.keyClick(field(again.shop_page, "店铺名"), Qt.Key.Key_Return)
    assert [shop.name for shop in again._fittings.shops.all()] == ["云朵家女装", "海风屋"]


def test_the_first_shop_is_a_new_one_before_a_crash_and_after_it(
    build, after_a_crash, type_chinese
):
    window = build(shop=False)
    window._header.edit_requested.emit()
    fill(window.shop_page, "店铺名", "海风屋", type_chinese)
    assert window.shop_page._title.text() == "新增店铺"
    window._keeper.keep()
    assert after_a_crash(shop=False).shop_page._title.text() == "新增店铺"


def test_a_page_that_was_saved_before_the_crash_is_not_opened_again(
    half_a_page, after_a_crash, store
):
    half_a_page._keeper.keep()
    draft = store.stored
    QTest.keyClick(field(half_a_page.shop_page, "客服花名"), Qt.Key.Key_Return)
    store.stored = draft
    assert not after_a_crash().shop_page.isVisible()


def test_leaving_the_page_without_saving_can_be_taken_back(half_a_page, store):
    press(Qt.Key.Key_Escape)
    assert half_a_page.notices.text() == UNSAVED
    assert store.stored is None
    undo()
    assert field(half_a_page.shop_page, "客服花名").text() == "小云"
    assert half_a_page.shop_page.isVisible()
    assert store.stored.shop_page.changes == {"客服花名": "小云"}


def test_leaving_an_unchanged_page_says_nothing(build):
    window = build()
    window._header.edit_requested.emit()
    press(Qt.Key.Key_Escape)
    assert not window.notices.isVisible()


def test_a_saved_page_leaves_nothing_to_take_back(half_a_page, store):
    press(Qt.Key.Key_Return)
    assert half_a_page.notices.text() == "已保存"
    assert not half_a_page.notices.act()
    assert (store.stored, half_a_page.shop_page.draft()) == (None, None)


def test_opening_another_page_over_a_changed_one_can_be_taken_back(half_a_page):
    half_a_page._header.add_requested.emit()
    assert field(half_a_page.shop_page, "客服花名").text() == ""
    assert half_a_page.notices.text() == UNSAVED
    undo()
    assert field(half_a_page.shop_page, "客服花名").text() == "小云"
    assert field(half_a_page.shop_page, "店铺名").text() == "云朵家女装"


def test_taking_a_page_back_over_a_changed_one_can_be_taken_back(half_a_page, type_chinese):
    half_a_page._header.add_requested.emit()
    fill(half_a_page.shop_page, "店铺名", "海风屋", type_chinese)
    undo()
    undo()
    assert field(half_a_page.shop_page, "店铺名").text() == "海风屋"


def test_a_page_and_a_conversation_come_back_together(half_a_page, after_a_crash, type_chinese):
    half_a_page.room.search_box.setText("hmd")
    half_a_page._keeper.keep()
    window = after_a_crash()
    assert window.shop_page.isVisible()
    press(Qt.Key.Key_Escape)
    assert window.room.search_box.text() == "hmd"
