"""Files and lines that are too old to be kept, since they may hold something of a closed case."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cs_desk.storage.placed_file import placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# An entry of the log begins with its moment; what belongs to it is indented.
_ENTRY = re.compile(rb"(\d{4}-\d\d-\d\dT\S+) ")


def remove_files(folder: Path, is_due: Callable[[datetime, bytes], bool]) -> None:
    """Remove files in ``folder``, but not in folders inside it.

    Args:
        folder: It need not exist.
        is_due: Whether to remove a file that was last written then and has this content.

    Raises:
        OSError: A file cannot be read or removed.
    """
    for path in _files(folder):
        if is_due(_written_at(path), path.read_bytes()):
            path.unlink()


def cut_logs(folder: Path, before: datetime) -> None:
    """Take the entries from before that moment out of every log in ``folder``.

    What is not dated goes with its file.

    Raises:
        OSError: A log cannot be read or replaced.
    """
    for path in _files(folder):
        content = path.read_bytes()
        if content and _written_at(path) < before:
            path.unlink()
            continue
        kept = b"".join(_entries_since(content, before))
        if kept != content:
            with placed(path) as part:
                part.write_bytes(kept)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_file())


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _entries_since(content: bytes, before: datetime) -> Iterator[bytes]:
    is_kept = True
    for line in content.splitlines(keepends=True):
        if entry := _ENTRY.match(line):
            is_kept = not _is_before(entry[1], before)
        if is_kept:
            yield line


def _is_before(told: bytes, moment: datetime) -> bool:
    try:
        at = datetime.fromisoformat(told.decode())
    except ValueError:
        return False
    # Without its zone it is as good as unknown.
    return at.tzinfo is not None and at < moment
