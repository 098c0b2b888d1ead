"""Names of backup files, which tell when and why each was made."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.backup import BackupReason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

LOCK = "backup.lock"
"""The file by which one process at a time changes the backup folder."""

PART = ".backup.part"
"""Where one is written; the next one sweeps away what a killed one left."""

_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(
    rf"desk-(\d{{8}}-\d{{6}})-({'|'.join(BackupReason)})(?:-(\d{{1,9}}))?\.db", re.ASCII
)


class BackupName(NamedTuple):
    """What the name of a backup tells.

    Attributes:
        at: When it was made, to the second.
        number: Which one of that second it is, from 1.
        reason: Why it was made.
    """

    at: datetime
    number: int
    reason: BackupReason

    def __str__(self) -> str:
        number = f"-{self.number}" if self.number > 1 else ""
        return f"desk-{stamp(self.at)}-{self.reason}{number}.db"


def stamp(at: datetime) -> str:
    """Return a moment as names of files tell it, to the second."""
    return at.strftime(_STAMP)


def new_name(at: datetime, reason: BackupReason, others: Iterable[BackupName]) -> BackupName:
    """Return the name of a backup made now, which none of the ``others`` has."""
    second = at.replace(microsecond=0)
    numbers = (other.number for other in others if other.at == second)
    return BackupName(second, max(numbers, default=0) + 1, reason)


def read_name(name: str, zone: tzinfo | None) -> BackupName | None:
    """Return what a file's name tells, its time being that of ``zone``; None if it is no backup."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        at = datetime.strptime(found[1], _STAMP).replace(tzinfo=zone)
    except ValueError:
        return None
    return BackupName(at, int(found[3] or 1), BackupReason(found[2]))
