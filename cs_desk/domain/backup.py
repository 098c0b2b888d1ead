"""Backups of the desk's store: why each was made, and which ones are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from cs_desk.domain.china import CHINA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime


_ALL_OF_THE_LAST = timedelta(days=2)
_ONE_A_DAY_UP_TO = timedelta(days=14)
# As long as a closed return case is kept.
_OLDEST = timedelta(days=90)
_NEVER_FEWER = 3

# A correction of the clock is smaller than the first, a rest of the shop than the second.
_AHEAD = timedelta(days=1)
_GAP = timedelta(days=30)
_DAYS_TO_TRUST_A_CLOCK = 7


class BackupReason(StrEnum):
    """Why a backup was made; the value stands in its file name."""

    MANUAL = "manual"
    ROUTINE = "routine"
    EXIT = "exit"
    IMPORT = "import"
    MIGRATION = "migration"
    PURGE = "purge"
    RESTORE = "restore"
    RESTORED = "restored"


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


@dataclass(frozen=True, slots=True)
class BackupContent(Backup):
    """A backup that passed every check, and what is in it.

    Attributes:
        format: Version of its format.
        documents: Table name to how many documents are in it, deleted ones not counted.
    """

    format: int
    documents: Mapping[str, int]


def newest_first(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return ``backups``, newest first; those of one moment stay as they were.

    What is dated more than a day ahead was made by a clock that went wrong, so it may be older
    than all the others, and comes last.
    """
    return tuple(sorted(backups, key=lambda b: (not _is_ahead(b, now), b.at), reverse=True))


def surplus(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that need not be kept any longer, newest first.

    ===============================  =====================================================
    made (days are China's)          kept
    ===============================  =====================================================
    today or yesterday               all
    up to 14 days ago                the newest of each day
    up to 90 days ago                the newest of each ISO week
    earlier                          none, but never fewer than the three newest in all
    more than a day ahead of now     all: their time will come
    before a gap of over 30 days     all, until seven days after the gap have backups too
    ===============================  =====================================================

    A gap, be it between two backups or between the newest one and now, may mean that the clock
    jumped; then the age of what lies before it is not known.
    """
    dated = [b for b in newest_first(backups, now) if not _is_ahead(b, now)]
    since_gap = list(_since_gap(dated, now))
    if len({_day(backup.at) for backup in since_gap}) < _DAYS_TO_TRUST_A_CLOCK:
        dated = since_gap
    seen: set[object] = set()
    found = []
    for place, backup in enumerate(dated):
        slot = _slot(backup, now)
        if place >= _NEVER_FEWER and (slot is None or slot in seen):
            found.append(backup)
        seen.add(slot)
    return tuple(found)


def _is_ahead(backup: Backup, now: datetime) -> bool:
    return backup.at > now + _AHEAD


def _since_gap(newest_to_oldest: Iterable[Backup], now: datetime) -> Iterator[Backup]:
    later = now
    for backup in newest_to_oldest:
        if later - backup.at > _GAP:
            return
        yield backup
        later = backup.at


def _slot(backup: Backup, now: datetime) -> object:
    """Return what only one backup is kept for; None if not even one."""
    day = _day(backup.at)
    age = _day(now) - day
    if age < _ALL_OF_THE_LAST:
        return backup.file
    if age <= _ONE_A_DAY_UP_TO:
        return day
    return day.isocalendar()[:2] if age <= _OLDEST else None


def _day(moment: datetime) -> date:
    return moment.astimezone(CHINA).date()
