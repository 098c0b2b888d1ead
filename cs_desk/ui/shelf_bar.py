"""The shelves: all, recent, favourites, and the groups of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from cs_desk.app.shelf import Shelf, ShelfKind

if TYPE_CHECKING:
    from collections.abc import Sequence


class ShelfBar(QTabBar):
    """Tabs for where to look; what does not fit is scrolled to.

    Signals:
        shelf_chosen: Another shelf was chosen.
    """

    shelf_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelves: tuple[Shelf, ...] = ()
        self.setObjectName("shelves")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("分组"))
        self.currentChanged.connect(self._on_changed)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show the standing shelves and ``groups``; the chosen one stays chosen."""
        chosen = self.shelf()
        standing = {
            Shelf(ShelfKind.ALL): self.tr("全部"),
            Shelf(ShelfKind.RECENT): self.tr("最近"),
            Shelf(ShelfKind.FAVOURITES): self.tr("收藏"),
        }
        named = {**standing, **{Shelf(ShelfKind.GROUP, group): group for group in groups}}
        if tuple(named) == self._shelves:
            return
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        while self.count():
            self.removeTab(0)
        for name in named.values():
            self.addTab(name.replace("&", "&&"))
        self._shelves = tuple(named)
        if chosen in self._shelves:
            self.setCurrentIndex(self._shelves.index(chosen))
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def shelf(self) -> Shelf:
        """Return the chosen shelf."""
        at = self.currentIndex()
        return self._shelves[at] if 0 <= at < len(self._shelves) else Shelf(ShelfKind.ALL)

    def name(self) -> str:
        """Return what the chosen shelf is called."""
        return self.tabText(self.currentIndex()).replace("&&", "&")

    def choose(self, shelf: Shelf) -> None:
        """Choose ``shelf``, if the library still has it."""
        if shelf in self._shelves:
            self.setCurrentIndex(self._shelves.index(shelf))

    def step(self, by: int) -> None:
        """Choose the shelf so many places on, round at the ends."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    @Slot(int)
    def _on_changed(self, _index: int) -> None:
        self.shelf_chosen.emit()
