from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cs_desk.domain.returns.freight import Freight, FreightRule
from cs_desk.domain.returns.kinds import Fault, Flag, Outcome, Parcel, Payer
from cs_desk.domain.returns.refund import (
    LineKind,
    apportion,
    pro_rata,
    refund_lines,
    refund_of,
    resettle,
)
from cs_desk.domain.returns.return_case import CaseFacts, OrderLine

BOTH_LEGS = Freight(Payer.BUYER, FreightRule.NO_REASON_BOTH_LEGS, Payer.BUYER)
SELLERS = Freight(Payer.SELLER, FreightRule.SELLER_FAULT, Payer.SELLER)
ONE_LEG = Freight(Payer.BUYER, FreightRule.NO_REASON_FREE_SHIPPING, Payer.BUYER)
A_AND_B = (OrderLine("A", 12000), OrderLine("B", 10000))
EXAMPLE = CaseFacts(paid=19000, goods=A_AND_B, discount=3000, discount_over=20000, returned=(1,))

fen = st.integers(0, 10**9)
weights = st.lists(fen, min_size=1, max_size=12)


@st.composite
def orders(draw):
    goods = tuple(OrderLine(f"{n}", price) for n, price in enumerate(draw(weights)))
    paid = draw(fen)
    return CaseFacts(
        paid=paid,
        freight_paid=draw(st.integers(0, paid)),
        parcel=draw(st.sampled_from(Parcel)),
        goods=goods,
        returned=tuple(draw(st.lists(st.integers(0, len(goods) - 1)))),
        discount=draw(fen),
        discount_over=draw(fen),
        outbound_freight=draw(st.integers(0, 3000)),
        gift=draw(st.integers(0, 3000)),
        coupon=draw(st.integers(0, 3000)),
        fault=draw(st.sampled_from(Fault)),
    )


def amounts(facts, freight=ONE_LEG, overruled=None):
    overruled = overruled or {}
    lines = refund_lines(facts, freight, overruled)
    return {line.key: line.fen for line in lines}, refund_of(facts, lines, overruled)


@pytest.mark.parametrize(
    ("total", "by", "shares"),
    [
        (19000, [12000, 10000], (10364, 8636)),
        (100, [1, 1, 1], (34, 33, 33)),
        (101, [1, 1, 1], (34, 34, 33)),
        (1, [1, 1], (1, 0)),
        (1, [1, 2], (0, 1)),
        (10, [0, 5], (0, 10)),
        (10, [0, 0, 0], (4, 3, 3)),
        (0, [3, 4], (0, 0)),
        (9000, [4000, 6000], (3600, 5400)),
        (7, [5], (7,)),
        (0, [], ()),
    ],
)
def test_a_total_is_split_by_the_largest_remainder(total, by, shares):
    assert apportion(total, by) == shares


@given(fen, weights)
def test_shares_add_up_and_each_is_within_one_of_its_exact_value(total, by):
    shares = apportion(total, by)
    assert sum(shares) == total
    if any(by):
        exact = [Fraction(total * weight, sum(by)) for weight in by]
        assert all(abs(share - value) < 1 for share, value in zip(shares, exact, strict=True))


@given(fen, weights)
def test_only_the_largest_remainders_are_rounded_up(total, by):
    assume(any(by))
    exact = [Fraction(total * weight, sum(by)) for weight in by]
    remainders = [
        (value % 1, share > value) for value, share in zip(exact, apportion(total, by), strict=True)
    ]
    raised = [rest for rest, up in remainders if up]
    lowered = [rest for rest, up in remainders if not up and rest]
    assert not raised or not lowered or min(raised) >= max(lowered)


def test_the_two_methods_differ_as_in_the_example():
    assert (pro_rata(EXAMPLE), resettle(EXAMPLE)) == (8636, 7000)


@pytest.mark.parametrize(
    ("changed", "shared", "settled"),
    [
        ({"returned": (0,)}, 10364, 9000),
        ({"returned": ()}, 19000, 19000),
        ({"returned": (0, 1)}, 19000, 19000),
        ({"returned": (1, 1, 7)}, 8636, 7000),
        ({"returned": (7,)}, 0, 0),
        # What is kept reaches the 满减 on its own.
        ({"discount_over": 12000}, 8636, 10000),
        ({"discount_over": 0}, 8636, 10000),
        ({"discount": 15000, "discount_over": 0, "paid": 7000}, 3182, 7000),
        # A deeper discount than is known: nobody pays to send something back.
        ({"paid": 10000}, 4545, 0),
        ({"paid": 0}, 0, 0),
        ({"goods": ()}, 19000, 19000),
        # Freight in what was paid is no part of the goods.
        ({"paid": 20000, "freight_paid": 1000}, 8636, 7000),
        ({"paid": 20000, "freight_paid": 1000, "returned": ()}, 19000, 19000),
        ({"paid": 20000, "freight_paid": 1000, "goods": ()}, 19000, 19000),
        ({"paid": 1000, "freight_paid": 1000}, 0, 0),
        ({"paid": None}, None, None),
    ],
    ids=str,
)
def test_part_of_an_order_by_both_methods(changed, shared, settled):
    facts = replace(EXAMPLE, **changed)
    assert (pro_rata(facts), resettle(facts)) == (shared, settled)


