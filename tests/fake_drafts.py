"""A hand-written stand-in for the store of drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cs_desk.app.drafts import Drafts
    from cs_desk.domain.errors import DeskError


class InMemoryDraftStore:
    """Keeps drafts and counts what is written; what it is told to raise, it raises."""

    def __init__(self) -> None:
        self.stored: Drafts | None = None
        self.writes = 0
        self.fail_with: DeskError | None = None
        self.unreadable: DeskError | None = None

    def load(self) -> Drafts | None:
        if self.unreadable is not None:
            raise self.unreadable
        return self.stored

    def save(self, drafts: Drafts) -> None:
        self._write(drafts)

    def forget(self) -> None:
        self._write(None)

    def _write(self, drafts: Drafts | None) -> None:
        if self.fail_with is not None:
            raise self.fail_with
        self.stored = drafts
        self.writes += 1
