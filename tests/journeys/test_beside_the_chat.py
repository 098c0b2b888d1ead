"""Where the window stands on a real desktop, above a task bar of 40 pixels."""

from __future__ import annotations

import re

import pytest

from tests.journeys.xsession import XSession

OPENBOX_ABOVE_A_TASK_BAR = """\
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <margins><top>0</top><bottom>40</bottom><left>0</left><right>0</right></margins>
</openbox_config>
"""
SCREEN_WIDTH = 1366
HEIGHT = 768 - 40
WIDTH = 380


@pytest.fixture(scope="module")
def desktop(tmp_path_factory):
    """A desktop with a task bar."""
    home = tmp_path_factory.mktemp("x")
    settings = home / "config/openbox/rc.xml"
    settings.parent.mkdir(parents=True)
    settings.write_text(OPENBOX_ABOVE_A_TASK_BAR)
    with XSession(home) as session:
        yield session


@pytest.fixture
def open_desk(start_desk, desktop):
    """Start the program on that desktop; again, on the same data."""
    return lambda: start_desk(session=desktop)


def xprop(desk, name):
    return desk.session.ask("xprop", "-id", desk.window(), name).stdout


def frame(desk):
    """Return x, y, width and height of the window with its title bar."""
    told = desk.session.ask("xwininfo", "-id", desk.window()).stdout
    x, y, width, height = map(
        int, re.findall(r"(?:Absolute upper-left [XY]|Width|Height): +(-?\d+)", told)
    )
    left, right, top, bottom = map(int, re.findall(r"\d+", xprop(desk, "_NET_FRAME_EXTENTS")))
    return x - left, y - top, left + width + right, top + height + bottom


def is_on_top(desk):
    return "_NET_WM_STATE_ABOVE" in xprop(desk, "_NET_WM_STATE")


def choose_in_menu(desk, *keys):
    """Walk from the search box back to the menu, open it, and press ``keys``."""
    for key in (*["shift+Tab"] * 3, "space", *keys, "Return"):
        desk.key(key)


def press_pin(desk):
    for key in ("shift+Tab", "shift+Tab", "space"):
        desk.key(key)


@pytest.mark.parametrize(
    ("keys", "x"), [(["Down"], 0), (["Down", "Down"], SCREEN_WIDTH - WIDTH)], ids=["left", "right"]
)
def test_a_docked_window_fills_its_edge_now_and_after_a_restart(open_desk, keys, x):
    desk = open_desk()
    choose_in_menu(desk, *keys)
    desk.wait_until(lambda: frame(desk) == (x, 0, WIDTH, HEIGHT), "the window is docked")
    assert desk.quit() == 0
    desk = open_desk()
    desk.wait_until(lambda: frame(desk) == (x, 0, WIDTH, HEIGHT), "the window is docked again")


def test_a_pinned_window_stays_on_top_and_where_it_is(open_desk):
    desk = open_desk()
    assert not is_on_top(desk)
    before = frame(desk)
    press_pin(desk)
    desk.wait_until(lambda: is_on_top(desk), "the window is on top")
    desk.wait_until(lambda: frame(desk) == before, "the window has not moved")
    assert desk.quit() == 0
    desk = open_desk()
    desk.wait_until(lambda: is_on_top(desk), "the window is on top again")


def test_a_moved_window_comes_back_where_it_was(open_desk):
    desk = open_desk()
    first = frame(desk)
    desk.session.ask("wmctrl", "-i", "-r", desk.window(), "-e", "0,200,60,400,600")
    desk.wait_until(lambda: frame(desk) != first, "the window has moved")
    before = frame(desk)
    assert desk.quit() == 0
    desk = open_desk()
    desk.wait_until(lambda: frame(desk) == before, "the window is back")


@pytest.mark.parametrize(("wished", "got"), [(200, 320), (900, 480)])
def test_the_window_is_320_to_480_pixels_wide(open_desk, wished, got):
    desk = open_desk()
    desk.session.ask("xdotool", "windowsize", desk.window(), wished, 600)
    desk.wait_until(lambda: frame(desk)[2:] == (got + 2, 600 + 25), "the window has that width")
