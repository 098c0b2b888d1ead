"""A file that appears under its name all at once, complete and on the disk."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if sys.platform == "darwin":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What SQLite may put beside a file that it writes.
COMPANIONS = ("-journal", "-wal", "-shm")

# Virus scanners and sync programs hold a new file for a moment: access denied, sharing violation.
_HELD_CODES = (5, 32)
_PAUSES_S = (0.010, 0.025, 0.050, 0.100)


@contextmanager
def placed(target: Path, part: Path | None = None) -> Iterator[Path]:
    """Give an empty file to write, for its owner's eyes only; then put it in ``target``'s place.

    A failure inside leaves ``target`` as it was. What a killed process left is swept away by the
    next one that writes the same ``part``.

    Args:
        target: The name under which it appears; a file that has it is replaced.
        part: Where it is written, in the same folder; nobody else may write there.

    Raises:
        OSError: It cannot be written there.
    """
    part = part or part_of(target)
    remove(part)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield part
        sync(part)
        move(part, target)
    except BaseException:
        remove(part)
        raise


def part_of(target: Path) -> Path:
    """Return where ``placed`` writes a file if it is not told."""
    return target.with_name(f".{target.name}.part")


def move(file: Path, target: Path) -> None:
    """Give ``file`` the name ``target``, durably; a file that has it is replaced.

    Raises:
        OSError: It cannot be moved there.
    """
    for pause_s in _PAUSES_S:
        try:
            file.replace(target)
            break
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD_CODES:
                raise
            time.sleep(pause_s)
    else:
        file.replace(target)
    for folder in {target.parent, file.parent}:
        sync_folder(folder)


def remove(file: Path) -> None:
    """Remove a database file, if it is there, and what SQLite put beside it."""
    file.unlink(missing_ok=True)
    remove_companions(file)


def remove_companions(file: Path) -> None:
    """Remove what SQLite put beside ``file``."""
    for suffix in COMPANIONS:
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def sync(file: Path) -> None:
    """Wait until the content of ``file`` is on the disk."""
    handle = os.open(file, os.O_RDWR)
    try:
        flush(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in ``folder`` are on the disk."""
    # Windows opens no folders, and writes names through by itself.
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        flush(handle)
    finally:
        os.close(handle)


def flush(handle: int) -> None:
    """Wait until what was written to an open file or folder is on the disk."""
    os.fsync(handle)
    if sys.platform == "darwin":
        # There, fsync leaves the bytes in the disk's own cache.
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
