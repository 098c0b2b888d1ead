"""The program is killed in the middle of an answer; the agent goes on where the answer stood."""

from __future__ import annotations

from functools import partial

import pytest

from tests.journeys.xsession import stays, wait_until

# As they are written in a stored draft, and nowhere in the starter library.
SHIPS_FROM = '"发货城市":"金华"'
SHIPS_TO = '"收货城市":"成都"'


@pytest.fixture
def on_disk(tmp_path):
    """Return whether ``text`` stands in any byte of the data folder."""

    def is_there(text):
        files = (tmp_path / "data").glob("desk.db*")
        return any(text.encode() in file.read_bytes() for file in files)

    return is_there


@pytest.fixture
def killed_in_an_answer(start_desk, on_disk):
    """A desk that was killed when a city was typed, and started again."""
    desk = start_desk()
    desk.session.copy_elsewhere("before")
    desk.type("hmd")
    for city, stored in (("jinhua", SHIPS_FROM), ("chengdu", SHIPS_TO)):
        # From the search box, Tab leads to the first field without a value.
        desk.key("ctrl+f")
        desk.key("Tab")
        desk.type(city)
        desk.key("Return")
        wait_until(partial(on_disk, stored), f"{city} is stored")
    desk.kill()
    return start_desk()


def test_an_answer_is_gone_on_with_after_kill_9(killed_in_an_answer):
    desk = killed_in_an_answer
    desk.key("ctrl+a")
    desk.key("ctrl+c")
    desk.wait_until(lambda: desk.clipboard() == "hmd", "the query is in the search box")
    desk.key("Return")
    stays(lambda: desk.clipboard() == "hmd", "the value is shown before it is sent")
    desk.key("Return")
    desk.wait_until(lambda: "从金华到成都" in desk.clipboard(), "the reply is copied")


def test_what_came_back_can_be_cleared_for_good(killed_in_an_answer, on_disk):
    desk = killed_in_an_answer
    desk.key("alt+z")
    desk.type("hmd")
    desk.key("Return")
    desk.type("x")
    stays(lambda: desk.clipboard() == "before", "the fields are empty")
    assert desk.quit() == 0
    assert not on_disk(SHIPS_TO)
