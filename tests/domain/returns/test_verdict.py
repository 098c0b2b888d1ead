from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from cs_desk.domain.china import CHINA
from cs_desk.domain.returns.checklist import (
    Actor,
    Check,
    Checklist,
    Condition,
    Step,
    Timer,
    TimerUnit,
)
from cs_desk.domain.returns.freight import FreightRule
from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Outcome, Parcel, Payer, Reason
from cs_desk.domain.returns.return_case import CaseFacts, OrderLine, ReturnCase, Tick
from cs_desk.domain.returns.verdict import verdict_of

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=CHINA)
WITH_RETURN = Condition(outcomes=frozenset({Outcome.RETURN_REFUND, Outcome.EXCHANGE}))
WINDOW = Timer("T0", "", 7, TimerUnit.CALENDAR_DAYS, Anchor.SIGNED)
TOLD = Check("freight_told", "", mandatory=True, when=WITH_RETURN)
WRITTEN = Check("freight_line", "", mandatory=True, when=WITH_RETURN)
AGREED = Check("agreed", "", mandatory=True, marks=Anchor.AGREED)
UNSUITED = CaseFacts(
    paid=5000,
    reason=Reason.UNSUIT,
    fault=Fault.BUYER,
    flags=frozenset({Flag.NO_REASON}),
    outbound_freight=800,
)


def checklist(*checks):
    step = Step("review", "等待审核", Actor.REVIEWER, checks)
    return Checklist("id", "1", "", date(2026, 11, 21), (step,), (), (WINDOW,), ())


RULES = checklist(TOLD, WRITTEN, AGREED)


def case(facts=UNSUITED, *ticked, **decided):
    ticks = {key: Tick("客服", NOON) for key in ticked}
    return ReturnCase("1", "1", NOON, facts, ticks=ticks, **decided)


def freight_rule(worked, rules=RULES):
    return verdict_of(worked, rules).freight.rule


def test_a_verdict_names_the_payer_and_every_amount():
    found = verdict_of(case(), RULES)
    assert (found.freight.payer, found.freight.rule) == (
        Payer.BUYER,
        FreightRule.NO_REASON_BOTH_LEGS,
    )
    assert [(line.key, line.fen) for line in found.lines] == [("paid", 5000), ("freight", -800)]
    assert (found.refund, found.pro_rata, found.resettle) == (4200, 5000, 5000)


def test_both_methods_are_told_and_the_share_counts():
    goods = (OrderLine("A", 12000), OrderLine("B", 10000))
    facts = CaseFacts(paid=19000, goods=goods, discount=3000, discount_over=20000, returned=(1,))
    found = verdict_of(case(facts), RULES)
    assert (found.refund, found.pro_rata, found.resettle) == (8636, 8636, 7000)


@pytest.mark.parametrize(
    ("ticked", "rule"),
    [
        ((), FreightRule.NO_REASON_BOTH_LEGS),
        (("agreed",), FreightRule.AGREED_UNSAID),
        (("agreed", "freight_told"), FreightRule.NO_REASON_BOTH_LEGS),
        (("agreed", "freight_line"), FreightRule.NO_REASON_BOTH_LEGS),
    ],
)
def test_agreeing_without_a_word_about_freight_makes_the_seller_pay(ticked, rule):
    assert freight_rule(case(UNSUITED, *ticked)) is rule


def test_when_it_was_agreed_may_also_have_been_entered():
    facts = replace(UNSUITED, moments={Anchor.AGREED: NOON})
    assert freight_rule(case(facts)) is FreightRule.AGREED_UNSAID


def test_where_nobody_is_asked_to_tell_nothing_is_held_against_the_seller():
    repair = replace(UNSUITED, outcome=Outcome.REPAIR)
    assert freight_rule(case(UNSUITED, "agreed"), checklist(AGREED)) is not (
        FreightRule.AGREED_UNSAID
    )
    assert freight_rule(case(repair, "agreed")) is FreightRule.BY_AGREEMENT


