"""The short form of ``make torture``'s power cuts."""

from __future__ import annotations

import pytest

from torture.power_cuts import WORKS, examine_recording
from torture.recording import why_not_traced
from torture.weaknesses import Weakness

pytestmark = pytest.mark.skipif(bool(why_not_traced()), reason=why_not_traced() or "it can")

GESTURES = {"changes": 60, "backups": 20, "damage": 16}
SHORT = [work._replace(gestures=GESTURES[work.name]) for work in WORKS]
MUTANTS = [(work, mutant) for work in SHORT for mutant in work.mutants]


@pytest.mark.parametrize("work", SHORT, ids=lambda work: work.name)
def test_a_power_cut_loses_nothing_that_was_acknowledged(work):
    findings = examine_recording(work, Weakness.NONE, states=20, seed=5)
    assert [finding for finding in findings if finding.fault] == []
    assert sum(finding.acknowledged for finding in findings) > 20


@pytest.mark.parametrize(
    ("work", "mutant"), MUTANTS, ids=lambda value: getattr(value, "name", value)
)
def test_a_store_that_leaves_out_a_sync_is_convicted(work, mutant):
    assert any(finding.fault for finding in examine_recording(work, mutant, states=40, seed=5))
