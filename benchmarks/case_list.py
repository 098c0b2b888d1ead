"""How long the worklist takes from a change to the painted list, and from a key in its search.

Every figure ends when the list has been painted. The comparison is the same list without rows: what
Qt takes to paint at all.

Usage, from the root of the repository: ``python benchmarks/case_list.py [COUNT …]``
(0 1 500 20000). It paints off screen, unless ``QT_QPA_PLATFORM`` says otherwise.
"""

from __future__ import annotations

import os
import random
import sys
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from benchmarks.measuring import Spread, milliseconds, print_head, print_row
from cs_desk.domain.china import CHINA
from cs_desk.domain.returns.case_summary import CaseSummary
from cs_desk.domain.returns.kinds import Outcome, Reason
from cs_desk.domain.returns.seven_steps import STEPS
from cs_desk.ui import theme
from cs_desk.ui.application import application
from cs_desk.ui.icons import Icons
from cs_desk.ui.returns.case_list import CaseList

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTS = (0, 1, 500, 20_000)
ROUNDS = 40
NOW = datetime(2026, 11, 22, 15, 0, tzinfo=CHINA)
QUERY = "4210000007"
WIDTH, HEIGHT = 380, 780


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    counts = [int(argument) for argument in sys.argv[1:]] or COUNTS
    running = application({})
    icons = Icons(Path(__file__).parents[1] / "resources" / "icons")
    running.setPalette(theme.palette(theme.LIGHT))
    running.setStyleSheet(theme.style_sheet(theme.LIGHT, icons.file("list_arrow")))
    print_head("worklist → painted", "p50 p95 p99 max", "ms")
    for count in counts:
        _measure(icons, count)


def _measure(icons: Icons, count: int) -> None:
    cases = {case.id: case for case in _cases(count)}
    shown = CaseList(icons, theme.LIGHT)
    shown.resize(WIDTH, HEIGHT)
    shown.show()
    QTest.qWaitForWindowExposed(shown)

    def show() -> None:
        shown.show_cases(cases, NOW)

    def walk() -> None:
        QTest.keyClick(shown.search_box, Qt.Key.Key_Down)

    _print(f"{count} cases: shown anew", [_painted(show) for _ in range(ROUNDS)])
    moments = [NOW + timedelta(minutes=minute) for minute in range(ROUNDS)]
    refreshing = [partial(shown.refresh, moment) for moment in moments]
    _print(f"{count} cases: time goes on", [_painted(each) for each in refreshing])
    shown.search_box.clear()
    show()
    _print(f"{count} cases: first key", [_painted(_typing(shown, QUERY[0]))])
    _print(f"{count} cases: each key", [time for _ in range(4) for time in _typed(shown)])
    shown.search_box.clear()
    _print(f"{count} cases: arrow", [_painted(walk) for _ in range(ROUNDS)])
    bar = shown.findChild(QListView, "cases").verticalScrollBar()
    places = [bar.maximum() * place // ROUNDS for place in range(ROUNDS)]
    scrolling = [partial(bar.setValue, place) for place in places]
    _print(f"{count} cases: scrolled", [_painted(each) for each in scrolling])
    shown.close()


def _typed(shown: CaseList) -> list[float]:
    shown.search_box.clear()
    return [_painted(_typing(shown, key)) for key in QUERY]


def _typing(shown: CaseList, key: str) -> Callable[[], None]:
    return partial(QTest.keyClicks, shown.search_box, key)


def _painted(work: Callable[[], object]) -> float:
    """Return how long ``work`` and the painting that it asks for take."""

    def whole() -> None:
        work()
        QApplication.processEvents()

    QApplication.processEvents()
    return milliseconds(whole)


def _print(name: str, times: list[float]) -> None:
    print_row(name, Spread.of(times), "")


def _cases(count: int) -> list[CaseSummary]:
    chance = random.Random(count)
    return [_case(place, chance) for place in range(count)]


def _case(place: int, chance: random.Random) -> CaseSummary:
    step = chance.choice(list(STEPS))
    due = NOW + timedelta(minutes=chance.randint(-600, 12_000))
    return CaseSummary(
        id=f"R261122-{place:05}",
        order=str(4_210_000_000_000_000_000 + place * 7_919_000_000),
        buyer=f"{chance.choice('小阿大')}{chance.choice('满米鱼')}同学{place}",
        item=f"{chance.choice(('针织开衫', '羊毛裙', '阔腿裤'))} 秋冬新款 {place % 97}",
        reason=chance.choice(list(Reason)),
        outcome=chance.choice(list(Outcome)),
        step=step,
        step_title=STEPS[step],
        waiting=place % 5 == 0,
        due_from=due - timedelta(days=3),
        due=due,
        opened_at=NOW - timedelta(days=3),
        closed_at=None,
    )


if __name__ == "__main__":
    main()
