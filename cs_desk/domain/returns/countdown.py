"""The deadline that 千牛 shows, as an agent copies it: a countdown, or a date.

Understood, in half or full width, with other words around it:

- time left: ``剩余1天3小时20分``, ``还剩 47:59:59``, ``1天 02:03:04``, ``2天``, ``22小时22分22秒``;
- a moment: ``2026-11-25 14:05``, ``2026年11月25日14:05:30``, ``11月25日 14:05``, and a day alone,
  which lasts until 23:59:59.

A text may hold more than one of them. Time after 剩 or 还有 counts first, then a moment before 前
or 截止; without such a word there must be only one, for a wrong deadline is worse than none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from cs_desk.domain.china import CHINA

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_COUNTDOWN = 200
"""Longest text, in characters, that is read as a countdown."""

FURTHEST_DEADLINE = timedelta(days=400)
"""No deadline of a return lies further off than this; what does is a slip."""

_MOMENT = re.compile(
    r"(?<![0-9])(?:(?P<year>[0-9]{4})[-/.年])?(?P<month>[0-9]{1,2})(?(year)[-/.月]|月)"
    r"(?P<day>[0-9]{1,2})(?![0-9])日?[T\s]*"
    r"(?:(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?![0-9:]))?"
)
# Only a whole length counts: what stands around it must not be part of a longer one.
_LEFT = re.compile(
    r"(?<![0-9.-])(?<![0-9][:~至到])(?<![天分秒])(?<![天分秒]\s)(?<!小时)(?<!小时\s)(?=[0-9])"
    r"(?:(?P<days>[0-9]{1,3})\s*天(?!无理由)\s*)?"
    r"(?:(?P<clock>[0-9]{1,4}:[0-5][0-9]:[0-5][0-9])"
    r"|(?:(?P<hours>[0-9]{1,4})\s*(?:个?小时|时)\s*)?"
    r"(?:(?P<minutes>[0-9]{1,5})\s*分钟?\s*)?(?:(?P<seconds>[0-9]{1,6})\s*秒)?)"
    r"(?!\s*[0-9:])"
)
_SAYS_LEFT = re.compile(r"(?:剩|还有|倒计时)[^0-9]{0,8}$")
_SAYS_OVER = re.compile(r"(?:超时|逾期|超期|已过|过了)[^0-9]{0,2}$")
_SAYS_UNTIL = re.compile(r"\s*(?:之前|以前|前|截止|到期|止)")
_LAST_SECOND = time(23, 59, 59)


class _Told(IntEnum):
    """How surely a place in the text is the deadline; the lowest counts."""

    LEFT = 0
    UNTIL = 1
    BARELY = 2


@dataclass(frozen=True, slots=True)
class _Candidate:
    told: _Told
    at: datetime | None


def read_countdown(text: str, now: datetime) -> datetime | None:
    """Return when the deadline in ``text``, copied at ``now``, runs out, in China's zone.

    None if there is none, if it is not clear which one is meant, or if it lies more than
    ``FURTHEST_DEADLINE`` away.
    """
    if len(text) > LONGEST_COUNTDOWN:
        return None
    folded = unicodedata.normalize("NFKC", text)
    here = now.astimezone(CHINA)
    # The clock of a moment is no time left.
    without_moments = _MOMENT.sub(lambda found: " " * len(found[0]), folded)
    candidates = [*_moments(folded, here), *_times_left(without_moments, here)]
    surest = min((candidate.told for candidate in candidates), default=None)
    ends = {candidate.at for candidate in candidates if candidate.told is surest}
    end = ends.pop() if len(ends) == 1 else None
    return end if end is not None and abs(end - here) <= FURTHEST_DEADLINE else None


def _moments(text: str, now: datetime) -> Iterator[_Candidate]:
    for found in _MOMENT.finditer(text):
        until = _SAYS_UNTIL.match(text, found.end())
        yield _Candidate(_Told.UNTIL if until else _Told.BARELY, _moment(found, now))


def _times_left(text: str, now: datetime) -> Iterator[_Candidate]:
    for found in _LEFT.finditer(text):
        before = text[: found.start()]
        if not any(found.groups()):
            continue
        if _SAYS_OVER.search(before):
            yield _Candidate(_Told.BARELY, None)
        else:
            left = _Told.LEFT if _SAYS_LEFT.search(before) else _Told.BARELY
            yield _Candidate(left, now + _length(found))


def _moment(found: re.Match[str], now: datetime) -> datetime | None:
    """Return the moment that was found; without a year, the one nearest to ``now``."""
    years = [int(found["year"])] if found["year"] else [now.year - 1, now.year, now.year + 1]
    meant = [_in_year(year, found) for year in years]
    return min(
        (moment for moment in meant if moment is not None),
        key=lambda moment: abs(moment - now),
        default=None,
    )


def _in_year(year: int, found: re.Match[str]) -> datetime | None:
    try:
        moment = (
            time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
            if found["hour"]
            else _LAST_SECOND
        )
        return datetime.combine(date(year, int(found["month"]), int(found["day"])), moment, CHINA)
    except ValueError:
        return None


def _length(found: re.Match[str]) -> timedelta:
    hours, minutes, seconds = (
        found["clock"].split(":")
        if found["clock"]
        else (found["hours"] or 0, found["minutes"] or 0, found["seconds"] or 0)
    )
    return timedelta(
        days=int(found["days"] or 0),
        hours=int(hours),
        minutes=int(minutes),
        seconds=int(seconds),
    )
