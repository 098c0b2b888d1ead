"""What the worklist shows of a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cs_desk.domain.returns.deadlines import level_at
from cs_desk.domain.returns.kinds import CaseStatus, Level, Outcome, Reason


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """What the worklist shows of a case; kept beside it, so that 20,000 are listed at once.

    Attributes:
        id: The case.
        order: Order number.
        buyer: The buyer's nick, unmasked.
        item: What is returned.
        reason: Why.
        outcome: How it is to end.
        step: Key of the current step; empty if all are done.
        step_title: Its title.
        waiting: Whether it waits for the buyer.
        due_from: From when the time of ``due`` counts; None without ``due``.
        due: When the most pressing deadline runs out; None if none runs.
        opened_at: When it was opened.
        closed_at: When it was closed; None while it is open.
        former_buyers: Nicks that the buyer had before, unmasked.
    """

    id: str
    order: str
    buyer: str
    item: str
    reason: Reason
    outcome: Outcome
    step: str
    step_title: str
    waiting: bool
    due_from: datetime | None
    due: datetime | None
    opened_at: datetime
    closed_at: datetime | None
    former_buyers: tuple[str, ...] = ()

    @property
    def nicks(self) -> tuple[str, ...]:
        """Every nick that the buyer has or had, to be masked wherever it stands."""
        return tuple(nick for nick in (self.buyer, *self.former_buyers) if nick)

    @property
    def status(self) -> CaseStatus:
        """Whether it is still worked on."""
        return CaseStatus.OPEN if self.closed_at is None else CaseStatus.CLOSED

    def level(self, now: datetime) -> Level:
        """Return how pressing it is; none for a closed case or one without a deadline."""
        if self.due is None or self.due_from is None or self.closed_at is not None:
            return Level.NONE
        return level_at(self.due_from, self.due, now)
