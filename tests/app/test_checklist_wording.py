"""How the checklist is spoken of: whom something is for, how long, and where a fault is seen."""

from __future__ import annotations

import pytest

from cs_desk.app.checklist_faults import ChecklistFault
from cs_desk.app.checklist_wording import (
    amount_told,
    cases_told,
    fault_in_words,
    grade_line,
    grade_mark,
    place_told,
    span_told,
)
from cs_desk.domain.errors import Sentence
from cs_desk.domain.returns.checklist import Condition, Grade
from cs_desk.domain.returns.kinds import Fault, Flag, Outcome, Parcel, Reason
from tests.fake_cases import BUNDLED

USUAL = frozenset(Reason) - {Reason.REFUSED, Reason.INTERCEPT}


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (Condition(), "所有退货单"),
        (Condition(reasons=frozenset({Reason.SIZE, Reason.QUALITY})), "质量问题、尺码不合"),
        (Condition(reasons=USUAL), "除了拒收、在途拦截"),
        (
            Condition(outcomes=frozenset({Outcome.EXCHANGE}), parcels=frozenset({Parcel.SIGNED})),
            "换货；已签收",
        ),
        (Condition(faults=frozenset({Fault.BUYER})), "买家原因"),
        (
            Condition(flags=frozenset({Flag.FREE_SHIPPING}), without=frozenset({Flag.NO_REASON})),
            "包邮；没有「七天无理由」",
        ),
    ],
)
def test_the_cases_of_a_check_are_named_as_briefly_as_can_be(when, told):
    assert cases_told(when, str) == told


@pytest.mark.parametrize(
    ("timer", "told"), [("T0", "7 自然日"), ("T5", "48 小时"), ("T6", "7 天"), ("T14", "看千牛")]
)
def test_a_timer_says_how_long_it_runs(timer, told):
    assert amount_told(BUNDLED.timer(timer), str) == told


def test_a_timer_says_from_when_to_when_it_counts():
    told = span_told(BUNDLED.timer("T9"), str)
    assert told == "从「订单发货」算起，到「交易成功」为止"


@pytest.mark.parametrize(
    ("grade", "mark"),
    [
        (Grade.LAW, "A"),
        (Grade.PLATFORM_RULE, "B"),
        (Grade.EXCERPT, "B* 参考"),
        (Grade.THIRD_PARTY, "C 参考"),
        (Grade.UNVERIFIED, "D 参考"),
    ],
)
def test_only_laws_and_whole_rules_are_more_than_a_reference(grade, mark):
    assert grade_mark(grade, str) == mark
    assert ("参考" in grade_line(grade, str)) == ("参考" in mark)


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("steps[2].checks[1].title", "「等待审核」第 2 项"),
        ("steps[3].checks", "「准备退货商品」"),
        ("timers[5].amount", "时限 T5"),
        ("branches[0].skips[0]", "第 1 条分支"),
        ("conditions[0].demands", "完好标准「服饰」"),
        ("conditions[13].demands", "完好标准「其他商品」"),
        ("title", ""),
    ],
)
def test_a_fault_is_placed_where_it_is_seen_in_the_window(where, told):
    assert place_told(where, BUNDLED, str) == told


def test_a_fault_of_no_place_says_only_what_is_wrong():
    fault = ChecklistFault("title", Sentence("超过 %1 项", ("3",)))
    assert fault_in_words(fault, BUNDLED, str) == "超过 3 项"
