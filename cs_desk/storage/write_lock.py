"""The lock that lets one process at a time write to the store."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cs_desk.domain.errors import DeskBusyError

if sys.platform == "win32":
    import errno
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FIRST_PAUSE_S = 0.001
_LONGEST_PAUSE_S = 0.02
# Windows lets nobody read what is locked, and what stands in the file is read by everyone.
_LOCKED_BYTE = 1 << 30


class WriteLock:
    """A lock on a small file beside the store, freed by the system when its process dies.

    SQLite's own locks would do, but for a fault of SQLite 3.7.0 to 3.51.2: two connections that
    write or checkpoint at the same moment may damage the file (sqlite.org/wal.html#walresetbug).

    Args:
        path: The lock's file; it is created for its owner's eyes only, and never removed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None
        self._is_held = False

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock."""
        return self._is_held

    def handle(self) -> int:
        """Return the lock's open file, which may hold a few bytes; it stays this object's own.

        Unless the lock is held, the file may be one that has been taken away.

        Raises:
            OSError: It cannot be opened.
        """
        if self._handle is None:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._handle = os.open(self._path, flags, 0o600)
        return self._handle

    def take(self, timeout_s: float) -> None:
        """Take the lock, which must not be held by this object, and wait for it if need be.

        Raises:
            DeskBusyError: Another process kept it for longer than ``timeout_s`` seconds.
            OSError: The lock's file cannot be opened or locked.
        """
        deadline, pause = time.monotonic() + timeout_s, _FIRST_PAUSE_S
        while not self._try():
            left = deadline - time.monotonic()
            if left <= 0:
                raise DeskBusyError
            time.sleep(min(pause, left))
            pause = min(2 * pause, _LONGEST_PAUSE_S)
        self._is_held = True

    def give_back(self) -> None:
        """Let others have the lock; nothing happens if it is not held."""
        if self._is_held and self._handle is not None:
            _unlock(self._handle)
        self._is_held = False

    @contextmanager
    def held(self, timeout_s: float) -> Iterator[None]:
        """Hold the lock inside; where it is held already, nothing more happens.

        Raises:
            DeskBusyError: Another process kept it for longer than ``timeout_s`` seconds.
            OSError: The lock's file cannot be opened or locked.
        """
        if self._is_held:
            yield
            return
        self.take(timeout_s)
        try:
            yield
        finally:
            self.give_back()

    def close(self) -> None:
        """Give the lock back and close its file; the next use opens it again."""
        self.give_back()
        if self._handle is not None:
            os.close(self._handle)
        self._handle = None

    def _try(self) -> bool:
        handle = self.handle()
        if not _lock(handle):
            return False
        if self._is_in_place(handle):
            return True
        # Others lock the file that stands there now.
        self.close()
        return self._try()

    def _is_in_place(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False


if sys.platform == "win32":

    def _lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            # Wine's C library says no without a reason; Windows' says EACCES.
            if error.errno not in (0, errno.EACCES):
                raise
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
