from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.returns.checklist import (
    Actor,
    Check,
    Checklist,
    Condition,
    Step,
    Timer,
    TimerUnit,
)
from cs_desk.domain.returns.deadlines import (
    CHINA,
    level_at,
    moment_of,
    return_window,
    step_deadline,
    timer_deadline,
)
from cs_desk.domain.returns.kinds import Anchor, Level, Reason
from cs_desk.domain.returns.return_case import CaseFacts, ReadDeadline, ReturnCase, Tick

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=CHINA)
WINDOW = Timer("T0", "七天无理由", 7, TimerUnit.CALENDAR_DAYS, Anchor.SIGNED)
REPLY = Timer("T5", "处理申请", 48, TimerUnit.HOURS, Anchor.APPLIED, ends=(Anchor.AGREED,))
LEVELS = [Level.OK, Level.HALF, Level.LATE, Level.OVERDUE]

# Windows comes without a table of zones.
WITH_SUMMER_TIME = sorted({"America/New_York", "Europe/Berlin"} & available_timezones())

moments = st.datetimes(
    datetime(2020, 1, 1),
    datetime(2035, 1, 1),
    timezones=st.sampled_from([CHINA, UTC, *map(ZoneInfo, WITH_SUMMER_TIME)]),
)
timers = st.builds(
    Timer,
    id=st.just("T"),
    title=st.just(""),
    amount=st.integers(1, 400),
    unit=st.sampled_from(TimerUnit),
    anchor=st.just(Anchor.SIGNED),
)


def china(text):
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def known_zone(name):
    if name not in WITH_SUMMER_TIME:
        pytest.skip("this system has no table of zones")
    return ZoneInfo(name)


def timer(amount, unit):
    return Timer("T", "", amount, unit, Anchor.APPLIED)


def checklist(*timers, checks=()):
    step = Step("review", "等待审核", Actor.REVIEWER, tuple(checks), tuple(t.id for t in timers))
    return Checklist("id", "1", "", date(2026, 11, 21), (step,), (), tuple(timers), ())


def case(*, readings=None, ticks=None, reason=Reason.MISC, **moments):
    known = {Anchor(name): moment for name, moment in moments.items()}
    facts = CaseFacts(reason=reason, moments=known)
    return ReturnCase("1", "1", NOON, facts, ticks=ticks or {}, readings=readings or {})


def review_deadline(worked, rules):
    return step_deadline(rules.steps[0], worked, rules)


@pytest.mark.parametrize(
    ("signed", "begins", "last"),
    [
        ("2026-11-10 14:05", "2026-11-11 00:00:00", "2026-11-17 23:59:59"),
        ("2026-11-10 00:00", "2026-11-11 00:00:00", "2026-11-17 23:59:59"),
        ("2026-11-10 23:59:59", "2026-11-11 00:00:00", "2026-11-17 23:59:59"),
        ("2026-02-28 09:00", "2026-03-01 00:00:00", "2026-03-07 23:59:59"),
        ("2028-02-28 09:00", "2028-02-29 00:00:00", "2028-03-06 23:59:59"),
        ("2028-02-29 09:00", "2028-03-01 00:00:00", "2028-03-07 23:59:59"),
        ("2026-12-31 09:00", "2027-01-01 00:00:00", "2027-01-07 23:59:59"),
    ],
)
def test_the_no_reason_window_is_the_seven_days_after_signing(signed, begins, last):
    window = return_window(case(signed=china(signed)), checklist(WINDOW))
    assert (window.begins, window.at) == (china(begins), china(last))


def test_the_no_reason_window_is_known_even_after_the_buyer_applied():
    ended = Timer("T0", "", 7, TimerUnit.CALENDAR_DAYS, Anchor.SIGNED, ends=(Anchor.APPLIED,))
    worked = case(signed=NOON, applied=NOON)
    assert return_window(worked, checklist(ended)) is not None
    assert review_deadline(worked, checklist(ended)) is None


