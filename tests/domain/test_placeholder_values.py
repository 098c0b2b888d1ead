from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.placeholder_values import LONGEST_VALUE, InvalidReason, check_value
from cs_desk.domain.template import Placeholder, PlaceholderType

NOW = datetime(2026, 11, 21, 15, 0, tzinfo=timezone(timedelta(hours=8)))


def check(kind, value, **definition):
    return check_value(Placeholder("名称", PlaceholderType(kind), **definition), value, NOW)


@pytest.mark.parametrize(
    ("kind", "value", "normalised"),
    [
        ("text", " 小满 ", "小满"),
        ("text", "浙江\r\n金华", "浙江 金华"),
        ("text", "１，２", "１，２"),
        ("text", "a\x00b\x1b", "ab"),
        ("text", "\ufeff成\u200b都", "成都"),
        ("text", "e\u0301", "é"),
        ("text", "👩\u200d🎨", "👩\u200d🎨"),
        ("text", " \n ", ""),
        ("multiline", "一\r\n\t二\n", "一\n\t二"),
        ("city", "成都", "成都"),
        ("days", "３～４天", "3-4天"),
        ("days", "3 至 4 个工作日", "3-4个工作日"),
        ("days", "约3天左右", "约3天左右"),
        ("days", "3", "3"),
        ("date", "2026-11-25", "11月25日"),
        ("date", "11月25日前后", "11月25日前后"),
        ("date", "11月10日", "11月10日"),
        ("money", "86.36", "86.36"),
        ("money", "￥１，２３４．５元", "1234.50"),
        ("money", "007", "7"),
        ("money", "0", "0"),
        ("link", "https://item.taobao.com/item.htm?id=1", "https://item.taobao.com/item.htm?id=1"),
        ("link", "HTTPS://TMALL.COM", "HTTPS://TMALL.COM"),
        ("link", "http://a.b.1688.com#x", "http://a.b.1688.com#x"),
        ("order_no", "4210 1234 5678 ９０１２", "4210123456789012"),
        ("tracking_no", "yt 1234567890123", "YT1234567890123"),
    ],
)
def test_a_good_value_is_put_into_its_form(kind, value, normalised):
    checked = check(kind, value)
    assert (checked.value, checked.reason) == (normalised, None)


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        ("city", "chengdu", "not_a_city"),
        ("days", "很快", "not_days"),
        ("days", "5-3天", "not_days"),
        ("days", "48小时", "not_days"),
        ("date", "尽快", "not_a_date"),
        ("date", "2月30日", "not_a_date"),
        ("money", "-1", "not_money"),
        ("money", "1.234", "not_money"),
        ("money", "1,23", "not_money"),
        ("money", "86块", "not_money"),
        ("money", "1e5", "not_money"),
        ("money", "9999999999", "not_money"),
        ("order_no", "12345678901", "bad_order_no"),
        ("order_no", "2.6E+18", "bad_order_no"),
        ("order_no", "1" * 21, "bad_order_no"),
        ("tracking_no", "YT-1234567", "bad_tracking_no"),
        ("tracking_no", "圆通1234567890", "bad_tracking_no"),
        ("tracking_no", "YT12345", "bad_tracking_no"),
    ],
)
def test_a_value_of_the_wrong_form_is_refused_as_it_was_written(kind, value, reason):
    checked = check(kind, value)
    assert (checked.value, checked.reason) == (value, InvalidReason(reason))


@pytest.mark.parametrize(
    "link",
    [
        "item.taobao.com",
        "ftp://taobao.com",
        "javascript:alert(1)//taobao.com",
        "https://taobao.com.evil.com/",
        "https://eviltaobao.com/",
        "https://taobao.com@evil.com/",
        "https://evil.com/?https://taobao.com",
        "https://evil.com#.taobao.com",
        "https://taobao.com:443/",
        "https://user:pw@taobao.com/",
        "https://taobao.com\\@evil.com/",
        "https://taobao.com./",
        "https://taobaо.com/",
        "https://taobao。com/",
        "https://taobao.com/ x",
        "https://taobao.com/\n.evil.com",
        'https://taobao.com/"><script>',
        "https://taobao.com/复制打开",
        "https:///taobao.com",
        "https://..taobao.com",
    ],
)
def test_only_plain_links_into_the_platform_pass(link):
    assert check("link", link).reason is InvalidReason.BAD_LINK


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("11月20日", "past_date"),
        ("今天14点59分", "past_date"),
        ("14:59", "past_date"),
        ("15:00", None),
        ("今天", None),
        ("2小时内", None),
    ],
)
def test_a_promise_may_not_be_past(value, reason):
    assert check("date", value, promise=True).reason == reason


@pytest.mark.parametrize(("value", "reason"), [("圆通", None), ("邮政", "not_a_choice")])
def test_a_choice_is_one_of_those_offered(value, reason):
    assert check("choice", value, choices=("圆通", "中通")).reason == reason


def test_a_choice_without_choices_takes_any_text():
    assert check("choice", "圆通").reason is None


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200f", "\ud800", "\U000e0041", "\u180e"])
def test_characters_that_mislead_are_shown_and_refused(hidden):
    checked = check("text", f"a{hidden}b")
    assert (checked.value, checked.reason) == ("a\ufffdb", InvalidReason.CONTROL_CHARACTERS)


@pytest.mark.parametrize(("length", "reason"), [(5, None), (6, "too_long")])
def test_a_value_may_be_as_long_as_its_definition_says(length, reason):
    assert check("text", "长" * length, max_length=5).reason == reason


def test_of_an_endless_value_only_the_beginning_is_kept():
    checked = check("text", "长" * 5_000_000)
    assert (len(checked.value), checked.reason) == (LONGEST_VALUE, InvalidReason.TOO_LONG)


@given(st.sampled_from(PlaceholderType), st.text())
def test_every_value_has_an_answer_and_a_good_one_is_stable(kind, value):
    checked = check(kind, value)
    assert checked.reason or check(kind, checked.value) == checked
