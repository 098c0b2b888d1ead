"""What importing 1,000 and 20,000 replies costs, beside json and SQLite in the same run.

Usage: python benchmarks/imports.py [REPLIES ...]      (1000 and 20000 without arguments)
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from benchmarks.measuring import Spread, milliseconds, print_bar, print_head, print_row
from benchmarks.search_corpus import make_library
from cs_desk.app.library_imports import LibraryImports
from cs_desk.app.library_ports import LibraryMeans
from cs_desk.data_folder import DataFolder
from cs_desk.desktop.clock import SystemClock
from cs_desk.domain.library.applied_merge import carry_out
from cs_desk.domain.library.difference import CONTENT_FIELDS
from cs_desk.domain.library.incoming import FileFormat, IncomingLibrary
from cs_desk.domain.library.merge import MergeBase, MergePlan
from cs_desk.domain.library.merge_planning import plan_merge
from cs_desk.domain.library.text_difference import text_difference
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cs_desk.domain.library.incoming import Progress

SIZES = (1_000, 20_000)
ROUNDS = 3
REWORDED = "哦呢啦的呀"

MOST_MS_TO_IMPORT = 3_000.0
MOST_MS_OF_SILENCE = 250.0
MOST_MS_TO_COMPARE = 50.0


class Silence:
    """A progress that measures how long nobody heard of it."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()

    def __call__(self, _done: int, _of: int) -> None:
        """Hear of the progress."""
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def quiet(_done: int, _of: int) -> None:
    """Hear of the progress, and do nothing."""


def our_format(templates: Sequence[ReplyTemplate], sha256: str) -> IncomingLibrary:
    """Return a file of our own format, that is an edition of the library in the store."""
    library = TemplateLibrary("bench", "话术库", tuple(templates))
    return IncomingLibrary(
        library, FileFormat.CSDESK, frozenset(CONTENT_FIELDS), keeps_ids=True, sha256=sha256
    )


def without_names(templates: Sequence[ReplyTemplate]) -> IncomingLibrary:
    """Return a file that has nothing but texts, each of them reworded in three places."""
    pick = random.Random(6)
    texts = (_reworded(template.body, pick) for template in templates)
    replies = (ReplyTemplate(f"file-{n}", text[:20], text) for n, text in enumerate(texts))
    library = TemplateLibrary("file", "文件", tuple(replies))
    return IncomingLibrary(library, FileFormat.TEXTEXPANDER, frozenset({"body"}))


def _reworded(text: str, pick: random.Random) -> str:
    characters = list(text)
    for _ in range(3):
        characters[pick.randrange(len(characters))] = pick.choice(REWORDED)
    return "".join(characters)


def every_tenth_changed(templates: Sequence[ReplyTemplate]) -> list[ReplyTemplate]:
    """Return the next release."""
    return [
        template if number % 10 else replace(template, body=template.body + "（新）")
        for number, template in enumerate(templates)
    ]


def spread_of(work: Callable[[], object]) -> Spread:
    """Return the spread of a few calls."""
    return Spread.of([milliseconds(work) for _ in range(ROUNDS)])


def planned(mine: TemplateLibrary, incoming: IncomingLibrary, base: MergeBase) -> MergePlan:
    """Return the plan of an import."""
    return plan_merge(mine, incoming, base, progress=quiet)


def measure_baselines(folder: Path, templates: Sequence[ReplyTemplate]) -> None:
    """Print what json and SQLite take for the same replies."""
    text = msgspec.json.encode(templates).decode()
    print_row("baseline: json.loads", spread_of(partial(json.loads, text)))
    rows = [(t.id, msgspec.json.encode(t)) for t in templates]
    with closing(sqlite3.connect(folder / "raw.db")) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("CREATE TABLE reply (id TEXT PRIMARY KEY, body BLOB)")

        def insert() -> None:
            raw.execute("DELETE FROM reply")
            raw.executemany("INSERT INTO reply VALUES (?, ?)", rows)
            raw.commit()

        print_row("baseline: raw sqlite3, executemany", spread_of(insert))


