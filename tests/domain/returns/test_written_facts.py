from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from cs_desk.domain.errors import CaseRefusedError
from cs_desk.domain.returns.fact_rules import MOMENT_NAMES
from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Outcome, Parcel, Payer, Reason
from cs_desk.domain.returns.return_case import CaseFacts, OrderLine
from cs_desk.domain.returns.written_facts import FACTS, fact_called, places_of
from cs_desk.domain.returns.written_overrules import WrittenAmount, WrittenPayer, read_overrule

AT = datetime(2026, 11, 10, 14, 5, tzinfo=timezone(timedelta(hours=8)))
GOODS = (OrderLine("衬衫", 6000), OrderLine("裤子", 4000), OrderLine("衬衫", 6000))


def changed(facts, *given):
    for each in given:
        key, _, value = each.partition("=")
        facts = fact_called(key).change(facts, value)
    return facts


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ("订单号= 42 ", CaseFacts(order="42")),
        ("buyer=小满", CaseFacts(buyer="小满")),
        ("实付=86.36", CaseFacts(paid=8636)),
        ("已付运费=10", CaseFacts(freight_paid=1000)),
        ("freight_paid=￥8.50", CaseFacts(freight_paid=850)),
        ("结果=exchange", CaseFacts(outcome=Outcome.EXCHANGE)),
        ("包裹=未发货", CaseFacts(parcel=Parcel.UNSHIPPED)),
        ("签收=2026-11-10T14:05", CaseFacts(moments={Anchor.SIGNED: AT})),
        ("sent_back=2026-11-10 14:05", CaseFacts(moments={Anchor.SENT_BACK: AT})),
        ("flag=+7天 包邮", CaseFacts(flags=frozenset({Flag.NO_REASON, Flag.FREE_SHIPPING}))),
        ("goods=a=b=5", CaseFacts(goods=(OrderLine("a=b", 500),))),
        ("满减门槛=200", CaseFacts(discount_over=20000)),
    ],
)
def test_a_fact_is_written_and_an_empty_value_forgets_it(given, facts):
    assert changed(CaseFacts(), given) == facts
    key = given.partition("=")[0]
    assert changed(facts, f"{key}=") == CaseFacts()


def test_every_fact_and_every_moment_has_a_name_of_its_own_in_both_languages():
    names = [name for fact in FACTS for name in (fact.name, *fact.words)]
    assert len(names) == len(set(names))
    assert all(fact_called(name.upper()) is fact_called(name) for name in names)
    for anchor, name in MOMENT_NAMES.items():
        assert fact_called(name.text) is fact_called(anchor.value)
    assert fact_called("天气") is None


def test_the_fault_follows_the_reason_until_a_person_found_it_out():
    facts = changed(CaseFacts(), "原因=质量")
    assert facts.fault is Fault.SELLER
    assert changed(facts, "原因=不喜欢").fault is Fault.BUYER
    assert changed(facts, "原因=不喜欢", "标记=与描述不符").fault is Fault.SELLER
    found_out = changed(facts, "责任=买家", "原因=发错货")
    assert (found_out.reason, found_out.fault) == (Reason.WRONG, Fault.BUYER)
    assert changed(found_out, "责任=").fault is Fault.SELLER


def test_marks_are_added_and_taken_away_one_by_one():
    facts = changed(CaseFacts(), "flag=7天,包邮", "flag=-7天、+退货宝")
    assert facts.flags == {Flag.FREE_SHIPPING, Flag.INSURED}


def test_an_item_of_the_same_name_gets_another_price():
    facts = changed(CaseFacts(), "goods=衬衫=60", "goods=裤子=40", "goods=衬衫=50", "退回=裤子")
    assert facts.goods == (OrderLine("衬衫", 5000), OrderLine("裤子", 4000))
    assert facts.returned == (1,)
    assert changed(facts, "退回=").returned == ()


def test_a_name_twice_means_two_items():
    assert places_of(["衬衫", "裤子", "衬衫"], GOODS) == (0, 1, 2)
    for names in (["衬衫"] * 3, ["帽子"]):
        with pytest.raises(CaseRefusedError):
            places_of(names, GOODS)


@pytest.mark.parametrize(
    "given",
    [
        "实付=-5", "实付=一百", "满减=-1", "赠品=x", "原因=天气", "结果=送人", "责任=快递",
        "包裹=丢了", "标记=8天", "签收=昨天", "签收=2026-02-30", "goods=A", "goods==5",
        "goods=A=-5", "退回=帽子",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(given):
    facts = replace(CaseFacts(), goods=GOODS)
    with pytest.raises(CaseRefusedError):
        changed(facts, given)


@pytest.mark.parametrize(
    ("key", "value", "overrule"),
    [
        ("运费", "卖家", WrittenPayer(Payer.SELLER)),
        ("payer", "insurance", WrittenPayer(Payer.INSURANCE)),
        ("运费承担方", "", WrittenPayer(None)),
        ("refund", "60", WrittenAmount("refund", 6000)),
        ("退款金额", " ", WrittenAmount("refund", None)),
        ("line.goods.0", "50.5", WrittenAmount("goods.0", 5050)),
        ("line.freight", "-10", WrittenAmount("freight", -1000)),
        ("line.freight", "", WrittenAmount("freight", None)),
        ("实付", "5", None),
    ],
)
def test_a_rule_is_overruled(key, value, overrule):
    assert read_overrule(key, value) == overrule


@pytest.mark.parametrize(
    ("key", "value"), [("运费", "快递"), ("refund", "-1"), ("line.goods.0", "--5"), ("line.x", "a")]
)
def test_a_rule_is_not_overruled_by_what_cannot_be_read(key, value):
    with pytest.raises(CaseRefusedError):
        read_overrule(key, value)
