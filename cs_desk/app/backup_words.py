"""How window and command line speak of a backup: why it was made, when, and how large it is.

``tr`` returns a sentence in the reader's language, as in ``cs_desk.app.wording``.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cs_desk.app.wording import with_facts
from cs_desk.domain.backup import BackupReason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    Translate = Callable[[str], str]

_UNITS = ("KB", "MB", "GB")


def backup_reason(reason: BackupReason, tr: Translate) -> str:
    """Return why a backup was made, in a word."""
    return {
        BackupReason.MANUAL: tr("手动"),
        BackupReason.ROUTINE: tr("定时"),
        BackupReason.EXIT: tr("退出时"),
        BackupReason.IMPORT: tr("导入前"),
        BackupReason.MIGRATION: tr("升级前"),
        BackupReason.PURGE: tr("清除前"),
        BackupReason.RESTORE: tr("恢复前"),
        BackupReason.RESTORED: tr("恢复后"),
    }[reason]


def moment_told(at: datetime, now: datetime, tr: Translate, *, seconds: bool = False) -> str:
    """Return a moment as people say it, ``11月21日 18:30``; with the year if it is not this one.

    Args:
        at: The moment, aware of its zone.
        now: The present moment; the answer is in its zone.
        tr: Translates.
        seconds: Whether the minute is not enough.
    """
    here = at.astimezone(now.tzinfo)
    day = with_facts(tr("%1%2日"), _month(here.month, tr), str(here.day))
    if here.year != now.year:
        day = with_facts(tr("%1年%2"), str(here.year), day)
    return f"{day} {here:%H:%M:%S}" if seconds else f"{day} {here:%H:%M}"


def in_one_minute(moments: Iterable[datetime]) -> frozenset[datetime]:
    """Return those of ``moments`` that only their seconds tell from another one."""
    listed = tuple(moments)
    in_minute = Counter(_minute(each) for each in listed)
    return frozenset(each for each in listed if in_minute[_minute(each)] > 1)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _month(number: int, tr: Translate) -> str:
    # Other languages have names for them.
    return (
        tr("1月"),
        tr("2月"),
        tr("3月"),
        tr("4月"),
        tr("5月"),
        tr("6月"),
        tr("7月"),
        tr("8月"),
        tr("9月"),
        tr("10月"),
        tr("11月"),
        tr("12月"),
    )[number - 1]


def size_told(size: int) -> str:
    """Return ``size``, in bytes, as people read it: ``36 KB``, ``1.2 MB``; never nothing."""
    scaled = size / 1024
    unit, *larger = _UNITS
    while larger and round(scaled) >= 1024:
        scaled /= 1024
        unit, *larger = larger
    if unit == "KB":
        return f"{max(1, round(scaled))} KB"
    return f"{scaled:.1f} {unit}"


def restored_told(at: datetime, now: datetime, tr: Translate, *, seconds: bool = False) -> str:
    """Return in words that the content of the backup of the moment ``at`` was put in place."""
    return with_facts(tr("已恢复到 %1 的备份"), moment_told(at, now, tr, seconds=seconds))