@pytest.mark.parametrize(
    ("applied", "rule"),
    [
        (datetime(2026, 11, 17, 23, 59, 59, tzinfo=CHINA), FreightRule.NO_REASON_BOTH_LEGS),
        (datetime(2026, 11, 18, 0, 0, tzinfo=CHINA), FreightRule.OUT_OF_WINDOW),
    ],
)
def test_who_applied_after_the_window_has_no_freight_decided(applied, rule):
    signed = datetime(2026, 11, 10, 14, 5, tzinfo=CHINA)
    moments = {Anchor.SIGNED: signed, Anchor.APPLIED: applied}
    assert freight_rule(case(replace(UNSUITED, moments=moments))) is rule


def test_who_asked_in_the_window_and_applied_after_it_is_not_late():
    moments = {Anchor.SIGNED: NOON - timedelta(days=3), Anchor.APPLIED: NOON + timedelta(days=9)}
    facts = replace(UNSUITED, moments=moments)
    assert freight_rule(case(facts)) is FreightRule.NO_REASON_BOTH_LEGS


@pytest.mark.parametrize("anchor", [Anchor.SIGNED, Anchor.APPLIED])
def test_without_both_moments_nobody_is_late(anchor):
    facts = replace(UNSUITED, moments={anchor: NOON - timedelta(days=99)})
    assert freight_rule(case(facts)) is FreightRule.NO_REASON_BOTH_LEGS


@pytest.mark.parametrize("reason", [Reason.UNSUIT, Reason.INTERCEPT])
@pytest.mark.parametrize(
    ("anchor", "rule"),
    [
        (Anchor.SIGNED, FreightRule.NO_REASON_BOTH_LEGS),
        (Anchor.SENT_BACK, FreightRule.NO_REASON_BOTH_LEGS),
        (Anchor.RETURN_SIGNED, FreightRule.NO_REASON_BOTH_LEGS),
        (Anchor.RECEIVED, FreightRule.NO_REASON_BOTH_LEGS),
        (Anchor.SHIPPED, FreightRule.INTERCEPTED),
        (Anchor.INTERCEPTING, FreightRule.INTERCEPTED),
    ],
)
def test_a_parcel_is_intercepted_until_it_is_known_to_have_arrived(reason, anchor, rule):
    on_its_way = replace(UNSUITED, reason=reason, parcel=Parcel.IN_TRANSIT)
    assert freight_rule(case(on_its_way)) is FreightRule.INTERCEPTED
    assert freight_rule(case(replace(on_its_way, moments={anchor: NOON}))) is rule
    ticking = checklist(Check("moved", "", mandatory=True, marks=anchor))
    assert freight_rule(case(on_its_way), ticking) is FreightRule.INTERCEPTED
    assert freight_rule(case(on_its_way, "moved"), ticking) is rule


def test_a_person_has_the_last_word_on_the_payer():
    found = verdict_of(case(payer=Payer.SELLER), RULES)
    assert (found.freight.payer, found.freight.computed) == (Payer.SELLER, Payer.BUYER)
    assert found.freight.overruled
    assert found.refund == 5000


def test_a_person_has_the_last_word_on_every_line_and_on_the_sum():
    assert verdict_of(case(overruled={"freight": -100}), RULES).refund == 4900
    assert verdict_of(case(overruled={"refund": 1234}), RULES).refund == 1234


@pytest.mark.parametrize("reason", Reason)
def test_a_rejection_is_never_decided_by_the_rules(reason):
    facts = replace(UNSUITED, reason=reason)
    asked, rejected = (
        verdict_of(case(replace(facts, outcome=outcome)), RULES)
        for outcome in (Outcome.RETURN_REFUND, Outcome.REJECT)
    )
    assert rejected == asked


def test_without_knowing_what_was_paid_the_amounts_are_open():
    found = verdict_of(case(replace(UNSUITED, paid=None)), RULES)
    assert (found.lines, found.refund, found.pro_rata, found.resettle) == ((), None, None, None)
