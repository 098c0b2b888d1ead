from __future__ import annotations

from torture.findings import Fault, Finding, row_of, row_of_mutant, row_of_skipped
from torture.table import table_of
from torture.told import Told

SOUND = Finding(1200)
LOST = Finding(30, Fault.LOST, "2 lost")


def test_the_table_counts_faults_and_tells_the_first():
    assert table_of([row_of("断电", [SOUND, LOST]), row_of_skipped("full disk", "no")]) == (
        "trial     | rounds | acknowledged | lost | unreadable | silent wrong | verdict\n"
        "----------|--------|--------------|------|------------|--------------|"
        "---------------\n"
        "断电      |      2 |        1,230 |    1 |          0 |            0 | FAILED: 2 lost\n"
        "full disk |      0 |            0 |    0 |          0 |            0 | skipped: no"
    )


def test_a_trial_passes_without_and_a_mutant_with_a_fault():
    assert row_of("trial", [SOUND]).is_passed
    assert not row_of("trial", [SOUND, LOST]).is_passed
    assert not row_of("trial", []).is_passed
    assert row_of_mutant("mutant", [SOUND, LOST]).is_passed
    assert not row_of_mutant("mutant", [SOUND]).is_passed


def heard(*words):
    told = Told()
    for text in words:
        told.hear(text)
    return told


def test_a_store_may_hold_the_last_acknowledged_change_or_the_one_under_way():
    told = heard("intent a", "ack", "intent b", "ack", "intent c")
    assert [told.judge(digest).fault for digest in "abcd"] == [Fault.LOST, None, None, Fault.WRONG]


def test_a_damaged_store_is_excused_until_its_restoring_is_acknowledged():
    told = heard("intent a", "ack", "damage page", "intent a")
    assert (told.is_damaged, told.set_aside) == (True, 0)
    told.hear("ack")
    assert (told.is_damaged, told.set_aside) == (False, 1)
