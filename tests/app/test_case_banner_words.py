from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date, datetime, timedelta, timezone

import pytest

from cs_desk.app.case_banner_words import banner, yuan_told
from cs_desk.domain.returns.case_view import CaseView
from cs_desk.domain.returns.checklist import Checklist, GoodCondition, Grade, Timer, TimerUnit
from cs_desk.domain.returns.deadlines import return_window
from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Outcome, Parcel, Payer, Reason
from cs_desk.domain.returns.return_case import CaseFacts, OrderLine, ReturnCase
from cs_desk.domain.returns.verdict import verdict_of

CHINA = timezone(timedelta(hours=8))
SIGNED = datetime(2026, 11, 10, 14, 5, tzinfo=CHINA)
NOW = datetime(2026, 11, 15, 9, 30, tzinfo=CHINA)
T0 = Timer(
    *("T0", "无理由申请", 7, TimerUnit.CALENDAR_DAYS, Anchor.SIGNED),
    source="七日办法第十条：签收次日起七天；淘宝按 168 小时",
    grade=Grade.LAW,
)
RULES = Checklist("id", "2026.11.0", "退货清单", date(2026, 11, 21), (), (), (T0,), ())
UNSUIT = CaseFacts(
    reason=Reason.UNSUIT,
    fault=Fault.BUYER,
    paid=19000,
    flags=frozenset({Flag.NO_REASON, Flag.FREE_SHIPPING}),
    moments={Anchor.SIGNED: SIGNED},
)
PART_OF_AN_ORDER = {
    "goods": (OrderLine("A", 12000), OrderLine("B", 10000)),
    "returned": (1,),
    "discount": 3000,
    "discount_over": 20000,
}


def view(condition=None, deleted_on=None, case=None, **facts):
    case = replace(case or ReturnCase("R1", "2026.11.0", NOW, UNSUIT))
    case = replace(case, facts=replace(case.facts, **facts))
    window, verdict = return_window(case, RULES), verdict_of(case, RULES)
    return CaseView(case, RULES, (), "", window, window, condition, verdict, deleted_on)


def notes(at=NOW, **kinds):
    return banner(view(**kinds), at, str)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (NOW, "最晚 11月17日 23:59:59 申请，剩 2 天 14 小时（七日办法第十条）。"),
        (
            NOW + timedelta(days=4),
            "最晚 11月17日 23:59:59 申请，已超时 1 天 9 小时；商品有问题的，不受此限。",
        ),
    ],
)
def test_the_window_tells_its_last_moment_and_what_is_left(at, told):
    assert notes(at).window == told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"moments": {}}, "填上签收时间"),
        ({"flags": frozenset({Flag.SPECIAL})}, "购买时已确认不支持七天无理由"),
        ({"moments": {Anchor.SIGNED: SIGNED, Anchor.APPLIED: NOW}}, "买家已按时申请"),
    ],
)
def test_the_window_counts_only_while_it_matters(facts, told):
    assert told in notes(NOW + timedelta(days=9), **facts).window


def test_who_asked_too_late_has_not_asked_in_time():
    late = {Anchor.SIGNED: SIGNED, Anchor.APPLIED: NOW + timedelta(days=3)}

    assert "超时" in notes(NOW + timedelta(days=4), moments=late).window


def test_a_closed_case_counts_no_time():
    closed = replace(ReturnCase("R1", "2026.11.0", NOW, UNSUIT), closed_at=NOW)

    assert "已关闭" in notes(NOW + timedelta(days=30), case=closed).window


def test_the_condition_is_what_the_checklist_says_of_these_goods():
    demands = GoodCondition("鞋", "鞋底无磨损。", "防盗扣、鞋盒")

    assert notes(condition=demands).condition == "鞋底无磨损；一并退回：防盗扣、鞋盒。"
    assert notes(condition=replace(demands, accessories="")).condition == "鞋底无磨损。"


