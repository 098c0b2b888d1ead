"""A file of text entries that only its owner can read and that never grows past a limit."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST_BYTES = 512 * 1024
_OLDER_FILES = 2


class LogFile:
    """Appends entries; an older file is set aside as ``.1``, ``.2``, and then dropped.

    `logging.handlers.RotatingFileHandler` does not support several processes on one file, and
    here commands write beside the window. So the file is open for one entry at a time, and the
    entry is one write: entries of two processes stand one after the other, and Windows can
    rename the file. What cannot be written is not written: a log is never in anybody's way.

    Args:
        path: The file; it and its folder are created with the first entry.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, entry: str) -> None:
        """Write ``entry`` and a line end, if the disk allows it."""
        # A lone surrogate is no reason to lose the entry.
        written = f"{entry}\n".encode(errors="backslashreplace")
        with suppress(OSError):
            if self._size() + len(written) > _LARGEST_BYTES:
                self._set_aside()
            with open_private(self._path) as file:
                file.write(written)

    def _size(self) -> int:
        return self._path.stat().st_size if self._path.exists() else 0

    def _set_aside(self) -> None:
        for number in range(_OLDER_FILES, 0, -1):
            newer = self._numbered(number - 1) if number > 1 else self._path
            # Another process may be doing the same.
            with suppress(FileNotFoundError):
                newer.replace(self._numbered(number))

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}")


def open_private(path: Path) -> BinaryIO:
    """Open a file for reading and appending; it and its folder are its owner's only.

    Raises:
        OSError: It cannot be opened or created.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    return os.fdopen(descriptor, "r+b", buffering=0)
