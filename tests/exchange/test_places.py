import json
from datetime import date
from pathlib import Path

import pytest

from cs_desk.domain.city import PROVINCES
from cs_desk.domain.delivery import estimate
from cs_desk.domain.errors import InvalidFileError, NewerFormatError, UnreadableFileError
from cs_desk.exchange.places import decode_zones, read_cities, read_zones

RESOURCES = Path(__file__).parents[2] / "resources"
CITIES = RESOURCES / "cities.json"
ZONES = RESOURCES / "rules" / "delivery_zones.json"


@pytest.fixture(scope="module")
def cities():
    return read_cities(CITIES)


@pytest.fixture
def edited(tmp_path):
    """A copy of a shipped file with one value, named by its path of keys, replaced."""

    def edit(original, *keys, value):
        content = json.loads(original.read_text(encoding="utf-8"))
        *parents, last = keys
        place = content
        for key in parents:
            place = place[key]
        place[last] = value
        copy = tmp_path / original.name
        copy.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return copy

    return edit


def test_every_province_has_a_city(cities):
    assert {city.province for city in cities.cities} == set(PROVINCES)
    assert len(PROVINCES) == 34


def test_the_prefecture_level_cities_are_complete(cities):
    # 333 on the mainland, 4 municipalities, 雄安, what provinces run directly, 港澳台.
    assert 380 <= sum(not city.within for city in cities.cities) <= 400


@pytest.mark.parametrize(
    "name", ["仙桃", "济源", "石河子", "神农架", "五指山", "陵水", "雄安", "三沙", "义乌", "昆山"]
)
def test_places_that_belong_to_no_prefecture_or_ship_by_themselves_are_there(cities, name):
    assert cities.find(name).name == name


def test_no_city_stands_twice(cities):
    names = [(city.name, city.province) for city in cities.cities]
    assert len(names) == len(set(names))


def test_no_name_means_two_cities(cities):
    assert [city.name for city in cities.cities if cities.find(city.name) is not city] == []


def test_every_city_above_another_exists(cities):
    known = {(city.name, city.province) for city in cities.cities if not city.within}
    within = {(city.within, city.province) for city in cities.cities if city.within}
    assert within <= known


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("朝阳", "chaoyang"),
        ("吕梁", "lvliang"),
        ("长治", "changzhi"),
        ("长沙", "changsha"),
        ("重庆", "chongqing"),
        ("厦门", "xiamen"),
        ("六安", "luan"),
        ("亳州", "bozhou"),
        ("台州", "taizhou"),
        ("蚌埠", "bengbu"),
        ("漯河", "luohe"),
        ("泊头", "botou"),
        ("乐清", "yueqing"),
        ("乐山", "leshan"),
        ("珲春", "hunchun"),
        ("阿勒泰", "aletai"),
    ],
)
def test_pinyin_is_as_the_place_says_its_name(cities, name, pinyin):
    assert cities.find(name).pinyin == pinyin


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("恩施州", "恩施"),
        ("西双版纳傣族自治州", "西双版纳"),
        ("大兴安岭地区", "大兴安岭"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("克州", "克孜勒苏"),
        ("香港特别行政区", "香港"),
        ("hohhot", "呼和浩特"),
        ("喀什市", "喀什"),
    ],
)
def test_official_short_and_foreign_names_are_known(cities, name, place):
    assert cities.find(name).name == place


def test_the_city_file_stays_small_with_one_city_a_line(cities):
    text = CITIES.read_text(encoding="utf-8")
    assert len(text.encode()) < 60_000
    assert sum(line.startswith("      [") for line in text.splitlines()) == len(cities.cities)


def test_the_notice_of_the_source_is_shipped():
    notice = (RESOURCES / "cities.NOTICE").read_text(encoding="utf-8")
    assert "Copyright (c) 2018 QinYuan Du" in notice
    assert "Permission is hereby granted" in notice


@pytest.mark.parametrize(
    ("origin", "destination", "zone", "days"),
    [
        ("杭州", "北京", "跨省", "3-4天"),
        ("金华", "成都", "远途", "4-5天"),
        ("金华", "义乌", "同城", "1-2天"),
        ("金华", "杭州", "省内", "2-3天"),
        ("杭州", "南京", "经济圈", "2-3天"),
        ("成都", "重庆", "经济圈", "2-3天"),
        ("广州", "海口", "经济圈", "2-3天"),
        ("广州", "乌鲁木齐", "偏远地区", "5-7天"),
        ("喀什", "上海", "偏远地区", "5-7天"),
        ("北京", "呼和浩特", "偏远地区", "5-7天"),
        ("西宁", "海南州", "偏远省内", "3-5天"),
        ("广州", "香港", "港澳台", "5-10天"),
    ],
)
def test_the_shipped_zones_give_the_usual_days(cities, origin, destination, zone, days):
    ends = cities.find(origin), cities.find(destination)
    estimated = estimate(*ends, read_zones(ZONES))
    assert (estimated.zone, estimated.days_text()) == (zone, days)


def test_the_zones_tell_where_their_days_come_from_and_when_that_was_checked():
    zones = read_zones(ZONES)
    assert zones.checked_on >= date(2026, 11, 21)
    assert all(rule.zone.source for rule in zones.rules)
    assert zones.elsewhere.source


