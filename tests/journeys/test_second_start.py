"""The program is started again while its window is open, hangs, or was killed."""

from __future__ import annotations

import signal
import sys
import time

import pytest

from tests.journeys.xsession import wait_until

COMES_FORWARD = (0, "窗口已经开着，已切换过去。\n")
DOES_NOT_ANSWER = (
    4,
    "窗口已经开着，但没有回应，所以没有再开一个。请稍等再试，或结束它再启动。\n",
)


@pytest.fixture
def command(tmp_path):
    """What starts the program on the data of the open window."""
    return [sys.executable, "-m", "cs_desk", "--data-dir", tmp_path / "data"]


@pytest.fixture
def start_again(x_session, command):
    """Start the program, where it opens no window; return its status and what it said."""

    def start():
        again = x_session.ask(*command)
        return again.returncode, again.stderr

    return start


def windows(session):
    return session.ask("xdotool", "search", "--onlyvisible", "--name", "客服台").stdout.split()


@pytest.fixture(autouse=True)
def no_window_of_an_earlier_test(x_session):
    wait_until(lambda: windows(x_session) == [], "windows of programs that ended are gone")


def minimise(session, window, _other):
    session.ask("xdotool", "windowminimize", "--sync", window)


def cover(session, window, other):
    place = session.ask("xdotool", "getwindowgeometry", "--shell", window).stdout.split()
    x, y, width, height = (line.partition("=")[2] for line in place[1:5])
    session.ask("wmctrl", "-i", "-r", other, "-e", f"0,{x},{y},{width},{height}")
    session.ask("wmctrl", "-i", "-a", other)


def test_a_second_start_brings_the_window_forward_to_be_typed_in(desk, small_program, start_again):
    window = desk.window()
    other = small_program("copying_line")
    covering = other.window()
    for hide, code, text in [(minimise, "sd", "稍等"), (cover, "ms", "比较多")]:
        hide(desk.session, window, covering)
        other.window()
        other.type("typed elsewhere")
        assert start_again() == COMES_FORWARD
        assert desk.window() == window
        desk.type(code)
        desk.key("Return")
        desk.wait_until(lambda text=text: text in desk.clipboard(), "the search box is typed in")


def test_a_killed_program_starts_again_at_once(start_desk):
    def seconds_to_start():
        began = time.monotonic()
        desk = start_desk()
        return desk, time.monotonic() - began

    desk, first = seconds_to_start()
    desk.kill()
    wait_until(lambda: windows(desk.session) == [], "its window is gone")
    _, again = seconds_to_start()
    assert again < first + 1


def test_a_window_that_hangs_is_not_opened_twice(desk, start_again):
    wait_until(lambda: start_again() == COMES_FORWARD, "it is open, not opening")
    desk._process.send_signal(signal.SIGSTOP)
    assert start_again() == DOES_NOT_ANSWER
    assert len(windows(desk.session)) == 1
    desk._process.send_signal(signal.SIGCONT)
    wait_until(lambda: start_again() == COMES_FORWARD, "it answers again")


def test_each_data_folder_has_a_window(desk, launch, tmp_path):
    launch("客服台", "-m", "cs_desk", "--data-dir", str(tmp_path / "other"))
    desk.wait_until(lambda: len(windows(desk.session)) == 2, "there are two windows")


def test_of_two_starts_at_once_one_opens_a_window(x_session, command):
    starts = [x_session.start(*command) for _ in range(2)]
    try:
        wait_until(lambda: any(start.poll() is not None for start in starts), "one has ended")
        assert sorted(start.poll() is None for start in starts) == [False, True]
        assert 0 in [start.poll() for start in starts]
        assert len(windows(x_session)) == 1
    finally:
        for start in starts:
            start.kill()
            start.wait()
