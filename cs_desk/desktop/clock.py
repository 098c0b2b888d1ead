"""The time in China, whatever zone the machine is set to."""

from __future__ import annotations

from datetime import datetime

from cs_desk.domain.china import CHINA


class StoppedClock:
    """A clock that stands still, for a run that takes another moment for the present one.

    Args:
        moment: That moment.
    """

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(CHINA)

    def now(self) -> datetime:
        """Return the moment."""
        return self._moment


class SystemClock:
    """The machine's clock, read in China's zone."""

    def now(self) -> datetime:
        """Return the present moment."""
        return datetime.now(CHINA)
