"""Finding names by their characters, their pinyin and their initials."""

from __future__ import annotations

import pytest

from cs_desk.ui.library.name_search import NameSearch

KNOWN = ("店铺名", "收货城市", "发货城市", "收货省份", "订单号", "旅行社", "VIP等级", "重量")


@pytest.fixture
def search(surroundings):
    return NameSearch(lambda: surroundings.readings)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", list(KNOWN)),
        ("城市", ["收货城市", "发货城市"]),
        ("sh", ["收货城市", "收货省份"]),
        ("shouhuo", ["收货城市", "收货省份"]),
        ("shouhuoch", ["收货城市"]),
        ("shhcs", ["收货城市"]),
        ("shcs", ["收货城市"]),
        ("chengs", ["收货城市", "发货城市"]),
        ("DDH", ["订单号"]),
        ("lvxing", ["旅行社"]),
        ("vip", ["VIP等级"]),
        ("vipdj", ["VIP等级"]),
        ("zhongl", ["重量"]),
        ("xyz", []),
    ],
)
def test_names_are_found_by_characters_pinyin_and_initials(search, typed, found):
    assert search.found(typed, KNOWN)[: len(found) or 1] == found


def test_the_table_of_readings_is_read_only_for_letters():
    def unread():
        raise AssertionError

    assert NameSearch(unread).found("收", KNOWN) == ["收货城市", "收货省份"]
