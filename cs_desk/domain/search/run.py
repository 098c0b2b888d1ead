"""One search under way: it goes on step by step, and may be left for another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cs_desk.domain.search.hits import Hit


class SearchRun:
    """The hits of one query as they are found, best first.

    Args:
        found: The hits, and None wherever the search may be left for a while.
        limit: Most hits to take.

    Attributes:
        hits: What was found so far.
        finished: Whether that is all.
    """

    def __init__(self, found: Iterator[Hit | None], limit: int) -> None:
        self.hits: list[Hit] = []
        self.finished = limit <= 0
        self._found = found
        self._limit = limit

    def advance(self, may_go_on: Callable[[], bool]) -> bool:
        """Search on until all is found or ``may_go_on`` says no; return whether all is found.

        It is asked at least every millisecond or so, never before the first step.
        """
        while not self.finished:
            for hit in self._found:
                if hit is None:
                    break
                self.hits.append(hit)
                if len(self.hits) >= self._limit:
                    self.finished = True
                    break
            else:
                self.finished = True
            if not may_go_on():
                break
        return self.finished

    def finish(self) -> list[Hit]:
        """Search to the end and return all hits."""
        self.advance(lambda: True)
        return self.hits
