"""How long the window stands still while 20,000 replies are imported in its worker.

Usage: ``python benchmarks/import_window.py [REPLIES]``. The window, the store and the file are
real, the screen is not. A timer of one millisecond ticks on the window's thread; a stall is the
time between two of its ticks. The baseline is the longest one while nothing happens.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer

from benchmarks.measuring import print_bar, print_head
from benchmarks.search_corpus import make_library
from cs_desk import paths
from cs_desk.desktop.clock import SystemClock
from cs_desk.desktop.single_instance import SingleInstance
from cs_desk.domain.template import TemplateLibrary
from cs_desk.equipment import Equipment
from cs_desk.exchange.library.csdesk import encode_library
from cs_desk.ui.application import application
from cs_desk.window import _Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from cs_desk.ui.desk_window import DeskWindow

REPLIES = 20_000
REST_SECONDS = 1.0
MOST_SECONDS = 5.0


class Pulse:
    """Ticks on the window's thread, and knows the longest time between two ticks."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self._longest = 0.0

    def during(self, wait: Callable[[], None]) -> tuple[float, float]:
        """Return how long ``wait`` took and the longest stall in it, both in seconds."""
        self._longest, self._last = 0.0, time.perf_counter()
        began = self._last
        self._timer.start(1)
        wait()
        self._tick()
        self._timer.stop()
        return time.perf_counter() - began, self._longest

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


def until(
    signal: SignalInstance, begin: Callable[[], None], last: object = None
) -> Callable[[], None]:
    """Return what begins something and runs the event loop until ``signal`` says ``last``."""

    def wait() -> None:
        loop = QEventLoop()

        def hear(*said: object) -> None:
            if last is None or said == (last,):
                # What else is done at the signal belongs to it.
                QTimer.singleShot(0, loop.quit)

        signal.connect(hear)
        QTimer.singleShot(0, begin)
        loop.exec()
        signal.disconnect(hear)

    return wait


def rest() -> None:
    """Run the event loop while nothing happens."""
    loop = QEventLoop()
    QTimer.singleShot(int(REST_SECONDS * 1000), loop.quit)
    loop.exec()


def measure(window: DeskWindow, file: Path) -> None:
    """Print how long reading and importing ``file`` takes, with the longest stalls."""
    pulse = Pulse()
    window.open_library()
    page = window._library.imports  # noqa: SLF001 - what a person would press
    pulse.during(rest)
    print_head("import in the window", "seconds stall-ms")
    took, idle = pulse.during(rest)
    print(f"  {'nothing happens':<34}{took:8.2f}{idle * 1000:9.0f}")
    shown = page._work.busy_changed  # noqa: SLF001 - it ends when the preview is shown
    read, stall = pulse.during(until(shown, lambda: page.open(str(file)), last=False))
    print(f"  {'read, compared, shown':<34}{read:8.2f}{stall * 1000:9.0f}")
    stored, held = pulse.during(until(page.imported, page._import.click))  # noqa: SLF001 - as above
    print(f"  {'stored and taken in':<34}{stored:8.2f}{held * 1000:9.0f}")
    print_bar("import: read to taken in, seconds", read + stored, MOST_SECONDS)


def main() -> None:
    """Print the table for the number of replies given."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REPLIES
    replies = tuple(
        replace(reply, id=f"{number:032x}", code=f"z{number}", title=f"{reply.title}{number}")
        for number, reply in enumerate(make_library(count))
    )
    equipment = Equipment(paths.resources(), os.environ, {}, SystemClock())
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "big.csdesk"
        file.write_bytes(encode_library(TemplateLibrary("big", "大库", replies)))
        data = equipment.data_folder(Path(name) / "desk")
        running = application({})
        with data.open() as folder:
            shown = _Window(equipment, data, SingleInstance(data.path, os.environ))
            window = shown._built(folder, running)  # noqa: SLF001 - put together as it ships
            window.open()
            # As the program does after its first paint.
            gc.freeze()
            measure(window, file)
            window.close()


if __name__ == "__main__":
    main()
