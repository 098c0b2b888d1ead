"""The middle column: a filter, the replies of the chosen group, and what to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.ui.library.template_view import TemplateView
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cs_desk.ui.library.listed_templates import ListedTemplate, ListedTemplates
    from cs_desk.ui.theme import Colours

_LONGEST_SOUGHT = 20


class TemplateList(QWidget):
    """Lists the replies of one group that hold what is typed into the filter.

    Signals:
        chosen: The id of the reply that the keyboard is on, and the ids of all chosen ones.
        move_asked: The chosen replies are to go to a group; which, is to be asked.
        tag_asked: The chosen replies are to get tags.
        duplicate_asked: The chosen replies are to be there twice.
        delete_asked: The chosen replies are to be deleted.
        place_asked: Ids of replies, and the row before which they go; None for the end.
        entered: The editor may have the keyboard.
    """

    chosen = Signal(str, object)
    move_asked = Signal()
    tag_asked = Signal()
    duplicate_asked = Signal()
    delete_asked = Signal()
    place_asked = Signal(object, object)
    entered = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed: ListedTemplates | None = None
        self._group: str | None = None
        self._filter = QLineEdit()
        self._count = plain_label("muted")
        self.view = TemplateView(colours)
        self._empty = QLabel()
        self._stack = QStackedLayout()
        self._build()
        self._connect()

    def show_templates(self, listed: ListedTemplates) -> None:
        """Show what is in the library now; what was chosen stays chosen."""
        self._listed = listed
        self._show(self.view.chosen_ids(), self._current(), self.view.currentIndex().row())

    def show_group(self, group: str | None) -> None:
        """Show the replies under a heading; None for all, empty for those without one."""
        self._group = group
        self._show(self.view.chosen_ids(), self._current())

    def choose(self, *template_ids: str) -> None:
        """Choose replies; the filter goes if it hides one of them."""
        if all(self.holds(each) for each in template_ids):
            self.view.choose(template_ids)
            return
        self._filter.clear()
        self._show(template_ids, template_ids[0])

    def choose_first(self) -> None:
        """Choose the first row, if there is one."""
        first = self.view.rows.row_at(0)
        if first is not None:
            self.choose(first.template.id)

    def choose_none(self) -> None:
        """Choose nothing."""
        self._show((), "")

    def mark_unsaved(self, template_id: str, listed: ListedTemplates, *, unsaved: bool) -> None:
        """Say of a stored reply whether there is a draft of it; ``listed`` has it likewise."""
        self._listed = listed
        self.view.rows.mark_unsaved(template_id, unsaved=unsaved)

    def holds(self, template_id: str) -> bool:
        """Return whether a reply is among the rows."""
        return self.view.rows.row_of(template_id) >= 0

    def seek(self) -> None:
        """Give the keyboard to the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self.view.set_colours(colours)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._filter.setPlaceholderText(self.tr("筛选标题、编码、内容  Ctrl+F"))
        self._filter.setAccessibleName(self.tr("筛选话术"))
        self._filter.setClearButtonEnabled(True)
        self._empty.setObjectName("emptyState")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._filter)
        column.addLayout(self._stack, 1)
        column.addWidget(self._count)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._on_filter)
        self.view.chosen.connect(self._on_chosen)
        self.view.entered.connect(self.entered)
        self.view.delete_asked.connect(self.delete_asked)
        self.view.stepped.connect(self._on_stepped)
        self.view.customContextMenuRequested.connect(self._on_menu)
        # A drop changes the rows, and Qt is not done with them while it drops.
        self.view.dropped.connect(self._on_dropped, Qt.ConnectionType.QueuedConnection)

    # -- showing -----------------------------------------------------------------------------

    def _show(self, chosen: tuple[str, ...], current: str, instead: int = 0) -> None:
        if self._listed is None:
            return
        sought = self._filter.text()
        rows = self._listed.rows(self._group, sought)
        self.view.set_may_reorder(may=self._group is not None and not sought.strip())
        self._stack.setCurrentWidget(self.view if rows else self._empty)
        self._empty.setText("" if rows else self._why_empty(sought.strip()))
        self.view.show_rows(rows, chosen, current, instead)
        self._tell_count()

    def _why_empty(self, sought: str) -> str:
        if sought:
            shown = sought if len(sought) <= _LONGEST_SOUGHT else sought[:_LONGEST_SOUGHT] + "…"
            return with_facts(self.tr("没有结果：「%1」\n按 Esc 清空筛选"), shown)
        if self._group is None:
            return self.tr("话术库是空的\n按 Ctrl+N 写第一条，或从文件导入")
        if not self._group:
            return self.tr("没有未分组的话术")
        return self.tr("空分组\n按 Ctrl+N 新建，或把话术拖到这个分组")

    def _tell_count(self) -> None:
        total, chosen = self.view.rows.rowCount(), len(self.view.chosen_ids())
        told = with_facts(self.tr("%1 条"), str(total))
        if chosen > 1:
            told = with_facts(self.tr("%1 条，已选 %2 条"), str(total), str(chosen))
        self._count.setText(told)

    def _current(self) -> str:
        row = self.view.rows.row_at(self.view.currentIndex().row())
        return row.template.id if row else ""

    @Slot()
    def _on_filter(self) -> None:
        self._show(self.view.chosen_ids(), self._current())

    @Slot(str, object)
    def _on_chosen(self, current: str, chosen: tuple[str, ...]) -> None:
        self._tell_count()
        self.chosen.emit(current, chosen)

    # -- order -------------------------------------------------------------------------------

    @Slot(object, str)
    def _on_dropped(self, moved: tuple[str, ...], before: str) -> None:
        self.place_asked.emit(moved, self._row(before))

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        """Let the chosen rows change places with their neighbour."""
        rows = self.view.rows
        places = [rows.row_of(each) for each in self.view.chosen_ids()]
        if not places or self._group is None or self._filter.text().strip():
            return
        target = min(places) - 1 if by < 0 else max(places) + 2
        if 0 <= target <= rows.rowCount():
            self.place_asked.emit(self.view.chosen_ids(), rows.row_at(target))

    def _row(self, template_id: str) -> ListedTemplate | None:
        return self.view.rows.row_at(self.view.rows.row_of(template_id)) if template_id else None

    # -- menu --------------------------------------------------------------------------------

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        if self.view.chosen_ids():
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.view.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """Return what can be done with the chosen replies."""
        menu = QMenu(self)
        menu.addAction(self.tr("移到分组…"), self.move_asked.emit).setShortcut("Ctrl+M")
        menu.addAction(self.tr("加标签…"), self.tag_asked.emit).setShortcut("Ctrl+T")
        menu.addAction(self.tr("复制一份"), self.duplicate_asked.emit).setShortcut("Ctrl+D")
        menu.addSeparator()
        delete = menu.addAction(self.tr("删除"), self.delete_asked.emit)
        delete.setShortcut(QKeySequence.StandardKey.Delete)
        return menu

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the filter; an arrow leads from the filter to the rows."""
        if event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return) and self._filter.hasFocus():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