def test_goods_of_no_known_kind_are_to_be_as_the_law_says():
    assert "商标吊牌齐全" in notes().condition


def test_the_freight_names_payer_and_reason():
    assert notes().freight == "买家承担：包邮商品七天无理由退货，买家只承担寄回的运费。"


def test_an_overruled_payer_is_told_with_whom_the_rules_name():
    case = ReturnCase("R1", "2026.11.0", NOW, UNSUIT, payer=Payer.SELLER)

    assert notes(case=case).freight == "卖家承担（人工改定，按规则为买家承担）。"


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"paid": None}, "填上实付金额，才能算出应退多少；以千牛退款页可退金额为准。"),
        ({"paid": 0}, "应退 ¥0.00，以千牛退款页可退金额为准。"),
        ({}, "应退 ¥190.00（实付商品款 ¥190.00），以千牛退款页可退金额为准。"),
        (
            {"gift": 1000},
            "应退 ¥180.00（实付商品款 ¥190.00，未退回的赠品 -¥10.00），以千牛退款页可退金额为准。",
        ),
        (
            {"outcome": Outcome.PARTIAL},
            "最多可退 ¥190.00（实付商品款 ¥190.00），以千牛退款页可退金额为准。",
        ),
        ({"outcome": Outcome.EXCHANGE}, "换货，不退款。"),
        (
            PART_OF_AN_ORDER,
            "应退 ¥86.36（B ¥86.36）；按比例 ¥86.36，按重新结算 ¥70.00，以千牛退款页可退金额为准。",
        ),
    ],
)
def test_the_refund_tells_what_it_consists_of(facts, told):
    assert notes(**facts).refund == told


def test_many_items_are_told_as_one_sum():
    goods = tuple(OrderLine(f"第 {number} 件", 4750) for number in range(4))

    assert "（商品 ¥190.00）" in notes(goods=goods).refund


@pytest.mark.parametrize("outcome", [Outcome.RETURN_REFUND, Outcome.PARTIAL])
def test_a_sum_that_a_person_put_there_is_told_as_such(outcome):
    case = ReturnCase("R1", "2026.11.0", NOW, UNSUIT, overruled={"refund": 5000})

    assert notes(case=case, outcome=outcome).refund.startswith("应退 ¥50.00（人工改定）")


def test_privacy_names_the_day_of_deletion_once_it_is_known():
    assert "关闭后 90 天自动删除" in notes().privacy
    assert "2027-02-13 自动删除" in notes(deleted_on=date(2027, 2, 13)).privacy


def test_privacy_tells_how_long_this_shop_keeps_cases():
    assert "关闭后 30 天" in banner(view(), NOW, str, retention_days=30).privacy


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("parcel", Parcel)
@pytest.mark.parametrize("fault", Fault)
def test_every_note_fits_into_two_lines(reason, parcel, fault):
    told = notes(reason=reason, parcel=parcel, fault=fault, gift=1000)

    # Two lines of 380 px hold 58 characters of 13 px; Latin ones take half of that.
    wide = [sum(1 if ord(sign) > 0x2000 else 0.55 for sign in note) for note in astuple(told)]
    assert max(wide) <= 58


@pytest.mark.parametrize(("fen", "told"), [(8636, "¥86.36"), (5, "¥0.05"), (-1000, "-¥10.00")])
def test_an_amount_is_told_in_yuan(fen, told):
    assert yuan_told(fen) == told


def test_personal_data_in_the_names_of_goods_is_masked():
    goods = (OrderLine("小鱼和小猫的裙子13812341234", 19000),)
    case = ReturnCase("R1", "2026.11.0", NOW, UNSUIT, former_buyers=("小猫",))
    told = notes(case=case, goods=goods, buyer="小鱼").refund
    assert "小*和小*的裙子138****1234 ¥190.00" in told


def test_what_is_masked_is_all_that_is_promised():
    assert notes().privacy.startswith("买家昵称、电话、证件号、邮箱打码显示")
