"""A script that runs one ``cs-desk shop set`` after the other is killed."""

from __future__ import annotations

import json
import os
import random
import time
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from cs_desk.main import main
from cs_desk.storage.database import DeskDatabase
from torture.findings import Fault, Finding
from torture.kills_backups import fault_of_backups
from torture.kills_process import DoomedProcess, send_output_to
from torture.kills_promises import ACK, Facts, Promises, intent
from torture.scratch import scratch_folder

if TYPE_CHECKING:
    from pathlib import Path

    from torture.kills_process import Say

_SHOPS = ("云朵家", "海风屋", "山茶铺")
_AFTERWARDS = "之后"
_LONGEST_S = 0.3
_FROM_THE_START = 3  # one kill of so many may come before anything was acknowledged
_NEW_DESK = 0.3  # how often a round begins with an empty folder
_AT_ONCE_S = 2.0


def kill_commands(rounds: int, seed: int) -> list[Finding]:
    """Kill a script ``rounds`` times and return what each round found."""
    chance = random.Random(seed)
    findings = []
    with scratch_folder() as scratch:
        desk, promises = scratch / "0", Promises()
        for number in range(rounds):
            if chance.random() < _NEW_DESK:
                desk, promises = scratch / f"{number}", Promises()
            script = partial(_run_script, desk, chance.random())
            with DoomedProcess(script, scratch / "log") as process:
                if number % _FROM_THE_START:
                    # However slow the computer is, something is there to be lost.
                    process.hear_until(ACK)
                process.hear_for(chance.uniform(0, _LONGEST_S))
                promises.hear(process.kill())
            findings.append(_examine(desk, promises))
    return findings


def _run_script(desk: Path, seed: float, say: Say) -> None:
    chance = random.Random(seed)
    for number in count(chance.randrange(1_000_000)):
        name = chance.choice(_SHOPS)
        values = {"赠品名": f"收纳袋{number}", "祝福语": f"平安{number}"}
        say(intent({f"{name}/{key}": value for key, value in values.items()}))
        given = [f"{key}={value}" for key, value in values.items()]
        if status := _run(desk, "shop", "set", name, *given):
            raise RuntimeError(f"cs-desk shop set ended with {status}")
        say(ACK)


def _run(desk: Path, *command: str, output: Path | None = None) -> int:
    """Run a command in a fork of this process, as in one of its own; return its status."""
    pid = os.fork()
    if not pid:
        status = 1
        try:
            if output:
                send_output_to(output)
            status = main(["--data-dir", str(desk), *command])
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _examine(desk: Path, promises: Promises) -> Finding:
    started = time.monotonic()
    facts = _listed(desk)
    took_s = time.monotonic() - started
    finding = promises.judge(facts)
    if finding.fault:
        return finding
    if trouble := _trouble(desk):
        return Finding(finding.acknowledged, Fault.UNREADABLE, trouble)
    if took_s > _AT_ONCE_S:
        told = f"the next command took {took_s:.1f} s"
        return Finding(finding.acknowledged, Fault.UNREADABLE, told)
    return finding


def _trouble(desk: Path) -> str:
    with DeskDatabase(desk / "desk.db", busy_timeout_s=0) as database:
        if database.damaged_rows:
            return f"damaged: {database.damaged_rows}"
    told = desk.with_suffix(".txt")
    if status := _run(desk, "shop", "set", _AFTERWARDS, "快递公司=中通", output=told):
        return f"the command afterwards ended with {status}"
    return fault_of_backups(desk / "desk.db", desk / "backups")


def _listed(desk: Path) -> Facts:
    """Return what ``cs-desk shop list`` tells, the next command after the kill."""
    output = desk.with_suffix(".json")
    output.unlink(missing_ok=True)
    _run(desk, "shop", "list", "--json", output=output)
    # Nobody has to be told of anything, so every line is an answer.
    shops = map(json.loads, output.read_text().splitlines())
    return {
        f"{shop['name']}/{key}": value
        for shop in shops
        if shop["name"] != _AFTERWARDS
        for key, value in shop["values"].items()
        if key != "店铺名"
    }
