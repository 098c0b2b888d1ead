"""What it costs to keep an index true while replies are edited and used."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.measuring import Spread, milliseconds, print_bar, print_head, print_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.domain.search.index import SearchIndex
    from cs_desk.domain.template import ReplyTemplate

# As many as the desk takes in before it builds a new index.
EDITS = 100
# Begins the new titles; in no library, so that nothing but an edit can be found.
NEWS = "魑魅魍魉"
MOST_MS = 5.0


def measure(index: SearchIndex, library: Sequence[ReplyTemplate]) -> None:
    """Print what edits cost; ``index`` is not the library's any more afterwards."""
    some = library[:: len(library) // EDITS][:EDITS]
    edited = [replace(each, title=f"{NEWS}{n:03}", rev=2) for n, each in enumerate(some)]
    added = [replace(each, id=f"new {each.id}", title=f"新{each.title}") for each in edited]
    print_head(f"{EDITS} edits of an index of {len(library):,}")
    slowest = [
        _print_times("note a use", [_using(index, each) for each in some]),
        _print_times("change a reply, and find it", [_finding(index, each) for each in edited]),
        _print_times("add a reply, and find it", [_finding(index, each) for each in added]),
        _print_times("remove a reply", [_removing(index, each) for each in added]),
    ]
    print_bar("edit → searchable, the slowest of all", max(slowest), MOST_MS)


def _print_times(name: str, times: Sequence[float]) -> float:
    """Print one line of the table; return the slowest."""
    spread = Spread.of(times)
    print_row(name, spread)
    return spread.most


def _using(index: SearchIndex, template: ReplyTemplate) -> float:
    return milliseconds(lambda: index.set_frecency(template.id, 3000.0))


def _removing(index: SearchIndex, template: ReplyTemplate) -> float:
    return milliseconds(lambda: index.remove(template.id))


def _finding(index: SearchIndex, template: ReplyTemplate) -> float:
    """Return how long it takes to put a reply in and to find it by its new title."""
    started = time.perf_counter()
    index.replace(template)
    hits = index.search(template.title, limit=1, typos=False)
    taken = (time.perf_counter() - started) * 1000
    if [hit.template for hit in hits] != [template]:
        raise RuntimeError(f"edited and not found: {template}")
    return taken
