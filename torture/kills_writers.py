"""Several processes write to one store at once and are killed one after the other."""

from __future__ import annotations

import random
from contextlib import ExitStack
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from tinydb import where

from cs_desk.storage.database import DeskDatabase
from torture.findings import Fault, Finding
from torture.kills_process import DoomedProcess
from torture.kills_promises import ACK, Facts, Promises, intent
from torture.scratch import scratch_folder

if TYPE_CHECKING:
    from pathlib import Path

    from torture.kills_process import Say

WRITERS = 3
_LONGEST_S = 0.06
_NEW_STORE = 0.1  # how often a round begins with an empty folder
_REOPEN = 0.05
_TOTAL = "total"


def kill_writers(kills: int, seed: int) -> list[Finding]:
    """Kill ``kills`` writers, some at a time, and return what each round found."""
    return _rounds(kills, seed, too_early=False)


def kill_too_hasty_writers(kills: int, seed: int) -> list[Finding]:
    """Kill writers that acknowledge what is not yet stored; the trial has to notice."""
    return _rounds(kills, seed, too_early=True)


def _rounds(kills: int, seed: int, *, too_early: bool) -> list[Finding]:
    chance = random.Random(seed)
    with scratch_folder() as scratch:
        store, promises = scratch / "0" / "desk.db", Promises()
        findings = []
        for number in range(-(-kills // WRITERS)):
            if chance.random() < _NEW_STORE:
                store, promises = scratch / f"{number}" / "desk.db", Promises()
            many = min(WRITERS, kills - number * WRITERS)
            works = [
                partial(_write, store, f"{writer}", chance.random(), too_early)
                for writer in range(many)
            ]
            with ExitStack() as processes:
                doomed = [
                    processes.enter_context(DoomedProcess(work, scratch / "log")) for work in works
                ]
                for writer, process in enumerate(doomed):
                    # The others go on: a lock that died with its owner would stop them.
                    process.hear_for(chance.uniform(0, _LONGEST_S))
                    promises.hear(process.kill(), writer)
            findings.append(_examine(store, promises))
        return findings


def _write(store: Path, writer: str, seed: float, too_early: bool, say: Say) -> None:  # noqa: FBT001  # bound above
    chance = random.Random(seed)
    database = DeskDatabase(store, busy_timeout_s=30)
    start = int(str(_facts_of(database).get(f"{writer}/left", "0")).partition(":")[0])
    for number in count(start + 1):
        text = f"{number}:" + "亲" * int(chance.expovariate(1 / 300))
        say(intent({f"{writer}/left": text, f"{writer}/right": text}))
        if too_early:
            say(ACK)
        _change(database, writer, text)
        if not too_early:
            say(ACK)
        if chance.random() < _REOPEN:
            database.close()
            database = DeskDatabase(store, busy_timeout_s=30)


def _change(database: DeskDatabase, writer: str, text: str) -> None:
    with database.transaction():
        for key in (f"{writer}/left", f"{writer}/right"):
            database.upsert({"key": key, "text": text}, where("key") == key)
        # All of them count here: none may overwrite what another one counted.
        total = database.table(_TOTAL)
        so_far = sum(row["n"] for row in total)
        total.upsert({"key": _TOTAL, "n": so_far + 1}, where("key") == _TOTAL)


def _facts_of(database: DeskDatabase) -> Facts:
    return {row["key"]: row["text"] for row in database}


def _examine(store: Path, promises: Promises) -> Finding:
    # As little patience as there can be: a lock that is left shows at once.
    with DeskDatabase(store, busy_timeout_s=0) as database:
        facts = _facts_of(database)
        finding = promises.judge(facts)
        if finding.fault:
            return finding
        if database.damaged_rows:
            told = f"damaged: {database.damaged_rows}"
            return Finding(finding.acknowledged, Fault.WRONG, told)
        stored = sum(int(str(facts[key]).partition(":")[0]) for key in facts if "left" in key)
        counted = sum(row["n"] for row in database.table(_TOTAL))
        if stored != counted:
            told = f"{counted} changes were counted, but {stored} are there"
            return Finding(finding.acknowledged, Fault.LOST, told)
        database.table("afterwards").insert({})
    return finding
