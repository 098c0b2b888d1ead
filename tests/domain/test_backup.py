from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.backup import Backup, BackupReason, newest_first, surplus

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 21, 18, 30, tzinfo=CHINA)  # a Saturday


def backups(*moments):
    """Backups made then; a number is so many days before NOW."""
    moments = [m if isinstance(m, datetime) else NOW - timedelta(days=m) for m in moments]
    return [Backup(f"desk-{m:%Y%m%d-%H%M%S}", m, BackupReason.ROUTINE, 1) for m in moments]


def days_before_now(found, now=NOW):
    return [(now - backup.at) / timedelta(days=1) for backup in found]


def dropped(*moments):
    return days_before_now(surplus(backups(*moments), NOW))


# Seven days by which the clock is trusted.
WEEK = (0, 1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    ("made", "surplus_ones"),
    [
        pytest.param((0, 0.01, 0.02, 0.1, 0.5, 1, 1.7), (), id="all of today and yesterday"),
        pytest.param((*WEEK, 1.5, 1.8), (2,), id="the newest of the day before"),
        pytest.param((*WEEK, 3.1, 3.2), (3.1, 3.2), id="the newest of a day"),
        pytest.param((*WEEK, 14, 14.1), (14.1,), id="the newest of the last day"),
        pytest.param((*WEEK, 16, 17, 18), (17, 18), id="the newest of a week"),
        pytest.param((*WEEK, 19, 20), (), id="a Monday and the Sunday before it"),
        pytest.param((*WEEK, 30, 60, 90), (), id="ninety days"),
        pytest.param((*WEEK, 30, 60, 90, 91), (91,), id="more than ninety days"),
        pytest.param((20, 40, 60, 80, 100, 120, 140), (100, 120, 140), id="a shop seldom open"),
        pytest.param((100, 110, 120, 130), (), id="no other in the last thirty days"),
        pytest.param((), (), id="none at all"),
    ],
)
def test_old_backups_grow_sparse(made, surplus_ones):
    assert dropped(*made) == list(surplus_ones)


def test_three_of_the_same_old_day_stay():
    now = NOW + timedelta(days=20)
    made = backups(0.1, 0.2, 0.3, 0.4, 0.5)
    assert days_before_now(surplus(made, now)) == [0.4, 0.5]


def test_the_day_is_chinas():
    made = [datetime(2026, 11, 15, hour, tzinfo=UTC) for hour in (15, 17, 23)]
    found = surplus(backups(*WEEK[:5], *made), NOW)
    # Of China's 16 November, 7:00 is the newest and 1:00 is not; 23:00 is the day before.
    assert [backup.at.hour for backup in found] == [17]


def test_a_clock_that_jumped_ahead_costs_nothing_for_a_week():
    real = backups(*range(60))
    ahead = NOW + timedelta(days=3650)
    for day in range(6):
        made = [*real, *backups(*(ahead + timedelta(days=n) for n in range(day + 1)))]
        assert surplus(made, ahead + timedelta(days=day, hours=1)) == ()


def test_a_clock_that_jumped_ahead_with_no_new_backup_costs_nothing():
    assert surplus(backups(*range(60)), NOW + timedelta(days=31)) == ()


def test_after_a_long_rest_the_old_ones_go_when_a_week_is_there():
    rest = tuple(range(130, 140))
    assert dropped(*WEEK[:6], *rest) == []
    assert dropped(*WEEK, *rest) == list(rest)


def test_a_clock_that_fell_back_costs_nothing():
    back = NOW - timedelta(days=6000)
    made = [*backups(*range(60)), *backups(*(back + timedelta(hours=n) for n in range(5)))]
    assert surplus(made, back + timedelta(hours=5)) == ()


def test_backups_from_the_future_are_left_alone_and_the_others_thinned():
    assert dropped(-3650, -3650.5, -400, *WEEK, 3.1, 91) == [3.1, 91]


def test_the_newest_come_first_and_those_from_the_future_last():
    made = backups(-400, 3, 0, -0.5, 1)
    assert days_before_now(newest_first(made, NOW)) == [-0.5, 0, 1, 3, -400]


moments = st.lists(
    st.floats(-500, 500).map(lambda days: NOW - timedelta(days=days)), unique=True, max_size=40
)


@given(moments)
def test_thinning_again_finds_nothing_more(made):
    made = backups(*made)
    found = surplus(made, NOW)
    left = [backup for backup in made if backup not in found]
    assert surplus(left, NOW) == ()


@given(moments)
def test_the_newest_three_are_never_surplus(made):
    made = backups(*made)
    assert not set(newest_first(made, NOW)[:3]) & set(surplus(made, NOW))


@given(moments, st.integers(0, 500))
def test_the_order_in_which_they_are_given_does_not_matter(made, turn):
    made = backups(*made)
    turn %= len(made) + 1
    assert surplus(made[turn:] + made[:turn], NOW) == surplus(made, NOW)
