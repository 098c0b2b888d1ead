from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.china import CHINA
from cs_desk.domain.returns.countdown import (
    FURTHEST_DEADLINE,
    LONGEST_COUNTDOWN,
    read_countdown,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=CHINA)


def left(**length):
    return NOON + timedelta(**length)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("剩余1天3小时20分", left(days=1, hours=3, minutes=20)),
        ("剩余 1 天 3 小时 20 分", left(days=1, hours=3, minutes=20)),
        ("还剩 47:59:59", left(hours=47, minutes=59, seconds=59)),
        ("还剩：２天", left(days=2)),
        ("2天", left(days=2)),
        ("1天 02:03:04", left(days=1, hours=2, minutes=3, seconds=4)),
        ("1天02:03:04", left(days=1, hours=2, minutes=3, seconds=4)),
        ("06天23时59分59秒", left(days=6, hours=23, minutes=59, seconds=59)),
        ("卖家还有22小时22分22秒处理本次退款", left(hours=22, minutes=22, seconds=22)),
        ("剩余处理时间：1天3小时", left(days=1, hours=3)),
        ("倒计时 00:20:00", left(minutes=20)),
        ("倒计时00:20:00", left(minutes=20)),
        ("还剩5分钟", left(minutes=5)),
        ("48个小时", left(hours=48)),
        ("40秒", left(seconds=40)),
        ("120:00:00", left(hours=120)),
        ("00:00:00", NOON),
        ("如果卖家在 1天3小时 内未处理，系统将自动同意", left(days=1, hours=3)),
        ("  剩余1天\n3小时20分 ", left(days=1, hours=3, minutes=20)),
    ],
)
def test_time_left_counts_from_now(text, end):
    assert read_countdown(text, NOON) == end


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("请在2026-11-25 14:05前处理", "2026-11-25 14:05:00"),
        ("2026-11-25 14:05", "2026-11-25 14:05:00"),
        ("2026-11-25T14:05:30", "2026-11-25 14:05:30"),
        ("2026/11/25 14:05:30", "2026-11-25 14:05:30"),
        ("2026.11.25 9:05", "2026-11-25 09:05:00"),
        ("2026年11月25日14:05", "2026-11-25 14:05:00"),
        ("２０２６－１１－２５　１４：０５", "2026-11-25 14:05:00"),
        ("11月25日 14:05", "2026-11-25 14:05:00"),
        ("1月3日 10:00", "2027-01-03 10:00:00"),
        ("2026-11-25", "2026-11-25 23:59:59"),
        ("请于11月25日前处理", "2026-11-25 23:59:59"),
        ("2026-11-20 10:00前", "2026-11-20 10:00:00"),
        ("2027-02-29 之前，2027-02-28 10:00", None),
        ("2028-02-29", None),
        ("2027-12-27 12:00", "2027-12-27 12:00:00"),
        ("2027-12-27 12:01", None),
    ],
)
def test_a_date_is_a_moment_of_china(text, end):
    expected = end and datetime.fromisoformat(end).replace(tzinfo=CHINA)
    assert read_countdown(text, NOON) == expected


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("支持7天无理由退货，还剩2天3小时", left(days=2, hours=3)),
        ("7天无理由 2天", left(days=2)),
        ("申请时间 2026-11-20 10:00:00，还剩 1天3小时", left(days=1, hours=3)),
        ("2026-11-20 10:00 申请，请在 2026-11-25 10:00 前处理", left(days=2, hours=22)),
        ("48小时内处理，剩余47:00:00", left(hours=47)),
        ("48小时内处理，剩余处理时间：47:00:00", left(hours=47)),
        ("还剩2天，剩余 2 天", left(days=2)),
    ],
)
def test_the_surest_of_several_counts(text, end):
    assert read_countdown(text, NOON) == end


@pytest.mark.parametrize(
    "text",
    [
        "2天或3天",
        "2026-11-20 10:00，2天",
        "2026-11-23 2026-11-25",
        "还剩2天，买家还剩6天",
    ],
)
def test_where_it_is_not_clear_which_is_meant_nothing_is_read(text):
    assert read_countdown(text, NOON) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "剩余",
        "天",
        "请尽快处理",
        "支持7天无理由退货",
        "订单号 3141592653589793238",
        "13812345678",
        "18:00",
        "47:59",
        "还剩 47:60:00",
        "还剩 47:59:60",
        "1:2:3:4",
        "2天 02:03",
        "1天3小时20",
        "1.5天",
        "1.5天3小时",
        "12345天 3小时",
        "12345小时20分",
        "1.5小时 20分",
        "-3天",
        "3-5天",
        "3至5天",
        "12345天",
        "999天",
        "401天",
        "9601:00:00",
        "已超时2小时",
        "逾期 1天",
        "2026-13-01 10:00",
        "2026-11-31",
        "2026-11-25 25:00",
        "2026-11-25 14:61前",
        "0000-00-00",
        "2026-11-255",
        "12026-11-25",
        "9999-12-31 23:59",
        "0001-01-01",
        "٢天",
        "二天",
        "NaN天",
        "{剩余}天",
        "剩" * 10_000,
        "1天" * 5_000,
        "1" * 10_000,
    ],
)
def test_nonsense_is_no_deadline(text):
    assert read_countdown(text, NOON) is None


def test_a_text_as_long_as_allowed_is_still_read():
    assert read_countdown("2天".ljust(LONGEST_COUNTDOWN), NOON) == left(days=2)
    assert read_countdown("2天".ljust(LONGEST_COUNTDOWN + 1), NOON) is None


def test_now_may_come_in_any_zone():
    utc = NOON.astimezone(UTC)
    assert read_countdown("2天", utc) == left(days=2)
    assert read_countdown("2天", utc).tzinfo is CHINA


def test_a_day_without_a_year_is_the_nearest_one():
    newyear = datetime(2027, 1, 2, tzinfo=CHINA)
    assert read_countdown("12月31日 10:00", newyear).year == 2026
    assert read_countdown("2月28日 10:00", newyear).year == 2027


@given(st.integers(0, 399), st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
def test_what_qianniu_counts_down_is_read_to_the_second(days, hours, minutes, seconds):
    end = left(days=days, hours=hours, minutes=minutes, seconds=seconds)
    assert read_countdown(f"还剩{days}天{hours}小时{minutes}分{seconds}秒", NOON) == end
    assert read_countdown(f"{days}天 {hours:02}:{minutes:02}:{seconds:02}", NOON) == end
    assert read_countdown(f"请在{end:%Y-%m-%d %H:%M:%S}前处理", NOON) == end


@given(st.text(alphabet="0123456789天时分秒小剩余还有前-:/.年月日 ", max_size=60))
def test_any_text_at_all_is_a_deadline_near_enough_or_none(text):
    end = read_countdown(text, NOON)
    assert end is None or abs(end - NOON) <= FURTHEST_DEADLINE
