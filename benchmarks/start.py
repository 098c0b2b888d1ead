"""How long the window takes to appear and a command to answer, beside the least such programs.

A window counts from the moment its focused line is on screen: the benchmark looks at the pixels of
a virtual display. With libraries of several sizes the window tells itself when its list is painted.
Programs take turns, so that all meet the same computer.

Usage, from the root of the repository: ``python benchmarks/start.py [ROUNDS]`` (11).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QGuiApplication

from benchmarks._watched_window import BARE_ROWS
from benchmarks.measuring import print_bar
from benchmarks.stored_library import store_library
from benchmarks.window_under_test import Keyboard, WatchedWindow
from cs_desk.ui.theme import LIGHT
from tests.journeys.xsession import XSession

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).parents[1]
ROUNDS = 11
ROWS = 5_000
# The middle of the window, which stands at the right edge of a screen of 1366 pixels: the only
# line of this colour that crosses it is the border of the field with the keyboard.
COLUMN = 1176
FOCUSED = QColor(LIGHT.accent).rgb()
PATIENCE_SECONDS = 10
COUNTS = (1000, 10_000, 100_000)
# A library takes its time to load: it starts so often at most, and the largest fewer times still.
LIBRARY_ROUNDS = 7
LARGE, LARGE_ROUNDS = 100_000, 3
MOST_TO_PAINT, MOST_TO_SEARCH = 1.0, 1.15

BARE_WINDOW = f"""
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.setGeometry(986, 20, 378, 743)
window.setStyleSheet("background: {LIGHT.accent}")
window.show()
application.exec()
"""
BARE_LINE = f"""
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
application = QApplication([])
window = QWidget()
window.setGeometry(986, 20, 378, 743)
window.setStyleSheet("QLineEdit:focus {{ border: 1px solid {LIGHT.accent}; }}")
column = QVBoxLayout(window)
column.addWidget(QLineEdit())
view = QListView()
view.setUniformItemSizes(True)
model = QStringListModel(["亲，别着急哦 %d" % n for n in range({ROWS})])
view.setModel(model)
column.addWidget(view)
window.show()
application.exec()
"""


class Screen:
    """Starts windows on a virtual display and watches it."""

    def __init__(self, session: XSession) -> None:
        self._session = session
        os.environ["DISPLAY"] = session.environ["DISPLAY"]
        self._application = QGuiApplication(["start", "-platform", "xcb"])

    def seconds_to_see(self, *command: str) -> float:
        """Start ``command``; return how long until its focused line was painted."""
        self._wait_until_seen(seen=False)
        began = time.perf_counter()
        program = self._session.start(*command, PYTHONPATH=str(ROOT))
        try:
            self._wait_until_seen(seen=True)
            return time.perf_counter() - began
        finally:
            program.kill()
            program.wait()

    def _wait_until_seen(self, *, seen: bool) -> None:
        deadline = time.perf_counter() + PATIENCE_SECONDS
        while self._shows_focus() is not seen:
            if time.perf_counter() > deadline:
                raise TimeoutError("a window appears, or disappears")
            time.sleep(0.001)

    def _shows_focus(self) -> bool:
        screen = self._application.primaryScreen()
        column = screen.grabWindow(0, COLUMN, 0, 1, screen.size().height()).toImage()
        return any(column.pixel(0, y) == FOCUSED for y in range(column.height()))


def seconds_to_run(*arguments: str) -> float:
    """Run Python with ``arguments`` to its end; return how long it took."""
    # Where nothing may be cached, Python compiles every file of ours at every start: no desk does.
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *arguments]
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environ, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def compare(rounds: int, programs: Mapping[str, Callable[[], float]]) -> dict[str, float]:
    """Let every program start ``rounds`` times in turn; print medians, the first one being 1.

    Returns:
        The median of each, in terms of the first one.
    """
    seconds: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, run in programs.items():
            seconds[name].append(run())
    least = statistics.median(next(iter(seconds.values())))
    for name, taken in seconds.items():
        _print_start(name, taken, least)
    return {name: statistics.median(taken) / least for name, taken in seconds.items()}


def _print_start(name: str, taken: Sequence[float], least: float) -> None:
    median = statistics.median(taken)
    spread = f"{min(taken) * 1000:.0f}–{max(taken) * 1000:.0f}"
    print(f"    {name:34}{median * 1000:8.0f} ms {spread:>11}{median / least:8.2f}x")


def compare_windows(rounds: int, desk: tuple[str, ...], home: Path) -> None:
    """Print how long the window takes, on a desktop whose home is ``home``."""
    with XSession(home) as session:
        screen = Screen(session)
        first = screen.seconds_to_see(sys.executable, *desk)
        print(f"start to a window with the keyboard, median of {rounds}")
        compare(
            rounds,
            {
                "a bare QWidget": lambda: screen.seconds_to_see(sys.executable, "-c", BARE_WINDOW),
                f"a line and a list of {ROWS:,} rows": lambda: screen.seconds_to_see(
                    sys.executable, "-c", BARE_LINE
                ),
                "cs-desk": lambda: screen.seconds_to_see(sys.executable, *desk),
            },
        )
        print(f"    {'cs-desk, its very first start':34}{first * 1000:8.0f} ms")


def compare_libraries(rounds: int, folder: Path) -> None:
    """Print how long the window takes with libraries of several sizes, to look at and to search."""
    home = folder / "large"
    home.mkdir()
    for count in COUNTS:
        store_library(folder / str(count), count)
    bare: list[float] = []
    painted: dict[int, list[float]] = {count: [] for count in COUNTS}
    searched: dict[int, list[float]] = {count: [] for count in COUNTS}
    with XSession(home) as session, closing(Keyboard(session.environ["DISPLAY"])) as keyboard:
        for number in range(rounds):
            bare.append(_seconds_to_rows(session))
            for count in COUNTS:
                if count < LARGE or number < LARGE_ROUNDS:
                    times = _seconds_to_hits(session, keyboard, folder / str(count))
                    painted[count].append(times[0])
                    searched[count].append(times[1])
    _print_libraries(bare, painted, searched)


def _seconds_to_rows(session: XSession) -> float:
    with closing(WatchedWindow(session, "list")) as window:
        return window.next_told("rows").at - window.started


def _seconds_to_hits(session: XSession, keyboard: Keyboard, data: Path) -> tuple[float, float]:
    """Return how long until rows are painted, and the hits of a key that is pressed at once."""
    with closing(WatchedWindow(session, "desk", "--data-dir", str(data))) as window:
        rows, _, hits = window.first_answer(keyboard)
        return rows.at - window.started, hits.at - window.started


def _print_libraries(
    bare: Sequence[float],
    painted: Mapping[int, Sequence[float]],
    searched: Mapping[int, Sequence[float]],
) -> None:
    least = statistics.median(bare)
    fewer = min(len(bare), LARGE_ROUNDS)
    print(f"start with a large library, median of {len(bare)}, with {LARGE:,} of {fewer}")
    _print_start(f"bare line and {BARE_ROWS:,} rows", bare, least)
    for count in painted:
        _print_start(f"cs-desk, {count:,}: rows painted", painted[count], least)
        _print_start(f"cs-desk, {count:,}: a key answered", searched[count], least)
    for count, taken in painted.items():
        ratio = statistics.median(taken) / least
        print_bar(f"rows painted with {count:,}", ratio, MOST_TO_PAINT, "x")
    ratio = statistics.median(searched[10_000]) / least
    print_bar("search ready with 10,000", ratio, MOST_TO_SEARCH, "x")


def compare_commands(rounds: int, desk: tuple[str, ...]) -> None:
    """Print how long a command takes."""
    print(f"a command from start to end, median of {rounds}")
    compare(
        rounds,
        {
            "python -c pass": lambda: seconds_to_run("-c", "pass"),
            "cs-desk --version": lambda: seconds_to_run("-m", "cs_desk", "--version"),
            "cs-desk --help": lambda: seconds_to_run("-m", "cs_desk", "--help"),
            "cs-desk search th": lambda: seconds_to_run(*desk, "search", "th"),
        },
    )


def main() -> None:
    """Print the tables."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        desk = ("-m", "cs_desk", "--data-dir", str(Path(folder) / "data"))
        compare_windows(rounds, desk, home)
        compare_libraries(min(rounds, LIBRARY_ROUNDS), Path(folder))
        compare_commands(rounds, desk)


if __name__ == "__main__":
    main()
