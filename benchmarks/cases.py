"""What 1, 500 and 20,000 return cases cost, beside SQLite and json themselves in the same run.

Usage: python benchmarks/cases.py [CASES ...]      (1, 500 and 20000 without arguments)
"""

from __future__ import annotations

import gc
import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import Spread, milliseconds, print_bar, print_head, print_row
from cs_desk import paths
from cs_desk.app.checklists import Checklists
from cs_desk.app.return_cases import CaseMeans, ReturnCases
from cs_desk.domain.returns.kinds import Anchor, Flag, Reason
from cs_desk.domain.returns.progress import summary_of
from cs_desk.domain.returns.retention import RETENTION_DAYS, closed_before
from cs_desk.domain.returns.return_case import CaseFacts
from cs_desk.exchange.returns.checklist_file import read_checklist
from cs_desk.storage.backup_folder import BackupFolder
from cs_desk.storage.case_purge import DeskPurge, PurgedPlaces
from cs_desk.storage.case_store import TinyCaseStore
from cs_desk.storage.checklist_store import TinyChecklistStore
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.evidence_folder import EvidenceFolder
from cs_desk.storage.row_format import CASE_TABLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.domain.returns.case_view import CaseView

SIZES = (1, 500, 20_000)
OPENINGS = 5
LOOKS = 1_000
CHANGES = 100
BODY_SIZE = 6_000

MOST_MS_TO_LIST = 150.0
MOST_MS_TO_LOOK = 0.1
MOST_TIMES_RAW = 3.0

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=8)))
FACTS = CaseFacts(
    order="2298123456789012345",
    buyer="小满同学",
    item="云朵保温杯 500ml 带茶隔",
    spec="雾蓝",
    paid=8900,
    reason=Reason.QUALITY,
    flags=frozenset({Flag.NO_REASON, Flag.FREE_SHIPPING}),
    moments={Anchor.SIGNED: NOW - timedelta(days=3)},
)


class StandingClock:
    """It is always the same moment, so that every run stores the same."""

    def now(self) -> datetime:
        """Return it."""
        return NOW


