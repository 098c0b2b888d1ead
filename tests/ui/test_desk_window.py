from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cs_desk.domain.shop import Shop
from cs_desk.ui import theme


def choose(window, name):
    action = next(a for a in window._menu.actions() if a.text() == name)
    assert isinstance(action, QAction)
    action.trigger()


def screen_of(window):
    return window.screen().availableGeometry()


@pytest.mark.parametrize("side", ["左侧", "右侧"])
def test_the_window_docks_at_full_height(window, side):
    choose(window, f"停靠{side}")
    frame, screen = window.frameGeometry(), screen_of(window)
    assert (frame.top(), frame.bottom()) == (screen.top(), screen.bottom())
    assert frame.left() == screen.left() if side == "左侧" else frame.right() == screen.right()


@pytest.mark.parametrize(("wished", "width"), [(200, 320), (400, 400), (900, 480)])
def test_the_window_is_narrow_by_design(window, wished, width):
    window.resize(wished, 700)
    assert window.width() == width


def test_the_window_comes_back_where_it_was(build, qtbot):
    window = build()
    window.setGeometry(40, 50, 400, 500)
    qtbot.waitUntil(lambda: window.width() == 400)
    place = window.frameGeometry()
    window.close()
    assert build().frameGeometry() == place


def test_a_window_whose_screen_is_gone_comes_back_on_one_that_is_there(build):
    build.stores.settings.save({"place": "9000,9000,380,700", "screen": "gone"})
    window = build()
    assert screen_of(window).contains(window.frameGeometry().topLeft())


def test_a_docked_window_is_docked_again(build):
    window = build()
    choose(window, "停靠左侧")
    window.close()
    assert build().frameGeometry().left() == screen_of(window).left()


def test_a_docked_window_that_was_dragged_away_stays_away(build):
    window = build()
    choose(window, "停靠右侧")
    window.move(60, 40)
    place = window.frameGeometry().topLeft()
    window.close()
    assert build().frameGeometry().topLeft() == place


def test_the_pin_keeps_the_window_on_top_also_next_time(build):
    window = build()
    window._header._pin.click()
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.isVisible()
    assert build().windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_dark_and_light_are_chosen_and_remembered(build):
    window = build()
    choose(window, "外观：深色")
    assert QGuiApplication.palette().window().color().name() == theme.DARK.window
    build()
    assert QGuiApplication.palette().window().color().name() == theme.DARK.window
    choose(window, "外观：浅色")
    assert QGuiApplication.palette().window().color().name() == theme.LIGHT.window


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("text", "window"),
        ("text", "surface"),
        ("muted", "window"),
        ("muted", "surface"),
        ("muted", "hover"),
        ("faint", "surface"),
        ("accent", "surface"),
        ("accent", "accent_tint"),
        ("on_accent", "accent_fill"),
        ("danger", "danger_tint"),
        ("danger", "window"),
        ("warning", "warning_tint"),
    ],
)
def test_text_can_be_read_on_its_ground(colours, text, ground):
    # WCAG 2.1, 1.4.3: 4.5 to 1 for text of normal size.
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


def contrast(one, other):
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_fresh_desk_asks_for_its_shop_and_remembers_it(build, type_chinese):
    window = build(shop=False)
    assert window._header._shop.text() == "设置店铺 ▾"
    window._header.edit_requested.emit()
    name = QApplication.focusWidget()
    type_chinese(name, "云朵家女装")
    name.textEdited.emit(name.text())
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert window._header._shop.text() == "云朵家女装 ▾"
    assert [shop.name for shop in build.stores.shops.all()] == ["云朵家女装"]


def test_a_shop_without_a_name_is_not_saved(build):
    window = build(shop=False)
    window._header.add_requested.emit()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "店铺名不能为空" in window.notices.text()
    assert build.stores.shops.all() == ()


def test_escape_leaves_the_shop_page_and_saves_nothing(build, type_chinese):
    window = build()
    window._header.edit_requested.emit()
    name = QApplication.focusWidget()
    type_chinese(name, "二店")
    name.textEdited.emit(name.text())
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert [shop.name for shop in build.stores.shops.all()] == ["云朵家女装"]
    assert QApplication.focusWidget() is window.room.search_box


def test_every_control_has_a_name_for_a_screen_reader(window):
    focusable = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    nameless = [w for w in focusable if not (w.accessibleName() or getattr(w, "text", str)())]
    assert nameless == []


def test_no_label_ever_reads_a_text_as_rich_text(window):
    labels = window.findChildren(QLabel)
    assert {label.textFormat() for label in labels} <= {
        Qt.TextFormat.PlainText,
        Qt.TextFormat.AutoText,
    }
    data = [label for label in labels if label.textFormat() != Qt.TextFormat.PlainText]
    # What is left shows our own words only.
    assert all("<" not in label.text() for label in data)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_thousand_repaints_lose_no_reference_to_none(window):
    # PySide6 6.12.0 loses one for every void call and aborts after a few thousand.
    window.repaint()
    before = sys.getrefcount(None)
    for _ in range(1000):
        window.room.hits._view.viewport().repaint()
    assert sys.getrefcount(None) > before - 500


def test_the_shop_button_opens_the_list_and_switches_every_shop_value(build, qtbot):
    window = build()
    build.stores.shops.save(Shop("s2", "海风屋").with_values({"发货城市": "成都"}))
    window._fittings.shops.refresh()
    window._show_shops()
    button = window._header._shop

    def choose_the_second_shop():
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose_the_second_shop)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "海风屋 ▾"
    assert window._fittings.shops.current.values == {"发货城市": "成都"}


def test_without_a_shop_the_button_opens_the_form(build):
    window = build(shop=False)
    QTest.mouseClick(window._header._shop, Qt.MouseButton.LeftButton)
    assert window.shop_page.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_menu_is_opened_by_key(window, key):
    opened = []

    def look():
        opened.append(QApplication.activePopupWidget())
        opened[0].close()

    QTimer.singleShot(0, look)
    QTest.keyClick(window._header._more, key)
    assert opened == [window._menu]


def test_the_page_of_backups_is_opened_by_key(window):
    QTest.keyClick(window.room.search_box, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.pages._data.isVisible()


def test_the_page_of_backups_goes_on_if_its_key_is_pressed_again(window):
    window._menu.data_requested.emit()
    window.notices.say("已备份")
    window._menu.data_requested.emit()
    assert window.notices.isVisible()


def chips(window):
    shown = [chip for chip in window.room._buyer_bar._chips._chips if chip.isVisible()]
    return [chip.text() for chip in shown]


def test_known_values_are_shown_whole_where_there_is_room(window):
    window.resize(480, 700)
    window.room._buyer_bar.show_buyer({"城市": "杭州", "承担方": "卖家"})
    assert chips(window) == ["城市 杭州", "承担方 卖家"]


@pytest.mark.parametrize("width", range(320, 420, 7))
def test_a_known_value_that_is_cut_says_so(window, width):
    window.resize(width, 700)
    window.room._buyer_bar.show_buyer({"收货城市": "杭州", "承担方": "卖家", "商品": "羽绒服"})
    QApplication.processEvents()
    row = window.room._buyer_bar._chips
    shown = [chip for chip in row._chips if chip.isVisible()]
    assert any(chip.text().endswith("…") for chip in shown)
    assert all(row.rect().contains(chip.geometry()) for chip in shown)
