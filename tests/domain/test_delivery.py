from datetime import date

import pytest

from cs_desk.domain.city import City
from cs_desk.domain.delivery import (
    DeliveryEstimate,
    EconomicCircle,
    Relation,
    Zone,
    ZoneRule,
    ZoneTable,
    estimate,
    great_circle_km,
)

PLACES = {
    "杭州": City("杭州", "浙江", ("hang", "zhou"), 120.21, 30.25),
    "金华": City("金华", "浙江", ("jin", "hua"), 119.65, 29.08),
    "义乌": City("义乌", "浙江", ("yi", "wu"), 120.07, 29.31, within="金华"),
    "永康": City("永康", "浙江", ("yong", "kang"), 120.05, 28.89, within="金华"),
    "上海": City("上海", "上海", ("shang", "hai"), 121.47, 31.23),
    "北京": City("北京", "北京", ("bei", "jing"), 116.41, 39.9),
    "成都": City("成都", "四川", ("cheng", "du"), 104.07, 30.57),
    "广州": City("广州", "广东", ("guang", "zhou"), 113.26, 23.13),
    "深圳": City("深圳", "广东", ("shen", "zhen"), 114.06, 22.54),
    "海口": City("海口", "海南", ("hai", "kou"), 110.2, 20.04),
    "三沙": City("三沙", "海南", ("san", "sha"), 112.34, 16.83),
    "沈阳": City("沈阳", "辽宁", ("shen", "yang"), 123.43, 41.68),
    "乌鲁木齐": City("乌鲁木齐", "新疆", ("wu", "lu", "mu", "qi"), 87.62, 43.83),
    "喀什": City("喀什", "新疆", ("ka", "shi"), 75.99, 39.47),
    "兰州": City("兰州", "甘肃", ("lan", "zhou"), 103.83, 36.06),
    "拉萨": City("拉萨", "西藏", ("la", "sa"), 91.17, 29.65),
    "香港": City("香港", "香港", ("xiang", "gang"), 114.17, 22.28),
    "澳门": City("澳门", "澳门", ("ao", "men"), 113.54, 22.19),
    "台北": City("台北", "台湾", ("tai", "bei"), 121.56, 25.04),
    "高雄": City("高雄", "台湾", ("gao", "xiong"), 120.31, 22.63),
}

ZONES = ZoneTable(
    rules=(
        ZoneRule(Zone("同城", 1, 2), frozenset({Relation.SAME_CITY})),
        ZoneRule(Zone("偏远省内", 3, 5), frozenset({Relation.SAME_PROVINCE, Relation.REMOTE})),
        ZoneRule(Zone("省内", 2, 3), frozenset({Relation.SAME_PROVINCE})),
        ZoneRule(Zone("港澳台", 5, 10), frozenset({Relation.ACROSS_CUSTOMS})),
        ZoneRule(Zone("偏远", 5, 7), frozenset({Relation.REMOTE})),
        ZoneRule(Zone("经济圈", 2, 3), frozenset({Relation.SAME_CIRCLE})),
        ZoneRule(Zone("跨省", 3, 4), within_km=1500),
    ),
    elsewhere=Zone("远途", 4, 5),
    checked_on=date(2026, 11, 21),
    circles=(
        EconomicCircle("江浙沪皖", frozenset({"江苏", "浙江", "上海", "安徽"})),
        EconomicCircle("粤桂琼", frozenset({"广东", "广西", "海南"})),
        # A circle that reaches into a remote province, to see which of the two wins.
        EconomicCircle("西北", frozenset({"甘肃", "新疆"})),
    ),
    remote_provinces=frozenset({"新疆", "西藏", "甘肃"}),
    remote_cities=frozenset({"三沙"}),
    customs_provinces=frozenset({"香港", "澳门", "台湾"}),
)


@pytest.mark.parametrize(
    ("origin", "destination", "zone", "days"),
    [
        ("金华", "金华", "同城", "1-2天"),
        ("金华", "义乌", "同城", "1-2天"),
        ("义乌", "永康", "同城", "1-2天"),
        ("兰州", "兰州", "同城", "1-2天"),
        ("香港", "香港", "同城", "1-2天"),
        ("金华", "杭州", "省内", "2-3天"),
        ("台北", "高雄", "省内", "2-3天"),
        ("乌鲁木齐", "喀什", "偏远省内", "3-5天"),
        ("杭州", "上海", "经济圈", "2-3天"),
        ("广州", "海口", "经济圈", "2-3天"),
        ("杭州", "北京", "跨省", "3-4天"),
        ("金华", "成都", "远途", "4-5天"),
        ("广州", "沈阳", "远途", "4-5天"),
        ("广州", "乌鲁木齐", "偏远", "5-7天"),
        ("乌鲁木齐", "上海", "偏远", "5-7天"),
        ("兰州", "乌鲁木齐", "偏远", "5-7天"),
        ("广州", "三沙", "偏远", "5-7天"),
        ("深圳", "香港", "港澳台", "5-10天"),
        ("台北", "杭州", "港澳台", "5-10天"),
        ("香港", "澳门", "港澳台", "5-10天"),
        ("香港", "拉萨", "港澳台", "5-10天"),
    ],
)
def test_a_delivery_takes_the_days_of_its_zone(origin, destination, zone, days):
    estimated = estimate(PLACES[origin], PLACES[destination], ZONES)
    assert (estimated.zone, estimated.days_text()) == (zone, days)


def test_the_way_back_takes_as_long():
    there = estimate(PLACES["广州"], PLACES["拉萨"], ZONES)
    assert estimate(PLACES["拉萨"], PLACES["广州"], ZONES) == there


def test_a_city_of_the_same_name_in_another_province_is_another_city():
    namesake = City("杭州", "湖北", ("hang", "zhou"), 120.21, 30.25)
    assert estimate(PLACES["杭州"], namesake, ZONES).zone == "跨省"


@pytest.mark.parametrize(
    ("shipped_on", "arrival"),
    [
        (date(2026, 11, 21), "11月25日前后"),
        (date(2026, 11, 28), "12月2日前后"),
        (date(2026, 12, 29), "1月2日前后"),
        (date(2028, 2, 26), "3月1日前后"),
    ],
)
def test_the_arrival_is_the_last_day_of_the_range(shipped_on, arrival):
    assert DeliveryEstimate("跨省", 3, 4).arrival(shipped_on) == arrival


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [("杭州", "北京", 1128), ("杭州", "成都", 1547), ("杭州", "拉萨", 2791), ("杭州", "杭州", 0)],
)
def test_distance_follows_the_earths_surface(one, other, km):
    assert great_circle_km(PLACES[one], PLACES[other]) == pytest.approx(km, abs=6)


@pytest.mark.parametrize(("distance", "applies"), [(1500, True), (1500.1, False)])
def test_a_rule_applies_up_to_its_distance(distance, applies):
    rule = ZoneRule(Zone("跨省", 3, 4), within_km=1500)
    assert rule.applies(frozenset(), distance) is applies
