"""How fast the search is, key by key, beside other ways to search the same library in one run.

Usage, from the root of the repository: ``python -m benchmarks.search [COUNT …]``
(1000 10000 100000).
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import search_baselines, search_edits
from benchmarks.measuring import (
    Spread,
    fastest,
    milliseconds,
    print_bar,
    print_head,
    print_row,
    print_slowest,
    resident_megabytes,
)
from benchmarks.search_corpus import make_frecency, make_library
from benchmarks.search_queries import key_by_key, pasted_sentences, typed_queries
from cs_desk.app.reply_search import LIST_LIMIT
from cs_desk.domain.pinyin import Readings
from cs_desk.domain.search.index import SearchIndex
from cs_desk.storage.archive_file import ArchiveFiles

if TYPE_CHECKING:
    from cs_desk.domain.template import ReplyTemplate

READINGS = Path(__file__).parent.parent / "resources" / "pinyin" / "readings.txt"
COUNTS = (1000, 10_000, 100_000)
TOP = 50
# The design sets its bars for these sizes.
MIDDLE, LARGE = 10_000, 100_000


def main() -> None:
    """Print a table for each size of library."""
    for count in [int(argument) for argument in sys.argv[1:]] or COUNTS:
        measure(make_library(count))


def measure(library: list[ReplyTemplate]) -> None:
    """Print the table of one library."""
    with TemporaryDirectory() as folder:
        index = _kept(library, ArchiveFiles(Path(folder), READINGS.read_bytes))
        _measure(index, library, key_by_key(typed_queries()))


def _measure(index: SearchIndex, library: list[ReplyTemplate], keys: list[str]) -> None:
    sentences = pasted_sentences()
    print_head(f"{len(library):,} replies, {len(keys)} keys, {len(sentences)} sentences")
    first_50 = fastest(partial(index.search, limit=TOP, typos=False), keys)
    at_keys = Spread.of(first_50)
    print_row(f"cs-desk: a key, {TOP} hits", at_keys)
    for name, limit, typos, queries in (
        (f"cs-desk: a key, {LIST_LIMIT} hits", LIST_LIMIT, False, keys),
        (f"cs-desk: typing rests, {TOP} hits", TOP, True, keys),
        (f"cs-desk: typing rests, {LIST_LIMIT} hits", LIST_LIMIT, True, keys),
        (f"cs-desk: a pasted sentence, {TOP} hits", TOP, True, sentences),
    ):
        search = partial(index.search, limit=limit, typos=typos)
        print_row(name, Spread.of(fastest(search, queries)))
    print_slowest(first_50, keys)
    baselines = search_baselines.measure(library, keys)
    search_edits.measure(index, library)
    _judge(len(library), at_keys, baselines)


def read_readings() -> Readings:
    """Return the readings that the program ships."""
    return Readings.from_bytes(READINGS.read_bytes())


def _kept(library: list[ReplyTemplate], files: ArchiveFiles) -> SearchIndex:
    """Return the index of a library as a window finds it kept; print what that takes."""
    frecency, readings = make_frecency(library), read_readings()
    columns: dict[str, bytes | memoryview] = {}
    found: list[SearchIndex] = []
    built = milliseconds(lambda: columns.update(SearchIndex(library, readings, frecency).columns()))
    files.save(library, columns)
    size = sum(memoryview(column).nbytes for column in columns.values()) / 1e6
    columns.clear()
    before = resident_megabytes()
    loaded = milliseconds(
        lambda: found.append(SearchIndex(library, read_readings(), frecency, files.load(library)))
    )
    print(
        f"\n{len(library):,} replies: index built in {built:,.0f} ms, kept in {size:.0f} MB, "
        f"loaded and checked in {loaded:.0f} ms, {resident_megabytes() - before:.0f} MB resident"
    )
    return found[0]


def _judge(count: int, ours: Spread, baselines: search_baselines.Baselines) -> None:
    """Print the bars for libraries of ``count`` replies; p50 and p99 with 50 hits."""
    scan, loop = baselines.find_scan, baselines.python_scan.p50
    if count == MIDDLE:
        print_bar("a key, p50", ours.p50, 0.3)
        print_bar("a key, p99, in str.find scans", ours.p99 / scan, 1.7, "x")
    if count == LARGE:
        print_bar("a key, p50, in Python scans", ours.p50 / loop, 1 / 15, "x")
        print_bar("a key, p99, in str.find scans", ours.p99 / scan, 1.2, "x")
        print_bar("a key, p99", ours.p99, 9.0)


if __name__ == "__main__":
    main()
