from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from cs_desk.app.case_wording import (
    actor_told,
    anchor_told,
    case_status_told,
    deadline_source,
    fault_told,
    flag_told,
    freight_basis,
    freight_reason,
    grade_told,
    kind_told,
    left_told,
    left_until,
    level_told,
    line_told,
    outcome_told,
    parcel_told,
    payer_told,
    reason_told,
    status_told,
)
from cs_desk.domain.returns.checklist import Actor, Grade, Timer, TimerUnit
from cs_desk.domain.returns.deadlines import Deadline
from cs_desk.domain.returns.freight import FreightRule
from cs_desk.domain.returns.kinds import (
    Anchor,
    CaseStatus,
    Fault,
    Flag,
    Level,
    Outcome,
    Parcel,
    Payer,
    Reason,
    StepStatus,
)
from cs_desk.domain.returns.refund import LineKind, RefundLine
from cs_desk.domain.returns.return_case import ReadDeadline

APPLY = Timer(*("T0", "申请", 7, TimerUnit.CALENDAR_DAYS, Anchor.SIGNED), source="七日办法第十条")
NOW = datetime(2026, 11, 15, 9, 30, tzinfo=timezone(timedelta(hours=8)))


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        (reason_told, Reason),
        (outcome_told, Outcome),
        (fault_told, Fault),
        (flag_told, Flag),
        (parcel_told, Parcel),
        (anchor_told, Anchor),
        (status_told, StepStatus),
        (case_status_told, CaseStatus),
        (payer_told, Payer),
        (level_told, Level),
        (actor_told, Actor),
        (grade_told, Grade),
        (kind_told, LineKind),
        (freight_reason, FreightRule),
    ],
)
def test_every_kind_has_words_of_its_own(told, kinds):
    words = [told(kind, str) for kind in kinds]

    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("rule", FreightRule)
def test_every_rule_on_freight_names_what_it_rests_on(rule):
    assert "《" in freight_basis(rule, str) or "「退货宝」规则" in freight_basis(rule, str)


def test_words_are_translated():
    assert outcome_told(Outcome.EXCHANGE, {"换货": "exchange"}.get) == "exchange"


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (timedelta(days=3, hours=2, minutes=59), "剩 3 天 2 小时"),
        (timedelta(days=2, minutes=5), "剩 2 天"),
        (timedelta(hours=2, minutes=5), "剩 2 小时 5 分钟"),
        (timedelta(hours=2), "剩 2 小时"),
        (timedelta(minutes=25, seconds=59), "剩 25 分钟"),
        (timedelta(seconds=59), "剩不到 1 分钟"),
        (timedelta(0), "剩不到 1 分钟"),
        (-timedelta(seconds=1), "超时不到 1 分钟"),
        (-timedelta(hours=2), "超时 2 小时"),
        (-timedelta(days=400), "超时 400 天"),
    ],
)
def test_time_left_is_told_in_whole_units(left, told):
    assert left_told(Deadline(NOW, NOW + left), NOW, str) == told


def test_without_a_deadline_no_time_is_told():
    assert left_told(None, NOW, str) == left_until(None, NOW, str) == ""


@pytest.mark.parametrize(
    ("grade", "checked_on", "told"),
    [
        (Grade.LAW, None, "七日办法第十条"),
        (Grade.LAW, date(2026, 11, 21), "七日办法第十条（2026-11-21 核对）"),
        (Grade.THIRD_PARTY, None, "七日办法第十条；参考时限，以千牛倒计时为准"),
    ],
)
def test_a_rules_deadline_names_its_source_and_how_far_to_rely_on_it(grade, checked_on, told):
    timer = replace(APPLY, grade=grade, checked_on=checked_on)

    assert deadline_source(Deadline(NOW, NOW, timer), str) == told


def test_how_far_to_rely_on_a_source_is_not_said_twice():
    timer = replace(APPLY, source="卖家指南，以千牛倒计时为准", grade=Grade.THIRD_PARTY)

    assert deadline_source(Deadline(NOW, NOW, timer), str) == "卖家指南，以千牛倒计时为准"


def test_a_deadline_read_off_the_platform_says_when_it_was_read():
    read = ReadDeadline(NOW, NOW, "王芳")

    assert (
        deadline_source(Deadline(NOW, NOW, reading=read), str)
        == f"千牛倒计时（{NOW:%m-%d %H:%M} 读取）"
    )


def test_an_item_of_the_refund_is_told_by_its_name():
    assert line_told(RefundLine("goods.0", LineKind.GOODS, "衬衫", 1, 1), str) == "衬衫"
    assert line_told(RefundLine("gift", LineKind.GIFT, "", -1, -1), str) == "未退回的赠品"
