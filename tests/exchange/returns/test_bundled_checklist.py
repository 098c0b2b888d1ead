"""The checklist that comes with the program, against the rules it was written from."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from cs_desk.app.case_replies import suggested
from cs_desk.domain.returns.checklist import Grade, TimerUnit
from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Outcome, Parcel, Reason
from cs_desk.domain.returns.return_case import CaseFacts
from cs_desk.exchange.library.csdesk import read_library
from tests.fake_cases import BUNDLED

LIBRARY = read_library(Path(__file__).parents[3] / "resources" / "library" / "starter.csdesk")
HOURS, DAYS, CALENDAR = TimerUnit.HOURS, TimerUnit.DAYS, TimerUnit.CALENDAR_DAYS
CHECKS = [check for step in BUNDLED.steps for check in step.checks]
BACK = (Outcome.RETURN_REFUND, Outcome.EXCHANGE, Outcome.REPAIR)
PACKING_TO_RECEIVING = {"packing", "shipping", "receiving"}


def facts(reason, outcome=Outcome.RETURN_REFUND, **others):
    return CaseFacts(reason=reason, outcome=outcome, **others)


def skipped(given):
    return {key for b in BUNDLED.branches if b.when.holds_for(given) for key in b.skips}


def checks(given, *, mandatory=True):
    """Return the keys of the checks of a case, in order."""
    without = skipped(given)
    return [
        check.key
        for step in BUNDLED.steps
        if step.key not in without
        for check in step.checks
        if check.when.holds_for(given) and (check.mandatory or not mandatory)
    ]


def every_case(**fixed):
    for reason, outcome, fault, parcel in product(Reason, Outcome, Fault, Parcel):
        given = facts(reason, outcome, fault=fault, parcel=parcel)
        if all(getattr(given, name) is value for name, value in fixed.items()):
            yield given


@pytest.mark.parametrize(
    ("timer", "amount", "unit", "anchor", "grade"),
    [
        ("T0", 7, CALENDAR, Anchor.SIGNED, Grade.LAW),
        ("T1", 24, HOURS, Anchor.APPLIED, Grade.THIRD_PARTY),
        ("T2", 5, DAYS, Anchor.REFUSED, Grade.THIRD_PARTY),
        ("T3", 36, HOURS, Anchor.APPLIED, Grade.THIRD_PARTY),
        ("T4", 3, DAYS, Anchor.INTERCEPTING, Grade.THIRD_PARTY),
        ("T5", 48, HOURS, Anchor.APPLIED, Grade.THIRD_PARTY),
        ("T6", 7, DAYS, Anchor.AGREED, Grade.THIRD_PARTY),
        ("T7", 3, DAYS, Anchor.RETURN_SIGNED, Grade.THIRD_PARTY),
        ("T8", 10, DAYS, Anchor.SENT_BACK, Grade.THIRD_PARTY),
        ("T9", 10, DAYS, Anchor.SHIPPED, Grade.THIRD_PARTY),
        ("T10", 15, DAYS, Anchor.SUCCEEDED, Grade.THIRD_PARTY),
        ("T11", 7, CALENDAR, Anchor.RECEIVED, Grade.LAW),
        ("T12", 15, CALENDAR, Anchor.APPLIED, Grade.LAW),
        ("T13", 30, DAYS, Anchor.PAUSED, Grade.PLATFORM_RULE),
        ("T14", None, HOURS, Anchor.EVIDENCE_ASKED, Grade.EXCERPT),
    ],
)
def test_every_timer_has_the_figure_of_its_source(timer, amount, unit, anchor, grade):
    found = BUNDLED.timer(timer)
    assert (found.amount, found.unit, found.anchor, found.grade) == (amount, unit, anchor, grade)
    assert found.checked_on == date(2026, 11, 21)


@pytest.mark.parametrize("timer", BUNDLED.timers, ids=lambda timer: timer.id)
def test_a_figure_that_is_no_rule_says_that_it_is_a_reference(timer):
    binding = timer.grade in (Grade.LAW, Grade.PLATFORM_RULE)
    assert binding or "参考" in timer.source or "以系统显示为准" in timer.source


@pytest.mark.parametrize("condition", BUNDLED.conditions, ids=lambda each: each.category or "其他")
def test_a_demand_that_is_no_rule_says_so(condition):
    assert condition.grade is Grade.LAW or "参考" in condition.source


def test_titles_are_read_in_a_second():
    assert [check.title for check in CHECKS if len(check.title) > 22] == []


@pytest.mark.parametrize("word", ["黑名单", "身份证", "银行卡", "微信", "自动", "好评"])
def test_no_check_asks_for_what_must_never_be_asked(word):
    assert [check.title for check in CHECKS if word in check.title] == []


def test_every_suggestion_names_a_reply_of_the_starter_library():
    named = {each.reply for step in BUNDLED.steps for each in step.suggestions}
    assert {name for name in named if not suggested(name, LIBRARY)} == set()


@pytest.mark.parametrize("given", list(every_case(parcel=Parcel.SIGNED, fault=Fault.UNKNOWN)))
def test_every_reason_and_outcome_has_a_way_to_its_end(given):
    """Agreed and paid, or refused with a reason, evidence and a supervisor."""
    keys = checks(given)
    assert keys[0] == "reason_recorded"
    if given.outcome is Outcome.REJECT:
        assert keys[-4:] == ["reject_reason", "reject_evidence", "reject_supervisor", "rejected"]
        return
    assert ("agreed" in keys) != (given.reason is Reason.INTERCEPT)
    assert any(BUNDLED.check(key).marks is Anchor.REFUNDED for key in keys)


@pytest.mark.parametrize("given", list(every_case(parcel=Parcel.UNSHIPPED, fault=Fault.BUYER)))
def test_what_was_not_shipped_is_not_sent_back(given):
    assert skipped(given) >= PACKING_TO_RECEIVING
    assert "unshipped_held" in checks(given)


@pytest.mark.parametrize(
    ("reason", "outcome", "without"),
    [
        (Reason.QUALITY, Outcome.RETURN_REFUND, set()),
        (Reason.QUALITY, Outcome.RESEND, PACKING_TO_RECEIVING),
        (Reason.DAMAGED, Outcome.PARTIAL, PACKING_TO_RECEIVING),
        (Reason.MISSING, Outcome.REFUND_ONLY, PACKING_TO_RECEIVING),
        (Reason.WRONG, Outcome.EXCHANGE, set()),
        (Reason.SIZE, Outcome.EXCHANGE, set()),
        (Reason.REFUSED, Outcome.REFUND_ONLY, {"application", "packing"}),
        (Reason.INTERCEPT, Outcome.REFUND_ONLY, {"packing", "receiving"}),
        (Reason.UNSUIT, Outcome.REJECT, PACKING_TO_RECEIVING | {"refund"}),
    ],
)
def test_a_branch_leaves_steps_out(reason, outcome, without):
    assert skipped(facts(reason, outcome)) == without


@pytest.mark.parametrize(
    ("reason", "own"),
    [
        (Reason.REFUSED, ["refused_tracked", "refused_back"]),
        (Reason.INTERCEPT, ["intercept_asked", "intercept_told", "intercept_result"]),
        (Reason.UNSUIT, ["carrier", "no_cod", "number"]),
    ],
)
def test_the_way_back_is_followed_as_the_parcel_goes(reason, own):
    shipping = {check.key for check in BUNDLED.steps[4].checks}
    assert [key for key in checks(facts(reason)) if key in shipping] == own


@pytest.mark.parametrize("reason", [Reason.SIZE, Reason.COLOR, Reason.UNSUIT])
def test_what_the_buyer_wore_is_tested_for_its_condition(reason):
    assert {"goods_told", "condition_tested"} <= set(checks(facts(reason)))


@pytest.mark.parametrize("reason", [Reason.QUALITY, Reason.WRONG, Reason.MISSING, Reason.DAMAGED])
def test_for_a_fault_pictures_are_asked_for_and_looked_at(reason):
    assert {"proof_asked", "proof_seen"} <= set(checks(facts(reason)))


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("outcome", BACK)
def test_who_pays_the_freight_is_said_before_goods_come_back(reason, outcome):
    keys = checks(facts(reason, outcome))
    agreed = "intercept_decided" if reason is Reason.INTERCEPT else "agreed"
    assert keys.index("freight_told") < keys.index(agreed)


@pytest.mark.parametrize(
    ("fault", "own"),
    [
        (Fault.BUYER, "overdue_supervisor"),
        (Fault.SELLER, "overdue_quality"),
        (Fault.UNKNOWN, "overdue_cause"),
    ],
)
def test_an_overdue_case_goes_by_who_is_answerable(fault, own):
    keys = checks(facts(Reason.OVERDUE, fault=fault))
    assert [key for key in keys if key.startswith("overdue")] == [own]


def test_only_a_supervisor_goodwills_and_refuses():
    mandatory = {check.key for check in CHECKS if check.supervisor and check.mandatory}
    assert mandatory == {"overdue_supervisor", "reject_supervisor"}


@pytest.mark.parametrize("reason", [Reason.SIZE, Reason.COLOR, Reason.UNSUIT, Reason.MISC])
def test_who_refuses_first_makes_sure_that_the_buyer_has_no_right(reason):
    keys = checks(facts(reason, Outcome.REJECT))
    assert keys.index("reject_lawful") < keys.index("rejected")


def test_an_exchange_ends_with_the_new_item_instead_of_money():
    keys = checks(facts(Reason.SIZE, Outcome.EXCHANGE))
    assert keys[-3:] == ["exchange_stock", "exchange_packed", "exchange_sent"]
    assert "refunded" not in keys


@pytest.mark.parametrize(
    ("anchor", "keys"),
    [
        (Anchor.APPLIED, {"applied", "applied_or_agreed"}),
        (Anchor.AGREED, {"agreed"}),
        (Anchor.REFUSED, {"rejected"}),
        (Anchor.INTERCEPTING, {"intercept_asked"}),
        (Anchor.SENT_BACK, {"number"}),
        (Anchor.RETURN_SIGNED, {"tracking_signed", "refused_back"}),
        (Anchor.RECEIVED, {"opened_on_camera"}),
        (Anchor.REFUNDED, {"refunded", "exchange_sent", "resend_sent", "repair_sent"}),
        (Anchor.SIGNED, set()),
    ],
)
def test_a_tick_records_the_moment_that_it_is_about(anchor, keys):
    assert {check.key for check in BUNDLED.marking(anchor)} == keys


def test_goods_that_are_excluded_ask_for_the_buyers_own_confirmation():
    given = facts(Reason.UNSUIT, flags=frozenset({Flag.SPECIAL}))
    assert "excluded_confirmed" in checks(given)
    assert not BUNDLED.timer("T0").when.holds_for(given)


def test_goods_of_no_known_kind_have_demands_too():
    assert BUNDLED.condition("星球模型").category == ""
