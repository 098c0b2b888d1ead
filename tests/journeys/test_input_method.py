from __future__ import annotations

import pytest

from tests.journeys.input_methods import start_fcitx5, start_ibus, switch_to_pinyin
from tests.journeys.xsession import XSession, stays


@pytest.fixture(scope="module", params=["ibus", "fcitx5"])
def chinese_desktop(request, tmp_path_factory):
    """A desktop with Pinyin, as distributions set it up; its session and what it sets for Qt."""
    with XSession(tmp_path_factory.mktemp(request.param)) as session:
        start = start_ibus if request.param == "ibus" else start_fcitx5
        yield session, start(session)


@pytest.fixture
def in_pinyin(chinese_desktop):
    """Start a program by a function like `launch`, and switch its window to Pinyin."""
    session, environ = chinese_desktop

    def start(launcher, *arguments):
        program = launcher(*arguments, session=session, **environ)
        session.copy_elsewhere("before")
        if environ["QT_IM_MODULE"] == "fcitx":
            switch_to_pinyin(session)
        return program

    return start


def test_pinyin_becomes_chinese_in_the_wheels_qt(in_pinyin, small_program):
    line = in_pinyin(small_program, "copying_line")
    line.type("tuihuo ")
    line.key("Return")
    line.wait_until(lambda: line.clipboard() == "退货")


def test_return_that_ends_a_composition_is_no_return(in_pinyin, small_program):
    line = in_pinyin(small_program, "copying_line")
    line.type("tuihuo")
    line.key("Return")
    stays(lambda: line.clipboard() == "before", "nothing was copied")
    line.key("Return")
    line.wait_until(lambda: line.clipboard() == "tuihuo")


def copied_line(desk):
    """Return what the search box holds, by the keys that anyone would copy it with."""
    desk.key("ctrl+a")
    desk.key("ctrl+c")
    return desk.clipboard()


def test_an_agent_types_chinese_into_the_search_box(in_pinyin, start_desk):
    desk = in_pinyin(start_desk)
    desk.type("tuihuo ")
    desk.wait_until(lambda: copied_line(desk) == "退货")


def test_an_agent_types_chinese_and_copies_the_reply(in_pinyin, start_desk):
    desk = in_pinyin(start_desk)
    desk.type("shengao ")
    # The input method hands the word over in its own time.
    desk.wait_until(lambda: copied_line(desk) == "身高")
    desk.key("Return")
    desk.wait_until(lambda: "身高、体重" in desk.clipboard())


def test_return_that_ends_a_composition_never_copies_a_reply(in_pinyin, start_desk):
    desk = in_pinyin(start_desk)
    desk.type("shengao")
    desk.key("Return")
    stays(lambda: desk.clipboard() == "before", "nothing was copied")
    desk.key("Return")
    desk.wait_until(lambda: "身高" in desk.clipboard())
