"""What one durable change costs, beside a raw SQLite commit and stock TinyDB in the same run.

Usage: python benchmarks/storage.py [DOCUMENTS ...]      (1000 and 10000 without arguments)
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tinydb import TinyDB

from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.row_documents import encode_document
from cs_desk.storage.stores import TinyLibraryStore

if TYPE_CHECKING:
    from collections.abc import Callable

CHANGES = 400
STOCK_CHANGES = 5


class Timing(NamedTuple):
    """Milliseconds of one kind of call."""

    median: float
    p99: float

    @classmethod
    def of(cls, seconds: list[float]) -> Timing:
        """Return the timing of calls that took ``seconds`` each."""
        ordered = sorted(seconds)
        return cls(statistics.median(ordered) * 1000, ordered[int(len(ordered) * 0.99) - 1] * 1000)

    def __str__(self) -> str:
        return f"{self.median:8.3f} ms  p99 {self.p99:8.3f}"


class SystemClock:
    """The time of this computer."""

    def now(self) -> datetime:
        """Return the present moment."""
        return datetime.now(UTC)


def document(number: int, change: int) -> dict[str, object]:
    """Return a document of about 1 KB."""
    return {"number": number, "change": change, "body": "亲，别着急哦，已经在路上了" * 24}


def measure(calls: list[Callable[[int], object]], times: int) -> list[Timing]:
    """Time every call ``times`` times, in turn, so that all meet the same disk."""
    seconds: list[list[float]] = [[] for _ in calls]
    for change in range(times):
        for call, taken in zip(calls, seconds, strict=True):
            start = time.perf_counter()
            call(change)
            taken.append(time.perf_counter() - start)
    return [Timing.of(taken) for taken in seconds]


def raw_database(path: Path, size: int) -> sqlite3.Connection:
    """Return a plain SQLite table of the same documents, with the same durability."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE document (id INTEGER PRIMARY KEY, body BLOB)")
    raw.execute("BEGIN")
    bodies = ((encode_document(document(n, 0)),) for n in range(size))
    raw.executemany("INSERT INTO document (body) VALUES (?)", bodies)
    raw.execute("COMMIT")
    return raw


def compare_changes(folder: Path, size: int) -> None:
    """Print the cost of one durable change among ``size`` documents."""
    raw = raw_database(folder / "raw.db", size)
    desk = DeskDatabase(folder / "desk.db")
    stock = TinyDB(folder / "stock.json", encoding="utf-8", ensure_ascii=False)
    for database in (desk, stock):
        database.insert_multiple(document(n, 0) for n in range(size))

    def change_raw(change: int) -> None:
        body = encode_document(document(size // 2, change))
        raw.execute("UPDATE document SET body = ? WHERE id = ?", (body, 1 + change * 7919 % size))

    def change_in(database: TinyDB) -> Callable[[int], object]:
        return lambda change: database.update(
            {"change": change}, doc_ids=[1 + change * 7919 % size]
        )

    plain, ours = measure([change_raw, change_in(desk)], CHANGES)
    (slow,) = measure([change_in(stock)], STOCK_CHANGES)
    (idle,) = measure([lambda _: desk.refresh()], CHANGES)
    print(f"{size:6} documents: one durable change")
    print(f"    raw sqlite3 FULL  {plain}")
    print(f"    desk              {ours}   {ours.median / plain.median:7.1f}x raw")
    print(f"    stock TinyDB      {slow}   {slow.median / plain.median:7.1f}x raw")
    print(f"    look for others   {idle}")
    raw.close()
    desk.close()
    stock.close()


def compare_opening(folder: Path) -> None:
    """Print the cost of opening what ``compare_changes`` left and of looking at one document."""

    def open_desk(_: int) -> None:
        with DeskDatabase(folder / "desk.db") as desk:
            desk.get(doc_id=1)

    def open_stock(_: int) -> None:
        with TinyDB(folder / "stock.json", encoding="utf-8") as stock:
            stock.get(doc_id=1)

    ours, slow = measure([open_desk, open_stock], STOCK_CHANGES)
    print(f"    open: desk        {ours}")
    print(f"    open: stock       {slow}")


def measure_library(folder: Path, size: int) -> None:
    """Print the cost of a whole library of ``size`` replies through its store."""
    path = folder / "library.db"
    body = str(document(0, 0)["body"])
    library = TemplateLibrary(
        "lib", "话术库", tuple(ReplyTemplate(f"t{n}", f"话术 {n}", body) for n in range(size))
    )
    with DeskDatabase(path) as desk:
        store = TinyLibraryStore(desk, "bench", SystemClock())
        (stored,) = measure([lambda _: store.replace(library)], 1)
    with DeskDatabase(path) as desk:
        store = TinyLibraryStore(desk, "bench", SystemClock())
        (loaded,) = measure([lambda _: store.load()], 1)

        def edit(change: int) -> None:
            held = store.load() or library
            edited = replace(held.templates[0], title=f"改 {change}", rev=change + 2)
            store.replace(replace(held, templates=(edited, *held.templates[1:])))

        (edited,) = measure([edit], 20)
    print(f"    library: store {stored.median:.0f} ms, load {loaded.median:.0f} ms,", end=" ")
    print(f"edit one reply {edited.median:.2f} ms")


def main() -> None:
    """Print the table for every size given."""
    for size in [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000]:
        with tempfile.TemporaryDirectory() as folder:
            compare_changes(Path(folder), size)
            compare_opening(Path(folder))
            measure_library(Path(folder), size)


if __name__ == "__main__":
    main()
