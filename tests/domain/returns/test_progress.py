"""Which steps and checks a case has, by reason and outcome, and how far it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import product

import pytest

from cs_desk.domain.returns.changes import Hand, ticked
from cs_desk.domain.returns.kinds import (
    Anchor,
    Fault,
    Flag,
    Level,
    Outcome,
    Parcel,
    Reason,
    StepStatus,
    usual_fault,
)
from cs_desk.domain.returns.progress import summary_of, view_of
from cs_desk.domain.returns.return_case import CaseFacts, ReadDeadline, ReturnCase, Tick
from tests.fake_cases import BUNDLED

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 12, 9, 30, tzinfo=CHINA)
SIGNED = {Anchor.SIGNED: datetime(2026, 11, 10, 14, 5, tzinfo=CHINA)}
STEPS = ["conditions", "application", "review", "packing", "shipping", "receiving", "refund"]


def case_of(reason, outcome=Outcome.RETURN_REFUND, ticks=(), **facts):
    known = {"fault": usual_fault(reason), "moments": SIGNED, "flags": frozenset({Flag.NO_REASON})}
    given = CaseFacts(reason=reason, outcome=outcome, **{**known, **facts})
    made = {key: Tick("小满", NOW) for key in ticks}
    return ReturnCase("R261112-001", BUNDLED.version, NOW, given, ticks=made)


def view(reason, outcome=Outcome.RETURN_REFUND, ticks=(), **facts):
    return view_of(case_of(reason, outcome, ticks, **facts), BUNDLED, 90)


def skipped(shown):
    return {s.step.key for s in shown.steps if s.status is StepStatus.NOT_APPLICABLE}


def mandatory(shown, step):
    return [c.check.key for c in shown.step(step).checks if c.check.mandatory]


def work_through(case):
    """Tick what is open, one check after another, as an agent would."""
    shown = view_of(case, BUNDLED, 90)
    while shown.open_checks():
        ticks = {**case.ticks, shown.open_checks()[0].key: Tick("小满", NOW)}
        case = replace(case, ticks=ticks)
        shown = view_of(case, BUNDLED, 90)
    return shown


def test_there_are_always_the_seven_steps_of_the_seed_in_their_order():
    shown = view(Reason.QUALITY)
    assert [step.step.key for step in shown.steps] == STEPS
    assert [step.step.title for step in shown.steps] == [
        "确认退货条件",
        "提交退货申请",
        "等待审核",
        "准备退货商品",
        "寄送商品",
        "确认收货",
        "退款处理",
    ]


@pytest.mark.parametrize(
    ("reason", "outcome", "without"),
    [
        (Reason.QUALITY, Outcome.RETURN_REFUND, set()),
        (Reason.SIZE, Outcome.EXCHANGE, set()),
        (Reason.UNSUIT, Outcome.RETURN_REFUND, set()),
        (Reason.QUALITY, Outcome.RESEND, {"packing", "shipping", "receiving"}),
        (Reason.QUALITY, Outcome.PARTIAL, {"packing", "shipping", "receiving"}),
        (Reason.WRONG, Outcome.REFUND_ONLY, {"packing", "shipping", "receiving"}),
        (Reason.DAMAGED, Outcome.RESEND, {"packing", "shipping", "receiving"}),
        (Reason.MISSING, Outcome.RESEND, {"packing", "shipping", "receiving"}),
        (Reason.MISSING, Outcome.PARTIAL, {"packing", "shipping", "receiving"}),
        (Reason.MISSING, Outcome.RETURN_REFUND, set()),
        (Reason.UNSUIT, Outcome.REFUND_ONLY, {"packing", "shipping", "receiving"}),
        (Reason.REFUSED, Outcome.RETURN_REFUND, {"application", "packing"}),
        (Reason.INTERCEPT, Outcome.REFUND_ONLY, {"packing", "receiving"}),
        (Reason.UNSUIT, Outcome.REJECT, {"packing", "shipping", "receiving", "refund"}),
    ],
)
def test_a_branch_leaves_out_these_steps(reason, outcome, without):
    assert skipped(view(reason, outcome)) == without


def test_what_is_left_out_says_why():
    for step in view(Reason.QUALITY, Outcome.RESEND).steps:
        assert bool(step.skipped) is (step.status is StepStatus.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("reason", "outcome", "step", "asked"),
    [
        (Reason.QUALITY, Outcome.RETURN_REFUND, "conditions", "proof_asked"),
        (Reason.SIZE, Outcome.RETURN_REFUND, "conditions", "page_compared"),
        (Reason.COLOR, Outcome.RETURN_REFUND, "conditions", "page_compared"),
        (Reason.UNSUIT, Outcome.RETURN_REFUND, "receiving", "condition_tested"),
        (Reason.COLOR, Outcome.RETURN_REFUND, "receiving", "condition_tested"),
        (Reason.SIZE, Outcome.EXCHANGE, "receiving", "condition_tested"),
        (Reason.SIZE, Outcome.EXCHANGE, "refund", "exchange_sent"),
        (Reason.REFUSED, Outcome.RETURN_REFUND, "shipping", "refused_tracked"),
        (Reason.INTERCEPT, Outcome.REFUND_ONLY, "shipping", "intercept_result"),
        (Reason.UNSUIT, Outcome.REJECT, "review", "reject_supervisor"),
    ],
)
def test_a_branch_asks_for_this(reason, outcome, step, asked):
    assert asked in mandatory(view(reason, outcome), step)


def test_an_exchange_pays_nothing_back_and_a_refund_sends_nothing_out():
    assert "refunded" not in mandatory(view(Reason.SIZE, Outcome.EXCHANGE), "refund")
    assert "exchange_sent" not in mandatory(view(Reason.SIZE), "refund")


def test_too_late_for_the_buyers_sake_needs_a_supervisor_and_a_fault_of_the_seller_does_not():
    asked = mandatory(view(Reason.OVERDUE, fault=Fault.BUYER), "conditions")
    assert "overdue_supervisor" in asked
    asked = mandatory(view(Reason.OVERDUE, fault=Fault.SELLER), "conditions")
    assert "overdue_supervisor" not in asked
    assert "overdue_quality" in asked


@pytest.mark.parametrize(
    ("reason", "outcome", "fault", "parcel"), list(product(Reason, Outcome, Fault, Parcel))
)
def test_every_case_can_be_worked_to_its_end(reason, outcome, fault, parcel):
    shown = work_through(case_of(reason, outcome, fault=fault, parcel=parcel))
    left = {s.step.key: s.status for s in shown.steps}
    # Without mandatory checks and with nothing after it, a step is done by whoever says so.
    assert set(left.values()) <= {StepStatus.DONE, StepStatus.NOT_APPLICABLE}
    assert shown.current == ""


def test_a_fresh_case_is_at_its_first_step():
    shown = view(Reason.QUALITY)
    assert shown.current == "conditions"
    assert [s.status for s in shown.steps] == [StepStatus.DOING] + [StepStatus.TODO] * 6


def test_the_buyers_turn_is_waited_for():
    first = mandatory(view(Reason.UNSUIT), "conditions")
    shown = view(Reason.UNSUIT, ticks=first)
    assert shown.step("conditions").status is StepStatus.DONE
    assert (shown.current, shown.step("application").status) == ("application", StepStatus.WAITING)
    assert summary_of(shown).waiting


def test_what_a_supervisor_decides_blocks_the_step_once_nothing_else_is_open():
    asked = mandatory(view(Reason.OVERDUE, fault=Fault.BUYER), "conditions")
    ticks = [key for key in asked if key != "overdue_supervisor"]
    shown = view(Reason.OVERDUE, fault=Fault.BUYER, ticks=ticks)
    assert shown.step("conditions").status is StepStatus.BLOCKED
    shown = view(Reason.OVERDUE, fault=Fault.BUYER, ticks=ticks[1:])
    assert shown.step("conditions").status is StepStatus.DOING


def test_whoever_ticks_what_a_supervisor_decides_is_not_refused():
    shown = view(Reason.OVERDUE, fault=Fault.BUYER)
    case = ticked(shown, "overdue_supervisor", Hand("小满", NOW))
    assert (case.history[-1].by, case.history[-1].about) == ("小满", "主管定：过期是否通融")


def test_a_step_that_asks_for_nothing_is_done_once_a_later_one_began():
    before = view(Reason.UNSUIT)
    assert mandatory(before, "packing") == []
    shown = view(Reason.UNSUIT, ticks=["number"])
    assert shown.step("packing").status is StepStatus.DONE


def test_a_step_may_be_ticked_before_its_turn():
    shown = view(Reason.UNSUIT, ticks=mandatory(view(Reason.UNSUIT), "shipping"))
    assert shown.step("shipping").status is StepStatus.DONE
    assert shown.current == "conditions"


def test_a_tick_of_another_branch_is_kept_but_not_shown():
    shown = view(Reason.SIZE, ticks=["exchange_sent"])
    keys = {c.check.key for s in shown.steps for c in s.checks}
    assert "exchange_sent" not in keys
    assert "exchange_sent" in shown.case.ticks


def test_the_most_pressing_deadline_is_the_one_of_the_summary():
    read = ReadDeadline(NOW + timedelta(hours=5), NOW, "小满")
    shown = view_of(replace(case_of(Reason.UNSUIT), readings={"review": read}), BUNDLED, 90)
    summary = summary_of(shown)
    assert (summary.due, summary.due_from) == (read.at, read.read_at)
    assert summary.level(NOW + timedelta(hours=4)) is Level.LATE


def test_a_closed_case_presses_nobody_and_says_when_it_is_deleted():
    closed = replace(case_of(Reason.UNSUIT), closed_at=NOW)
    shown = view_of(closed, BUNDLED, 90)
    assert {step.deadline for step in shown.steps} == {None}
    assert str(shown.deleted_on) == "2027-02-10"
    assert summary_of(shown).level(NOW + timedelta(days=400)) is Level.NONE
