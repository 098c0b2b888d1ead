"""Other ways to search the same library, measured with the same queries.

None of them reads pinyin: they have less to do. The bars of the design are held against the first
two, which are the least that a search without an index can cost.
"""

from __future__ import annotations

import shutil
import sqlite3
import statistics
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process

from benchmarks.measuring import Spread, fastest, milliseconds, print_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.domain.template import ReplyTemplate

TOP = 50
# What takes a tenth of a second a query is asked only some of them.
SAMPLE = 40
# Common characters that never stand in this order: a scan has to look at the whole library.
ABSENT = ("没有此句", "货退的发", "您亲哦", "换x换x")
_SHORTEST_TRIGRAM = 3


class Baselines(NamedTuple):
    """What the search is held against.

    Attributes:
        find_scan: Milliseconds of one ``str.find`` over all texts, nothing found.
        python_scan: Milliseconds of asking every text in turn, over the queries.
    """

    find_scan: float
    python_scan: Spread


def measure(library: Sequence[ReplyTemplate], keys: Sequence[str]) -> Baselines:
    """Print the rows of the baselines; return those with a bar."""
    texts = [text_of(template) for template in library]
    keys = [key.casefold() for key in keys]
    some = keys[:: max(1, len(keys) // SAMPLE)][:SAMPLE]
    joined = "\n".join(texts)
    scans = fastest(joined.find, [absent for absent in ABSENT if absent not in joined])
    find_scan = statistics.median(scans)
    print_row("one str.find over all texts, no hit", (find_scan,))
    python_scan = Spread.of(fastest(lambda key: _scanned(texts, key), keys, rounds=2))
    print_row("Python scan: query in text", python_scan)
    _measure_trigrams(texts, keys)
    rated = fastest(lambda key: _rated(texts, key), some, rounds=1)
    print_row("rapidfuzz, partial_ratio", Spread.of(rated), f"({len(some)} of the keys)")
    _measure_fzf(texts, some)
    return Baselines(find_scan, python_scan)


def text_of(template: ReplyTemplate) -> str:
    """Return all that can be searched of a reply, case folded, on one line."""
    fields = (template.title, template.code, *template.tags, template.group, template.body)
    return " ".join(fields).casefold()


def _scanned(texts: Sequence[str], query: str) -> list[int]:
    return [place for place, text in enumerate(texts) if query in text]


def _rated(texts: Sequence[str], query: str) -> object:
    return process.extract(query, texts, scorer=fuzz.partial_ratio, limit=TOP)


def _measure_trigrams(texts: Sequence[str], keys: Sequence[str]) -> None:
    """Print what SQLite's own full text search takes; shorter queries than trigrams need LIKE."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE reply USING fts5(body, tokenize = 'trigram')")
        rows = ((text,) for text in texts)
        built = milliseconds(lambda: database.executemany("INSERT INTO reply VALUES (?)", rows))

        def search(key: str) -> list[object]:
            if len(key) < _SHORTEST_TRIGRAM:
                condition, value = "body LIKE ?", f"%{key}%"
            else:
                condition, value = "reply MATCH ?", '"' + key.replace('"', '""') + '"'
            found = f"SELECT rowid FROM reply WHERE {condition} LIMIT {TOP}"
            return database.execute(found, (value,)).fetchall()

        note = f"(built in {built:.0f} ms)"
        print_row("SQLite FTS5, trigram", Spread.of(fastest(search, keys, rounds=1)), note)


def _measure_fzf(texts: Sequence[str], keys: Sequence[str]) -> None:
    """Print what fzf takes from its start to its end."""
    fzf = shutil.which("fzf")
    if fzf is None:
        print(f"    {'fzf --filter':38}  not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "replies.txt"
        file.write_text("\n".join(texts), encoding="utf-8")

        def search(key: str) -> None:
            with file.open("rb") as lines:
                # Its status says whether anything was found.
                subprocess.run(
                    [fzf, "--filter", key], stdin=lines, capture_output=True, check=False
                )

        times = Spread.of(fastest(search, keys, rounds=1))
    print_row("fzf --filter, whole process", times, f"({len(keys)} of the keys)")
