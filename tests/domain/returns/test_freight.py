from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.returns.freight import Freight, FreightRule, freight_of, sellers_fault
from cs_desk.domain.returns.kinds import Fault, Flag, Outcome, Parcel, Payer, Reason
from cs_desk.domain.returns.return_case import CaseFacts

BADGE = frozenset({Flag.NO_REASON})
FREE = BADGE | {Flag.FREE_SHIPPING}
EVERY_FACT = st.builds(
    CaseFacts,
    reason=st.sampled_from(Reason),
    fault=st.sampled_from(Fault),
    outcome=st.sampled_from(Outcome),
    parcel=st.sampled_from(Parcel),
    flags=st.frozensets(st.sampled_from(Flag)),
)


def unsuited(flags=FREE, **facts):
    """A return without reason of signed goods, unless ``facts`` say otherwise."""
    return CaseFacts(**{"reason": Reason.UNSUIT, "fault": Fault.BUYER, "flags": flags, **facts})


def ruling(facts, *, agreed_unsaid=False, out_of_window=False):
    found = freight_of(facts, agreed_unsaid=agreed_unsaid, out_of_window=out_of_window)
    assert found.computed is found.payer
    return found.rule, found.payer


@pytest.mark.parametrize(
    ("flags", "rule"),
    [
        (FREE, FreightRule.NO_REASON_FREE_SHIPPING),
        (BADGE, FreightRule.NO_REASON_BOTH_LEGS),
        (FREE | {Flag.BROKE_FREE_SHIPPING}, FreightRule.NO_REASON_BOTH_LEGS),
        (BADGE | {Flag.BROKE_FREE_SHIPPING}, FreightRule.NO_REASON_BOTH_LEGS),
        # The right is the default; the badge only repeats it.
        (frozenset(), FreightRule.NO_REASON_BOTH_LEGS),
        (frozenset({Flag.FREE_SHIPPING}), FreightRule.NO_REASON_FREE_SHIPPING),
    ],
)
@pytest.mark.parametrize("reason", [Reason.UNSUIT, Reason.SIZE, Reason.COLOR, Reason.MISC])
def test_without_reason_the_buyer_pays(reason, flags, rule):
    assert ruling(unsuited(flags, reason=reason)) == (rule, Payer.BUYER)


@pytest.mark.parametrize("flags", [frozenset(), BADGE, FREE, FREE | {Flag.BROKE_FREE_SHIPPING}])
def test_an_exchange_for_the_buyers_sake_is_paid_by_the_buyer(flags):
    exchange = unsuited(flags, outcome=Outcome.EXCHANGE)
    assert ruling(exchange) == (FreightRule.NO_REASON_EXCHANGE, Payer.BUYER)


@pytest.mark.parametrize(
    "flags", [frozenset(), FREE, FREE | {Flag.INSURED}, BADGE | {Flag.SPECIAL}]
)
@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("reason", Reason)
def test_whoever_is_at_fault_pays_and_so_the_seller(reason, outcome, flags):
    facts = CaseFacts(reason=reason, outcome=outcome, flags=flags, fault=Fault.SELLER)
    assert ruling(facts) == (FreightRule.SELLER_FAULT, Payer.SELLER)


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("reason", [Reason.SIZE, Reason.COLOR, Reason.UNSUIT, Reason.OVERDUE])
def test_a_wrong_description_is_the_sellers_fault(reason, fault):
    facts = CaseFacts(reason=reason, fault=fault, flags=FREE | {Flag.MISDESCRIBED})
    assert ruling(facts) == (FreightRule.SELLER_FAULT, Payer.SELLER)
    assert sellers_fault(facts)


def test_a_defect_that_turned_out_to_be_the_buyers_doing_is_not_the_sellers_fault():
    facts = unsuited(reason=Reason.QUALITY)
    assert ruling(facts) == (FreightRule.NO_REASON_FREE_SHIPPING, Payer.BUYER)
    assert not sellers_fault(facts)


@pytest.mark.parametrize(
    "facts",
    [
        unsuited(),
        unsuited(outcome=Outcome.EXCHANGE),
        unsuited(outcome=Outcome.REPAIR),
        unsuited(BADGE | {Flag.INSURED}),
        unsuited(frozenset()),
        unsuited(BADGE | {Flag.SPECIAL}),
        CaseFacts(reason=Reason.MISC),
        CaseFacts(reason=Reason.OVERDUE),
    ],
)
def test_who_agrees_without_a_word_about_freight_pays_it(facts):
    assert ruling(facts, agreed_unsaid=True) == (FreightRule.AGREED_UNSAID, Payer.SELLER)


