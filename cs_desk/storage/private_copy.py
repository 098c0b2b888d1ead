"""A copy of the store to work on where the store itself cannot be written."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from cs_desk.domain.errors import DeskBusyError
from cs_desk.storage.write_lock import WriteLock

_REFUSALS = (errno.EACCES, errno.EPERM, errno.EROFS)
_ATTEMPTS = 5
_PREFIX = "cs-desk-"
# Held as long as its process lives, whatever becomes of it.
_MAKERS_LOCK = "maker.lock"


class PrivateCopy(TemporaryDirectory[str]):
    """A folder of its owner's only, which vanishes when it is cleaned up.

    If its process is killed, the next one to make such a folder removes it.

    Raises:
        OSError: It cannot be made.
    """

    def __init__(self) -> None:
        super().__init__(prefix=_PREFIX, ignore_cleanup_errors=True)
        self._lock = WriteLock(Path(self.name, _MAKERS_LOCK))
        self._lock.take(0)

    def cleanup(self) -> None:
        """Remove it, with all that is in it."""
        # Windows removes no open files.
        self._lock.close()
        super().cleanup()


def lock_file(path: Path) -> Path:
    """Return the file of the write lock that belongs to a store."""
    return path.with_suffix(".lock")


def is_read_only(path: Path) -> bool:
    """Return whether this process may not write the store ``path`` or beside it.

    Its folder has to exist.

    Raises:
        OSError: The system fails in another way than by refusing.
    """
    try:
        # Windows tells what a folder permits only by refusing.
        os.close(os.open(lock_file(path), os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        if error.errno in _REFUSALS:
            return True
        raise
    return not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK))


def copied(path: Path) -> PrivateCopy:
    """Return a folder with a copy of the store under the same name.

    There is no copy in it if there is no store.

    Raises:
        OSError: The store cannot be read, or there is no room for the copy.
    """
    _sweep()
    folder = PrivateCopy()
    try:
        for _ in range(_ATTEMPTS):
            before = _marks(path)
            for file in _files(path):
                with suppress(FileNotFoundError):
                    shutil.copyfile(file, Path(folder.name, file.name))
            # Somebody with more rights may have been writing.
            if _marks(path) == before:
                break
    except BaseException:
        folder.cleanup()
        raise
    return folder


def _sweep() -> None:
    """Remove the copies whose makers were killed: nobody else would, and they hold it all."""
    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(DeskBusyError, OSError):
            # What is copied comes after the lock, so whoever has more than it had it locked.
            if _is_ours(folder) and len(list(folder.iterdir())) > 1:
                _remove_if_left(folder)


def _is_ours(folder: Path) -> bool:
    found = folder.lstat()
    is_mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    return is_mine and stat.S_ISDIR(found.st_mode) and (folder / _MAKERS_LOCK).exists()


def _remove_if_left(folder: Path) -> None:
    lock = WriteLock(folder / _MAKERS_LOCK)
    with closing(lock):
        lock.take(0)
    shutil.rmtree(folder)


def _files(path: Path) -> tuple[Path, Path]:
    return path, path.with_name(f"{path.name}-wal")


def _marks(path: Path) -> list[tuple[int, int] | None]:
    marks: list[tuple[int, int] | None] = []
    for file in _files(path):
        try:
            found = file.stat()
            marks.append((found.st_mtime_ns, found.st_size))
        except FileNotFoundError:
            marks.append(None)
    return marks
