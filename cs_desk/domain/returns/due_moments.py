"""How many cases are pressing, kept up from change to change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING

from cs_desk.domain.returns.deadlines import late_from

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cs_desk.domain.returns.case_summary import CaseSummary


class DueMoments:
    """The moments at which cases become late and overdue; asked at any time, it counts."""

    def __init__(self) -> None:
        self._summaries: dict[str, CaseSummary] = {}
        self._late: list[datetime] = []
        self._over: list[datetime] = []

    def take(self, summaries: Mapping[str, CaseSummary]) -> None:
        """Count ``summaries`` from now on; only what is another object is looked at."""
        known = self._summaries
        gone = [known[key] for key in known.keys() - summaries.keys()]
        changed = [each for key, each in summaries.items() if known.get(key) is not each]
        gone += [known[each.id] for each in changed if each.id in known]
        if len(changed) > len(known):
            self._count_all(summaries)
        else:
            for summary in gone:
                self._forget(summary)
            for summary in changed:
                self._note(summary)
        self._summaries = dict(summaries)

    def due_count(self, now: datetime) -> int:
        """Return how many open cases are late or overdue."""
        return bisect_right(self._late, now)

    def overdue_count(self, now: datetime) -> int:
        """Return how many open cases have run out of time."""
        return bisect_left(self._over, now)

    def _count_all(self, summaries: Mapping[str, CaseSummary]) -> None:
        spans = [span for each in summaries.values() if (span := _span(each))]
        self._late = sorted(late for late, _ in spans)
        self._over = sorted(over for _, over in spans)

    def _note(self, summary: CaseSummary) -> None:
        span = _span(summary)
        if span is not None:
            insort(self._late, span[0])
            insort(self._over, span[1])

    def _forget(self, summary: CaseSummary) -> None:
        span = _span(summary)
        if span is not None:
            del self._late[bisect_left(self._late, span[0])]
            del self._over[bisect_left(self._over, span[1])]


def _span(case: CaseSummary) -> tuple[datetime, datetime] | None:
    """Return from when the case is late, and after when it is overdue; None for never."""
    if case.due is None or case.due_from is None or case.closed_at is not None:
        return None
    return late_from(case.due_from, case.due), case.due