def test_an_agreement_about_no_return_does_not_call_for_a_word_about_freight():
    refused = CaseFacts(reason=Reason.REFUSED)
    kept = unsuited(outcome=Outcome.REFUND_ONLY)
    assert ruling(refused, agreed_unsaid=True)[0] is FreightRule.REJECTED_PARCEL
    assert ruling(kept, agreed_unsaid=True)[0] is FreightRule.NOTHING_RETURNS


@pytest.mark.parametrize(
    ("flags", "outcome", "rule"),
    [
        (FREE, Outcome.RETURN_REFUND, FreightRule.INSURED),
        (BADGE, Outcome.RETURN_REFUND, FreightRule.INSURED_BOTH_LEGS),
        (
            FREE | {Flag.BROKE_FREE_SHIPPING},
            Outcome.RETURN_REFUND,
            FreightRule.INSURED_BOTH_LEGS,
        ),
        (frozenset({Flag.FREE_SHIPPING}), Outcome.RETURN_REFUND, FreightRule.INSURED),
        (frozenset(), Outcome.RETURN_REFUND, FreightRule.INSURED_BOTH_LEGS),
        (FREE, Outcome.EXCHANGE, FreightRule.INSURED),
        (frozenset(), Outcome.EXCHANGE, FreightRule.INSURED),
    ],
)
def test_what_the_buyer_would_pay_the_insurance_bears(flags, outcome, rule):
    facts = unsuited(flags | {Flag.INSURED}, outcome=outcome)
    assert ruling(facts) == (rule, Payer.INSURANCE)


@pytest.mark.parametrize("fault", [Fault.BUYER, Fault.UNKNOWN])
@pytest.mark.parametrize("outcome", [Outcome.REFUND_ONLY, Outcome.PARTIAL])
def test_what_the_buyer_keeps_costs_no_freight(outcome, fault):
    facts = unsuited(outcome=outcome, fault=fault)
    assert ruling(facts) == (FreightRule.NOTHING_RETURNS, Payer.SELLER)


@pytest.mark.parametrize("reason", [Reason.UNSUIT, Reason.INTERCEPT, Reason.MISC])
def test_what_was_never_shipped_costs_no_freight(reason):
    facts = unsuited(reason=reason, parcel=Parcel.UNSHIPPED)
    assert ruling(facts) == (FreightRule.NOTHING_RETURNS, Payer.SELLER)


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        (CaseFacts(reason=Reason.INTERCEPT), FreightRule.INTERCEPTED),
        (unsuited(reason=Reason.INTERCEPT), FreightRule.INTERCEPTED),
        (unsuited(parcel=Parcel.IN_TRANSIT), FreightRule.INTERCEPTED),
        (
            unsuited(parcel=Parcel.IN_TRANSIT, outcome=Outcome.REFUND_ONLY),
            FreightRule.INTERCEPTED,
        ),
        (CaseFacts(reason=Reason.REFUSED, flags=FREE), FreightRule.REJECTED_PARCEL),
        (CaseFacts(reason=Reason.REFUSED), FreightRule.REJECTED_PARCEL),
        (
            CaseFacts(reason=Reason.REFUSED, parcel=Parcel.IN_TRANSIT),
            FreightRule.REJECTED_PARCEL,
        ),
        (unsuited(FREE | {Flag.SPECIAL}, reason=Reason.REFUSED), FreightRule.REJECTED_PARCEL),
        (
            unsuited(frozenset({Flag.SPECIAL}), reason=Reason.REFUSED, outcome=Outcome.REFUND_ONLY),
            FreightRule.REJECTED_PARCEL,
        ),
        (CaseFacts(reason=Reason.OVERDUE, flags=FREE), FreightRule.OUT_OF_WINDOW),
        (unsuited(reason=Reason.OVERDUE), FreightRule.OUT_OF_WINDOW),
        (
            unsuited(reason=Reason.OVERDUE, outcome=Outcome.EXCHANGE),
            FreightRule.OUT_OF_WINDOW,
        ),
        (CaseFacts(reason=Reason.MISC, flags=FREE), FreightRule.FAULT_UNKNOWN),
        (CaseFacts(reason=Reason.QUALITY, flags=FREE | {Flag.INSURED}), FreightRule.FAULT_UNKNOWN),
        (unsuited(frozenset({Flag.SPECIAL})), FreightRule.NO_RIGHT),
        (unsuited(frozenset({Flag.SPECIAL, Flag.INSURED})), FreightRule.NO_RIGHT),
        (unsuited(FREE | {Flag.SPECIAL}), FreightRule.NO_RIGHT),
        (unsuited(outcome=Outcome.REPAIR), FreightRule.BY_AGREEMENT),
        (unsuited(outcome=Outcome.RESEND), FreightRule.BY_AGREEMENT),
    ],
)
def test_what_the_sources_leave_open_a_person_decides(facts, rule):
    assert ruling(facts) == (rule, Payer.UNDECIDED)


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        (unsuited(parcel=Parcel.IN_TRANSIT), FreightRule.NO_REASON_FREE_SHIPPING),
        (unsuited(reason=Reason.INTERCEPT), FreightRule.NO_REASON_FREE_SHIPPING),
        (
            unsuited(BADGE, reason=Reason.INTERCEPT, parcel=Parcel.IN_TRANSIT),
            FreightRule.NO_REASON_BOTH_LEGS,
        ),
        (CaseFacts(reason=Reason.INTERCEPT), FreightRule.FAULT_UNKNOWN),
        (
            unsuited(parcel=Parcel.IN_TRANSIT, outcome=Outcome.REFUND_ONLY),
            FreightRule.NOTHING_RETURNS,
        ),
        (CaseFacts(reason=Reason.REFUSED), FreightRule.REJECTED_PARCEL),
        (unsuited(parcel=Parcel.UNSHIPPED), FreightRule.NOTHING_RETURNS),
    ],
)
def test_what_has_arrived_is_no_longer_intercepted(facts, rule):
    assert freight_of(facts, agreed_unsaid=False, arrived=True).rule is rule


