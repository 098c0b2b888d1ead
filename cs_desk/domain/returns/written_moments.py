"""Moments of the past as people type or copy them: ``11-10 14:05``, ``昨天``, ``25号``."""

from __future__ import annotations

from datetime import datetime, time

from cs_desk.domain.written_dates import read_date

_DAY_ONLY = time(23, 59, 59)


def read_moment(text: str, now: datetime) -> datetime | None:
    """Return when something happened that is written down as ``text`` at ``now``.

    A day without a time of day is taken from its first moment, so that no time that is counted
    in hours ends too late for it.

    Returns:
        The moment in the zone of ``now``, to the second; it may lie ahead. None if ``text`` is
        no moment, such as ``2小时内``.
    """
    copied = _copied(text.strip(), now)
    if copied is not None:
        return copied
    read = read_date(text, now)
    if read is None or read.last is None:
        return None
    if read.last.time() == _DAY_ONLY:
        return datetime.combine(read.last.date(), time(), tzinfo=read.last.tzinfo)
    return read.last


def moment_written(moment: datetime) -> str:
    """Return ``moment`` so that ``read_moment`` understands it: ``2026-11-10 14:05``."""
    if moment.time() == time():
        return moment.strftime("%Y-%m-%d")
    return moment.strftime("%Y-%m-%d %H:%M:%S" if moment.second else "%Y-%m-%d %H:%M")


def _copied(text: str, now: datetime) -> datetime | None:
    """Return the moment that a program wrote, seconds and all."""
    try:
        moment = datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
    except ValueError:
        return None
    return moment.replace(tzinfo=now.tzinfo)
