"""Whose value fills a reply, and whose never may."""

from __future__ import annotations

import pytest

from cs_desk.app.reply_desk import Conversation
from cs_desk.domain.buyer import BuyerContext
from cs_desk.domain.filling import ValueSource
from cs_desk.domain.placeholder_values import InvalidReason


def test_the_shop_fills_its_own_names(in_shop):
    assert in_shop.text("from") == "云朵家从金华发货。"
    assert in_shop.source("from", "店铺名") is ValueSource.SHOP


def test_what_follows_from_shop_and_buyer_is_computed(in_shop):
    in_shop.give("收货城市", "成都")
    assert in_shop.text("eta") == "金华到成都要3-4天。"
    assert in_shop.source("eta", "收货城市") is ValueSource.BUYER
    assert in_shop.source("eta", "预计天数") is ValueSource.COMPUTED


@pytest.mark.parametrize(
    ("shop", "buyer", "argument", "value", "source"),
    [
        ("", "", "", "圆通", ValueSource.DEFAULT),
        ("中通", "", "", "中通", ValueSource.SHOP),
        ("中通", "韵达", "", "韵达", ValueSource.BUYER),
        ("中通", "韵达", "顺丰", "顺丰", ValueSource.ARGUMENT),
        ("中通", "", "顺丰", "顺丰", ValueSource.ARGUMENT),
    ],
)
def test_the_closest_source_wins(in_shop, shop, buyer, argument, value, source):
    in_shop.shops.set_values(in_shop.shops.current, {"快递公司": shop})
    in_shop.desk.resume(Conversation(BuyerContext().with_value("快递公司", buyer), {}))
    filled = in_shop.compose("courier", arguments={"快递公司": argument})
    assert filled.reply.text == f"发{value}。"
    assert filled.reply.fields[0].source is source


@pytest.mark.parametrize(
    ("buyer", "argument", "value", "source"),
    [
        ("", "", "3-4天", ValueSource.COMPUTED),
        ("5天", "", "5天", ValueSource.BUYER),
        ("5天", "6天", "6天", ValueSource.ARGUMENT),
    ],
)
def test_what_the_agent_says_beats_what_is_computed(in_shop, buyer, argument, value, source):
    in_shop.shops.set_values(in_shop.shops.current, {"预计天数": "9天"})
    in_shop.give("收货城市", "成都")
    in_shop.give("预计天数", buyer)
    filled = in_shop.compose("eta", arguments={"预计天数": argument})
    assert filled.reply.text == f"金华到成都要{value}。"
    assert filled.reply.fields[2].source is source


def test_an_argument_is_a_ground_to_compute_from(in_shop):
    arguments = {"收货城市": "成都"}
    assert in_shop.text("eta", arguments=arguments) == "金华到成都要3-4天。"
    assert "收货城市" not in in_shop.desk.buyer.values


@pytest.mark.parametrize(
    ("tone", "shown", "begins"),
    [("", "亲切", "亲，别急"), ("正式", "正式", "您好"), ("安抚", "亲切", "亲，别急")],
)
def test_a_reply_is_said_in_the_chosen_tone_if_it_has_it(bench, tone, shown, begins):
    composition = bench.compose("back", tone=tone)
    assert composition.tone == shown
    assert composition.reply.text.startswith(begins)


def test_a_reply_with_one_tone_has_none_to_choose(bench):
    assert bench.compose("hi", tone="正式").tone == ""


def test_the_next_buyer_starts_empty_and_the_last_can_be_taken_back(in_shop):
    in_shop.give("收货城市", "成都")
    in_shop.give("买家昵称", "小王")
    leaving = in_shop.desk.next_buyer()
    assert in_shop.text("eta") == "金华到{收货城市}要{预计天数}。"
    assert in_shop.text("back").startswith("亲，")
    in_shop.desk.resume(leaving)
    assert in_shop.text("eta") == "金华到成都要3-4天。"


def test_a_value_taken_away_is_gone(in_shop):
    in_shop.give("收货城市", "成都")
    in_shop.give("收货城市", "")
    assert not in_shop.compose("eta").reply.complete
    assert in_shop.desk.buyer.values == {}


def test_switching_the_shop_changes_every_value_of_it(in_shop):
    other = in_shop.shops.set_values(in_shop.shops.fresh("海风屋"), {"发货城市": "成都"})
    in_shop.give("快递公司", "韵达")
    in_shop.desk.switch_shop(other)
    assert in_shop.text("from") == "海风屋从成都发货。"
    assert in_shop.text("courier") == "发圆通。"
    in_shop.reopen()
    assert in_shop.text("from") == "海风屋从成都发货。"


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("发货城市", "jinhua", InvalidReason.NOT_A_CITY),
        ("发货城市", "金华", None),
        ("发货城市", "", None),
        ("没有定义", "随便", None),
    ],
)
def test_a_shop_value_is_checked_by_its_definition(bench, name, value, reason):
    assert bench.desk.check_shop_value(name, value) is reason


def test_cities_are_suggested_while_they_are_typed(bench):
    assert [city.name for city in bench.desk.suggest_cities("cd")] == ["成都"]
    assert [city.name for city in bench.desk.suggest_cities("四川省成都市")] == ["成都"]


def test_the_clipboard_fills_its_place(bench):
    template = bench.template("hi")
    quoting = type(template)("quote", "引用", "您说：{剪贴板}")
    assert not bench.desk.compose(quoting).reply.complete
    told = []
    bench.desk.tell_of_clipboard(lambda: told.append(bench.desk.compose(quoting).reply.text))
    bench.clipboard.fill_from_elsewhere("多久到")
    assert told == ["您说：多久到"]
    assert bench.desk.compose(quoting).reply.text == "您说：多久到"
