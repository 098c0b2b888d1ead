"""A desk in a folder as the program lays it out, with its backups."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from cs_desk.domain.errors import DataFaultError
from cs_desk.storage.backup_folder import BackupFolder
from cs_desk.storage.database import DeskDatabase

if TYPE_CHECKING:
    from pathlib import Path

_CHINA = timezone(timedelta(hours=8))
_START = datetime(2026, 11, 22, 9, 30, tzinfo=_CHINA)


class SteppingClock:
    """A clock that goes on by some hours each time it is read, so that backups become old.

    Args:
        start: Hours after a fixed moment.
        step: Hours.
    """

    def __init__(self, start: float = 0, step: float = 0) -> None:
        self._now = _START + timedelta(hours=start)
        self._step = timedelta(hours=step)

    def now(self) -> datetime:
        """Return the next moment."""
        self._now += self._step
        return self._now


def store_of(folder: Path) -> Path:
    """Return the file of the desk in ``folder``."""
    return folder / "data" / "desk.db"


def backups_of(folder: Path, clock: SteppingClock) -> BackupFolder:
    """Return the backups of the desk in ``folder``."""
    store = store_of(folder)
    return BackupFolder(store, folder / "backups", store.parent / "damaged", clock)


def start(folder: Path, backups: BackupFolder) -> DeskDatabase | None:
    """Open the desk as the program does at its start; None if a backup has to be restored.

    Raises:
        DeskError: It can neither be opened nor be restored.
    """
    backups.finish_restore()
    store = store_of(folder)
    if not store.exists() and backups.all():
        return None
    try:
        return DeskDatabase(store)
    except DataFaultError:
        if backups.newest_sound() is None:
            raise
        return None
