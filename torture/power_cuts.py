"""Power cuts: what the store is after one, in thousands of states that a disk may be left in."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from torture.after_power_cut import examine
from torture.disk_operations import Mark, Operation
from torture.findings import Finding, row_of, row_of_mutant, row_of_skipped
from torture.parallel import in_parallel
from torture.recording import record, why_not_traced
from torture.scratch import scratch_folder
from torture.simulated_disk import SimulatedDisk
from torture.told import Told
from torture.weaknesses import Weakness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torture.table import Row

STATES_PER_RECORDING = 200
MUTANT_STATES = 100  # enough to meet the few moments at which something is missed


class Work(NamedTuple):
    """What is done at the desk while the power fails.

    Attributes:
        name: What ``torture.desk_writer`` calls it.
        share: Its part of all states, in per cent.
        gestures: How many gestures one recording has.
        promise: What it says when it promises what the mutants break.
        mutants: What, left out of the store, must show.
    """

    name: str
    share: int
    gestures: int
    promise: str
    mutants: tuple[Weakness, ...]


WORKS = (
    Work("changes", 60, 160, "ack", (Weakness.SYNCHRONOUS_NORMAL, Weakness.SYNCHRONOUS_OFF)),
    Work("backups", 20, 60, "kept", (Weakness.BACKUP, Weakness.BACKUP_FOLDER)),
    Work("damage", 20, 40, "restored", (Weakness.RESTORED, Weakness.RESTORED_FOLDER)),
)


def run(rounds: int, seed: int) -> list[Row]:
    """Examine ``rounds`` states of the store, and some of each store that was made worse."""
    if why := why_not_traced():
        return [row_of_skipped("power cut", why)]
    rows = []
    for work in WORKS:
        states = max(1, rounds * work.share // 100)
        findings = findings_of(work, Weakness.NONE, states, seed)
        rows.append(row_of(f"power cut, {work.name}", findings))
        for mutant in work.mutants:
            findings = findings_of(work, mutant, max(MUTANT_STATES, states // 10), seed)
            rows.append(row_of_mutant(f"  mutant: {mutant}", findings))
    return rows


def findings_of(work: Work, weakness: Weakness, states: int, seed: int) -> list[Finding]:
    """Return what is found in ``states`` states, some hundred of each recorded program."""
    shares = [
        (work, weakness, min(STATES_PER_RECORDING, states - start), seed + start)
        for start in range(0, states, STATES_PER_RECORDING)
    ]
    return [found for findings in in_parallel(examine_recording, shares) for found in findings]


def examine_recording(work: Work, weakness: Weakness, states: int, seed: int) -> list[Finding]:
    """Record one program and examine ``states`` states of the disk at random moments of it."""
    chance = random.Random(seed)
    with scratch_folder() as scratch:
        desk = scratch / "desk"
        desk.mkdir()
        writer = ["-m", "torture.desk_writer", str(desk), work.name, str(seed)]
        operations = record(desk, [*writer, str(work.gestures), weakness])
        return [
            examine(disk.after_power_cut(chance), told, _backups_seen(disk, told), scratch / "cut")
            for disk, told in _moments(operations, work.promise, states, chance)
        ]


def _moments(
    operations: Sequence[Operation], promise: str, many: int, chance: random.Random
) -> Iterator[tuple[SimulatedDisk, Told]]:
    # Half of them right after the promise, when it is youngest.
    young = [
        end
        for end, operation in enumerate(operations, 1)
        if isinstance(operation, Mark) and operation.text.startswith(promise)
    ]
    everywhere = range(1, len(operations) + 1)
    ends = sorted(chance.choice(chance.choice((young, everywhere))) for _ in range(many))
    disk, told, start = SimulatedDisk(), Told(), 0
    for end in ends:
        for operation in operations[start:end]:
            disk.apply(operation)
            if isinstance(operation, Mark):
                told.hear(operation.text)
        start = end
        yield disk, told


def _backups_seen(disk: SimulatedDisk, told: Told) -> set[str]:
    return {name for name in told.kept if disk.has(f"backups/{name}")}
