"""The backups after a kill: every file with a backup's name has to be a sound one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import DataFaultError
from cs_desk.storage.backup_folder import BackupFolder
from torture.desk_folder import SteppingClock

if TYPE_CHECKING:
    from pathlib import Path


def fault_of_backups(store: Path, folder: Path) -> str:
    """Return which backup is not sound; empty if all are."""
    backups = BackupFolder(store, folder, store.parent / "damaged", SteppingClock())
    for backup in backups.all():
        try:
            backups.describe(backup.file)
        except DataFaultError as error:
            return f"{backup.file}: {error}"
    return ""
