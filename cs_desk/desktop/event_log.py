"""The log of what went wrong, for whoever mends the program; it holds nothing about people."""

from __future__ import annotations

import sys
from collections import Counter
from threading import RLock
from typing import TYPE_CHECKING

from cs_desk import __version__
from cs_desk.desktop.fault_description import described
from cs_desk.desktop.log_file import LogFile
from cs_desk.desktop.scrubbing import scrubbed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

    from cs_desk.app.ports import Clock
    from cs_desk.domain.errors import DeskError

_FILE = "cs_desk.log"

# A fault whose place changes every time must not fill the memory either.
_MOST_DISTINCT = 500
_FURTHER = "further faults"

# What the program runs on: its name, the module that knows its version, and under what name.
_LIBRARIES = (
    ("Qt", "PySide6.QtCore", "__version__"),
    ("SQLite", "sqlite3", "sqlite_version"),
)


class EventLog:
    """Writes each distinct fault of this run once in full, and again at 10, 100, 1000 … times.

    Nothing is created until there is something to tell. Every method may be called from any
    thread, and none raises for a disk that is full or a folder that cannot be written.

    Args:
        folder: Where the log's files are kept.
        clock: Tells the time of each entry.

    Attributes:
        folder: The same.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self._clock = clock
        self._file = LogFile(folder / _FILE)
        self._times: Counter[str] = Counter()
        self._has_begun = False
        # A fault while one is logged, in a destructor say, is logged by the same thread.
        self._lock = RLock()

    def fault(self, kind: str, error: BaseException) -> bool:
        """Log an error that nobody expected.

        Args:
            kind: Where it was caught, ``thread``.
            error: The error; its message, arguments and local variables stay out of the log.

        Returns:
            Whether this run met the like for the first time.
        """
        told = described(error)
        return self._count(kind, told.identity, told.lines)

    def trouble(self, error: DeskError) -> None:
        """Log an error that was expected and told to the person."""
        told = described(error)
        self._count("trouble", told.lines[0], told.lines[1:])

    def message(self, kind: str, text: str) -> bool:
        """Log what a library said, scrubbed; return whether this run heard it for the first time.

        Args:
            kind: Who said it and how grave it is, ``qt warning``.
            text: As it was said.
        """
        return self._count(kind, scrubbed(text), ())

    def crash(self, kind: str, lines: Sequence[str]) -> None:
        """Log what is known of a crash, at least one line."""
        self._write(kind, *lines)

    def _count(self, kind: str, identity: str, details: Iterable[str]) -> bool:
        with self._lock:
            if identity not in self._times and len(self._times) >= _MOST_DISTINCT:
                identity, details = _FURTHER, ()
            self._times[identity] += 1
            times = self._times[identity]
        if times == 1:
            self._write(kind, identity, *details)
        elif is_power_of_ten(times):
            self._write(kind, f"{identity} ({times} times)")
        return times == 1

    def _write(self, kind: str, first: str, *more: str) -> None:
        now = self._clock.now().isoformat(timespec="seconds")
        lines = [f"{now} {kind}: {first}", *(f"    {line}" for line in more)]
        with self._lock:
            if not self._has_begun:
                self._has_begun = True
                lines.insert(0, f"{now} start: {versions_in_use(sys.modules)}")
            self._file.append("\n".join(lines))


def is_power_of_ten(number: int) -> bool:
    """Return whether ``number``, at least 1, is 1, 10, 100 …."""
    return str(number).strip("0") == "1"


def versions_in_use(modules: Mapping[str, ModuleType]) -> str:
    """Return the versions of the program and of what it runs on, as far as ``modules`` tell."""
    python = ".".join(map(str, sys.version_info[:3]))
    told = [f"cs_desk {__version__}", f"Python {python}", sys.platform]
    for name, module, version in _LIBRARIES:
        # What is not loaded is not at fault, and looking for it would load it.
        if module in modules:
            told.append(f"{name} {getattr(modules[module], version, '?')}")
    return ", ".join(told)
