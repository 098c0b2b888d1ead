"""How far a long command is, on one line of a terminal that is wiped at the end."""

from __future__ import annotations

import sys
import time

# What is over sooner needs no line.
_QUIET_S = 0.5
_BETWEEN_S = 0.1


class ProgressLine:
    """Tells percentages; says nothing where standard error is no terminal.

    Args:
        told: What is being done.
    """

    def __init__(self, told: str) -> None:
        self._told = told
        self._next = time.monotonic() + _QUIET_S
        self._width = 0
        self._on_terminal = sys.stderr is not None and sys.stderr.isatty()

    def step(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` is done."""
        now = time.monotonic()
        if self._on_terminal and now >= self._next:
            self._next = now + _BETWEEN_S
            self._write(f"{self._told} {min(done * 100 // max(total, 1), 100)}%")

    def end(self) -> None:
        """Wipe the line, if there is one."""
        if self._width:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _write(self, text: str) -> None:
        # Chinese letters are two cells wide, so twice the length covers any line before.
        sys.stderr.write("\r" + text + " " * max(self._width - len(text), 0))
        sys.stderr.flush()
        self._width = max(self._width, 2 * len(text))
