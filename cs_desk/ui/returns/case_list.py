"""The worklist of return cases: search, filters, and the cases by time left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.domain.returns.worklist import Filter, Worklist
from cs_desk.ui.painted_rows import prepare_rows
from cs_desk.ui.returns.case_delegate import ROW_HEIGHT, CaseDelegate
from cs_desk.ui.returns.case_filter_bar import CaseFilterBar
from cs_desk.ui.returns.case_model import CaseModel
from cs_desk.ui.search_box import SearchBox
from cs_desk.ui.theme import GRID, body_font

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from cs_desk.domain.returns.case_summary import CaseSummary
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_ICON = QSize(16, 16)
_LONGEST_QUERY = 20
# Figures only where something is to be done.
_COUNTED = (Filter.OPEN, Filter.OVERDUE, Filter.WAITING)


class CaseList(QWidget):
    """Lists cases and lets one be opened; owns nothing but what is on screen.

    Signals:
        case_chosen: The id of the case that is to be opened.
        new_requested: A new case is wanted.
        handover_requested: The handover sheet is wanted.
        export_requested: The cases are wanted as a table.
        checklist_requested: The checklist is to be looked at or changed.
        left: Esc, with nothing left to clear.
    """

    case_chosen = Signal(str)
    new_requested = Signal()
    handover_requested = Signal()
    export_requested = Signal()
    checklist_requested = Signal()
    left = Signal()

    def __init__(self, icons: Icons, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._work = Worklist(())
        self._now: datetime | None = None
        self.search_box = SearchBox()
        self.filters = CaseFilterBar()
        self._new = QPushButton(self.tr("新建"))
        self._more = QToolButton()
        self._model = CaseModel(self)
        self._view = QListView()
        self._delegate = CaseDelegate(colours, body_font(), self._view)
        self._empty = QLabel()
        self._shown = QStackedLayout()
        self._build()
        self.setFocusProxy(self.search_box)
        self.set_colours(colours)

    def show_cases(self, summaries: Mapping[str, CaseSummary], now: datetime) -> None:
        """Show these cases, keyed by their ids; the chosen one stays chosen."""
        self._work = Worklist(summaries.values())
        self.refresh(now)

    def refresh(self, now: datetime) -> None:
        """Show the same cases as of ``now``."""
        self._now = now
        self._show(keep=True)

    def current(self) -> str:
        """Return the id of the chosen case; empty if nothing is listed."""
        case = self._model.case_at(self._view.currentIndex().row())
        return case.id if case else ""

    def listed(self) -> list[str]:
        """Return the ids of what is listed, from the top."""
        return [self._model.index(row, 0).data() for row in range(self._model.rowCount())]

    def focus_search(self) -> None:
        """Give the keyboard to the search box."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._new.setIcon(self._icons.tinted("new_case", colours.text))
        self._more.setIcon(self._icons.tinted("more", colours.text))
        self._delegate.set_colours(colours)
        if self._view.isVisible():
            self._view.viewport().update()

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._build_head()
        self._build_list()
        head = QHBoxLayout()
        head.setContentsMargins(GRID * 2, 0, GRID, 0)
        head.setSpacing(GRID)
        head.addWidget(self.search_box, 1)
        head.addWidget(self._new)
        head.addWidget(self._more)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        tabs.addWidget(self.filters, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(tabs)
        column.addLayout(self._shown, 1)

    def _build_head(self) -> None:
        box = self.search_box
        box.setPlaceholderText(self.tr("搜索：订单号、买家、商品"))
        box.setAccessibleName(self.tr("搜索退货单"))
        # What is composed in pinyin stands in no case: only what was committed is searched.
        box.textChanged.connect(self._on_query)
        box.stepped.connect(self._on_stepped)
        box.chosen.connect(self._on_chosen)
        box.left_forward.connect(self._new.setFocus)
        self.filters.filter_chosen.connect(self._on_query)
        self._new.setIconSize(_ICON)
        self._new.setObjectName("newCase")
        self._new.setToolTip(self.tr("新建退货单") + "  Ctrl+N")
        self._new.clicked.connect(self.new_requested)
        menu = QMenu(self)
        menu.addAction(self.tr("交接表…"), self.handover_requested.emit)
        menu.addAction(self.tr("导出表格…"), self.export_requested.emit)
        menu.addSeparator()
        menu.addAction(self.tr("退货清单与时限…"), self.checklist_requested.emit)
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setIconSize(_ICON)
        self._more.setToolTip(self.tr("退货单菜单"))
        self._more.setAccessibleName(self.tr("退货单菜单"))

    def _build_list(self) -> None:
        view = self._view
        view.setObjectName("cases")
        prepare_rows(view, self.tr("退货单列表"), self._model, self._delegate)
        view.setMinimumHeight(ROW_HEIGHT)
        view.clicked.connect(self._on_clicked)
        self._empty.setObjectName("emptyState")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._shown.addWidget(view)
        self._shown.addWidget(self._empty)

    # -- what is listed ----------------------------------------------------------------------

    @Slot()
    def _on_query(self) -> None:
        self._show(keep=False)

    def _show(self, *, keep: bool) -> None:
        if self._now is None:
            return
        before = self.current() if keep else ""
        scrolled = self._view.verticalScrollBar().value()
        chosen, query = self.filters.filter(), self.search_box.text()
        cases = self._work.listed(chosen, query, self._now)
        self.filters.show_counts({each: self._work.count(each, self._now) for each in _COUNTED})
        self._model.show(cases, self._now)
        if not cases:
            self._say_empty(chosen, query.strip())
            return
        self._shown.setCurrentWidget(self._view)
        row = max(self._model.row_of(before), 0) if before else 0
        if row != self._view.currentIndex().row():
            self._set_current(row)
        if keep:
            self._view.verticalScrollBar().setValue(scrolled)
        self._view.viewport().update()

    def _say_empty(self, chosen: Filter, query: str) -> None:
        self._empty.setText(self._found_nothing(query) if query else self._nothing_in(chosen))
        self._shown.setCurrentWidget(self._empty)

    def _found_nothing(self, query: str) -> str:
        shown = query if len(query) <= _LONGEST_QUERY else query[:_LONGEST_QUERY] + "…"
        told = self.tr("没有找到「%1」\n可以输入订单号后几位、买家昵称或商品名，按 Esc 清空")
        return told.replace("%1", shown)

    def _nothing_in(self, chosen: Filter) -> str:
        if self._now is not None and not self._work.count(Filter.ALL, self._now):
            return self.tr("还没有退货单\n按 Ctrl+N 新建，可以直接粘贴订单页的文字")
        return {
            Filter.OVERDUE: self.tr("没有超时的退货单"),
            Filter.WAITING: self.tr("没有在等买家的退货单"),
            Filter.CLOSED: self.tr("还没有关闭过的退货单"),
        }.get(chosen, self.tr("没有进行中的退货单\n都处理完了"))

    # -- choosing ----------------------------------------------------------------------------

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        last = self._model.rowCount() - 1
        if last >= 0:
            self._set_current(min(max(self._view.currentIndex().row() + by, 0), last))

    @Slot()
    def _on_chosen(self) -> None:
        if self.current():
            self.case_chosen.emit(self.current())

    @Slot(QModelIndex)
    def _on_clicked(self, _index: QModelIndex) -> None:
        self._on_chosen()

    def _set_current(self, row: int) -> None:
        self._view.setCurrentIndex(self._model.index(row, 0))

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, once the search box has nothing more to clear."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
