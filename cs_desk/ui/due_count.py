"""How many return cases are pressing, told on the tab of their room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from cs_desk.domain.returns.due_moments import DueMoments
    from cs_desk.ui.fittings import Fittings
    from cs_desk.ui.room_bar import RoomBar
    from cs_desk.ui.words import StandingTrouble


class DueCount(QObject):
    """Counts the cases that are due or overdue.

    Args:
        given: The cases and the time.
        room_bar: Where the counts are told.
        trouble: How a failure is told.
        parent: The window.
    """

    def __init__(
        self, given: Fittings, room_bar: RoomBar, trouble: StandingTrouble, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._given = given
        self._room_bar = room_bar
        self._trouble = trouble
        self._due: DueMoments | None = None

    @Slot()
    def count(self) -> None:
        """Look at what changed among the cases, and tell how many are pressing."""
        from cs_desk.domain.returns.due_moments import DueMoments  # noqa: PLC0415 - after the start

        with self._trouble.shown():
            self._due = self._due or DueMoments()
            self._due.take(self._given.case_desk().cases.summaries())
            self.show()

    def show(self) -> None:
        """Tell how many of the known cases are pressing now."""
        if self._due is not None:
            now = self._given.clock.now()
            self._room_bar.show_due(self._due.due_count(now), self._due.overdue_count(now))
