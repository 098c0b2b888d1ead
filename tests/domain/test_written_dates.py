from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.written_dates import read_date

CHINA = timezone(timedelta(hours=8))
SATURDAY_AFTERNOON = datetime(2026, 11, 21, 15, 0, tzinfo=CHINA)


def last_moment(text, now=SATURDAY_AFTERNOON):
    return read_date(text, now).last.strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2026-11-25", "2026-11-25 23:59"),
        ("2026/11/25", "2026-11-25 23:59"),
        ("2026年11月25日", "2026-11-25 23:59"),
        ("11月25日", "2026-11-25 23:59"),
        ("11月25日前后", "2026-11-25 23:59"),
        ("预计11月25日(周三)前后", "2026-11-25 23:59"),
        ("11-25", "2026-11-25 23:59"),
        ("１１．２５", "2026-11-25 23:59"),
        ("25号前", "2026-11-25 23:59"),
        ("今天", "2026-11-21 23:59"),
        ("明日", "2026-11-22 23:59"),
        ("后天", "2026-11-23 23:59"),
        ("大后天", "2026-11-24 23:59"),
        ("前天", "2026-11-19 23:59"),
    ],
)
def test_a_day_lasts_until_its_end(text, last):
    assert last_moment(text) == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("18:00", "2026-11-21 18:00"),
        ("今天18点前", "2026-11-21 18:00"),
        ("今天6点前", "2026-11-21 18:00"),
        ("上午6点", "2026-11-21 06:00"),
        ("今晚8点", "2026-11-21 20:00"),
        ("晚上12点", "2026-11-21 23:59"),
        ("今晚", "2026-11-21 23:59"),
        ("明早", "2026-11-22 12:00"),
        ("下午3点半", "2026-11-21 15:30"),
        ("中午11点", "2026-11-21 11:00"),
        ("中午1点20分", "2026-11-21 13:20"),
        ("24:00", "2026-11-21 23:59"),
        ("2026-11-25 18:00", "2026-11-25 18:00"),
        ("2026-11-25T18:00:00", "2026-11-25 18:00"),
    ],
)
def test_a_time_of_day_is_read_at_its_latest(text, last):
    assert last_moment(text) == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("周六", "2026-11-21"),
        ("周三", "2026-11-25"),
        ("本周三", "2026-11-18"),
        ("下周三", "2026-11-25"),
        ("上周日", "2026-11-15"),
        ("星期天", "2026-11-22"),
    ],
)
def test_a_weekday_is_of_the_week_it_names_or_the_next_one(text, last):
    assert last_moment(text).startswith(last)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("11月25日-27日", "2026-11-27 23:59"),
        ("11月25-27日", "2026-11-27 23:59"),
        ("12.8-12.12", "2026-12-12 23:59"),
        ("11月30日至12月2日", "2026-12-02 23:59"),
        ("9:00-18:00", "2026-11-21 18:00"),
        ("11月25日9:00-18:00", "2026-11-25 18:00"),
    ],
)
def test_of_a_span_the_end_counts(text, last):
    assert last_moment(text) == last


@pytest.mark.parametrize("text", ["2小时内", "24小时之内", "3-5个工作日", "约3天后", "1周左右"])
def test_a_length_of_time_is_never_past(text):
    assert not read_date(text, SATURDAY_AFTERNOON).is_past(SATURDAY_AFTERNOON)


@pytest.mark.parametrize(
    ("now", "text", "last"),
    [
        ((2026, 12, 28), "1月3日", "2027-01-03"),
        ((2027, 1, 3), "12月28日", "2026-12-28"),
        ((2026, 11, 21), "11月10日", "2026-11-10"),
        ((2028, 1, 15), "2月29日", "2028-02-29"),
        ((2026, 11, 30), "2号", "2026-12-02"),
        ((2027, 1, 2), "30号", "2026-12-30"),
        ((2026, 1, 31), "1日", "2026-02-01"),
    ],
)
def test_what_is_left_out_is_taken_from_the_nearest_such_day(now, text, last):
    assert last_moment(text, datetime(*now, 12, tzinfo=CHINA)).startswith(last)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-11-25", "11月25日"),
        ("2027-01-03", "1月3日"),
        ("2025-11-25", "2025年11月25日"),
        ("11.25前后", "11月25日前后"),
        ("2026-11-25 18:00", "11月25日18:00"),
        ("11-25~11-27", "11月25日~11月27日"),
        (" 今天 18点 前 ", "今天18点前"),
        ("２小时内", "2小时内"),
    ],
)
def test_numeric_days_are_shown_as_month_and_day(text, shown):
    assert read_date(text, SATURDAY_AFTERNOON).text == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "尽快",
        "前",
        "13月1日",
        "11月31日",
        "2月29日",
        "25点",
        "18:61",
        "11月25日18",
        "11月27日-25日",
        "11月25日-32日",
        "27日送到家",
        "1" * 50,
        "-" * 40,
    ],
)
def test_anything_else_is_no_date(text):
    assert read_date(text, SATURDAY_AFTERNOON) is None


def test_a_leap_day_almost_a_year_away_is_no_date():
    assert read_date("2月29日", datetime(2027, 3, 15, tzinfo=CHINA)) is None


@pytest.mark.parametrize(
    ("text", "past"),
    [("14:59", True), ("15:00", False), ("昨天", True), ("今天", False), ("11月20日", True)],
)
def test_a_date_is_past_once_its_last_moment_is(text, past):
    assert read_date(text, SATURDAY_AFTERNOON).is_past(SATURDAY_AFTERNOON) is past


@given(st.text(alphabet="0123456789年月日号-/.:点时半今明后天周三下上早晚前内至T ~", max_size=20))
def test_every_text_has_an_answer(text):
    read = read_date(text, SATURDAY_AFTERNOON)
    assert read is None or read.text
