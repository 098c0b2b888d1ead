"""What a case gives to a reply, and what the buyer being served gives to a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from cs_desk.domain.returns.case_values import facts_from_buyer, values_of
from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Payer, Reason
from cs_desk.domain.returns.progress import view_of
from cs_desk.domain.returns.return_case import CaseFacts, ReturnCase
from tests.fake_cases import BUNDLED

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 12, 9, 30, tzinfo=CHINA)
SIGNED = datetime(2026, 11, 10, 14, 5, tzinfo=CHINA)
FACTS = CaseFacts(
    order="4210000000000000001",
    buyer="小鱼",
    item="针织开衫",
    spec="米白 M",
    category="服饰",
    paid=19_000,
    reason=Reason.UNSUIT,
    fault=Fault.BUYER,
    flags=frozenset({Flag.NO_REASON, Flag.FREE_SHIPPING}),
    moments={Anchor.SIGNED: SIGNED},
)


def values(case=None, **facts):
    case = case or ReturnCase("R1", BUNDLED.version, NOW, replace(FACTS, **facts))
    return values_of(view_of(case, BUNDLED, 90), NOW)


def test_a_case_fills_what_it_knows():
    found = values()
    assert {name: found[name] for name in ("订单号", "买家昵称", "商品名", "规格")} == {
        "订单号": "4210000000000000001",
        "买家昵称": "小鱼",
        "商品名": "针织开衫",
        "规格": "米白 M",
    }
    assert (found["签收日"], found["退货截止日"]) == ("11月10日", "11月17日")
    assert (found["退款金额"], found["运费承担方"]) == ("190.00", "买家")
    assert "吊牌" in found["完好要求"]


def test_what_is_not_known_is_left_to_the_reply():
    found = values(order="", item="", paid=None, moments={}, fault=Fault.UNKNOWN)
    assert not {"订单号", "商品名", "签收日", "退货截止日", "退款金额", "运费承担方"} & found.keys()


def test_a_day_of_another_year_says_which():
    found = values(moments={Anchor.SIGNED: datetime(2025, 12, 31, 9, 0, tzinfo=CHINA)})
    assert (found["签收日"], found["退货截止日"]) == ("2025年12月31日", "1月7日")


def test_the_day_to_ship_back_follows_from_the_consent():
    agreed = {Anchor.SIGNED: SIGNED, Anchor.AGREED: NOW}
    assert values(moments=agreed)["寄回截止日"] == "11月19日"


@pytest.mark.parametrize(
    ("payer", "word"),
    [
        (Payer.SELLER, "卖家"),
        (Payer.BUYER, "买家"),
        (Payer.INSURANCE, "退货宝（以页面为准）"),
        (Payer.UNDECIDED, None),
    ],
)
def test_the_payer_is_said_as_the_reply_lists_it(payer, word):
    case = ReturnCase("R1", BUNDLED.version, NOW, FACTS, payer=payer)
    assert values(case).get("运费承担方") == word


@pytest.mark.parametrize(
    ("known", "facts"),
    [
        ({}, CaseFacts()),
        ({"收货城市": "成都"}, CaseFacts()),
        ({"订单号": "42100000000001"}, CaseFacts(order="42100000000001")),
        ({"买家昵称": "小鱼", "商品名": "衫"}, CaseFacts(buyer="小鱼", item="衫")),
        (
            {"签收日": "11月10日"},
            CaseFacts(moments={Anchor.SIGNED: datetime(2026, 11, 10, tzinfo=CHINA)}),
        ),
        ({"签收日": "11月13日"}, CaseFacts()),
        ({"签收日": "不知道"}, CaseFacts()),
    ],
)
def test_a_case_begins_with_what_is_known_of_the_buyer(known, facts):
    assert facts_from_buyer(known, NOW) == facts
