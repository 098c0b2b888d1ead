"""The window is killed while an agent works at it."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING

from cs_desk.desktop.clock import SystemClock
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stores import TinySettingsStore, TinyShopStore, TinyUsageStore
from torture.findings import Fault, Finding
from torture.kills_backups import fault_of_backups
from torture.kills_process import DoomedProcess
from torture.kills_promises import Facts, Promises
from torture.kills_window_agent import READY, work_at_window
from torture.scratch import scratch_folder

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_S = 0.5
_NEW_DESK = 0.2  # how often a round begins with an empty folder
_WHILE_OPENING = 0.15


def kill_windows(rounds: int, seed: int) -> list[Finding]:
    """Kill a window ``rounds`` times and return what each round found."""
    chance = random.Random(seed)
    findings = []
    with scratch_folder() as scratch:
        desk, promises = scratch / "0", Promises()
        for number in range(rounds):
            if chance.random() < _NEW_DESK:
                desk, promises = scratch / f"{number}", Promises()
            agent = partial(work_at_window, desk, promises.facts, random.Random(chance.random()))
            with DoomedProcess(agent, scratch / "log") as process:
                while_opening = chance.random() < _WHILE_OPENING
                opens = while_opening or process.hear_until(READY)
                process.hear_for(chance.uniform(0, _LONGEST_S))
                promises.hear(process.kill())
            findings.append(_examine(desk, promises, opens=opens))
    return findings


def _examine(desk: Path, promises: Promises, *, opens: bool) -> Finding:
    with DeskDatabase(desk / "desk.db", busy_timeout_s=0) as database:
        finding = promises.judge(_facts_of(database))
        trouble = f"damaged: {database.damaged_rows}" if database.damaged_rows else ""
    trouble = trouble or fault_of_backups(desk / "desk.db", desk / "backups")
    if not opens:
        trouble = "the window did not open"
    if trouble and not finding.fault:
        return Finding(finding.acknowledged, Fault.UNREADABLE, trouble)
    return finding


def _facts_of(database: DeskDatabase) -> Facts:
    clock = SystemClock()
    usage = TinyUsageStore(database, "", clock).all()
    shops = TinyShopStore(database, "", clock).all()
    facts: Facts = {f"uses {each}": used.uses for each, used in usage.items() if used.uses}
    facts.update({f"favourite {each}": True for each, used in usage.items() if used.favourite})
    # An agent who works in one shop.
    facts.update(("shop", shop.name) for shop in shops)
    pinned = TinySettingsStore(database, "", clock).all().get("pinned")
    if pinned:
        facts["pinned"] = True
    return facts
