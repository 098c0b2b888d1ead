from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.usage import HALF_LIFE, Usage

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def used(*days_ago):
    """Return the usage of a reply after uses so many days ago, oldest first."""
    usage = Usage()
    for days in sorted(days_ago, reverse=True):
        usage = usage.used(NOW - days * DAY)
    return usage


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (used(0), Usage()),
        (used(0), used(1)),
        (used(0, 0), used(0)),
        (used(0, 1), used(0)),
        (used(3, 3, 3, 3), used(2)),
        (used(0), used(60, 60, 60)),
        (used(14, 14, 14), used(0)),
        (used(0, 14), used(0, 28)),
    ],
)
def test_often_and_lately_used_comes_first(better, worse):
    assert better.frecency() > worse.frecency()


def test_half_the_weight_is_left_after_a_half_life():
    assert Usage().used(NOW).used(NOW + HALF_LIFE).weight == pytest.approx(1.5)
    twice = used(14, 14)
    assert twice.frecency() == pytest.approx(used(0).frecency())


def test_every_use_counts():
    usage = used(30, 2, 0)
    assert (usage.uses, usage.last_used) == (3, NOW)


def test_a_clock_set_back_makes_no_use_grow():
    assert Usage().used(NOW).used(NOW - 365 * DAY).weight == 2.0


def test_a_favourite_keeps_its_uses_and_uses_keep_a_favourite():
    favourite = used(1).favoured(favourite=True).used(NOW)
    assert (favourite.favourite, favourite.uses) == (True, 2)
    assert favourite.favoured(favourite=False).favourite is False


def test_one_never_used_counts_nothing_favourite_or_not():
    assert Usage().frecency() == Usage().favoured(favourite=True).frecency() == 0


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=8), st.integers(0, 3000))
def test_one_more_use_now_never_lowers_the_place(days, later):
    usage = used(*days)
    assert usage.used(NOW + later * DAY).frecency() >= usage.frecency()
