"""The checklist of returns on one page, for a supervisor: edited, saved, handed on."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.checklist_faults import checklist_faults
from cs_desk.app.checklist_wording import fault_in_words
from cs_desk.app.wording import with_facts
from cs_desk.ui.file_choice import FileChoice
from cs_desk.ui.returns.checklist_conditions import ConditionsEditor
from cs_desk.ui.returns.checklist_steps import StepsEditor
from cs_desk.ui.returns.checklist_timers import TimersEditor
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import trouble_shown, words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cs_desk.app.checklists import ChecklistFiles, Checklists
    from cs_desk.domain.returns.checklist import Checklist
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.theme import Colours


class ChecklistPage(QWidget):
    """Edits the checklist; nothing counts before 保存, and open cases keep the one they have.

    Args:
        checklists: The checklist in use.
        notices: Where outcomes are said.
        icons: The icon set.
        files: Reads and writes checklist files; without it there is nothing to hand on.

    Signals:
        changed: New cases begin with another checklist from now on.
        left: The page was left; what is not saved stays for the next time.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        checklists: Checklists,
        notices: NoticeBar,
        icons: Icons,
        files: ChecklistFiles | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._checklists = checklists
        self._notices = notices
        self._icons = icons
        self._files = files
        self._stored = self._draft = checklists.current
        self._is_edited = checklists.is_edited
        self._offered = ""
        self._choice = FileChoice(self, QDir.homePath())
        self._back = QToolButton()
        self._version = QLabel()
        self._tabs = QTabBar()
        self._steps = StepsEditor(self._draft)
        self._timers = TimersEditor(self._draft)
        self._conditions = ConditionsEditor(self._draft)
        self._fault = QLabel()
        self._save = QPushButton(self.tr("保存"))
        self._discard = QPushButton(self.tr("放弃修改"))
        self._reset = QPushButton(self.tr("恢复默认"))
        self._import = QPushButton(self.tr("导入…"))
        self._export = QPushButton(self.tr("导出…"))
        self._build()
        self._connect()
        self._show()

    def open(self) -> None:
        """Show the checklist as it is now, or as it was left unsaved, and take the keyboard."""
        with trouble_shown(self._notices):
            stored = self._checklists.current
            if self._draft == self._stored:
                self._draft = stored
            self._stored, self._is_edited = stored, self._checklists.is_edited
        self._show()
        self._editor().focus()

    def set_colours(self, colours: Colours) -> None:
        """Tint the icon for ``colours``."""
        self._back.setIcon(self._icons.tinted("back", colours.text))

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._save.setProperty("role", "primary")
        for button in (self._save, self._discard, self._reset, self._import, self._export):
            # Enter presses it, as it does in a dialog.
            button.setAutoDefault(True)
        self._import.setVisible(self._files is not None)
        self._export.setVisible(self._files is not None)
        self._version.setProperty("role", "muted")
        self._fault.setProperty("role", "danger")
        for label in (self._version, self._fault):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._tabs.setAccessibleName(self.tr("清单的部分"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for name in (self.tr("步骤"), self.tr("时限"), self.tr("完好标准")):
            self._tabs.addTab(name)
        self._on_tab()
        column = QVBoxLayout(self)
        # The right margin is inside, where the scroll bar leaves it free.
        column.setContentsMargins(GRID * 2, GRID * 2, 0, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(self._head())
        column.addWidget(self._version)
        column.addWidget(self._tabs)
        column.addWidget(self._scrolled(), 1)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        self._back.setIconSize(QSize(16, 16))
        self._back.setAccessibleName(self.tr("返回"))
        self._back.setToolTip(self.tr("返回") + "  Esc")
        title = QLabel(self.tr("退货清单"))
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GRID * 2, 0)
        head.addWidget(self._back)
        head.addWidget(title, 1)
        return head

    def _scrolled(self) -> QScrollArea:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, GRID * 2, 0)
        for editor in self._editors():
            inside.addWidget(editor)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        return scroll

    def _foot(self) -> QVBoxLayout:
        others = QHBoxLayout()
        others.setSpacing(GRID)
        for button in (self._discard, self._reset, self._import, self._export):
            others.addWidget(button, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, GRID * 2, 0)
        foot.setSpacing(GRID * 2)
        foot.addWidget(self._fault)
        foot.addWidget(self._save)
        foot.addLayout(others)
        return foot

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._tabs.currentChanged.connect(self._on_tab)
        for editor in self._editors():
            editor.edited.connect(self._on_edited)
        self._steps.removed.connect(self._on_removed)
        self._save.clicked.connect(self._on_save)
        self._discard.clicked.connect(self._on_discard)
        self._reset.clicked.connect(self._on_reset)
        self._import.clicked.connect(self._on_import)
        self._export.clicked.connect(self._on_export)

    # -- showing -----------------------------------------------------------------------------

    def _editor(self) -> StepsEditor | TimersEditor | ConditionsEditor:
        return self._editors()[self._tabs.currentIndex()]

    def _editors(self) -> tuple[StepsEditor, TimersEditor, ConditionsEditor]:
        return self._steps, self._timers, self._conditions

    def _show(self) -> None:
        """Show the draft everywhere."""
        for editor in self._editors():
            editor.show_checklist(self._draft)
        self._show_state()

    def _show_state(self) -> None:
        unsaved = self._draft != self._stored
        fault = next(checklist_faults(self._draft), None)
        self._fault.setText(fault_in_words(fault, self._draft, words) if fault else "")
        self._fault.setVisible(fault is not None)
        self._save.setEnabled(unsaved and fault is None)
        self._discard.setEnabled(unsaved)
        self._reset.setEnabled(self._is_edited)
        origin = self.tr("已修改") if self._is_edited else self.tr("程序自带")
        told = f"{self._stored.version} · {self.tr('有修改没有保存') if unsaved else origin}"
        note = self.tr("保存后用于新的退货单，已开的仍按原来的版本。")
        self._version.setText(f"{told}\n{note}")

    @Slot()
    def _on_tab(self) -> None:
        # Not a stack of them: that would always be as tall as the tallest.
        for editor in self._editors():
            editor.setVisible(editor is self._editor())

    # -- editing -----------------------------------------------------------------------------

    @Slot(object)
    def _on_edited(self, draft: Checklist) -> None:
        if self._notices.text() == self._offered:
            # Its undo would take back what is edited now as well.
            self._notices.hide()
        shown = self.sender()
        self._draft = draft
        for editor in self._editors():
            if editor is not shown:
                editor.show_checklist(draft)
        self._show_state()

    @Slot(object, str)
    def _on_removed(self, draft: Checklist, title: str) -> None:
        before = self._draft
        self._on_edited(draft)
        self._offer(self.tr("已删除「%1」").replace("%1", title), partial(self._put, before))

    @Slot()
    def _on_discard(self) -> None:
        before = self._draft
        self._put(self._stored)
        self._offer(self.tr("已放弃修改"), partial(self._put, before))

    def _put(self, draft: Checklist) -> None:
        self._draft = draft
        self._show()

    def _offer(self, told: str, undo: partial[None]) -> None:
        self._offered = told
        self._notices.offer(told, self.tr("撤销 Alt+Z"), undo)

    # -- storing -----------------------------------------------------------------------------

    @Slot()
    def _on_save(self) -> None:
        self._use(self._draft, self.tr("已保存，用于新的退货单"))

    @Slot()
    def _on_reset(self) -> None:
        with trouble_shown(self._notices):
            before, draft = self._stored, self._draft
            self._checklists.reset()
            self._taken(self._checklists.current)
            self._offer(self.tr("已恢复程序自带的清单"), partial(self._take_back, before, draft))

    def _use(self, checklist: Checklist, told: str) -> None:
        with trouble_shown(self._notices):
            before, draft = self._stored, self._draft
            self._taken(self._checklists.change(checklist))
            self._offer(told, partial(self._take_back, before, draft))

    def _take_back(self, stored: Checklist, draft: Checklist) -> None:
        """Have the checklist that was in use before, and what was not saved then."""
        with trouble_shown(self._notices):
            self._taken(self._checklists.change(stored))
            self._put(draft)

    def _taken(self, stored: Checklist) -> None:
        self._stored, self._is_edited = stored, self._checklists.is_edited
        self._put(stored)
        self.changed.emit()

    # -- files -------------------------------------------------------------------------------

    @Slot()
    def _on_export(self) -> None:
        if self._draft != self._stored:
            self._notices.warn(self.tr("有修改没有保存，请先保存，再导出。"))
            return
        name = with_facts(self.tr("退货清单-%1.json"), self._stored.version)
        self._choice.ask_where_to_save(self._export, name, self._kind(), self._export_to)

    def _export_to(self, file: str) -> None:
        if self._files is not None:
            with trouble_shown(self._notices):
                self._files.save_checklist(self._stored, file)
                self._notices.say(self.tr("已导出到「%1」").replace("%1", _name(file)))

    @Slot()
    def _on_import(self) -> None:
        self._choice.ask_for_file(self._import, "json", self._kind(), self._import_from)

    def _import_from(self, file: str) -> None:
        if self._files is not None:
            with trouble_shown(self._notices):
                before = self._draft
                self._put(self._files.read_checklist(file))
                told = self.tr("已读入「%1」，看过后请保存").replace("%1", _name(file))
                self._offer(told, partial(self._put, before))

    def _kind(self) -> str:
        return self.tr("退货清单")

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _name(file: str) -> str:
    return PurePath(file.replace("\\", "/")).name
