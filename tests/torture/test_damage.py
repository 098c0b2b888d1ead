"""The short form of ``make torture``'s damaged files; ``TORTURE_SEED`` tries other bits."""

from __future__ import annotations

import os
from functools import partial

import pytest

from torture.damage import (
    HEADER_BITS,
    SCHEMA_BITS,
    VICTIMS,
    examine,
    flip_bits,
    page_cuts,
    row_of_damage,
    stumps,
)
from torture.damage_verdict import Outcome, Verdict, compare

SEED = int(os.environ.get("TORTURE_SEED", "1"))
STORE, BESIDE_LOG, LOG, BACKUP = VICTIMS
BAD = (Outcome.LOST, Outcome.SILENT, Outcome.FOREIGN, Outcome.UNUSABLE)


def bad(verdicts):
    print(f"TORTURE_SEED={SEED}")  # noqa: T201  # shown if the test fails
    return [verdict for verdict in verdicts if verdict.outcome in BAD]


def count(verdicts, outcome):
    return sum(verdict.outcome is outcome for verdict in verdicts)


@pytest.mark.parametrize("victim", VICTIMS, ids=lambda victim: victim.name)
def test_one_flipped_bit_is_harmless_or_found(victim):
    verdicts = flip_bits(victim, victim.share, SEED)
    assert bad(verdicts) == []
    assert count(verdicts, Outcome.HARMLESS) < len(verdicts)


@pytest.mark.parametrize("victim", VICTIMS, ids=lambda victim: victim.name)
def test_a_file_cut_short_at_any_page_is_found(victim):
    verdicts = examine(victim, page_cuts, SEED)
    assert bad(verdicts) == []
    # Its log may hold all that was cut off.
    assert count(verdicts, Outcome.HARMLESS) <= (victim is BESIDE_LOG)


@pytest.mark.parametrize("victim", [STORE, BESIDE_LOG], ids=lambda victim: victim.name)
def test_the_stump_of_a_store_is_not_taken_for_a_fresh_one(victim):
    assert bad(examine(victim, stumps, SEED)) == []


@pytest.mark.parametrize("victim", [STORE, BACKUP], ids=lambda victim: victim.name)
def test_a_flipped_bit_in_the_header_is_harmless_or_found(victim):
    assert bad(examine(victim, partial(HEADER_BITS, step=7), SEED)) == []


@pytest.mark.parametrize("victim", [STORE, BACKUP], ids=lambda victim: victim.name)
def test_a_flipped_bit_in_the_schema_is_harmless_or_found(victim):
    assert bad(examine(victim, partial(SCHEMA_BITS, step=205), SEED)) == []


# What damage is judged by.

ONE, TWO = ("case", "1"), ("case", "2")
BEFORE = {"case": {"1": b"a"}}
NOW = {"case": {"1": b"a", "2": b"b"}}


@pytest.mark.parametrize(
    ("shown", "listed", "lost", "outcome"),
    [
        ({"1": b"a", "2": b"b"}, set(), 0, Outcome.HARMLESS),
        ({"1": b"a", "2": b"b"}, {ONE}, 0, Outcome.FOUND),
        ({"2": b"b"}, {ONE}, 0, Outcome.FOUND),
        ({"2": b"b"}, {("cafe", "1")}, 0, Outcome.FOUND),
        ({"2": b"b"}, {TWO}, 0, Outcome.FOUND),
        ({"2": b"b"}, set(), 0, Outcome.SILENT),
        ({}, {ONE}, 0, Outcome.SILENT),
        ({"1": b"b", "2": b"b"}, {ONE}, 0, Outcome.SILENT),
        ({"2": b"b", "1": b"a"}, set(), 0, Outcome.SILENT),
        ({"1": b"a", "2": b"b", "3": b"c"}, set(), 0, Outcome.SILENT),
        ({"1": b"a"}, set(), 0, Outcome.LOST),
        ({"1": b"a"}, set(), 2, Outcome.LOST),
        ({"1": b"a"}, set(), 1, Outcome.FOUND),
        ({"1": b"a", "2": b"b"}, set(), 1, Outcome.SILENT),
    ],
)
def test_what_is_gone_has_to_be_listed(shown, listed, lost, outcome):
    assert compare({"case": shown}, listed, [BEFORE, NOW], lost).outcome is outcome


@pytest.mark.parametrize("outcome", Outcome)
def test_the_row_passes_unless_something_was_wrong_without_a_word(outcome):
    row = row_of_damage("trial", [Verdict(Outcome.FOUND), Verdict(outcome)])
    assert row.is_passed is (outcome not in BAD)
    assert row.lost == (outcome is Outcome.LOST)
    assert outcome.value in row.verdict
