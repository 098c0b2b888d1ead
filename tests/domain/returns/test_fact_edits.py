"""Facts that two people change at once: each one's changes hold, and nobody's are lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_desk.domain.returns.fact_edits import rebased
from cs_desk.domain.returns.kinds import Anchor, Flag, Outcome
from cs_desk.domain.returns.return_case import CaseFacts

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=8)))
KNOWN = CaseFacts(
    item="衫",
    flags=frozenset({Flag.NO_REASON, Flag.INSURED}),
    moments={Anchor.SIGNED: NOON, Anchor.APPLIED: NOON},
)
facts = st.builds(
    CaseFacts,
    item=st.sampled_from(["衫", "裤"]),
    paid=st.none() | st.integers(0, 3),
    flags=st.frozensets(st.sampled_from(Flag)),
    moments=st.dictionaries(st.sampled_from(Anchor), st.sampled_from([NOON])),
)


@pytest.mark.parametrize(
    ("theirs", "mine", "both"),
    [
        ({"paid": 5}, {"item": "裤"}, {"paid": 5, "item": "裤"}),
        ({"item": "鞋"}, {"item": "裤"}, {"item": "裤"}),
        ({"outcome": Outcome.EXCHANGE}, {}, {"outcome": Outcome.EXCHANGE}),
        (
            {"flags": frozenset({Flag.NO_REASON})},
            {"flags": KNOWN.flags | {Flag.SPECIAL}},
            {"flags": frozenset({Flag.NO_REASON, Flag.SPECIAL})},
        ),
        (
            {"moments": {**KNOWN.moments, Anchor.SHIPPED: NOON}},
            {"moments": {Anchor.SIGNED: NOON}},
            {"moments": {Anchor.SIGNED: NOON, Anchor.SHIPPED: NOON}},
        ),
    ],
)
def test_both_changes_hold_and_the_later_hand_wins_the_same_field(theirs, mine, both):
    stored = replace(KNOWN, **theirs)
    assert rebased(stored, KNOWN, replace(KNOWN, **mine)) == replace(KNOWN, **both)


@given(facts, facts)
def test_without_anybody_else_it_is_what_was_wanted(known, wanted):
    assert rebased(known, known, wanted) == wanted


@given(facts, facts)
def test_who_changed_nothing_changes_nothing(stored, known):
    assert rebased(stored, known, known) == stored
