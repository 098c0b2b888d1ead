"""The short form of ``make torture``'s failing calls."""

from __future__ import annotations

import pytest

from torture.desk_operations import OPERATIONS
from torture.failing_call import Lasting
from torture.failing_calls import examine
from torture.parallel import in_parallel
from torture.recording import why_not_traced

pytestmark = pytest.mark.skipif(bool(why_not_traced()), reason=why_not_traced() or "it can")


def faults_of(calls, error, lastings):
    """Try every operation; in processes of their own, because threads do not survive a fork."""
    shares = [(name, calls, [error], lastings) for name in OPERATIONS]
    results = dict(zip(OPERATIONS, in_parallel(examine, shares), strict=True))
    assert all(results.values())
    return {name: [each for each in found if each.fault] for name, found in results.items()}


NOTHING = {name: [] for name in OPERATIONS}


def test_a_full_disk_at_any_write_is_refused_in_words_or_overcome():
    assert faults_of(["pwrite64"], "ENOSPC", [Lasting.UNTIL_FREED]) == NOTHING


def test_a_bad_disk_at_any_sync_loses_nothing_and_leaves_memory_and_disk_alike():
    syncs = ["fsync", "fdatasync"]
    assert faults_of(syncs, "EIO", [Lasting.ONCE, Lasting.UNTIL_KILLED]) == NOTHING