@pytest.mark.parametrize(
    ("worked", "rules"),
    [(case(), checklist(WINDOW)), (case(signed=NOON), checklist(REPLY))],
    ids=["nobody knows when it was signed for", "no such timer"],
)
def test_there_is_no_window_where_something_is_missing(worked, rules):
    assert return_window(worked, rules) is None


@pytest.mark.parametrize(
    ("signed", "zone", "last"),
    [
        # The clocks of New York go back on 2026-11-01 and forward on 2026-03-08.
        ("2026-11-01T01:30", "America/New_York", "2026-11-08"),
        ("2026-10-31T11:59", "America/New_York", "2026-11-07"),
        ("2026-10-31T12:00", "America/New_York", "2026-11-08"),
        ("2026-03-08T12:00", "America/New_York", "2026-03-16"),
        ("2026-03-08T11:59", "America/New_York", "2026-03-15"),
        # Those of Berlin on 2026-10-25 and 2026-03-29.
        ("2026-10-25T02:30", "Europe/Berlin", "2026-11-01"),
        ("2026-10-25T17:00", "Europe/Berlin", "2026-11-02"),
        ("2026-03-29T17:59", "Europe/Berlin", "2026-04-05"),
        ("2026-03-29T18:00", "Europe/Berlin", "2026-04-06"),
    ],
)
def test_days_are_those_of_china_whatever_zone_a_moment_is_written_in(signed, zone, last):
    begins = datetime.fromisoformat(signed).replace(tzinfo=known_zone(zone))
    assert timer_deadline(WINDOW, begins).at == china(f"{last} 23:59:59")
    assert timer_deadline(WINDOW, begins.astimezone(UTC)).at == china(f"{last} 23:59:59")


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin"])
def test_hours_are_hours_across_a_change_of_the_clock(zone):
    for day in (datetime(2026, 3, 7, 23), datetime(2026, 10, 24, 23), datetime(2026, 10, 31, 23)):
        begins = day.replace(tzinfo=known_zone(zone))
        assert timer_deadline(REPLY, begins).at.timestamp() == begins.timestamp() + 48 * 3600


@pytest.mark.parametrize(
    ("amount", "unit", "begins", "at"),
    [
        (24, TimerUnit.HOURS, "2026-11-22 12:00", "2026-11-23 12:00"),
        (48, TimerUnit.HOURS, "2026-12-31 12:00", "2027-01-02 12:00"),
        (36, TimerUnit.HOURS, "2028-02-28 18:00", "2028-03-01 06:00"),
        (3, TimerUnit.DAYS, "2026-11-22 12:00", "2026-11-25 12:00"),
        (1, TimerUnit.DAYS, "2028-02-29 12:00", "2028-03-01 12:00"),
        (10, TimerUnit.DAYS, "2027-12-25 08:30:15", "2028-01-04 08:30:15"),
        (15, TimerUnit.CALENDAR_DAYS, "2026-12-20 12:00", "2027-01-04 23:59:59"),
    ],
)
def test_hours_and_days_run_on_without_a_stop(amount, unit, begins, at):
    assert timer_deadline(timer(amount, unit), china(begins)).at == china(at)


@pytest.mark.parametrize(
    ("amount", "begins", "last"),
    [
        (1, "2026-11-23 12:00", "2026-11-24"),  # a Monday
        (4, "2026-11-23 12:00", "2026-11-27"),
        (5, "2026-11-23 12:00", "2026-11-30"),
        (7, "2026-11-23 12:00", "2026-12-02"),
        (1, "2026-11-27 12:00", "2026-11-30"),  # a Friday
        (5, "2026-11-27 12:00", "2026-12-04"),
        (1, "2026-11-28 12:00", "2026-11-30"),  # a Saturday
        (5, "2026-11-28 12:00", "2026-12-04"),
        (6, "2026-11-29 12:00", "2026-12-07"),  # a Sunday
        (7, "2026-12-30 12:00", "2027-01-08"),
    ],
)
def test_workdays_leave_out_the_weekends(amount, begins, last):
    found = timer_deadline(timer(amount, TimerUnit.WORKDAYS), china(begins))
    assert found.at == china(f"{last} 23:59:59")


