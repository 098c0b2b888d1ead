from __future__ import annotations

import pytest

from cs_desk.domain.buyer import BuyerContext


def test_values_are_added_replaced_and_forgotten():
    buyer = BuyerContext().with_value("收货城市", "成都").with_value("买家昵称", "小王")
    buyer = buyer.with_value("收货城市", "金华").with_value("买家昵称", "")
    assert buyer.values == {"收货城市": "金华"}


def test_values_stay_in_the_order_in_which_they_came():
    buyer = BuyerContext().with_value("乙", "2").with_value("甲", "1").with_value("乙", "3")
    assert list(buyer.values) == ["乙", "甲"]


def test_a_buyer_stays_as_it_was():
    first = BuyerContext().with_value("收货城市", "成都")
    first.with_value("收货城市", "金华")
    assert first.values == {"收货城市": "成都"}
    assert BuyerContext().values == {}
    with pytest.raises(TypeError):
        first.values["收货城市"] = "金华"
