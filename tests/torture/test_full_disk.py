"""The short form of ``make torture``'s full disks."""

from __future__ import annotations

import pytest

from torture.filled_disk import FilledDisk
from torture.findings import Fault
from torture.full_disk import FEWEST_DOCUMENTS, fill, judge, why_not_mounted

SOUND = {"when_full": 2000, "with_more_room": 900, "found": 2900}


@pytest.mark.skipif(bool(why_not_mounted()), reason=why_not_mounted() or "it can")
def test_a_full_disk_refuses_in_words_and_goes_on_when_there_is_room():
    disk = fill(seed=1)
    assert judge(disk).fault is None
    assert disk.when_full > FEWEST_DOCUMENTS


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({}, None),
        ({"found": 2899}, Fault.LOST),
        ({"found": 2901}, Fault.WRONG),
        ({"is_equal": False}, Fault.WRONG),
        ({"outcome_known": False}, Fault.WRONG),
        ({"when_full": 231, "found": 1131}, Fault.UNREADABLE),
        ({"with_more_room": 0, "found": 2000}, Fault.UNREADABLE),
        ({"trouble": "OSError"}, Fault.UNREADABLE),
    ],
)
def test_a_disk_is_judged_by_what_it_keeps(told, fault):
    assert judge(FilledDisk(**SOUND | told)).fault is fault
