"""When a step has to be done, from the timers of the checklist and what is known of the case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.domain.returns.kinds import Level

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from cs_desk.domain.returns.checklist import Timer
    from cs_desk.domain.returns.return_case import ReadDeadline


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

    def left(self, now: datetime) -> timedelta:
        """Return how much time is left; negative once it is over."""
        return self.at - now


def level_at(begins: datetime, at: datetime, now: datetime) -> Level:
    """Return how pressing a deadline from ``begins`` to ``at`` is at ``now``."""
    if now > at:
        return Level.OVERDUE
    whole = at - begins
    if (now - begins) * 5 >= whole * 4:
        return Level.LATE
    return Level.HALF if (now - begins) * 2 >= whole else Level.OK
