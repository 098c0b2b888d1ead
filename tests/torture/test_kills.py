"""The short form of ``make torture``'s kills; ``TORTURE_SEED`` tries other moments."""

from __future__ import annotations

import os
import sys

import pytest

from torture.findings import Fault
from torture.kills import killed
from torture.kills_commands import kill_commands
from torture.kills_midway import kill_midway
from torture.kills_operations import MIDWAY
from torture.kills_process import DoomedProcess
from torture.kills_promises import ACK, Promises, intent
from torture.kills_ticks import kill_agents, kill_too_hasty_agents
from torture.kills_window import kill_windows
from torture.kills_writers import kill_too_hasty_writers, kill_writers
from torture.parallel import in_parallel

SEED = int(os.environ.get("TORTURE_SEED", "1"))
forks = pytest.mark.skipif(sys.platform != "linux", reason="it forks, and kills by process group")


def faults(findings):
    print(f"TORTURE_SEED={SEED}")  # noqa: T201  # shown if the test fails
    return [finding for finding in findings if finding.fault]


@forks
def test_twenty_kills_of_commands_lose_nothing_that_was_acknowledged():
    findings = killed(kill_commands, 20, SEED, 10)
    assert faults(findings) == []
    assert sum(finding.acknowledged for finding in findings) > 10


@forks
def test_twenty_kills_of_the_window_lose_nothing_that_was_acknowledged():
    findings = killed(kill_windows, 20, SEED, 10)
    assert faults(findings) == []
    assert sum(finding.acknowledged for finding in findings) > 10


@forks
def test_kills_in_the_middle_of_ticking_lose_no_tick_that_was_acknowledged():
    findings = killed(kill_agents, 20, SEED, 10)
    assert faults(findings) == []
    assert sum(finding.acknowledged for finding in findings) > 20


@forks
def test_agents_that_acknowledge_too_early_are_convicted():
    assert faults(killed(kill_too_hasty_agents, 16, SEED, 8))


@forks
def test_kills_of_three_writers_at_once_lose_nothing_that_was_acknowledged():
    findings = killed(kill_writers, 30, SEED, 15)
    assert faults(findings) == []
    assert sum(finding.acknowledged for finding in findings) > 100


@forks
def test_writers_that_acknowledge_too_early_are_convicted():
    assert faults(killed(kill_too_hasty_writers, 18, SEED, 9))


@forks
def test_a_kill_midway_leaves_the_old_or_the_new_and_a_desk_that_goes_on():
    shares = [(operation.name, 8, SEED) for operation in MIDWAY]
    findings = [each for kind in in_parallel(kill_midway, shares) for each in kind]
    assert faults(findings) == []
    assert len(findings) == 8 * len(MIDWAY)


@forks
def test_a_line_that_the_kill_cut_short_was_not_said(tmp_path):
    def work(say):
        say("ready")
        say("亲" * 1_000_000)

    with DoomedProcess(work, tmp_path / "log") as process:
        assert process.hear_until("亲")
        assert process.kill() == ["ready"]


# What the kills are judged by.


def promised(*lines):
    promises = Promises()
    promises.hear(lines)
    return promises


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        ({"a": 1, "b": 1}, None),
        ({"a": 2, "b": 2}, None),
        ({"a": 2, "b": 1}, Fault.WRONG),
        ({"a": 1}, Fault.LOST),
        ({"a": 1, "b": 0}, Fault.LOST),
        ({"a": 1, "b": 1, "c": 1}, Fault.WRONG),
    ],
)
def test_a_desk_may_hold_what_was_acknowledged_or_all_of_what_was_under_way(found, fault):
    said = [intent({"b": 0}), ACK, intent({"a": 1, "b": 1}), ACK, intent({"a": 2, "b": 2})]
    finding = promised(*said).judge(found)
    assert (finding.acknowledged, finding.fault) == (2, fault)


def test_after_a_kill_the_desk_is_held_to_what_it_held_then():
    promises = promised(intent({"a": 1}), ACK, intent({"a": 2}))
    assert promises.judge({"a": 2}).fault is None
    assert promises.judge({"a": 1}).fault is Fault.LOST


def test_a_fact_that_was_taken_away_must_stay_away():
    said = [intent({"a": 1}), ACK, intent({"a": None}), ACK]
    assert promised(*said).judge({}).fault is None
    assert promised(*said).judge({"a": 1}).fault is Fault.LOST


def test_trouble_of_a_program_is_a_fault():
    assert promised("trouble the disk").judge({}).fault is Fault.UNREADABLE
