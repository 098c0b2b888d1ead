from __future__ import annotations

from dataclasses import replace

import pytest

from cs_desk.domain.template import Placeholder, PlaceholderSource, PlaceholderType, ToneVariant
from cs_desk.ui.library.field_differences import placeholder_differences, reply_differences
from tests.ui.library.incoming_files import SLOW

CITY = Placeholder("收货城市", PlaceholderType.CITY)


def told(differences):
    return [(each.name, each.before, each.after) for each in differences]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"title": "催件"}, ("标题", "还没到", "催件")),
        ({"code": ""}, ("编码", "hmd", "")),
        ({"tags": ("好慢", "催")}, ("标签", "好慢", "好慢、催")),
        ({"tones": (ToneVariant("正式", "您好"),)}, ("语气：正式", "", "您好")),
        ({"extra": '{"a": 1}'}, ("其他", "", '{"a": 1}')),
    ],
)
def test_a_field_that_differs_is_named_with_both_texts(change, expected):
    assert told(reply_differences(SLOW, replace(SLOW, **change))) == [expected]


def test_a_reply_that_is_not_there_has_nothing_in_any_field():
    differences = reply_differences(None, SLOW)
    assert all(each.before == "" for each in differences)
    assert [each.name for each in differences] == ["标题", "内容", "编码", "分组", "标签", "提示"]


def test_the_revision_is_no_difference():
    assert reply_differences(SLOW, replace(SLOW, rev=9)) == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"type": PlaceholderType.DAYS}, ("类型", "城市", "天数")),
        ({"source": PlaceholderSource.SHOP}, ("来源", "当前买家", "店铺")),
        ({"required": False}, ("必填", "是", "否")),
        ({"default": "成都"}, ("默认值", "", "成都")),
        ({"choices": ("成都", "重庆")}, ("选项", "", "成都、重庆")),
    ],
)
def test_a_definition_is_compared_in_words(change, expected):
    assert told(placeholder_differences(CITY, replace(CITY, **change))) == [expected]
