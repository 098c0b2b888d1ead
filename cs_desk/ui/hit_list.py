"""The list of hits, and what stands in its place when there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QListView, QStackedLayout, QWidget

from cs_desk.app.shelf import ShelfKind
from cs_desk.ui.hit_delegate import ROW_HEIGHT, HitDelegate
from cs_desk.ui.hit_model import HitModel
from cs_desk.ui.painted_rows import prepare_rows
from cs_desk.ui.theme import body_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from cs_desk.ui.hit_model import HitRow
    from cs_desk.ui.theme import Colours

_FEWEST_ROWS = 1
_LONGEST_QUERY = 20


class HitList(QWidget):
    """Shows hits and holds which one is chosen; the keyboard stays in the search box.

    Signals:
        current_changed: Another hit is chosen, or the same one changed.
        clicked: A row was clicked.
        resized: The list has another size; what lies over it may have to move.
    """

    current_changed = Signal()
    clicked = Signal(QModelIndex)
    resized = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HitModel(self)
        self._view = QListView()
        self._delegate = HitDelegate(colours, body_font(), self._view)
        self._empty = QLabel()
        self._stack = QStackedLayout(self)
        self._build()

    def show_rows(self, rows: Sequence[HitRow], *, keep: bool) -> None:
        """Show ``rows`` and choose the first one, or with ``keep`` the one chosen before."""
        before = self.current()
        self._model.show(rows)
        if not rows:
            return
        self._stack.setCurrentWidget(self._view)
        at = self._model.row_of(before.hit.template.id) if keep and before else 0
        self._set_current(max(at, 0))
        self.current_changed.emit()

    def say_empty(self, shelf: ShelfKind, query: str, place: str) -> None:
        """Say why nothing is shown, and what to do.

        Args:
            shelf: Where was looked.
            query: What for; empty for everything.
            place: The name of the shelf.
        """
        if query:
            shown = query if len(query) <= _LONGEST_QUERY else query[:_LONGEST_QUERY] + "…"
            told = (
                self.tr("没有找到「%1」\n换个说法，或按 Esc 清空")
                if shelf is ShelfKind.ALL
                else self.tr("在 %2 里没有找到「%1」\n按两次 Esc 回到全部再找").replace("%2", place)
            ).replace("%1", shown)
        else:
            told = {
                ShelfKind.RECENT: self.tr("还没有用过的话术\n复制过的会排在这里"),
                ShelfKind.FAVOURITES: self.tr("还没有收藏\n选中话术后按 Ctrl+D 收藏"),
            }.get(shelf, self.tr("话术库是空的"))
        self._empty.setText(told)
        self._stack.setCurrentWidget(self._empty)

    def say_waiting(self) -> None:
        """Say that the library is not ready to be searched yet."""
        self._empty.setText(self.tr("正在为话术库建立搜索索引，马上就好…"))
        self._stack.setCurrentWidget(self._empty)

    def current(self) -> HitRow | None:
        """Return the chosen hit; None if nothing is shown."""
        return self._model.row_at(self._view.currentIndex().row())

    def choose(self, row: int) -> bool:
        """Choose a row; return whether there is one."""
        if self._model.row_at(row) is None:
            return False
        self._set_current(row)
        self.current_changed.emit()
        return True

    def choose_reply(self, template_id: str) -> bool:
        """Choose the row of that reply; return whether there is one."""
        return self.choose(self._model.row_of(template_id))

    @Slot(int)
    def step(self, by: int) -> None:
        """Choose the row so many places on; stops at the ends."""
        last = self._model.rowCount() - 1
        if last >= 0:
            self.choose(min(max(self._view.currentIndex().row() + by, 0), last))

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._delegate.set_colours(colours)
        if self._view.isVisible():
            self._view.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that the list has another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def _set_current(self, row: int) -> None:
        self._view.setCurrentIndex(self._model.index(row, 0))

    def _build(self) -> None:
        view = self._view
        view.setObjectName("hits")
        prepare_rows(view, self.tr("话术列表"), self._model, self._delegate)
        view.setMinimumHeight(ROW_HEIGHT * _FEWEST_ROWS)
        view.clicked.connect(self.clicked)
        self._empty.setObjectName("emptyState")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(view)
        self._stack.addWidget(self._empty)
