"""An agent answers buyers with the whole program: real window, keys, clipboard and data folder."""

from __future__ import annotations

import signal
import sys

import pytest

from tests.journeys.xsession import stays, wait_until

SHOP = "云朵家女装"
ONE_MOMENT = "亲，您稍等一下哦，我正在查，查到就在这里跟您说。"
BUSY = "亲，这会儿咨询的人比较多，回复会慢一点。您先把问题和订单号发给我，我按顺序回您哦。"
# The window looks once a second for what commands stored.
SEEN_SECONDS = 2.5


@pytest.fixture
def cs_desk(x_session, tmp_path):
    """Run a command on the data folder of the desk; return its exit status and what it said."""

    def run(*arguments):
        told = x_session.ask(
            sys.executable, "-m", "cs_desk", "--data-dir", tmp_path / "data", *arguments
        )
        return told.returncode, told.stderr

    return run


@pytest.fixture
def shop_desk(cs_desk, start_desk):
    """The program answering for a shop in 金华, running."""
    assert cs_desk("shop", "set", SHOP, "发货城市=金华", "客服花名=小云") == (
        0,
        f"已保存「{SHOP}」。\n",
    )
    return start_desk()


@pytest.fixture(autouse=True)
def clipboard_of_another_program(x_session):
    x_session.copy_elsewhere("before")


def answer(desk, query):
    """Search for ``query`` and press Enter."""
    desk.key("Escape")
    desk.key("ctrl+a")
    desk.type(query)
    desk.key("Return")


def on_the_clipboard(desk, part, seconds=3):
    """Wait until ``part`` is on the clipboard; return the whole text."""
    wait_until(lambda: part in desk.clipboard(), f"{part!r} on the clipboard", seconds)
    return desk.clipboard()


@pytest.mark.parametrize("query", ["sd", "shaodengwocha", "shaod chayix"])
def test_a_code_or_pinyin_and_enter_copy_the_reply(desk, query):
    answer(desk, query)
    assert on_the_clipboard(desk, "稍等") == ONE_MOMENT


@pytest.mark.parametrize(
    "choosing",
    [["Return"], ["Down", "Return"], ["Tab", "shift+Tab"]],
)
def test_pinyin_in_a_city_field_picks_the_city(shop_desk, choosing):
    answer(shop_desk, "hmd")
    shop_desk.type("chengdu")
    for key in [*choosing, "ctrl+a", "ctrl+c"]:
        shop_desk.key(key)
    assert on_the_clipboard(shop_desk, "成都") == "成都"
    shop_desk.key("Return")
    on_the_clipboard(shop_desk, "从金华到成都一般")


def test_the_next_buyer_gets_nothing_of_the_last(shop_desk):
    answer(shop_desk, "hmd")
    shop_desk.type("chengdu")
    shop_desk.key("Return")
    shop_desk.key("Return")
    text = on_the_clipboard(shop_desk, "到成都")
    shop_desk.key("ctrl+n")
    answer(shop_desk, "hmd")
    stays(lambda: shop_desk.clipboard() == text, "the city is asked for again")
    shop_desk.type("beijing")
    shop_desk.key("Return")
    shop_desk.key("Return")
    assert "成都" not in on_the_clipboard(shop_desk, "从金华到北京")


def test_control_and_a_number_copy_that_reply(desk):
    desk.type("shaodeng")
    desk.key("ctrl+1")
    on_the_clipboard(desk, ONE_MOMENT)


def test_a_value_typed_for_the_shop_is_known_after_a_restart(cs_desk, start_desk):
    assert cs_desk("shop", "set", SHOP) == (0, f"已保存「{SHOP}」。\n")
    desk = start_desk()
    answer(desk, "zj")
    desk.type("xiaoman")
    desk.key("Return")
    text = on_the_clipboard(desk, "我是xiaoman")
    assert desk.quit() == 0
    desk = start_desk()
    desk.session.copy_elsewhere("before")
    answer(desk, "zj")
    assert on_the_clipboard(desk, "xiaoman") == text


def test_recent_and_favourite_replies_are_there_after_a_restart(start_desk):
    desk = start_desk()
    answer(desk, "sd")
    on_the_clipboard(desk, ONE_MOMENT)
    desk.type("ms")
    desk.key("ctrl+d")
    assert desk.quit() == 0
    desk = start_desk()
    desk.session.copy_elsewhere("before")
    desk.key("Escape")
    desk.key("Escape")
    for text in (ONE_MOMENT, BUSY):
        desk.key("ctrl+Next")
        desk.key("Return")
        on_the_clipboard(desk, text)


def test_a_shop_changed_by_a_command_shows_in_the_open_window(shop_desk, cs_desk):
    answer(shop_desk, "zj")
    on_the_clipboard(shop_desk, "我是小云")
    assert cs_desk("shop", "set", SHOP, "客服花名=小满") == (0, f"已保存「{SHOP}」。\n")

    def copies_the_new_name():
        shop_desk.key("Return")
        return "我是小满" in shop_desk.clipboard()

    wait_until(copies_the_new_name, "the window knows the new name", SEEN_SECONDS)


def test_a_command_copies_while_the_window_is_open(desk, cs_desk):
    assert cs_desk("reply", "sd", "--copy") == (0, "已复制「稍等我查一下」\n")
    assert desk.clipboard() == ONE_MOMENT
    desk.session.copy_elsewhere("between")
    desk.key("ctrl+Next")

    def copies_what_was_used_last():
        desk.key("Return")
        return desk.clipboard() == ONE_MOMENT

    wait_until(copies_what_was_used_last, "the window counts the use", SEEN_SECONDS)


def close_by_title_bar(desk):
    assert desk.session.succeeds("wmctrl", "-i", "-c", desk.window())


def close_by_keyboard(desk):
    desk.key("alt+F4")


def end_the_session(desk):
    desk._process.send_signal(signal.SIGTERM)


def press_control_c_in_the_terminal(desk):
    desk._process.send_signal(signal.SIGINT)


@pytest.mark.parametrize(
    "close",
    [
        close_by_title_bar,
        close_by_keyboard,
        end_the_session,
        press_control_c_in_the_terminal,
    ],
)
def test_the_window_closes_without_a_word_and_leaves_the_reply(desk, close):
    answer(desk, "sd")
    on_the_clipboard(desk, ONE_MOMENT)
    close(desk)
    assert (desk._process.wait(3), desk.said) == (0, "")
    assert desk.clipboard() == ONE_MOMENT