def measure_plans(templates: Sequence[ReplyTemplate]) -> None:
    """Print what it takes to plan imports, and to carry them out in memory."""
    mine = TemplateLibrary("bench", "话术库", tuple(templates))
    base = MergeBase({t.id: t for t in templates}, whole=True)
    release = our_format(every_tenth_changed(templates), "2")
    texts = without_names(templates)
    nothing = TemplateLibrary("empty", "空")
    cases = {
        "all new": (nothing, release, MergeBase()),
        "our own export": (mine, our_format(templates, "1"), MergeBase()),
        "next release, a tenth changed": (mine, release, base),
        "texts only, all reworded": (mine, texts, MergeBase()),
    }
    for name, case in cases.items():
        spread = spread_of(partial(planned, *case))
        plan = planned(*case)
        print_row(f"plan: {name}", spread)
        print_row("    carry out", spread_of(partial(carry_out, plan, {}, new_id)))
    print_bar("plan: texts only, all reworded", spread.p50, MOST_MS_TO_IMPORT)
    silence = Silence()
    plan_merge(mine, texts, MergeBase(), progress=silence)
    print_bar("longest time without a word of progress", silence.longest, MOST_MS_OF_SILENCE)


def measure_differences() -> None:
    """Print what it takes to compare the longest texts there are, with nothing in common."""
    print_head("two texts of 10,000 characters")
    pick = random.Random(6)
    for name, letters in {"many": range(0x4E00, 0x5A00), "two": (0x4E00, 0x4E01)}.items():
        characters = [chr(letter) for letter in letters]
        before, after = ("".join(pick.choices(characters, k=10_000)) for _ in range(2))
        spread = spread_of(partial(text_difference, before, after))
        print_row(f"differences, {name} kinds of characters", spread)
        print_bar(f"differences, {name} kinds of characters", spread.p50, MOST_MS_TO_COMPARE)


def new_id() -> str:
    """Return an identity that nothing has yet."""
    return str(uuid4())


@contextmanager
def imports_into(folder: Path) -> Iterator[LibraryImports]:
    """Open the store in ``folder`` as an import does."""
    data = DataFolder(folder, "小林", SystemClock())
    with data.open() as opened:
        stores = opened.supervision()
        means = LibraryMeans(
            store=opened.library,
            editions=stores.editions,
            trash=stores.trash,
            drafts=stores.drafts,
            clock=SystemClock(),
            author=lambda: "小林",
            new_id=new_id,
            transaction=opened.database.transaction,
        )
        yield LibraryImports(means, data.backups)


def imported(folder: Path, incoming: IncomingLibrary, progress: Progress = quiet) -> list[float]:
    """Import into the store, and return the milliseconds of planning and of applying."""
    with imports_into(folder) as imports:
        started = time.perf_counter()
        plan = imports.plan(incoming, progress)
        between = time.perf_counter()
        imports.apply(plan, {}, progress)
        ended = time.perf_counter()
    return [(between - started) * 1000, (ended - between) * 1000, (ended - started) * 1000]


def measure_store(folder: Path, templates: Sequence[ReplyTemplate]) -> None:
    """Print what imports take with the product's own store, a backup before included."""
    print_head("    into the store", "plan apply both")
    steps = {
        "all new": our_format(templates, "1"),
        "the same file again": our_format(templates, "1"),
        "next release, a tenth changed": our_format(every_tenth_changed(templates), "2"),
    }
    for name, incoming in steps.items():
        times = imported(folder, incoming)
        print_row(name, times)
        print_bar(f"import: {name}", times[-1], MOST_MS_TO_IMPORT)


def main() -> None:
    """Print the table for every size given."""
    measure_differences()
    for size in [int(argument) for argument in sys.argv[1:]] or SIZES:
        print_head(f"{size:,} replies")
        templates = make_library(size)
        with tempfile.TemporaryDirectory() as name:
            measure_baselines(Path(name), templates)
            measure_plans(templates)
            measure_store(Path(name) / "desk", templates)


if __name__ == "__main__":
    main()
