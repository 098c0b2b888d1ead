"""The worklist as Qt sees it: rows it is given, nothing filtered or stored here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)

from cs_desk.app.case_wording import left_until, level_told, outcome_told, reason_told
from cs_desk.domain.returns.kinds import Level
from cs_desk.domain.returns.masking import masked_name, masked_text
from cs_desk.domain.returns.seven_steps import STEPS
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cs_desk.domain.returns.case_summary import CaseSummary

CASE_ROLE = Qt.ItemDataRole.UserRole + 1

_ORDER_TAIL = 6
_STEPS = tuple(STEPS)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row in words.

    Attributes:
        title: Why the goods come back and how the case is to end.
        item: What comes back, masked; empty if nobody wrote it down.
        who: The masked buyer and the end of the order number.
        step: How far the case is.
        left: How much time is left, or why that does not matter.
        level: How pressing that is.
    """

    title: str
    item: str
    who: str
    step: str
    left: str
    level: Level

    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        pressing = level_told(self.level, words) if self.level is not Level.NONE else ""
        parts = (self.left, pressing, self.title, self.item, self.who, self.step)
        return " · ".join(part for part in parts if part)


def case_row(case: CaseSummary, now: datetime) -> CaseRow:
    """Return what the worklist shows of ``case``."""
    who = (masked_name(case.buyer), _order_tail(case.order))
    return CaseRow(
        title=f"{reason_told(case.reason, words)} · {outcome_told(case.outcome, words)}",
        item=masked_text(case.item, case.nicks),
        who=" · ".join(part for part in who if part) or case.id,
        step=_step(case),
        left=_left(case, now),
        level=case.level(now),
    )


def _order_tail(order: str) -> str:
    return words("尾号 %1").replace("%1", order[-_ORDER_TAIL:]) if order else ""


def _step(case: CaseSummary) -> str:
    if case.closed_at is not None:
        return words("%1 关闭").replace("%1", case.closed_at.strftime("%Y-%m-%d"))
    if not case.step:
        return words("各步已完成，可以关闭")
    place = f"{_STEPS.index(case.step) + 1}/{len(_STEPS)} " if case.step in _STEPS else ""
    waiting = " · " + words("等买家") if case.waiting and case.due is not None else ""
    return place + case.step_title + waiting


def _left(case: CaseSummary, now: datetime) -> str:
    if case.closed_at is not None:
        return words("已关闭")
    untimed = words("等买家") if case.waiting else level_told(Level.NONE, words)
    return left_until(case.due, now, words) or untimed


class CaseModel(QStringListModel):
    """The listed cases; ``CASE_ROLE`` gives a row's ``CaseRow``, made when it is drawn.

    A string list holds their ids: the view asks each row for its index when it lays them out, and
    20,000 answers from Python would take as long as everything else together.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases: Sequence[CaseSummary] = ()
        self._ids: list[str] = []
        self._now: datetime | None = None

    def show(self, cases: Sequence[CaseSummary], now: datetime) -> None:
        """Show ``cases`` in place of what there was, as of ``now``."""
        self._cases, self._now = cases, now
        ids = [case.id for case in cases]
        if ids != self._ids:
            self._ids = ids
            self.setStringList(ids)

    def case_at(self, row: int) -> CaseSummary | None:
        """Return the case in a row, or None outside of the list."""
        return self._cases[row] if 0 <= row < len(self._cases) else None

    def row_of(self, case_id: str) -> int:
        """Return where the case stands, or -1."""
        return self._ids.index(case_id) if case_id in self._ids else -1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the id, what a screen reader says, or the row itself."""
        case = self.case_at(index.row())
        if case is None or self._now is None:
            return None
        if role == CASE_ROLE:
            return case_row(case, self._now)
        if role == Qt.ItemDataRole.DisplayRole:
            return case.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return case_row(case, self._now).spoken()
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Return that a case can be chosen and not be edited in its row."""
        return super().flags(index) & ~Qt.ItemFlag.ItemIsEditable
