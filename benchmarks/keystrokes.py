"""How long after a key the hits are on screen, in the real window, and how much memory it takes.

A key counts from the moment before it is handed to the X server until the update that painted the
list is over. The keys are those of an agent who types pinyin and letters; Chinese is composed by
an input method, whose letters are searched too.

Usage, from the root of the repository: ``python benchmarks/keystrokes.py [COUNT …]``
(1000 10000 100000).
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from benchmarks.measuring import Spread, print_bar, print_head, print_row, print_slowest
from benchmarks.search_queries import typed_queries
from benchmarks.stored_library import store_library
from benchmarks.window_under_test import Keyboard, WatchedWindow
from tests.journeys.xsession import XSession

COUNTS = (1000, 10_000, 100_000)
KEYS = 150
# Ten keys a second: a fast typist.
PAUSE_SECONDS = 0.1
# After the start the desk makes a backup, which costs the same at every size.
REST_SECONDS = 1.0
MIDDLE, LARGE = 10_000, 100_000


def main() -> None:
    """Print the table."""
    counts = [int(argument) for argument in sys.argv[1:]] or COUNTS
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        with XSession(home) as session:
            bare = _memory_of_bare_window(session)
            print_head("key → list painted, real window", "p50 p95 p99 max first", "ms     MB")
            print_row("a bare PySide6 window", (), f"{bare:54.0f}")
            _measure_bare_list(session)
            for count in counts:
                data = Path(folder) / str(count)
                store_library(data, count)
                _measure(session, data, count, bare)


def _memory_of_bare_window(session: XSession) -> float:
    with closing(WatchedWindow(session, "blank")) as window:
        window.next_told("empty")
        time.sleep(REST_SECONDS)
        return window.resident_megabytes()


def _measure_bare_list(session: XSession) -> None:
    """Print what the least window does that shows other rows at each key, without a search."""
    with (
        closing(WatchedWindow(session, "list")) as window,
        closing(Keyboard(session.environ["DISPLAY"])) as keyboard,
    ):
        window.ready()
        time.sleep(REST_SECONDS)
        times = []
        for key in "".join(_queries()):
            times.append(_press(window, keyboard, key))
            time.sleep(PAUSE_SECONDS)
    print_row(f"a bare line and list, {len(times)} keys", Spread.of(times))


def _measure(session: XSession, data: Path, count: int, bare: float) -> None:
    """Print what the window does with a library of ``count`` replies."""
    with (
        closing(WatchedWindow(session, "desk", "--data-dir", str(data))) as window,
        closing(Keyboard(session.environ["DISPLAY"])) as keyboard,
    ):
        _, sent, hits = window.first_answer(keyboard)
        first = (hits.at - sent) * 1000
        time.sleep(REST_SECONDS)
        queries = _queries()
        times = _type_all(window, keyboard, queries)
        memory = window.resident_megabytes()
    spread = Spread.of(times)
    print_row(f"cs-desk, {count:,} replies, {len(times)} keys", (*spread, first), f"{memory:6.0f}")
    typed = [query[:end] for query in queries for end in range(1, len(query) + 1)]
    print_slowest(times, typed)
    if count == MIDDLE:
        print_bar("memory, beside the bare window", memory / bare, 1.7, "x")
    if count == LARGE:
        print_bar("key → list painted, p95", spread.p95, 10.0)
        print_bar("key → list painted, p99", spread.p99, 16.7)


def _queries() -> list[str]:
    """Return queries of at least ``KEYS`` keys in all, of every kind that needs no input method."""
    typed = [query for query in typed_queries() if query.isascii()]
    chosen: list[str] = []
    for start in range(3):
        for query in typed[start::3]:
            if sum(map(len, chosen)) >= KEYS:
                return chosen
            chosen.append(query)
    return chosen


def _type_all(window: WatchedWindow, keyboard: Keyboard, queries: list[str]) -> list[float]:
    """Type queries, clearing the box before each; return the milliseconds of every key."""
    times = []
    for query in queries:
        _press(window, keyboard, "Escape")
        time.sleep(PAUSE_SECONDS)
        for key in query:
            times.append(_press(window, keyboard, key))
            time.sleep(PAUSE_SECONDS)
    return times


def _press(window: WatchedWindow, keyboard: Keyboard, key: str) -> float:
    sent = keyboard.press(key)
    return (window.painted_after(sent).at - sent) * 1000


if __name__ == "__main__":
    main()
