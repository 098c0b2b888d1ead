"""Ways to make the store worse on purpose, in this process: a sound trial must notice each."""

from __future__ import annotations

import os
import sqlite3
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class HasFileno(Protocol):
    """An open file."""

    def fileno(self) -> int:
        """Return its descriptor."""


class Weakness(StrEnum):
    """What is left out."""

    NONE = "none"
    SYNCHRONOUS_NORMAL = "synchronous=NORMAL"
    SYNCHRONOUS_OFF = "synchronous=OFF"
    BACKUP = "backup not synced"
    BACKUP_FOLDER = "backup folder not synced"
    RESTORED = "restored store not synced"
    RESTORED_FOLDER = "its folder not synced"


def weaken(weakness: Weakness) -> None:
    """Make the store worse for the rest of this process."""
    match weakness:
        case Weakness.SYNCHRONOUS_NORMAL:
            _replace_setting("NORMAL")
        case Weakness.SYNCHRONOUS_OFF:
            _replace_setting("OFF")
        case Weakness.BACKUP:
            _leave_out_sync(lambda path: path.parent.name == "backups")
        case Weakness.BACKUP_FOLDER:
            _leave_out_sync(lambda path: path.name == "backups")
        case Weakness.RESTORED:
            _leave_out_sync(lambda path: "restoring" in path.name)
        case Weakness.RESTORED_FOLDER:
            _leave_out_sync(lambda path: path.name == "data")
        case Weakness.NONE:
            pass


def _replace_setting(level: str) -> None:
    class LaxConnection(sqlite3.Connection):
        def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # sqlite3's own
            super().__init__(*args, **options)
            super().execute(f"PRAGMA synchronous = {level}")

        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:  # noqa: ANN401  # sqlite3's own
            if sql.startswith("PRAGMA synchronous"):
                sql = f"PRAGMA synchronous = {level}"
            return super().execute(sql, *args)

    # Its type has overloads that a partial cannot have.
    sqlite3.connect = partial(sqlite3.connect, factory=LaxConnection)  # type: ignore[assignment]


def _leave_out_sync(is_meant: Callable[[Path], bool]) -> None:
    real = os.fsync

    def fsync(fd: int | HasFileno) -> None:
        number = fd if isinstance(fd, int) else fd.fileno()
        if not is_meant(Path(f"/proc/self/fd/{number}").readlink()):
            real(fd)

    os.fsync = fsync
