"""A window on a virtual display, typed into by real X key events, that tells when it painted.

Both processes read the same clock: ``time.perf_counter`` counts from the start of the computer.
"""

from __future__ import annotations

import ctypes
import os
import re
import select
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tests.journeys.xsession import XSession

ROOT = Path(__file__).parents[1]
PATIENCE_SECONDS = 90
# Its first hits are others than any library begins with.
FIRST_KEY = "z"
_KEYSYMS = {" ": "space", "-": "minus", "~": "asciitilde"}


class Keyboard:
    """Presses keys on a display through the XTEST extension, as xdotool does, but at once."""

    def __init__(self, display: str) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._xtst = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))

    def press(self, key: str) -> float:
        """Press and release a key, a character or ``Escape``; return when it was sent."""
        keysym = ctypes.c_ulong(self._x11.XStringToKeysym(_KEYSYMS.get(key, key).encode()))
        code = self._x11.XKeysymToKeycode(self._display, keysym)
        sent = time.perf_counter()
        for is_pressed in (1, 0):
            self._xtst.XTestFakeKeyEvent(self._display, code, is_pressed, ctypes.c_ulong(0))
        self._x11.XFlush(self._display)
        return sent

    def close(self) -> None:
        """Leave the display."""
        self._x11.XCloseDisplay(self._display)


class Told(NamedTuple):
    """What the window told: when, in seconds, and what."""

    at: float
    what: str


class WatchedWindow:
    """A program whose window is watched from inside; see ``_watched_window``."""

    def __init__(self, session: XSession, *program: str) -> None:
        answers, told = os.pipe()
        self._answers = answers
        self._heard = b""
        self.started = time.perf_counter()
        arguments = ("-m", "benchmarks._watched_window", str(told), *program)
        environ = {"PYTHONPATH": str(ROOT)}
        self._process = session.start(sys.executable, *arguments, pass_fds=(told,), **environ)
        os.close(told)

    def next_told(self, *beginnings: str, after: float = 0.0) -> Told:
        """Return the next word that begins so and was told after a moment; others are dropped.

        Raises:
            TimeoutError: The window told nothing of the kind.
        """
        deadline = time.perf_counter() + PATIENCE_SECONDS
        while True:
            told = self._next(deadline)
            if told.at > after and told.what.startswith(beginnings):
                return told

    def ready(self) -> Told:
        """Return the first paint of rows, once the keyboard is in the line too."""
        heard: dict[str, Told] = {}
        while not {"rows", "focus"} <= heard.keys():
            told = self.next_told("rows", "focus")
            heard.setdefault(told.what.partition(" ")[0], told)
        return heard["rows"]

    def painted_after(self, sent: float) -> Told:
        """Return the first paint of a new list, or of what stands in its place, after a moment."""
        return self.next_told("rows", "empty", after=sent)

    def first_answer(self, keyboard: Keyboard) -> tuple[Told, float, Told]:
        """Press a key as soon as rows are painted and the keyboard is in the line.

        Returns:
            The first paint of rows, the moment of the key, and the paint of its hits.
        """
        rows = self.ready()
        sent = keyboard.press(FIRST_KEY)
        hits = self.painted_after(sent)
        while hits.what == rows.what:  # the window was painted once more as it appeared
            hits = self.painted_after(hits.at)
        return rows, sent, hits

    def resident_megabytes(self) -> float:
        """Return how much memory the program holds."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        held = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert held is not None
        return int(held[1]) * 1024 / 1e6

    def close(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._answers)

    def _next(self, deadline: float) -> Told:
        while b"\n" not in self._heard:
            wait = max(0.0, deadline - time.perf_counter())
            ready, _, _ = select.select([self._answers], [], [], wait)
            heard = os.read(self._answers, 4096) if ready else b""
            if not heard:
                raise TimeoutError("the window painted nothing, or has ended")
            self._heard += heard
        line, _, self._heard = self._heard.partition(b"\n")
        at, _, what = line.decode().partition(" ")
        return Told(float(at), what)