class Desk:
    """A folder with return cases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "desk.db"
        self.clock = StandingClock()

    def open(self) -> DeskDatabase:
        """Open the store."""
        return DeskDatabase(self.file)

    def store(self, database: DeskDatabase) -> TinyCaseStore:
        """Return its cases, nothing of which was looked at yet."""
        return TinyCaseStore(database, "小林", self.clock)

    def cases(self, database: DeskDatabase) -> ReturnCases:
        """Return what works on them."""
        bundled = read_checklist(paths.resources() / "checklist" / "returns.json")
        means = CaseMeans(
            store=self.store(database),
            evidence=EvidenceFolder(paths.evidence_folder(self.folder)),
            clock=self.clock,
            author=lambda: "小林",
            transaction=database.transaction,
            retention_days=lambda: RETENTION_DAYS,
        )
        store = TinyChecklistStore(database, "小林", self.clock)
        return ReturnCases(Checklists(bundled, store, database.transaction), means)

    def fill(self, size: int) -> None:
        """Store so many cases that are worked on, each of about 6 KB."""
        with self.open() as database:
            cases = self.cases(database)
            view = half_done(cases)
            store = self.store(database)
            with database.transaction():
                for number in range(1, size):
                    opened_at = NOW - timedelta(minutes=number)
                    case = replace(view.case, id=f"R26{number:07}", opened_at=opened_at)
                    store.save(case, replace(summary_of(view), id=case.id, opened_at=opened_at))

    def purge(self, case_id: str) -> None:
        """Delete a case for good."""
        backups = BackupFolder(
            self.file, self.folder / "backups", self.folder / "damaged", self.clock
        )
        evidence = EvidenceFolder(paths.evidence_folder(self.folder))
        places = PurgedPlaces(
            self.file, self.folder / "damaged", self.folder / "logs", backups, evidence
        )
        DeskPurge(places, "小林", self.clock).purge(
            [case_id] if case_id else [], closed_before(RETENTION_DAYS, NOW)
        )


def half_done(cases: ReturnCases) -> CaseView:
    """Open a case, and tick every check of the first half of its steps."""
    view = cases.open(FACTS)
    for step in view.steps[:4]:
        for each in step.checks:
            view = cases.tick(view.case.id, each.check.key)
        view = cases.note(view.case.id, "买家说杯盖漏水，已请他发照片，仓库下午能验货。")
    return view


def times_of(work: Callable[[], object], times: int) -> list[float]:
    """Return the milliseconds of several calls."""
    gc.collect()
    # As the window starts, which looks for garbage only when it is open.
    gc.disable()
    try:
        return [milliseconds(work) for _ in range(times)]
    finally:
        gc.enable()


def spread_of(work: Callable[[], object], times: int) -> Spread:
    """Return the spread of several calls."""
    return Spread.of(times_of(work, times))


def measure_listing(desk: Desk) -> None:
    """Print what it takes to open the store and to list its cases."""
    with closing(sqlite3.connect(desk.file)) as raw:
        rows = "SELECT body FROM document WHERE table_name = ?"
        bodies = [body for (body,) in raw.execute(rows, (CASE_TABLE,))]
        read = spread_of(lambda: raw.execute(rows, (CASE_TABLE,)).fetchall(), OPENINGS)
    print_row("baseline: every row, raw sqlite3", read)
    decode = spread_of(lambda: [json.loads(body) for body in bodies], OPENINGS)
    print_row("baseline: every case, json.loads", decode)
    print_row("open the store", spread_of(lambda: desk.open().close(), OPENINGS))
    with desk.open() as database:
        listed = spread_of(lambda: desk.store(database).summaries(), OPENINGS)
        print_row("list the cases, cold", listed)
        store = desk.store(database)
        store.summaries()
        looks = spread_of(store.summaries, LOOKS)
        print_row("list them again, unchanged", looks)
    print_bar("list the cases, cold", listed.p50, MOST_MS_TO_LIST)
    print_bar("list them again, unchanged", looks.p50, MOST_MS_TO_LOOK)


def measure_changes(desk: Desk) -> None:
    """Print what one change takes, stored and on the disk, beside one raw commit."""
    with desk.open() as database, closing(raw_copy(desk)) as raw:
        store = desk.store(database)
        ids = list(store.summaries())
        update = partial(raw.execute, "UPDATE document SET body = ? WHERE key = ?")
        taken: dict[str, list[float]] = {"raw": [], "load": [], "save": [], "see": []}
        for number in range(CHANGES):
            place = number * 7919 % len(ids)
            # SQLite writes nothing where a row stays as it is.
            body = number.to_bytes(2) * (BODY_SIZE // 2)
            taken["raw"].append(milliseconds(partial(update, (body, place + 1))))
            taken["load"].append(milliseconds(partial(store.load, ids[place])))
            case, summary = store.load(ids[place]), store.summaries()[ids[place]]
            assert case is not None
            note = replace(case.notes[0], text=f"第 {number} 次联系了买家")
            changed = replace(case, notes=(note, *case.notes[1:]))
            taken["save"].append(milliseconds(partial(store.save, changed, summary)))
            taken["see"].append(milliseconds(store.summaries))
    spreads = {name: Spread.of(times) for name, times in taken.items()}
    print_row("baseline: one raw row, FULL commit", spreads["raw"])
    print_row("load a case", spreads["load"])
    print_row("store a changed case", spreads["save"])
    print_row("list the cases after that", spreads["see"])
    ratio = spreads["save"].p50 / spreads["raw"].p50
    print_bar("store a changed case, beside a raw commit", ratio, MOST_TIMES_RAW, "x")


def measure_ticks(desk: Desk) -> None:
    """Print what a tick takes, with all that follows from it."""
    with desk.open() as database:
        cases = desk.cases(database)
        ids = list(cases.summaries())
        ticks = (partial(toggle, cases, ids[n * 7919 % len(ids)]) for n in range(CHANGES))
        print_row("tick: load, rules, store", Spread.of([milliseconds(tick) for tick in ticks]))


def toggle(cases: ReturnCases, case_id: str) -> None:
    """Tick the first check of a case, or take the tick away."""
    view = cases.case(case_id)
    key = view.steps[0].checks[0].check.key
    (cases.untick if key in view.case.ticks else cases.tick)(case_id, key)


def raw_copy(desk: Desk) -> sqlite3.Connection:
    """Return a plain copy of the store, with the same durability."""
    with closing(sqlite3.connect(desk.file)) as store:
        raw = sqlite3.connect(desk.folder / "raw.db", isolation_level=None)
        store.backup(raw)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    return raw


def measure_foreign_change(desk: Desk) -> None:
    """Print how long a window takes to list what another process changed."""
    with desk.open() as ours, desk.open() as theirs:
        store, cases = desk.store(ours), desk.cases(theirs)
        store.summaries()
        times = []
        for case_id in list(cases.summaries())[:OPENINGS]:
            toggle(cases, case_id)
            times.append(milliseconds(store.summaries))
    print_row("list what another process changed", Spread.of(times))


def measure_purge(desk: Desk) -> None:
    """Print what it takes to delete a case for good, and to find that there is none to delete."""
    with desk.open() as database:
        store = desk.store(database)
        case_id = next(iter(store.summaries()))
        case = store.load(case_id)
        assert case is not None
        long_ago = NOW - timedelta(days=RETENTION_DAYS + 1)
        summary = replace(store.summaries()[case_id], closed_at=long_ago)
        store.save(replace(case, closed_at=long_ago), summary)
    print_row("delete a case for good, one backup", spread_of(lambda: desk.purge(case_id), 1))
    print_row("see that there is none to delete", spread_of(lambda: desk.purge(""), OPENINGS))


def main() -> None:
    """Print the table for every size given."""
    for size in [int(argument) for argument in sys.argv[1:]] or SIZES:
        print_head(f"{size:,} return cases")
        with tempfile.TemporaryDirectory() as name:
            desk = Desk(Path(name))
            desk.fill(size)
            measure_listing(desk)
            measure_changes(desk)
            measure_ticks(desk)
            measure_foreign_change(desk)
            measure_purge(desk)


if __name__ == "__main__":
    main()