@given(orders())
def test_both_methods_stay_between_nothing_and_what_was_paid(facts):
    assert 0 <= pro_rata(facts) <= facts.paid - facts.freight_paid
    assert 0 <= resettle(facts) <= facts.paid - facts.freight_paid


@given(orders())
def test_returning_everything_gives_what_was_paid_for_goods(facts):
    everything = replace(facts, returned=())
    one_by_one = [replace(facts, returned=(place,)) for place in range(len(facts.goods))]
    goods = facts.paid - facts.freight_paid
    assert pro_rata(everything) == resettle(everything) == goods
    assert sum(pro_rata(alone) for alone in one_by_one) == goods


@given(orders(), st.sampled_from([ONE_LEG, BOTH_LEGS, SELLERS]))
def test_the_lines_add_up_to_the_refund_unless_it_has_reached_a_bound(facts, freight):
    lines = refund_lines(facts, freight, {})
    total, refund = sum(line.fen for line in lines), refund_of(facts, lines, {})
    assert refund == total or (refund == 0 and total < 0)
    assert refund <= facts.paid


def test_each_returned_item_has_a_line():
    facts = replace(EXAMPLE, returned=())
    lines = refund_lines(facts, ONE_LEG, {})
    assert [(line.key, line.kind, line.name, line.fen) for line in lines] == [
        ("goods.0", LineKind.GOODS, "A", 10364),
        ("goods.1", LineKind.GOODS, "B", 8636),
        ("freight", LineKind.FREIGHT, "", 0),
    ]


def test_where_the_items_are_not_known_what_was_paid_is_one_line():
    assert refund_lines(CaseFacts(paid=5000), ONE_LEG, {})[0].kind is LineKind.PAID
    assert amounts(CaseFacts(paid=5000)) == ({"paid": 5000, "freight": 0}, 5000)


@pytest.mark.parametrize(
    ("freight", "owed"),
    [
        (BOTH_LEGS, -800),
        (ONE_LEG, 0),
        (replace(BOTH_LEGS, payer=Payer.SELLER), 0),
        (Freight(Payer.INSURANCE, FreightRule.INSURED_BOTH_LEGS, Payer.INSURANCE), -800),
    ],
)
def test_outbound_freight_is_kept_back_only_where_the_buyer_owes_it(freight, owed):
    lines, refund = amounts(CaseFacts(paid=5000, outbound_freight=800), freight)
    assert lines["freight"] == owed
    assert refund == 5000 + owed


FREIGHT_IN_IT = CaseFacts(paid=5800, freight_paid=800, outbound_freight=800, fault=Fault.BUYER)
PARTLY = {"goods": A_AND_B, "returned": (1,)}


@pytest.mark.parametrize(
    ("changed", "freight", "line"),
    [
        ({"fault": Fault.SELLER}, SELLERS, 800),
        ({"fault": Fault.SELLER, **PARTLY}, SELLERS, 800),
        ({"flags": frozenset({Flag.MISDESCRIBED})}, SELLERS, 800),
        ({"fault": Fault.SELLER, "freight_paid": 0}, SELLERS, 0),
        # A person let the buyer pay after all.
        ({"fault": Fault.SELLER}, replace(SELLERS, payer=Payer.BUYER), 0),
        ({"parcel": Parcel.UNSHIPPED}, ONE_LEG, 800),
        ({"parcel": Parcel.UNSHIPPED, "goods": A_AND_B, "returned": (0, 1)}, ONE_LEG, 800),
        ({"parcel": Parcel.UNSHIPPED, **PARTLY}, ONE_LEG, 0),
        # Who paid it is not charged for it twice.
        ({}, BOTH_LEGS, 0),
        ({"freight_paid": 0}, BOTH_LEGS, -800),
        ({}, ONE_LEG, 0),
        ({}, Freight(Payer.SELLER, FreightRule.AGREED_UNSAID, Payer.SELLER), 0),
    ],
)
def test_freight_paid_in_the_order_goes_back_or_stays_on_its_own_line(changed, freight, line):
    assert amounts(replace(FREIGHT_IN_IT, **changed), freight)[0]["freight"] == line


