from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from cs_desk.domain.city import City, CityDirectory
from cs_desk.domain.computed import Geography, computed_values
from cs_desk.domain.delivery import Zone, ZoneTable

NOW = datetime(2026, 1, 5, 9, 30, tzinfo=timezone(timedelta(hours=8)))
GEOGRAPHY = Geography(
    CityDirectory(
        (
            City("金华", "浙江", ("jin", "hua"), 119.65, 29.08),
            City("成都", "四川", ("cheng", "du"), 104.07, 30.57),
        )
    ),
    ZoneTable(rules=(), elsewhere=Zone("各地", 3, 4), checked_on=date(2025, 11, 1)),
)


def computed(**known):
    return computed_values(known, GEOGRAPHY, NOW)


@pytest.mark.parametrize(
    ("known", "values"),
    [
        ({}, {}),
        ({"发货城市": "金华"}, {}),
        ({"收货城市": "成都"}, {"收货省份": "四川"}),
        ({"收货城市": "亚特兰蒂斯", "发货城市": "金华"}, {}),
        ({"收货城市": "成都", "发货城市": "亚特兰蒂斯"}, {"收货省份": "四川"}),
        (
            {"收货城市": "成都市", "发货城市": "金华"},
            {"收货省份": "四川", "预计天数": "3-4天", "预计送达日": "1月9日前后"},
        ),
    ],
)
def test_two_cities_give_a_range_of_days_and_a_date(known, values):
    assert computed(**known) == values


@pytest.mark.parametrize(
    ("signed", "last"),
    [
        ("1月1日", "1月8日"),
        ("1月5日", "1月12日"),
        ("12月28日", "1月4日"),
        ("2025-12-28", "1月4日"),
        ("2025年12月1日", "2025年12月8日"),
        ("2024/2/25", "2024年3月3日"),
        (" 1.2 ", "1月9日"),
        ("昨天", "1月11日"),
        ("昨天 14:05", "1月11日"),
    ],
)
def test_a_return_is_open_for_seven_days_after_the_day_of_signing(signed, last):
    assert computed(签收日=signed) == {"退货截止日": last}


@pytest.mark.parametrize("signed", ["", "刚才", "2月30日", "13月1日", "0月0日", "0000-1-1", "明天"])
def test_what_is_no_day_gives_none(signed):
    assert computed(签收日=signed) == {}


def test_a_day_that_lies_ahead_was_not_signed_for():
    assert computed(签收日="9999-12-31") == {}


def test_both_follow_at_once():
    assert set(computed(收货城市="成都", 发货城市="金华", 签收日="1月1日")) == {
        "收货省份",
        "预计天数",
        "预计送达日",
        "退货截止日",
    }