@given(moments, st.integers(1, 60))
def test_as_many_workdays_lie_before_the_end_as_the_timer_has(begins, amount):
    found = timer_deadline(timer(amount, TimerUnit.WORKDAYS), begins)
    days = (found.at.date() - found.begins.date()).days + 1
    weekdays = [(found.begins.date() + timedelta(days=n)).weekday() for n in range(days)]
    assert sum(weekday < 5 for weekday in weekdays) == amount
    assert weekdays[-1] < 5


def test_a_timer_whose_length_only_qianniu_knows_has_no_deadline():
    assert timer_deadline(timer(None, TimerUnit.DAYS), NOON) is None


@pytest.mark.parametrize("unit", TimerUnit)
@pytest.mark.parametrize(
    ("amount", "begins"),
    [(10**9, NOON), (10**15, NOON), (7, datetime.max.replace(tzinfo=UTC))],
)
def test_a_deadline_beyond_the_calendar_is_none(unit, amount, begins):
    assert timer_deadline(timer(amount, unit), begins) is None


@given(timers, moments)
def test_a_deadline_is_never_before_its_anchor_and_always_in_china(rule, begins):
    found = timer_deadline(rule, begins)
    assert begins.timestamp() <= found.begins.timestamp() < found.at.timestamp()
    assert found.at.tzinfo is CHINA
    assert found.timer is rule


@given(timers, moments, moments, moments)
def test_the_level_never_falls_as_time_passes(rule, begins, one, other):
    found = timer_deadline(rule, begins)
    early, late = sorted([one, other], key=datetime.timestamp)
    assert LEVELS.index(found.level(early)) <= LEVELS.index(found.level(late))


@given(timers, moments, moments, moments)
def test_a_clock_that_jumps_and_comes_back_changes_nothing(rule, begins, now, jump):
    found = timer_deadline(rule, begins)
    before = found.level(now)
    found.level(jump)
    assert found.level(now) == before
    assert timer_deadline(rule, begins) == found


@pytest.mark.parametrize(
    ("seconds", "level"),
    [
        (-1, Level.OK),
        (0, Level.OK),
        (49.999999, Level.OK),
        (50, Level.HALF),
        (79.999999, Level.HALF),
        (80, Level.LATE),
        (100, Level.LATE),
        (100.000001, Level.OVERDUE),
    ],
)
def test_the_level_rises_exactly_at_half_at_four_fifths_and_after_the_end(seconds, level):
    now = NOON + timedelta(seconds=seconds)
    assert level_at(NOON, NOON + timedelta(seconds=100), now) is level
    assert level_at(NOON, NOON + timedelta(seconds=100), now.astimezone(UTC)) is level


@pytest.mark.parametrize(
    ("now", "level"),
    [
        ("2026-11-23 11:59:59", Level.OK),
        ("2026-11-23 12:00", Level.HALF),
        ("2026-11-24 02:24", Level.LATE),
        ("2026-11-24 12:00", Level.LATE),
        ("2026-11-24 14:00", Level.OVERDUE),
    ],
)
def test_a_deadline_tells_its_level(now, level):
    found = timer_deadline(REPLY, NOON)
    assert found.level(china(now)) is level


def test_a_moment_that_was_entered_comes_before_a_tick():
    rules = checklist(checks=[Check("agreed", "同意申请", marks=Anchor.AGREED)])
    ticks = {"agreed": Tick("客服", NOON)}
    earlier = NOON - timedelta(hours=3)
    assert moment_of(case(ticks=ticks), rules, Anchor.AGREED) == NOON
    assert moment_of(case(ticks=ticks, agreed=earlier), rules, Anchor.AGREED) == earlier


def test_of_two_ticks_that_record_a_moment_the_earlier_counts():
    checks = [Check("online", "", marks=Anchor.APPLIED), Check("phone", "", marks=Anchor.APPLIED)]
    ticks = {"online": Tick("a", NOON), "phone": Tick("b", NOON - timedelta(hours=1))}
    found = moment_of(case(ticks=ticks), checklist(checks=checks), Anchor.APPLIED)
    assert found == NOON - timedelta(hours=1)


