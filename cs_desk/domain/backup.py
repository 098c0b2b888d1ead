"""Backups of the desk's store: why each was made, and which ones are kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class BackupReason(StrEnum):
    """Why a backup was made; the value stands in its file name."""

    MANUAL = "manual"
    ROUTINE = "routine"
    EXIT = "exit"
    IMPORT = "import"
    MIGRATION = "migration"
    PURGE = "purge"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup in the backup folder.

    Attributes:
        file: Its path.
        at: When it was made, with its zone.
        reason: Why it was made.
        size: Bytes on the disk.
    """

    file: str
    at: datetime
    reason: BackupReason
    size: int
