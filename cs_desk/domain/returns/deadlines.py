"""When a step has to be done, from the timers of the checklist and what is known of the case.

Everything is computed from dates and ``now``, never by counting down: a computer that slept or
whose clock jumped shows the right deadline at the next look. Moments may come in any zone; every
day begins and ends by China's clock, which has had no summer time since 1991.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from cs_desk.domain.china import CHINA
from cs_desk.domain.returns.checklist import TimerUnit
from cs_desk.domain.returns.kinds import Level

if TYPE_CHECKING:
    from datetime import date

    from cs_desk.domain.returns.checklist import Checklist, Step, Timer
    from cs_desk.domain.returns.kinds import Anchor
    from cs_desk.domain.returns.return_case import ReadDeadline, ReturnCase

"""The zone of every deadline, whatever the zone of the computer."""

NO_REASON_WINDOW = "T0"
"""Id of the timer of 七天无理由: the day after signing and six more, each a whole day.

Sources: 消费者权益保护法 art. 25; 网络购买商品七日无理由退货暂行办法 art. 10 (counted from the day
after signing); 淘宝网七天无理由退货规范 (from 00:00 of that day, 168 hours).
"""

_LAST_SECOND = time(23, 59, 59)
_WORKDAYS_A_WEEK = 5


@dataclass(frozen=True, slots=True)
class Deadline:
    """A limit in time of one case.

    Attributes:
        begins: From when the time counts; for what was read off 千牛, when it was read.
        at: The last moment that is still in time, in China's zone.
        timer: The rule it follows from; None for what was read off 千牛.
        reading: What was read off 千牛; None for a rule.
    """

    begins: datetime
    at: datetime
    timer: Timer | None = None
    reading: ReadDeadline | None = None

    def level(self, now: datetime) -> Level:
        """Return how pressing it is: half from 50 % of its time on, late from 80 %."""
        return level_at(self.begins, self.at, now)


def level_at(begins: datetime, at: datetime, now: datetime) -> Level:
    """Return how pressing a deadline from ``begins`` to ``at`` is at ``now``."""
    if now > at:
        return Level.OVERDUE
    whole = at - begins
    if (now - begins) * 5 >= whole * 4:
        return Level.LATE
    return Level.HALF if (now - begins) * 2 >= whole else Level.OK


def late_from(begins: datetime, at: datetime) -> datetime:
    """Return the first moment at which a deadline is late, or overdue if that is earlier.

    Rounded up to the next microsecond, since ``level_at`` compares without rounding.
    """
    whole = at - begins
    return min(begins - (-whole * 4 // 5), at + timedelta.resolution)


def moment_of(case: ReturnCase, checklist: Checklist, anchor: Anchor) -> datetime | None:
    """Return when ``anchor`` happened, in China's zone; None if nobody knows yet.

    What was entered comes first, then the earliest tick of a check that records the moment.
    """
    entered = case.facts.moments.get(anchor)
    if entered is not None:
        return entered.astimezone(CHINA)
    ticks = (case.ticks.get(check.key) for check in checklist.marking(anchor))
    ticked = min((tick.at for tick in ticks if tick is not None), default=None)
    return ticked and ticked.astimezone(CHINA)


def timer_deadline(timer: Timer, begins: datetime) -> Deadline | None:
    """Return the deadline of a timer whose anchor happened at ``begins``.

    None where only 千牛 shows the length, and where the end lies beyond the calendar.
    """
    if timer.amount is None:
        return None
    try:
        return _counted(timer, timer.amount, begins.astimezone(CHINA))
    except OverflowError:
        return None


def step_deadline(step: Step, case: ReturnCase, checklist: Checklist) -> Deadline | None:
    """Return until when ``step`` has to be done; None if no timer runs for it.

    What was read off 千牛 comes before every rule. Among rules the one that ends first counts.
    """
    reading = case.readings.get(step.key)
    if reading is not None:
        at = reading.at.astimezone(CHINA)
        return Deadline(min(reading.read_at.astimezone(CHINA), at), at, reading=reading)
    running = (_running(timer_id, case, checklist) for timer_id in step.timers)
    return min(
        (deadline for deadline in running if deadline is not None),
        key=lambda deadline: deadline.at,
        default=None,
    )


def return_window(case: ReturnCase, checklist: Checklist) -> Deadline | None:
    """Return the no-reason window of a case, whether or not it still matters.

    None if the day of signing is not known, or the checklist has no such timer.
    """
    timer = checklist.timer(NO_REASON_WINDOW)
    begins = timer and moment_of(case, checklist, timer.anchor)
    return timer_deadline(timer, begins) if timer and begins else None


def _running(timer_id: str, case: ReturnCase, checklist: Checklist) -> Deadline | None:
    timer = checklist.timer(timer_id)
    if timer is None or not timer.when.holds_for(case.facts):
        return None
    begins = moment_of(case, checklist, timer.anchor)
    ended = any(moment_of(case, checklist, anchor) is not None for anchor in timer.ends)
    return timer_deadline(timer, begins) if begins and not ended else None


def _counted(timer: Timer, amount: int, anchor: datetime) -> Deadline:
    if timer.unit is TimerUnit.HOURS:
        return Deadline(anchor, anchor + timedelta(hours=amount), timer)
    if timer.unit is TimerUnit.DAYS:
        return Deadline(anchor, anchor + timedelta(days=amount), timer)
    last_day = (
        _workdays_after(anchor.date(), amount)
        if timer.unit is TimerUnit.WORKDAYS
        else anchor.date() + timedelta(days=amount)
    )
    first_moment = datetime.combine(anchor.date() + timedelta(days=1), time(), CHINA)
    return Deadline(first_moment, datetime.combine(last_day, _LAST_SECOND, CHINA), timer)


def _workdays_after(day: date, amount: int) -> date:
    """Return the last of ``amount`` days from Monday to Friday after ``day``."""
    # Counting from a weekend is counting from the Friday before it.
    friday_or_before = day - timedelta(days=max(0, day.weekday() - 4))
    weeks, rest = divmod(amount, _WORKDAYS_A_WEEK)
    weekend = 2 if friday_or_before.weekday() + rest >= _WORKDAYS_A_WEEK else 0
    return friday_or_before + timedelta(weeks=weeks, days=rest + weekend)