def test_a_moment_that_nobody_recorded_is_unknown():
    rules = checklist(checks=[Check("other", "", marks=Anchor.REFUSED)])
    ticked = case(ticks={"other": Tick("客服", NOON)})
    assert moment_of(ticked, rules, Anchor.AGREED) is None


@pytest.mark.parametrize("entered", [True, False])
def test_a_moment_is_told_in_the_zone_of_china(entered):
    utc = NOON.astimezone(UTC)
    rules = checklist(checks=[Check("applied", "", marks=Anchor.APPLIED)])
    worked = case(applied=utc) if entered else case(ticks={"applied": Tick("客服", utc)})
    assert moment_of(worked, rules, Anchor.APPLIED).tzinfo is CHINA


def test_of_several_timers_the_one_that_ends_first_limits_the_step():
    rules = checklist(REPLY, Timer("T12", "", 24, TimerUnit.HOURS, Anchor.APPLIED))
    assert review_deadline(case(applied=NOON), rules).at == NOON + timedelta(hours=24)


@pytest.mark.parametrize(
    "idle",
    [
        Timer("T1", "", 1, TimerUnit.HOURS, Anchor.REFUSED),
        Timer("T1", "", 1, TimerUnit.HOURS, Anchor.APPLIED, ends=(Anchor.AGREED, Anchor.SIGNED)),
        Timer("T1", "", None, TimerUnit.HOURS, Anchor.APPLIED),
        Timer(
            "T1",
            "",
            1,
            TimerUnit.HOURS,
            Anchor.APPLIED,
            when=Condition(reasons=frozenset({Reason.INTERCEPT})),
        ),
    ],
    ids=["not begun", "ended", "without a length", "for other cases"],
)
def test_a_timer_that_does_not_run_limits_nothing(idle):
    worked = case(applied=NOON, signed=NOON)
    assert review_deadline(worked, checklist(idle)) is None
    assert review_deadline(worked, checklist(idle, REPLY)).timer is REPLY


def test_a_timer_that_the_checklist_no_longer_has_is_passed_over():
    rules = checklist(REPLY)
    step = Step("review", "", Actor.REVIEWER, (), ("T99", "T5"))
    assert step_deadline(step, case(applied=NOON), rules).timer is REPLY


def test_what_was_read_off_qianniu_comes_before_every_rule():
    reading = ReadDeadline(NOON + timedelta(days=9), NOON, "客服")
    worked = case(applied=NOON, readings={"review": reading})
    found = review_deadline(worked, checklist(REPLY))
    assert (found.begins, found.at, found.timer) == (NOON, reading.at, None)
    assert found.reading is reading


def test_what_was_read_for_another_step_leaves_this_one_alone():
    reading = ReadDeadline(NOON + timedelta(days=9), NOON, "客服")
    worked = case(applied=NOON, readings={"packing": reading})
    assert review_deadline(worked, checklist(REPLY)).timer is REPLY


def test_a_deadline_that_was_over_when_it_was_read_is_overdue():
    reading = ReadDeadline(NOON - timedelta(hours=1), NOON.astimezone(UTC), "客服")
    found = review_deadline(case(readings={"review": reading}), checklist())
    assert found.level(NOON) is Level.OVERDUE
    assert found.begins <= found.at
    assert found.at.tzinfo is CHINA


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin", "Pacific/Kiritimati"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not read TZ")
def test_the_zone_of_the_computer_changes_nothing(zone):
    asked = (
        "from datetime import datetime, timezone as z;"
        "from cs_desk.domain.returns.checklist import *;"
        "from cs_desk.domain.returns.deadlines import *;"
        "from cs_desk.domain.returns.kinds import Anchor;"
        "t = Timer('T0', '', 7, TimerUnit.CALENDAR_DAYS, Anchor.SIGNED);"
        "print(timer_deadline(t, datetime(2026, 11, 10, 6, 5, tzinfo=z.utc)).at)"
    )
    environment = {**os.environ, "TZ": zone}
    told = subprocess.check_output([sys.executable, "-c", asked], env=environment, text=True)
    assert told.strip() == "2026-11-17 23:59:59+08:00"
