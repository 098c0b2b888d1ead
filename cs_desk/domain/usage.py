"""How often and how lately a reply was used: what puts it first among equals."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

# A reply unused for two weeks counts half: long enough to outlive a weekend and a holiday,
# short enough that last season's campaign sinks.
HALF_LIFE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Usage:
    """The use of one reply.

    Attributes:
        uses: Times copied, ever.
        last_used: When it was last copied; None if never.
        weight: Uses, each halved for every ``HALF_LIFE`` that passed until ``last_used``.
        favourite: Whether the agent keeps it at hand.
    """

    uses: int = 0
    last_used: datetime | None = None
    weight: float = 0.0
    favourite: bool = False

    def used(self, now: datetime) -> Usage:
        """Return the usage after one more copy at ``now``."""
        return replace(self, uses=self.uses + 1, last_used=now, weight=self._weight_at(now) + 1.0)

    def favoured(self, *, favourite: bool) -> Usage:
        """Return the usage as a favourite, or as one no more."""
        return replace(self, favourite=favourite)

    def frecency(self) -> float:
        """Return a number that orders replies by frequency and recency; 0 for one never used.

        Exponential decay keeps the order of any two replies the same at every moment, so this
        needs no clock and changes only when the reply is used.
        """
        if self.last_used is None or self.weight <= 0:
            return 0.0
        half_lives = self.last_used.timestamp() / HALF_LIFE.total_seconds()
        return half_lives + math.log2(self.weight)

    def _weight_at(self, now: datetime) -> float:
        if self.last_used is None:
            return 0.0
        # A clock set back must not make an old use grow.
        elapsed = max(now - self.last_used, timedelta())
        return self.weight * math.exp2(-(elapsed / HALF_LIFE))
