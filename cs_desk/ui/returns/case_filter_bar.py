"""The filters of the worklist as tabs, each with how many cases it lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from cs_desk.domain.returns.worklist import Filter

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_SHOWN = 999
_FILTERS = (Filter.OPEN, Filter.OVERDUE, Filter.WAITING, Filter.CLOSED, Filter.ALL)


class CaseFilterBar(QTabBar):
    """Tabs for which cases are listed.

    Signals:
        filter_chosen: Another filter was chosen.
    """

    filter_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caseFilters")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("筛选"))
        self._names = {
            Filter.OPEN: self.tr("进行中"),
            Filter.OVERDUE: self.tr("超时"),
            Filter.WAITING: self.tr("等买家"),
            Filter.CLOSED: self.tr("已关闭"),
            Filter.ALL: self.tr("全部"),
        }
        for chosen in _FILTERS:
            self.addTab(self._names[chosen])
        self.currentChanged.connect(self._on_changed)

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Show how many cases some filters list; none is not worth a figure."""
        for place, chosen in enumerate(_FILTERS):
            count = counts.get(chosen, 0)
            shown = str(count) if count <= _MOST_SHOWN else f"{_MOST_SHOWN}+"
            text = f"{self._names[chosen]} {shown}" if count else self._names[chosen]
            if text != self.tabText(place):
                self.setTabText(place, text)

    def filter(self) -> Filter:
        """Return the chosen filter."""
        return _FILTERS[self.currentIndex()]

    def choose(self, chosen: Filter) -> None:
        """Choose a filter."""
        self.setCurrentIndex(_FILTERS.index(chosen))

    def step(self, by: int) -> None:
        """Choose the filter so many places on, round at the ends."""
        self.setCurrentIndex((self.currentIndex() + by) % len(_FILTERS))

    @Slot(int)
    def _on_changed(self, _place: int) -> None:
        self.filter_chosen.emit()
