"""How the history of a case reads, for everything that can be done to a case."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import datetime, timedelta, timezone

import pytest

from cs_desk.app.case_history_words import history_told
from cs_desk.domain.returns import changes
from cs_desk.domain.returns.changes import Hand
from cs_desk.domain.returns.kinds import (
    Anchor,
    Fault,
    Flag,
    Outcome,
    Parcel,
    Payer,
    Reason,
)
from cs_desk.domain.returns.progress import view_of
from cs_desk.domain.returns.return_case import (
    Act,
    CaseFacts,
    Evidence,
    OrderLine,
    ReturnCase,
    SentReply,
)
from tests.fake_cases import BUNDLED

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 12, 9, 30, tzinfo=CHINA)
SIGNED = datetime(2026, 11, 10, 14, 5, tzinfo=CHINA)
HAND = Hand("小满", NOW)
GOODS = (OrderLine("衫", 6_000), OrderLine("裙", 4_000))
FACTS = CaseFacts(
    order="4210000000000000001",
    buyer="小鱼",
    category="女装",
    paid=9_000,
    reason=Reason.UNSUIT,
    flags=frozenset({Flag.NO_REASON}),
    moments={Anchor.APPLIED: SIGNED},
    goods=GOODS,
    gift=500,
    coupon=100,
)
BASE = ReturnCase("R261112-001", BUNDLED.version, NOW, FACTS)
PICTURE = Evidence("0" * 64, "吊牌.png", 1, "小满", NOW)
NEWER = replace(BUNDLED, version="2027.1.0")


def seen(case):
    return view_of(case, BUNDLED, 90)


def ticked(case):
    return changes.ticked(seen(case), "signed_date", HAND)


def worked(case):
    while seen(case).open_checks():
        case = changes.ticked(seen(case), seen(case).open_checks()[0].key, HAND)
    return case


def closed(case):
    return changes.closed(seen(worked(case)), HAND)


def attached(case):
    return changes.attached(case, PICTURE)


def paid_by(case, payer):
    return changes.payer_overruled(case, payer, HAND)


def overruled(case, key, fen):
    return changes.line_overruled(seen(case), key, fen, HAND)


def facts(**others):
    return lambda case: changes.with_facts(case, replace(case.facts, **others), HAND)


def read(case):
    return changes.deadline_read(seen(case), "review", SIGNED, HAND)


def undone(change):
    return lambda case: changes.undone(change(case), case, HAND)


def last_told(case):
    return history_told(case.history[-1], str)


ACTS = {
    Act.OPENED: (lambda _: changes.opened("R1", FACTS, BUNDLED, HAND), "开单"),
    Act.TICKED: (ticked, "勾选「核对签收日期」"),
    Act.UNTICKED: (
        lambda case: changes.unticked(seen(ticked(case)), "signed_date", HAND),
        "取消勾选「核对签收日期」",
    ),
    Act.NOTED: (lambda case: changes.noted(case, "备注", HAND), "写了备注"),
    Act.SET: (facts(outcome=Outcome.EXCHANGE), "处理方式改为「换货」"),
    Act.DEADLINE_READ: (read, "按千牛倒计时设定「等待审核」的时限：2026-11-10 14:05"),
    Act.DEADLINE_DROPPED: (
        lambda case: changes.deadline_dropped(seen(read(case)), "review", HAND),
        "不再用千牛读来的「等待审核」时限",
    ),
    Act.REPLIED: (
        lambda case: changes.replied(case, SentReply("t1", "结束语", "", "0" * 64, "小满", NOW)),
        "复制话术「结束语」",
    ),
    Act.ATTACHED: (attached, "添加凭证「吊牌.png」"),
    Act.DETACHED: (
        lambda case: changes.detached(attached(case), PICTURE.sha256, HAND),
        "移除凭证「吊牌.png」",
    ),
    Act.OVERRULED: (lambda case: paid_by(case, Payer.BUYER), "人工改定运费承担方：买家承担"),
    Act.CLOSED: (closed, "关闭"),
    Act.WITHDRAWN: (lambda case: changes.withdrawn(case, HAND), "作废"),
    Act.REOPENED: (lambda case: changes.reopened(closed(case), HAND), "重新打开"),
    Act.UNDONE: (undone(ticked), "撤销：勾选「核对签收日期」"),
    Act.MOVED_ON: (
        lambda case: changes.moved_on(case, NEWER, HAND),
        "改用清单版本 2027.1.0",
    ),
}


@pytest.mark.parametrize("act", Act)
def test_every_act_is_told_as_it_is_done(act):
    change, words = ACTS[act]
    case = change(BASE)
    assert case.history[-1].act is act
    assert last_told(case) == words


CHANGED = {
    "order": ("4210000000000000002", "订单号改为「4210000000000000002」"),
    "buyer": ("王小明", "改了买家昵称"),
    "item": ("针织衫", "改了商品"),
    "spec": ("米色", "改了规格"),
    "category": ("童装", "品类改为「童装」"),
    "paid": (6_050, "实付改为「¥60.50」"),
    "freight_paid": (1_000, "已付运费改为「¥10.00」"),
    "reason": (Reason.SIZE, "退货原因改为「尺码不合」"),
    "fault": (Fault.SELLER, "责任改为「卖家责任」"),
    "outcome": (Outcome.EXCHANGE, "处理方式改为「换货」"),
    "parcel": (Parcel.IN_TRANSIT, "包裹状态改为「运输中」"),
    "flags": (frozenset({Flag.INSURED, Flag.NO_REASON}), "标记改为「七天无理由、退货宝或运费险」"),
    "moments": ({Anchor.APPLIED: SIGNED, Anchor.SIGNED: SIGNED}, "签收时间改为「11-10 14:05」"),
    "goods": (GOODS[:1], "改了订单商品"),
    "returned": ((1,), "改了要退的商品"),
    "discount": (1_000, "满减改为「¥10.00」"),
    "discount_over": (9_900, "满减门槛改为「¥99.00」"),
    "outbound_freight": (800, "发货运费改为「¥8.00」"),
    "gift": (0, "赠品改为「¥0.00」"),
    "coupon": (200, "优惠券改为「¥2.00」"),
    "shop": ("s2", "改了店铺"),
}


@pytest.mark.parametrize("field", [field.name for field in fields(CaseFacts)])
def test_every_fact_is_told_in_words(field):
    value, words = CHANGED[field]
    changed = facts(**{field: value})
    assert last_told(changed(BASE)) == words
    assert last_told(undone(changed)(BASE)) == f"撤销：{words}"


@pytest.mark.parametrize(
    ("emptied", "words"),
    [
        ({"order": ""}, "清空订单号"),
        ({"category": ""}, "清空品类"),
        ({"paid": None}, "清空实付"),
        ({"flags": frozenset()}, "清空标记"),
        ({"moments": {}}, "清空申请时间"),
        ({"buyer": ""}, "改了买家昵称"),
    ],
)
def test_what_is_emptied_is_told_so(emptied, words):
    assert last_told(facts(**emptied)(BASE)) == words


@pytest.mark.parametrize("anchor", Anchor)
def test_every_moment_is_named(anchor):
    case = facts(moments={anchor: SIGNED})(replace(BASE, facts=CaseFacts()))
    assert re.fullmatch("[\u4e00-\u9fff]+时间改为「11-10 14:05」", last_told(case))


def test_a_moment_of_another_year_names_it():
    moments = {Anchor.APPLIED: SIGNED.replace(year=2025)}
    assert last_told(facts(moments=moments)(BASE)) == "申请时间改为「2025-11-10 14:05」"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("goods.1", "第 2 件"),
        ("freight", "运费"),
        ("gift", "赠品"),
        ("coupon", "优惠券和积分"),
        ("refund", "应退总额"),
    ],
)
def test_an_overruled_amount_is_named_and_so_is_the_way_back(key, name):
    case = overruled(BASE, key, 6_000)
    assert last_told(case) == f"人工改定{name}：¥60.00"
    assert last_told(overruled(case, key, None)) == f"{name}改回按规则"


def test_what_was_paid_is_named_where_no_goods_are_known():
    case = overruled(facts(goods=())(BASE), "paid", 6_000)
    assert last_told(case) == "人工改定实付商品款：¥60.00"


def test_an_amount_that_is_kept_back_is_told_as_one():
    assert last_told(overruled(BASE, "freight", -800)) == "人工改定运费：-¥8.00"


@pytest.mark.parametrize("payer", Payer)
def test_every_payer_is_told_in_words(payer):
    told = last_told(paid_by(BASE, payer))
    assert re.fullmatch("人工改定运费承担方：[\u4e00-\u9fff]+", told)
    assert last_told(paid_by(paid_by(BASE, payer), None)) == "运费承担方改回按规则"


@pytest.mark.parametrize("act", [act for act in Act if act not in {Act.OPENED, Act.UNDONE}])
def test_taking_back_tells_what_was_taken_back(act):
    change, words = ACTS[act]
    case = change(BASE)
    before = replace(case, history=case.history[:-1])
    assert last_told(changes.undone(case, before, HAND)) == f"撤销：{words}"


def test_goods_that_changed_take_their_amounts_with_them():
    case = facts(goods=GOODS[::-1])(overruled(BASE, "goods.0", 1))
    told = [history_told(line, str) for line in case.history[-2:]]
    assert told == ["改了订单商品", "第 1 件改回按规则"]


def test_what_people_typed_is_put_in_once():
    case = facts(category="%1%2")(BASE)
    assert last_told(case) == "品类改为「%1%2」"


@pytest.mark.parametrize("field", ["reason", "flags", "moments"])
def test_every_word_of_it_is_translated(field):
    line = facts(**{field: CHANGED[field][0]})(BASE).history[-1]
    told = history_told(line, lambda text: re.sub("[\u4e00-\u9fff]", "x", text))
    assert not re.search("[\u4e00-\u9fff]", told)