@pytest.mark.parametrize(
    ("flags", "rule"),
    [
        (FREE, FreightRule.NO_REASON_FREE_SHIPPING),
        (FREE | {Flag.INSURED}, FreightRule.NO_REASON_FREE_SHIPPING),
        (BADGE, FreightRule.NO_REASON_BOTH_LEGS),
        (frozenset(), FreightRule.NO_REASON_BOTH_LEGS),
    ],
)
@pytest.mark.parametrize("outcome", [Outcome.RETURN_REFUND, Outcome.REFUND_ONLY])
def test_who_turns_a_parcel_away_without_reason_pays_as_for_a_return(outcome, flags, rule):
    facts = unsuited(flags, reason=Reason.REFUSED, outcome=outcome)
    assert ruling(facts) == (rule, Payer.BUYER)


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        (unsuited(), FreightRule.OUT_OF_WINDOW),
        (unsuited(FREE | {Flag.INSURED}), FreightRule.OUT_OF_WINDOW),
        (unsuited(fault=Fault.UNKNOWN), FreightRule.FAULT_UNKNOWN),
        (unsuited(fault=Fault.SELLER), FreightRule.SELLER_FAULT),
    ],
)
def test_who_asked_too_late_without_reason_is_left_to_a_supervisor(facts, rule):
    assert ruling(facts, out_of_window=True)[0] is rule


@given(EVERY_FACT, st.booleans(), st.booleans())
def test_every_case_has_a_ruling_and_none_is_worse_for_the_buyer_than_the_law(
    facts, unsaid, too_late
):
    found = freight_of(facts, agreed_unsaid=unsaid, out_of_window=too_late)
    if found.payer in (Payer.BUYER, Payer.INSURANCE):
        assert facts.fault is Fault.BUYER
        assert not unsaid or facts.reason is Reason.REFUSED
        assert not found.owes_outbound or Flag.SPECIAL not in facts.flags
    if sellers_fault(facts):
        assert found.payer is Payer.SELLER


@given(EVERY_FACT, st.booleans(), st.booleans())
def test_insurance_never_makes_it_dearer_for_the_buyer(facts, unsaid, too_late):
    without, insured = (
        freight_of(replace(facts, flags=flags), agreed_unsaid=unsaid, out_of_window=too_late)
        for flags in (facts.flags - {Flag.INSURED}, facts.flags | {Flag.INSURED})
    )
    assert insured.owes_outbound == without.owes_outbound
    assert insured.payer is without.payer or insured.payer is Payer.INSURANCE


@pytest.mark.parametrize(
    ("rule", "payer", "owes"),
    [
        (FreightRule.NO_REASON_BOTH_LEGS, Payer.BUYER, True),
        (FreightRule.INSURED_BOTH_LEGS, Payer.INSURANCE, True),
        (FreightRule.NO_REASON_BOTH_LEGS, Payer.SELLER, False),
        (FreightRule.NO_REASON_BOTH_LEGS, Payer.UNDECIDED, False),
        (FreightRule.NO_REASON_FREE_SHIPPING, Payer.BUYER, False),
        (FreightRule.INSURED, Payer.INSURANCE, False),
        (FreightRule.NO_RIGHT, Payer.BUYER, False),
    ],
)
def test_outbound_freight_is_owed_by_who_pays_both_legs(rule, payer, owes):
    assert Freight(payer, rule, payer).owes_outbound is owes


def test_a_payer_whom_a_person_named_is_told_from_the_rules():
    assert Freight(Payer.SELLER, FreightRule.NO_RIGHT, Payer.UNDECIDED).overruled
    assert not Freight(Payer.BUYER, FreightRule.INSURED, Payer.BUYER).overruled
