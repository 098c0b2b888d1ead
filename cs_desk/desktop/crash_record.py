"""A crash of the whole process: what Python can still write down, and the next start reads."""

from __future__ import annotations

import faulthandler
import re
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from cs_desk.desktop.fault_description import place
from cs_desk.desktop.log_file import open_private
from cs_desk.desktop.scrubbing import scrubbed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cs_desk.desktop.event_log import EventLog

_FILE = "crash.txt"
_LARGEST_BYTES = 64 * 1024
_MOST_LINES = 60

_HEADLINE = re.compile(r"(?:Fatal Python error|Windows fatal exception): ")
_THREAD = re.compile(r"(Current thread|Thread) 0x")
_FRAME = re.compile(r' *File "(.*)", line (\d+) in (\S+)')


@contextmanager
def crash_record(log: EventLog) -> Iterator[bool]:
    """Have a crash written to ``crash.txt`` beside the log, and log the one found there.

    For the process that holds the window's lock: two at once would take each other's record.
    ``kill -9`` and a power cut leave no record. Without a folder to write to there is none.

    Yields:
        Whether the last run crashed.
    """
    record = _opened(log.folder)
    if record is None:
        yield False
        return
    with record:
        has_crashed = _take_over(record, log, "crash of the last run")
        was_enabled = faulthandler.is_enabled()
        faulthandler.enable(record)
        try:
            yield has_crashed
        finally:
            faulthandler.disable()
            if was_enabled and sys.__stderr__ is not None:
                faulthandler.enable(sys.__stderr__)
            # Windows reports some errors here that the program then survives.
            _take_over(record, log, "survived")


def crash_lines(text: str) -> tuple[str, ...]:
    """Return what faulthandler wrote, with file names in place of paths, and nothing else."""
    return tuple(filter(None, map(_crash_line, text.splitlines())))[:_MOST_LINES]


def _crash_line(line: str) -> str:
    if found := _FRAME.match(line):
        file, number, function = found.groups()
        return f"    {place(file)}:{number} {function}"
    if found := _THREAD.match(line):
        return found[1].lower()
    return scrubbed(line) if _HEADLINE.match(line) else ""


def _opened(folder: Path) -> BinaryIO | None:
    try:
        return open_private(folder / _FILE)
    except OSError:
        return None


def _take_over(record: BinaryIO, log: EventLog, kind: str) -> bool:
    """Move what ``record`` tells into ``log``; return whether it told anything."""
    with suppress(OSError):
        record.seek(0)
        text = record.read(_LARGEST_BYTES).decode("ascii", errors="replace")
        if text:
            record.truncate(0)
        # Started with stderr closed, the record takes its number, and others' complaints.
        if lines := crash_lines(text):
            log.crash(kind, lines)
            return True
    return False
