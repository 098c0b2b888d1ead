"""When closed cases are deleted for good, also by a clock that goes wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from cs_desk.domain.returns.retention import (
    RETENTION_DAYS,
    closed_before,
    delete_on,
    due_for_deletion,
    trusted_now,
)
from tests.cases import CHINA, case_of, summary_of

NOW = datetime(2026, 11, 22, 11, 0, tzinfo=CHINA)


def ago(**time):
    return NOW - timedelta(**time)


def closed(at, case_id="R1"):
    case = case_of(1, id=case_id, opened_at=at - timedelta(days=3), closed_at=at)
    return summary_of(case)


@pytest.mark.parametrize(
    ("closed_at", "days", "day"),
    [
        (datetime(2026, 11, 22, 0, 0, tzinfo=CHINA), 90, date(2027, 2, 20)),
        (datetime(2026, 11, 22, 23, 59, 59, tzinfo=CHINA), 90, date(2027, 2, 20)),
        (datetime(2026, 11, 22, 15, 59, 59, tzinfo=UTC), 90, date(2027, 2, 20)),
        (datetime(2026, 11, 22, 16, 0, tzinfo=UTC), 90, date(2027, 2, 21)),
        (datetime(2028, 2, 28, 9, 0, tzinfo=CHINA), 1, date(2028, 2, 29)),
        (datetime(2026, 12, 31, 9, 0, tzinfo=CHINA), 1, date(2027, 1, 1)),
    ],
)
def test_the_day_of_deletion_is_counted_in_chinas_days(closed_at, days, day):
    assert delete_on(closed_at, days) == day


@pytest.mark.parametrize("days", [1, 30, RETENTION_DAYS])
@pytest.mark.parametrize("hour", [0, 7, 8, 23])
def test_a_case_is_due_from_the_first_moment_of_its_day(days, hour):
    closed_at = datetime(2026, 8, 1, hour, 30, tzinfo=CHINA)
    day = delete_on(closed_at, days)
    midnight = datetime(day.year, day.month, day.day, tzinfo=CHINA)
    assert due_for_deletion([closed(closed_at)], days, midnight) == ("R1",)
    assert due_for_deletion([closed(closed_at)], days, midnight.astimezone(UTC)) == ("R1",)
    assert due_for_deletion([closed(closed_at)], days, midnight - timedelta(seconds=1)) == ()
    assert closed_at < closed_before(days, midnight)


def test_an_open_case_is_never_due_however_old():
    assert due_for_deletion([replace(closed(ago(days=900)), closed_at=None)], 90, NOW) == ()


def due_now(summaries, seen=()):
    return due_for_deletion(summaries, 90, trusted_now(summaries, NOW, seen))


def test_a_case_closed_91_days_ago_is_due_although_nothing_happened_since():
    assert due_now([closed(ago(days=91))]) == ("R1",)


def test_a_clock_that_jumped_years_ahead_deletes_nothing():
    before = [closed(ago(days=800 + n), f"R{n}") for n in range(30)]
    assert due_now(before) == ()


def test_what_was_due_before_the_jump_is_due_after_it():
    before = [closed(ago(days=800 + n), f"R{n}") for n in (0, 89, 90, 91)]
    assert due_now(before) == ("R90", "R91")


@pytest.mark.parametrize(("days_used", "is_due"), [(6, False), (7, True)])
def test_seven_days_of_use_after_the_gap_tell_that_time_really_passed(days_used, is_due):
    seen = [ago(days=n, hours=h) for n in range(1, days_used + 1) for h in (0, 1)]
    assert due_now([closed(ago(days=800))], seen) == (("R1",) if is_due else ())


def test_days_of_use_before_the_gap_tell_nothing():
    seen = [ago(days=800 + n) for n in range(20)]
    assert due_now([closed(ago(days=801))], seen) == ()


def test_rare_use_delays_a_deletion_but_does_not_prevent_it():
    seen = [ago(days=200 * n) for n in range(1, 8)]
    old, newer = closed(ago(days=1600), "old"), closed(ago(days=650), "newer")
    assert due_now([old, newer], seen) == ("old",)


def test_a_clock_that_went_back_deletes_nothing_too_early():
    assert due_now([closed(NOW + timedelta(days=400)), closed(ago(days=80), "R2")]) == ()


def test_signs_from_the_future_do_not_vouch_for_the_clock():
    seen = [NOW + timedelta(days=n) for n in range(2, 20)]
    assert due_now([closed(ago(days=800))], seen) == ()


def test_a_fresh_desk_trusts_its_clock():
    assert trusted_now([], NOW) == NOW
