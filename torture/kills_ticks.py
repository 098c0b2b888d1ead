"""Two programs tick the checks of return cases and are killed in the middle of it."""

from __future__ import annotations

import random
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk import paths
from cs_desk.app.checklists import Checklists
from cs_desk.app.return_cases import CaseMeans, ReturnCases
from cs_desk.domain.returns.kinds import Reason
from cs_desk.domain.returns.retention import RETENTION_DAYS
from cs_desk.domain.returns.return_case import CaseFacts
from cs_desk.exchange.returns.checklist_file import read_checklist
from cs_desk.storage.case_store import TinyCaseStore
from cs_desk.storage.checklist_store import TinyChecklistStore
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.evidence_folder import EvidenceFolder
from torture.desk_folder import SteppingClock
from torture.findings import Fault, Finding
from torture.kills_process import DoomedProcess
from torture.kills_promises import ACK, Facts, Promises, intent
from torture.scratch import scratch_folder

if TYPE_CHECKING:
    from cs_desk.domain.returns.case_view import CaseView
    from torture.kills_process import Say

AGENTS = 2
_CASES = 6
_LONGEST_S = 0.1


def kill_agents(kills: int, seed: int) -> list[Finding]:
    """Kill ``kills`` programs that tick, two at a time; return what each round found."""
    return _rounds(kills, seed, too_early=False)


def kill_too_hasty_agents(kills: int, seed: int) -> list[Finding]:
    """Kill programs that acknowledge a tick before it is stored; the trial has to notice."""
    return _rounds(kills, seed, too_early=True)


def _rounds(kills: int, seed: int, *, too_early: bool) -> list[Finding]:
    chance = random.Random(seed)
    with scratch_folder() as scratch:
        store, promises = scratch / "desk.db", Promises()
        _open_cases(store)
        promises.judge(_facts_of(store))
        findings = []
        for number in range(-(-kills // AGENTS)):
            many = min(AGENTS, kills - number * AGENTS)
            works = [
                partial(_tick, store, agent, chance.random(), too_early) for agent in range(many)
            ]
            with ExitStack() as processes:
                doomed = [
                    processes.enter_context(DoomedProcess(work, scratch / "log")) for work in works
                ]
                for agent, process in enumerate(doomed):
                    process.hear_until(ACK)
                    process.hear_for(chance.uniform(0, _LONGEST_S))
                    promises.hear(process.kill(), agent)
            findings.append(_examine(store, promises))
        return findings


def _open_cases(store: Path) -> None:
    with DeskDatabase(store) as database:
        cases = _cases_in(database)
        for number in range(_CASES):
            cases.open(CaseFacts(order=f"22981234567890123{number}", reason=Reason.QUALITY))


def _tick(store: Path, agent: int, seed: float, too_early: bool, say: Say) -> None:  # noqa: FBT001  # bound above
    """Tick, untick and note, in the cases of one agent, without end."""
    chance = random.Random(seed)
    with DeskDatabase(store, busy_timeout_s=30) as database:
        cases = _cases_in(database)
        own = sorted(cases.summaries())[agent::AGENTS]
        while True:
            view = cases.case(chance.choice(own))
            check = chance.choice([c.check for s in view.steps for c in s.checks])
            is_ticked = check.key in view.case.ticks
            facts = _facts_of_case(view)
            facts[f"{view.case.id}/{check.key}"] = not is_ticked
            facts[f"{view.case.id}/history"] = len(view.case.history) + 1
            say(intent(facts))
            if too_early:
                say(ACK)
            (cases.untick if is_ticked else cases.tick)(view.case.id, check.key)
            if not too_early:
                say(ACK)


def _cases_in(database: DeskDatabase) -> ReturnCases:
    clock = SteppingClock(step=1 / 3600)
    bundled = read_checklist(paths.resources() / "checklist" / "returns.json")
    means = CaseMeans(
        store=TinyCaseStore(database, "小林", clock),
        evidence=EvidenceFolder(paths.evidence_folder(Path(database.file_name).parent)),
        clock=clock,
        author=lambda: "小林",
        transaction=database.transaction,
        retention_days=lambda: RETENTION_DAYS,
    )
    store = TinyChecklistStore(database, "小林", clock)
    return ReturnCases(Checklists(bundled, store, database.transaction), means)


def _facts_of_case(view: CaseView) -> Facts:
    case = view.case
    facts: Facts = {
        f"{case.id}/{check.check.key}": check.check.key in case.ticks
        for step in view.steps
        for check in step.checks
    }
    # What was done is written down together with the doing, or neither is.
    return {**facts, f"{case.id}/history": len(case.history)}


def _facts_of(store: Path) -> Facts:
    # As little patience as there can be: a lock that is left shows at once.
    with DeskDatabase(store, busy_timeout_s=0) as database:
        cases = _cases_in(database)
        views = [cases.case(case_id) for case_id in cases.summaries()]
        return {fact: value for view in views for fact, value in _facts_of_case(view).items()}


def _examine(store: Path, promises: Promises) -> Finding:
    finding = promises.judge(_facts_of(store))
    if finding.fault:
        return finding
    with DeskDatabase(store, busy_timeout_s=0) as database:
        if database.damaged_rows:
            told = f"damaged: {database.damaged_rows}"
            return Finding(finding.acknowledged, Fault.WRONG, told)
        cases = _cases_in(database)
        stale = [
            case_id
            for case_id, summary in cases.summaries().items()
            if summary.step != cases.case(case_id).current
        ]
        if stale:
            told = f"the summaries of {stale} are not those of their cases"
            return Finding(finding.acknowledged, Fault.WRONG, told)
        for case_id in cases.summaries():
            cases.note(case_id, "afterwards")
    promises.judge(_facts_of(store))
    return finding
