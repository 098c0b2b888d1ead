"""When closed cases are deleted for good, and what to think of a clock that jumped.

Retention counts days of China's calendar: closed on day 0 and kept for 90 days, a case goes on
day 90. What was closed years ago by the clock may have been closed yesterday, though: a clock set
wrong must not delete everything at once. So time counts only as far as the desk was seen in use.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from cs_desk.domain.china import CHINA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.domain.returns.case_summary import CaseSummary

RETENTION_DAYS = 90


# A correction of the clock is smaller than the first, a rest of the shop than the second.
_AHEAD = timedelta(days=1)
_GAP = timedelta(days=180)
_DAYS_TO_TRUST_A_CLOCK = 7


def delete_on(closed_at: datetime, days: int) -> date:
    """Return the day on which a case that was closed then is deleted for good."""
    return closed_at.astimezone(CHINA).date() + timedelta(days=days)


def closed_before(days: int, now: datetime) -> datetime:
    """Return the moment before which a case was closed if it is to be deleted by now."""
    first_day_kept = now.astimezone(CHINA).date() - timedelta(days=days - 1)
    return datetime.combine(first_day_kept, time.min, CHINA)


def due_for_deletion(summaries: Iterable[CaseSummary], days: int, now: datetime) -> tuple[str, ...]:
    """Return the ids of the closed cases whose retention is over.

    Args:
        summaries: The cases.
        days: How long a closed case is kept.
        now: The moment up to which time counts: ``trusted_now``.
    """
    limit = closed_before(days, now)
    return tuple(s.id for s in summaries if s.closed_at is not None and s.closed_at < limit)


def trusted_now(
    summaries: Iterable[CaseSummary], now: datetime, seen: Iterable[datetime] = ()
) -> datetime:
    """Return ``now``, or the last moment before the clock jumped ahead, if it may have.

    It may have where more than 180 days lie between two signs of use. Seven days with such signs
    after the gap settle that time really passed. Signs are the opening and closing of cases, and
    ``seen``; those that are dated more than a day ahead of ``now`` are none.

    Args:
        summaries: All cases.
        now: The time by the clock.
        seen: Other moments at which the desk was in use, such as those of its backups.
    """
    signs = [moment for s in summaries for moment in (s.opened_at, s.closed_at) if moment]
    signs = sorted(moment for moment in (*signs, *seen) if moment <= now + _AHEAD)
    used_days: set[date] = set()
    trusted = later = now
    for moment in reversed(signs):
        if later - moment > _GAP and len(used_days) < _DAYS_TO_TRUST_A_CLOCK:
            trusted = moment
        used_days.add(moment.astimezone(CHINA).date())
        later = moment
    return trusted
