"""Hand-written stand-ins for where an index is kept, and for who makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence, StoreFailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cs_desk.app.ports import Columns
    from cs_desk.domain.template import ReplyTemplate


class InMemoryArchives:
    """Keeps one index until it is broken, and counts."""

    def __init__(self) -> None:
        self.broken = False
        self.loads = 0
        self.saves = 0
        self._of: tuple[ReplyTemplate, ...] | None = None
        self._columns: Columns | None = None

    def load(self, templates: Sequence[ReplyTemplate]) -> Columns | None:
        self.loads += 1
        return self._columns if self._of == tuple(templates) else None

    def save(self, templates: Sequence[ReplyTemplate], columns: Columns) -> None:
        if self.broken:
            raise StoreFailedError(Sentence("磁盘已满"), outcome_known=True)
        self.saves += 1
        self._of, self._columns = tuple(templates), columns


class HeldMaker:
    """Is told to make an index; makes it, or fails, when the test says so."""

    def __init__(self) -> None:
        self.asked = 0
        self._done: Callable[[], None] | None = None

    @property
    def is_making(self) -> bool:
        return self._done is not None

    def make(self, done: Callable[[], None]) -> None:
        assert self._done is None, "one at a time"
        self.asked += 1
        self._done = done

    def end(self, made: Callable[[], None] = lambda: None) -> None:
        """End, after what ``made`` does; it does nothing where the making failed."""
        assert self._done is not None
        done, self._done = self._done, None
        made()
        done()
