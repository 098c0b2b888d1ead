"""The backup that follows a change made by a command, when the last one is old."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cs_desk.app.wording import trouble
from cs_desk.commands.invocation import tell
from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cs_desk.app.ports import BackupStore

_INTERVAL = timedelta(minutes=30)


def follow_change(backups: BackupStore, now: datetime, tr: Callable[[str], str]) -> None:
    """Keep a backup if the newest is half an hour old; say so if that failed.

    A failure is no more than told: the change itself is stored.
    """
    try:
        newest = next(iter(backups.all()), None)
        # A clock that was wrong once must not keep backups from being made.
        if newest is None or abs(now - newest.at) >= _INTERVAL:
            backups.keep(BackupReason.ROUTINE, if_changed=True)
    except DeskError as error:
        tell(tr("已保存，但没有自动备份。%1").replace("%1", trouble(error, tr)))