@pytest.mark.parametrize(
    ("facts", "freight", "refund"),
    [
        (FREIGHT_IN_IT, BOTH_LEGS, 5000),
        (replace(FREIGHT_IN_IT, fault=Fault.SELLER), SELLERS, 5800),
        (replace(FREIGHT_IN_IT, parcel=Parcel.UNSHIPPED), ONE_LEG, 5800),
        (replace(EXAMPLE, paid=20000, freight_paid=1000), BOTH_LEGS, 8636),
        (replace(EXAMPLE, paid=20000, freight_paid=1000, fault=Fault.SELLER), SELLERS, 9636),
    ],
)
def test_the_refund_is_the_goods_and_what_freight_goes_back(facts, freight, refund):
    assert amounts(facts, freight)[1] == refund


@pytest.mark.parametrize(
    ("facts", "gift"),
    [
        (CaseFacts(paid=5000, gift=600, fault=Fault.BUYER), -600),
        (CaseFacts(paid=5000, gift=600), -600),
        (CaseFacts(paid=5000, gift=600, fault=Fault.SELLER), 0),
        (CaseFacts(paid=5000, gift=600, flags=frozenset({Flag.MISDESCRIBED})), 0),
    ],
)
def test_a_gift_that_stays_is_priced_off_unless_the_seller_is_at_fault(facts, gift):
    lines, refund = amounts(facts)
    assert (lines["gift"], refund) == (gift, 5000 + gift)


def test_coupons_have_a_line_without_money():
    lines, refund = amounts(CaseFacts(paid=5000, coupon=300))
    assert (lines["coupon"], refund) == (0, 5000)


def test_what_an_order_does_not_have_makes_no_line():
    assert set(amounts(CaseFacts(paid=5000))[0]) == {"paid", "freight"}


def test_freight_and_gift_never_cost_the_buyer_more_than_was_paid():
    facts = CaseFacts(paid=500, outbound_freight=800, gift=900)
    assert amounts(facts, BOTH_LEGS)[1] == 0


@pytest.mark.parametrize(
    ("overruled", "lines", "refund"),
    [
        ({"goods.1": 7000}, {"goods.1": 7000, "freight": 0}, 7000),
        ({"freight": -500}, {"goods.1": 8636, "freight": -500}, 8136),
        ({"refund": 5000}, {"goods.1": 8636, "freight": 0}, 5000),
        ({"refund": 0}, {"goods.1": 8636, "freight": 0}, 0),
        ({"refund": 20000}, {"goods.1": 8636, "freight": 0}, 20000),
        ({"goods.1": 30000}, {"goods.1": 30000, "freight": 0}, 19000),
        ({"goods.0": 1, "nonsense": 9}, {"goods.1": 8636, "freight": 0}, 8636),
    ],
    ids=str,
)
def test_what_a_person_put_counts_instead(overruled, lines, refund):
    assert amounts(EXAMPLE, overruled=overruled) == (lines, refund)


def test_a_line_that_a_person_changed_still_tells_what_the_rules_gave():
    changed, kept = refund_lines(EXAMPLE, ONE_LEG, {"goods.1": 7000})
    assert (changed.fen, changed.computed, changed.overruled) == (7000, 8636, True)
    assert not kept.overruled


@pytest.mark.parametrize("outcome", [Outcome.EXCHANGE, Outcome.RESEND, Outcome.REPAIR])
@pytest.mark.parametrize("paid", [19000, None])
def test_where_goods_come_instead_no_money_goes_back(outcome, paid):
    facts = replace(EXAMPLE, outcome=outcome, paid=paid)
    assert amounts(facts) == ({}, 0)


@pytest.mark.parametrize("outcome", [Outcome.EXCHANGE, Outcome.RESEND, Outcome.REPAIR])
@pytest.mark.parametrize("overruled", [{"refund": 500}, {"refund": 0}, {"paid": 9}], ids=str)
def test_an_overruled_refund_does_not_outlive_the_change_to_goods(outcome, overruled):
    assert amounts(EXAMPLE, overruled={"refund": 500})[1] == 500
    assert amounts(replace(EXAMPLE, outcome=outcome), overruled=overruled) == ({}, 0)


@pytest.mark.parametrize(
    "outcome", [Outcome.RETURN_REFUND, Outcome.REFUND_ONLY, Outcome.PARTIAL, Outcome.REJECT]
)
def test_every_other_outcome_tells_what_is_at_stake(outcome):
    assert amounts(replace(EXAMPLE, outcome=outcome))[1] == 8636


def test_without_knowing_what_was_paid_only_a_person_knows_the_refund():
    facts = replace(EXAMPLE, paid=None)
    assert amounts(facts) == ({}, None)
    assert amounts(facts, overruled={"refund": 500}) == ({}, 500)
