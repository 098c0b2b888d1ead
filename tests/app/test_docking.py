from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.app.docking import NARROWEST, WIDEST, Edge, Rect, dock, restore

LAPTOP = Rect(0, 0, 1366, 728)
LEFT_OF_IT = Rect(-1920, 0, 1920, 1040)

numbers = st.integers(-4000, 4000)
screens = st.builds(Rect, numbers, numbers, st.integers(320, 4000), st.integers(320, 4000))


@pytest.mark.parametrize(
    ("available", "width", "edge", "frame"),
    [
        (LAPTOP, 380, Edge.RIGHT, Rect(986, 0, 380, 728)),
        (LAPTOP, 380, Edge.LEFT, Rect(0, 0, 380, 728)),
        (LEFT_OF_IT, 380, Edge.RIGHT, Rect(-380, 0, 380, 1040)),
        (Rect(64, 28, 1302, 740), 380, Edge.LEFT, Rect(64, 28, 380, 740)),
        (LAPTOP, 100, Edge.LEFT, Rect(0, 0, NARROWEST, 728)),
        (LAPTOP, 900, Edge.RIGHT, Rect(1366 - WIDEST, 0, WIDEST, 728)),
        (Rect(0, 0, 240, 400), 380, Edge.RIGHT, Rect(0, 0, 240, 400)),
    ],
)
def test_a_docked_window_fills_the_height_at_the_edge(available, width, edge, frame):
    assert dock(available, width, edge) == frame


@given(screens, numbers, st.sampled_from(Edge))
def test_a_docked_window_comes_back_where_it_was(available, width, edge):
    frame = dock(available, width, edge)
    assert restore(frame, [LAPTOP, available]) == frame


@pytest.mark.parametrize(
    "frame",
    [
        Rect(100, 50, 380, 600),
        Rect(1302, 0, 380, 728),  # hangs over the right edge, 64 columns left
        Rect(-316, 0, 380, 728),
        Rect(500, 696, 380, 600),  # only the title bar is still above the task bar
    ],
)
def test_a_window_within_reach_comes_back_exactly(frame):
    assert restore(frame, [LAPTOP]) == frame


@pytest.mark.parametrize(
    "frame",
    [
        Rect(-1500, 100, 380, 600),  # stood on a screen that is gone
        Rect(1303, 0, 380, 728),
        Rect(-317, 0, 380, 728),
        Rect(500, 697, 380, 600),
        Rect(500, -1, 380, 600),  # title bar above the screen
    ],
)
def test_a_window_out_of_reach_is_docked_afresh(frame):
    assert restore(frame, [LAPTOP]) is None


def test_a_window_across_two_screens_is_not_cut_to_the_smaller():
    frame = Rect(-100, 0, 380, 1040)
    assert restore(frame, [LAPTOP, LEFT_OF_IT]) == frame


def test_a_window_on_the_second_screen_comes_back_while_that_screen_is_there():
    frame = Rect(-1500, 100, 380, 600)
    assert restore(frame, [LAPTOP, LEFT_OF_IT]) == frame


@pytest.mark.parametrize(
    ("frame", "smaller"),
    [
        (Rect(986, 0, 380, 1040), Rect(986, 0, 380, 728)),
        (Rect(986, 40, 380, 1000), Rect(986, 0, 380, 728)),
        (Rect(-200, 0, 1400, 700), Rect(0, 0, 1366, 700)),
    ],
)
def test_a_window_larger_than_the_screen_is_made_to_fit(frame, smaller):
    assert restore(frame, [LAPTOP]) == smaller


def test_without_a_screen_there_is_no_place():
    assert restore(Rect(0, 0, 380, 600), []) is None
