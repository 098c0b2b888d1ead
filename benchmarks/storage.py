"""What one durable change costs, beside a raw SQLite commit and stock TinyDB in the same run.

Then what it costs to open a store, to check it and to keep a backup of it. The bar of one change
is 3 raw commits and 1 ms.

Usage: python benchmarks/storage.py [DOCUMENTS ...]      (1000, 10000 and 50000 without arguments)
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tinydb import TinyDB

from benchmarks.storage_documents import DESK, STOCK, fill_desk, fill_stock, make_document
from cs_desk.domain.backup import BackupReason
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.storage.backup_folder import BackupFolder
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.row_documents import encode_document
from cs_desk.storage.stores import TinyLibraryStore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIZES = (1_000, 10_000, 50_000)
# Stock TinyDB takes seconds for one change among 50,000 documents.
ROUNDS = 5
CHANGES_PER_ROUND = 300
OPENINGS = 5

MOST_TIMES_RAW = 3.0
MOST_MS = 1.0


class Timing(NamedTuple):
    """Milliseconds of one kind of call."""

    median: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Timing:
        """Return the timing of calls that took ``seconds`` each."""
        ordered = sorted(seconds)
        last = min(len(ordered) - 1, int(len(ordered) * 0.99))
        return cls(statistics.median(ordered) * 1000, ordered[last] * 1000)


class SystemClock:
    """The time of this computer."""

    def now(self) -> datetime:
        """Return the present moment."""
        return datetime.now(UTC)


def seconds_of(call: Callable[..., object], *arguments: object) -> float:
    """Return how long ``call`` takes."""
    started = time.perf_counter()
    call(*arguments)
    return time.perf_counter() - started


def measure(call: Callable[[], object], times: int = OPENINGS) -> Timing:
    """Return the timing of several calls."""
    return Timing.of([seconds_of(call) for _ in range(times)])


def show(name: str, timing: Timing, raw: Timing | None = None) -> None:
    """Print one line of the table."""
    ratio = f"{timing.median / raw.median:12.1f}x" if raw else ""
    print(f"    {name:34}{timing.median:11.3f}{timing.p99:11.3f}{ratio}")


def fill_raw(file: Path, size: int) -> sqlite3.Connection:
    """Return a plain SQLite table of the same documents, with the same durability."""
    raw = sqlite3.connect(file, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE document (id INTEGER PRIMARY KEY, body BLOB)")
    raw.execute("BEGIN")
    bodies = ((encode_document(make_document(n, 0)),) for n in range(size))
    raw.executemany("INSERT INTO document (body) VALUES (?)", bodies)
    raw.execute("COMMIT")
    return raw


def changes_in(database: TinyDB, size: int) -> Callable[[int], object]:
    """Return what changes one field of one document, a different one each time."""
    return lambda change: database.update({"change": change}, doc_ids=[1 + change * 7919 % size])


def changes_in_raw(raw: sqlite3.Connection, size: int) -> Callable[[int], object]:
    """Return what writes one document of a plain SQLite table."""

    def change_one(change: int) -> None:
        body = encode_document(make_document(size // 2, change))
        raw.execute("UPDATE document SET body = ? WHERE id = ?", (body, 1 + change * 7919 % size))

    return change_one


def compare_changes(folder: Path, size: int) -> None:
    """Print the cost of one durable change among ``size`` documents; all take turns."""
    with ExitStack() as opened:
        raw = opened.enter_context(closing(fill_raw(folder / "raw.db", size)))
        desk = opened.enter_context(DeskDatabase(folder / DESK))
        stock = opened.enter_context(TinyDB(folder / STOCK, encoding="utf-8", ensure_ascii=False))
        change_raw, change_desk = changes_in_raw(raw, size), changes_in(desk, size)
        change_stock = changes_in(stock, size)
        taken: dict[str, list[float]] = {"raw": [], "desk": [], "stock": [], "idle": []}
        for change in range(ROUNDS * CHANGES_PER_ROUND):
            taken["raw"].append(seconds_of(change_raw, change))
            taken["desk"].append(seconds_of(change_desk, change))
            taken["idle"].append(seconds_of(desk.refresh))
            if change % CHANGES_PER_ROUND == 0:
                taken["stock"].append(seconds_of(change_stock, change))
    timings = {name: Timing.of(seconds) for name, seconds in taken.items()}
    show("one change: raw sqlite3, FULL", timings["raw"], timings["raw"])
    show("one change: desk", timings["desk"], timings["raw"])
    show("one change: stock TinyDB", timings["stock"], timings["raw"])
    show("look whether others changed it", timings["idle"])
    judge(timings["desk"], timings["raw"])


def judge(desk: Timing, raw: Timing) -> None:
    """Print whether the desk stays below its bars."""
    for bar, value, most in (
        (f"{MOST_TIMES_RAW:g}x raw", desk.median / raw.median, MOST_TIMES_RAW),
        (f"{MOST_MS:g} ms", desk.median, MOST_MS),
    ):
        print(f"    bar: <= {bar:29}{value:11.2f}   {'holds' if value <= most else 'MISSED'}")
    if raw.median > MOST_MS / MOST_TIMES_RAW:
        print(f"    (this disk takes {raw.median:.2f} ms for a raw commit)")


def compare_opening(folder: Path) -> None:
    """Print the cost of opening what ``compare_changes`` left and of looking at one document."""

    def open_desk() -> None:
        with DeskDatabase(folder / DESK) as desk:
            desk.get(doc_id=1)

    def open_stock() -> None:
        with TinyDB(folder / STOCK, encoding="utf-8") as stock:
            stock.get(doc_id=1)

    def check(pragma: str) -> None:
        with closing(sqlite3.connect(folder / DESK)) as store:
            store.execute(f"PRAGMA {pragma}(1)").fetchone()

    show("open: desk, every row checked", measure(open_desk))
    show("   of that, integrity_check", measure(lambda: check("integrity_check")))
    show("   beside it, quick_check", measure(lambda: check("quick_check")))
    show("open: stock TinyDB", measure(open_stock, ROUNDS))


def measure_backups(folder: Path) -> None:
    """Print the cost of a verified backup of what ``compare_changes`` left."""
    backups = BackupFolder(folder / DESK, folder / "backups", folder / "damaged", SystemClock())
    show("backup: keep one, verified", measure(lambda: backups.keep(BackupReason.MANUAL)))
    newest = backups.all()[0].file
    show("backup: check and describe it", measure(lambda: backups.describe(newest)))
    keep_if_changed = partial(backups.keep, BackupReason.ROUTINE, if_changed=True)
    show("backup: see that none is needed", measure(keep_if_changed))


def measure_library(folder: Path, size: int) -> None:
    """Print the cost of a whole library of ``size`` replies through its store."""
    body = str(make_document(0, 0)["body"])
    library = TemplateLibrary(
        "lib", "话术库", tuple(ReplyTemplate(f"t{n}", f"话术 {n}", body) for n in range(size))
    )
    with DeskDatabase(folder / "library.db") as desk:
        store = TinyLibraryStore(desk, "bench", SystemClock())
        show("library: store all", measure(lambda: store.replace(library), 1))
    with DeskDatabase(folder / "library.db") as desk:
        store = TinyLibraryStore(desk, "bench", SystemClock())
        show("library: load all", measure(store.load, 1))
        held = store.load() or library

        def edit() -> None:
            nonlocal held
            first, *others = held.templates
            edited = replace(first, title=f"{first.title}改", rev=first.rev + 1)
            held = replace(held, templates=(edited, *others))
            store.replace(held)

        show("library: edit one reply", measure(edit, 20))


def main() -> None:
    """Print the table for every size given."""
    for size in [int(argument) for argument in sys.argv[1:]] or SIZES:
        print(f"\n{f'{size:,} documents of 1 KB':38}{'median':>11}{'p99':>11}   ms")
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            fill_desk(folder, size)
            fill_stock(folder, size)
            compare_changes(folder, size)
            compare_opening(folder)
            measure_backups(folder)
            measure_library(folder, size)


if __name__ == "__main__":
    main()
