"""Dates as people write them to a buyer, and the last moment that they can still mean.

Understood, in half or full width, blanks ignored:

- a day: ``2026-11-25``, ``2026/11/25``, ``2026年11月25日``, ``11月25日``, ``11-25``, ``25号``;
  今天 今晚 明天 明早 后天 大后天 昨天 前天; 周三, 本周三, 下周三 (also 星期, 礼拜);
- a time of day, alone (today) or after a day: ``18:00``, ``18点``, ``下午3点半``, ``晚上``;
- a span ``11月25日-27日``, of which the end counts; a length ``2小时内``, ``3-5个工作日``, which
  lies ahead whenever it is said;
- 预计 大约 最晚 … before it, 前 前后 左右 内 … after it.

A day without a year is the one nearest to now: in December ``1月3日`` lies ahead, in January
``12月28日`` lies behind. An hour before noon without 上午 or 下午 may mean either half of the day.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

LONGEST_WRITTEN_DATE = 40
"""Longest text, in characters, that is read as a date."""

# Further off than this, a date without a year is a slip rather than meant.
_FURTHEST_WITHOUT_YEAR = timedelta(days=190)
_END_OF_DAY = time(23, 59, 59)
_WEEKDAYS = "一二三四五六日"
_DAY_WORDS = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_WEEKS = {"上": -1, "本": 0, "这": 0, "下": 1}
_PART_ENDS = {
    "凌晨": time(6),
    "早": time(12),
    "早上": time(12),
    "上午": time(12),
    "中午": time(14),
    "下午": time(18),
    "傍晚": time(20),
}
_FORENOON = frozenset({"凌晨", "早", "早上", "上午"})

_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\s+(?=\d)")
_FRAME = re.compile(
    r"(?P<lead>(?:预计|预估|大约|约|最晚|最迟|最快|于|在)*)(?P<core>.+?)"
    r"(?P<tail>(?:前后|之前|以前|前|左右|之内|以内|内|之后|以后|后|起|止|截止|送达|到货|发出|发货)*)"
)
_LENGTH = re.compile(r"\d{1,3}(?:[-~至到]\d{1,3})?个?(?:工作日|天|小时|分钟|周)")
_SPAN_MARK = re.compile(r"[-~—–至到]")
_NUMERIC_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})(?![\d:点时])[日号]?")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})[日号]")
_DAY_WORD = re.compile(r"(大后|[今明后昨前])(?:天|日|(?=[早晚]))")
_WEEKDAY = re.compile(r"([上本这下])?个?(?:周|星期|礼拜)([一二三四五六日天])")
_AFTER_DAY = re.compile(r"(?:\((?:周|星期)[一二三四五六日天]\))?T?")
_TIME = re.compile(
    r"(?P<part>凌晨|早上|早|上午|中午|下午|傍晚|晚上|晚)?"
    r"(?:(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::\d{2})?"
    r"|(?P<oclock>[点时])(?:钟|整|(?P<half>半)|(?P<past>\d{1,2})分?)?))?"
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date that was understood.

    Attributes:
        text: As it should be shown: numeric days as ``M月d日``, with the year where leaving it out
            would mean another day; everything else as written.
        last: The last moment that it can mean; None for a length of time, which is never past.
    """

    text: str
    last: datetime | None

    def is_past(self, now: datetime) -> bool:
        """Return whether nothing of it lies at or after ``now``."""
        return self.last is not None and self.last < now


@dataclass(frozen=True, slots=True)
class _Day:
    text: str
    date: date


def read_date(text: str, now: datetime) -> WrittenDate | None:
    """Return what ``text`` means when it is written at ``now``; None if it is no date."""
    folded = _folded(text)
    frame = _FRAME.fullmatch(folded) if len(folded) <= LONGEST_WRITTEN_DATE else None
    if frame is None:
        return None
    core = frame["core"]
    read = WrittenDate(core, None) if _LENGTH.fullmatch(core) else _read_core(core, now)
    return read and replace(read, text=frame["lead"] + read.text + frame["tail"])


def _folded(text: str) -> str:
    """Return ``text`` in half width without blanks; ``T`` keeps a day and a time apart."""
    return "".join(_BETWEEN_NUMBERS.sub("T", unicodedata.normalize("NFKC", text)).split())


def _read_core(core: str, now: datetime) -> WrittenDate | None:
    return _read_point(core, now) or _read_span(core, now)


