"""A copy of the store to work on where the store itself cannot be written."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

_REFUSALS = (errno.EACCES, errno.EPERM, errno.EROFS)
_ATTEMPTS = 5


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


def copied(path: Path) -> TemporaryDirectory[str]:
    """Return a folder of its owner's only, with a copy of the store under the same name.

    There is no copy in it if there is no store. It vanishes when it is cleaned up.

    Raises:
        OSError: The store cannot be read, or there is no room for the copy.
    """
    folder = TemporaryDirectory(prefix="cs-desk-", ignore_cleanup_errors=True)
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
