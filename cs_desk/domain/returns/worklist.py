"""The worklist: which return cases are listed, the most urgent first."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from cs_desk.domain.returns.case_summary import CaseSummary


class Filter(StrEnum):
    """Which cases are listed."""

    OPEN = "open"
    """Every case that is still worked on."""
    OVERDUE = "overdue"
    """Open ones whose time has run out."""
    WAITING = "waiting"
    """Open ones that wait for the buyer."""
    CLOSED = "closed"
    ALL = "all"
    """The open ones, then the closed ones."""


class Worklist:
    """The cases in the order in which they are worked: sorted once, then asked at every key.

    Open cases stand by the moment at which their time runs out, so that the overdue ones come
    first; those without a deadline follow by when they were opened. Closed cases stand last, the
    one closed last before the others.

    Args:
        summaries: All cases, in any order.
    """

    def __init__(self, summaries: Iterable[CaseSummary]) -> None:
        timed: list[tuple[datetime, str, CaseSummary]] = []
        untimed: list[tuple[datetime, str, CaseSummary]] = []
        closed: list[tuple[datetime, str, CaseSummary]] = []
        for case in summaries:
            if case.closed_at is not None:
                closed.append((case.closed_at, case.id, case))
            elif case.due is not None and case.due_from is not None:
                timed.append((case.due, case.id, case))
            else:
                untimed.append((case.opened_at, case.id, case))
        timed.sort()
        self._dues = [due for due, _, _ in timed]
        opened = [*(case for _, _, case in timed), *_in_order(untimed)]
        self._cases = (*opened, *reversed(_in_order(closed)))
        self._open = range(len(opened))
        self._waiting = [place for place, case in enumerate(opened) if case.waiting]
        self._texts: tuple[str, ...] | None = None

    def listed(self, chosen: Filter, query: str, now: datetime) -> tuple[CaseSummary, ...]:
        """Return the cases of a filter that hold every word of ``query``.

        Args:
            chosen: Which cases.
            query: Words, of which each stands in the id, the order number, the item or the
                buyer's nick; letter case and full width do not matter. Empty for all.
            now: The present moment.
        """
        places = self._places(chosen, now)
        words = _folded(query).split()
        texts = self._searched() if words else ()
        for word in words:
            places = [place for place in places if word in texts[place]]
        return tuple(map(self._cases.__getitem__, places))

    def count(self, chosen: Filter, now: datetime) -> int:
        """Return how many cases the filter lists."""
        return len(self._places(chosen, now))

    def _places(self, chosen: Filter, now: datetime) -> Sequence[int]:
        match chosen:
            case Filter.OPEN:
                return self._open
            case Filter.OVERDUE:
                # A case is in time still at the very moment of its deadline.
                return range(bisect_left(self._dues, now))
            case Filter.WAITING:
                return self._waiting
            case Filter.CLOSED:
                return range(len(self._open), len(self._cases))
            case Filter.ALL:
                return range(len(self._cases))

    def _searched(self) -> tuple[str, ...]:
        """Return what is searched of each case; folded when it is first needed."""
        if self._texts is None:
            self._texts = tuple(
                _folded(f"{case.id}\n{case.order}\n{case.item}\n{case.buyer}")
                for case in self._cases
            )
        return self._texts


def listed(
    summaries: Iterable[CaseSummary], chosen: Filter, query: str, now: datetime
) -> tuple[CaseSummary, ...]:
    """Return what ``Worklist.listed`` does, for summaries that are listed only once."""
    return Worklist(summaries).listed(chosen, query, now)


def _in_order(cases: list[tuple[datetime, str, CaseSummary]]) -> list[CaseSummary]:
    return [case for _, _, case in sorted(cases)]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