def _read_span(core: str, now: datetime) -> WrittenDate | None:
    for mark in _SPAN_MARK.finditer(core):
        begin = _read_point(core[: mark.start()], now)
        if begin is None or begin.last is None:
            continue
        end = _read_span_end(core[mark.end() :], begin.last, now)
        if end is not None and end.last is not None and end.last >= begin.last:
            return WrittenDate(begin.text + mark[0] + end.text, end.last)
    return None


def _read_span_end(text: str, begin: datetime, now: datetime) -> WrittenDate | None:
    """Read the end of a span, which may leave out what its beginning said."""
    if day := _DAY_OF_MONTH.fullmatch(text):
        end = _day(begin.year, begin.month, int(day[1]))
        return WrittenDate(text, _at(end, _END_OF_DAY, now)) if end else None
    if hour := _TIME.fullmatch(text):
        return _with_time(_Day("", begin.date()), hour, now)
    return _read_point(text, now)


def _read_point(text: str, now: datetime) -> WrittenDate | None:
    """Read a day, a time of today, or a day and a time."""
    found = _leading_day(text, now)
    if found is None:
        hour = _TIME.fullmatch(text)
        return _with_time(_Day("", now.date()), hour, now) if hour else None
    day, rest = found
    if between := _AFTER_DAY.match(rest):
        day = replace(day, text=day.text + between[0].rstrip("T"))
        rest = rest[between.end() :]
    if not rest:
        return WrittenDate(day.text, _at(day.date, _END_OF_DAY, now))
    hour = _TIME.fullmatch(rest)
    return _with_time(day, hour, now) if hour else None


def _leading_day(text: str, now: datetime) -> tuple[_Day, str] | None:
    """Return the day that ``text`` begins with and what follows it."""
    for pattern, read in (
        (_NUMERIC_DAY, _numeric_day),
        (_DAY_OF_MONTH, _day_of_month),
        (_DAY_WORD, _day_word),
        (_WEEKDAY, _weekday),
    ):
        if found := pattern.match(text):
            day = read(found, now.date())
            return (day, text[found.end() :]) if day else None
    return None


def _numeric_day(found: re.Match[str], today: date) -> _Day | None:
    month, day = int(found[2]), int(found[3])
    years = (today.year - 1, today.year, today.year + 1)
    near = _nearest([_day(year, month, day) for year in years], today)
    meant = _day(int(found[1]), month, day) if found[1] else near
    if meant is None:
        return None
    year = "" if meant == near else f"{meant.year}年"
    return _Day(f"{year}{meant.month}月{meant.day}日", meant)


def _day_of_month(found: re.Match[str], today: date) -> _Day | None:
    first = today.replace(day=1)
    months = (first - timedelta(days=1), first, first + timedelta(days=31))
    meant = _nearest([_day(m.year, m.month, int(found[1])) for m in months], today)
    return _Day(found[0], meant) if meant else None


def _day_word(found: re.Match[str], today: date) -> _Day:
    return _Day(found[0], today + timedelta(days=_DAY_WORDS[found[1]]))


def _weekday(found: re.Match[str], today: date) -> _Day:
    weekday = _WEEKDAYS.index(found[2].replace("天", "日"))
    if found[1] is None:
        return _Day(found[0], today + timedelta(days=(weekday - today.weekday()) % 7))
    monday = today - timedelta(days=today.weekday())
    return _Day(found[0], monday + timedelta(weeks=_WEEKS[found[1]], days=weekday))


def _with_time(day: _Day, found: re.Match[str], now: datetime) -> WrittenDate | None:
    last = _last_time(found)
    if last is None:
        return None
    return WrittenDate(day.text + found[0], _at(day.date, last, now))


def _last_time(found: re.Match[str]) -> time | None:
    """Return the latest time of day that ``found`` can mean; None if there is no such time."""
    part = found["part"] or ""
    if found["hour"] is None:
        return _PART_ENDS.get(part, _END_OF_DAY) if part else None
    hour = int(found["hour"])
    minute = 30 if found["half"] else int(found["minute"] or found["past"] or 0)
    either_half = bool(found["oclock"]) if not part else part not in _FORENOON
    # 中午11点 is before noon, 中午1点 is after it.
    if either_half and 0 < hour < (11 if part == "中午" else 12):
        hour += 12
    if (hour, minute) == (24, 0) or (part.startswith("晚") and hour == 12):
        return _END_OF_DAY
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _nearest(days: list[date | None], today: date) -> date | None:
    near = [d for d in days if d is not None and abs(d - today) <= _FURTHEST_WITHOUT_YEAR]
    return min(near, key=lambda day: abs(day - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(day: date, moment: time, now: datetime) -> datetime:
    return datetime.combine(day, moment, tzinfo=now.tzinfo)