def test_remote_cities_are_cities_of_the_list(cities):
    assert all(cities.find(name) for name in read_zones(ZONES).remote_cities)


@pytest.mark.parametrize(
    ("keys", "value", "where", "reason"),
    [
        (["rules", 0, "days"], [2, 2], "rules[0].days", "范围"),
        (["elsewhere", "days"], [5, 4], "elsewhere.days", "范围"),
        (["rules", 1, "zone"], "同城", "rules[1].zone", "重复"),
        (["elsewhere", "zone"], "同城", "elsewhere.zone", "重复"),
        (["remote_provinces"], ["新疆省"], "remote_provinces", "新疆省"),
        (["customs_provinces"], ["火星"], "customs_provinces", "火星"),
        (["circles", "川渝"], ["四川", "渝"], "circles.川渝", "渝"),
    ],
)
def test_a_zone_that_makes_no_sense_is_refused_with_its_place(edited, keys, value, where, reason):
    with pytest.raises(InvalidFileError) as caught:
        read_zones(edited(ZONES, *keys, value=value))
    assert caught.value.where == where
    assert reason in str(caught.value.reason)


@pytest.mark.parametrize(
    ("keys", "value", "where", "reason"),
    [
        (["rules", 0, "days"], [0, 2], "rules[0].days[0]", "数值不能小于 1"),
        (["rules", 0, "days"], [1, 61], "rules[0].days[1]", "数值不能大于 60"),
        (["rules", 0, "days"], [1], "rules[0].days", "应有 2 项"),
        (["rules", 0, "days"], ["1", 2], "rules[0].days[0]", "应为整数，现在是文字"),
        (["rules", 0, "when"], ["same_street"], "rules[0].when[0]", "same_street"),
        (["rules", 0, "zone"], "", "rules[0].zone", "不能为空"),
        (["rules", 0, "witin_km"], 5, "rules[0]", "不认识「witin_km」"),
        (["rules", 6, "within_km"], 0, "rules[6].within_km", "数值必须大于 0"),
        (["rules", 0], {"zone": "同城"}, "rules[0]", "缺少「days」"),
        (["checked_on"], "昨天", "checked_on", "2026-11-21"),
    ],
)
def test_a_zone_file_that_breaks_its_format_is_refused_in_chinese(
    edited, keys, value, where, reason
):
    with pytest.raises(InvalidFileError) as caught:
        read_zones(edited(ZONES, *keys, value=value))
    assert caught.value.where == where
    assert reason in str(caught.value.reason)


@pytest.mark.parametrize(
    ("keys", "value", "reason"),
    [
        (["北京", 0], ["北京", "beijing", 116.41, 39.9], "每字一个音节"),
        (["北京", 0], ["北京", "Běi jīng", 116.41, 39.9], "不允许的字符"),
        (["北京", 0], ["北京", "bei jing", 39.9, 116.41], "数值不能小于 73"),
        (["北京"], [["北京", "bei jing", 116.41, 39.9]] * 2, "「北京」重复"),
        (["火星"], [], "火星"),
    ],
)
def test_a_city_that_cannot_be_is_refused(edited, keys, value, reason):
    with pytest.raises(InvalidFileError, match=reason):
        read_cities(edited(CITIES, "provinces", *keys, value=value))


def test_a_city_file_without_a_province_is_refused(edited):
    provinces = json.loads(CITIES.read_text(encoding="utf-8"))["provinces"]
    del provinces["宁夏"]
    with pytest.raises(InvalidFileError, match="缺少省份「宁夏」"):
        read_cities(edited(CITIES, "provinces", value=provinces))


@pytest.mark.parametrize(
    ("content", "reason", "where"),
    [
        (b"", "文件是空的", ""),
        (b'{"format": 1', "文件不完整，可能没有传完（第 1 行）", ""),
        (b'{"format" 1}', "不是有效的 JSON（第 1 行）", ""),
        (b"[]", "类型不对，应为一组字段，现在是列表", ""),
        (
            '{"format": 1,\n"notes": ["中文"]}'.encode("gb18030"),
            "不是 UTF-8 编码的文字（第 2 行）",
            "",
        ),
        (b'{"format": 1, "notes": ' + b"[" * 100_000, "内容嵌套太深", ""),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_no_json_of_ours_is_refused_in_chinese(tmp_path, content, reason, where):
    file = tmp_path / "zones.json"
    file.write_bytes(content)
    with pytest.raises(InvalidFileError) as caught:
        read_zones(file)
    assert (str(caught.value.reason), caught.value.where) == (reason, where)


def test_a_byte_order_mark_does_no_harm(tmp_path):
    file = tmp_path / "zones.json"
    file.write_bytes(b"\xef\xbb\xbf" + ZONES.read_bytes())
    assert read_zones(file) == read_zones(ZONES)


def test_a_file_of_a_newer_program_is_told_apart_from_a_broken_one(edited):
    with pytest.raises(NewerFormatError):
        read_zones(edited(ZONES, "format", value=2))


def test_a_missing_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableFileError):
        read_zones(tmp_path / "zones.json")


def test_zones_inside_another_file_are_read_alike():
    assert decode_zones(ZONES.read_bytes(), "话术.csdesk") == read_zones(ZONES)
