"""Deleted replies: how long they are kept, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QWidget,
)

from cs_desk.app.backup_words import moment_told
from cs_desk.app.wording import with_facts
from cs_desk.ui.fact_table import FactTable
from cs_desk.ui.library.page import HeadedPage
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.tab_stops import order_tabs
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import trouble_shown, words

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from cs_desk.app.library_desk import LibraryDesk
    from cs_desk.app.ports import Clock
    from cs_desk.domain.library.trash import TrashedTemplate
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.notice_bar import NoticeBar

_BODY_HEIGHT = 140


class TrashPage(HeadedPage):
    """Finds deleted replies and puts them back, or lets go of them for good.

    Args:
        desk: The library and its trash.
        notices: Where outcomes are said.
        icons: The icon set.
        clock: The present day, for how long a reply is kept.
        parent: Qt's owner.

    Signals:
        restored: Replies are in the library again.
    """

    restored = Signal()

    def __init__(
        self,
        desk: LibraryDesk,
        notices: NoticeBar,
        icons: Icons,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, parent)
        self.set_title(self.tr("回收站"))
        self._desk = desk
        self._notices = notices
        self._clock = clock
        self._all: tuple[TrashedTemplate, ...] = ()
        self._asked = False
        self._shown: tuple[TrashedTemplate, ...] = ()
        self._search = QLineEdit()
        self._table = FactTable(3, self.tr("删除的话术"))
        self._empty = plain_label("muted", wrapped=True)
        self._stack = QStackedLayout()
        self._body = QPlainTextEdit()
        self._restore = QPushButton(self.tr("恢复"))
        self._delete = QPushButton()
        self._build()
        self._connect()

    def open(self) -> None:
        """Show what was deleted, and take the keyboard."""
        self._search.clear()
        self.refresh()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the deleted replies as they are now."""
        with trouble_shown(self._notices):
            self._all = self._desk.trash()
        self._show()

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._search.setPlaceholderText(self.tr("搜索删除的话术"))
        self._search.setAccessibleName(self.tr("搜索删除的话术"))
        self._search.setClearButtonEnabled(True)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._empty.setObjectName("noFacts")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._body.setReadOnly(True)
        self._body.setTabChangesFocus(True)
        self._body.setAccessibleName(self.tr("内容"))
        self._body.setFixedHeight(_BODY_HEIGHT)
        self._restore.setProperty("role", "primary")
        for button in (self._restore, self._delete):
            button.setAutoDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(GRID * 2)
        foot.addWidget(self._delete)
        foot.addStretch(1)
        foot.addWidget(self._restore)
        self.column.addWidget(self._search)
        self.column.addLayout(self._stack, 1)
        self.column.addWidget(self._body)
        self.column.addLayout(foot)
        order_tabs(self)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._show)
        self._table.chosen_changed.connect(self._on_chosen)
        self._table.entered.connect(self._on_restore)
        self._restore.clicked.connect(self._on_restore)
        self._delete.clicked.connect(self._on_delete)

    # -- showing -----------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        sought = self._search.text().strip().casefold()
        self._shown = tuple(each for each in self._all if sought in _searched(each))
        now = self._clock.now()
        self._table.show_rows([self._row(each, now) for each in self._shown])
        self._empty.setText(
            self.tr("没有找到")
            if self._all
            else self.tr("回收站是空的\n删除的话术会在这里保留 30 天")
        )
        self._stack.setCurrentWidget(self._table if self._shown else self._empty)

    def _row(self, trashed: TrashedTemplate, now: datetime) -> tuple[str, ...]:
        template = trashed.template
        place = " · ".join(part for part in (template.title, template.code, template.group) if part)
        deleted = with_facts(self.tr("%1 删除"), moment_told(trashed.deleted_at, now, words))
        if trashed.author:
            deleted = f"{deleted} · {trashed.author}"
        gone = with_facts(self.tr("将在 %1 彻底删除"), moment_told(trashed.gone_at, now, words))
        return place, deleted, gone

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self._chosen()
        count = str(len(chosen))
        one = len(chosen) <= 1
        restore = self.tr("恢复") if one else with_facts(self.tr("恢复 %1 条"), count)
        delete = self.tr("彻底删除…") if one else with_facts(self.tr("彻底删除 %1 条…"), count)
        self._restore.setText(restore)
        self._delete.setText(delete)
        self._asked = False
        for button in (self._restore, self._delete):
            button.setEnabled(bool(chosen))
        self._body.setPlainText(chosen[0].template.body if len(chosen) == 1 else "")
        self._body.setVisible(len(chosen) == 1)

    def _chosen(self) -> tuple[TrashedTemplate, ...]:
        rows = self._table.selectionModel().selectedRows()
        return tuple(self._shown[index.row()] for index in rows)

    # -- acting ------------------------------------------------------------------------------

    @Slot()
    def _on_restore(self) -> None:
        ids = [each.template.id for each in self._chosen()]
        if not ids:
            return
        with trouble_shown(self._notices):
            self._desk.restore(ids)
            self._notices.say(with_facts(self.tr("已恢复 %1 条话术"), str(len(ids))))
            self.restored.emit()
        self._go_on()

    @Slot()
    def _on_delete(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        if not self._asked:
            # There is no way back from it, so that it takes a second press.
            self._asked = True
            told = self.tr("确定彻底删除 %1 条，不能撤销")
            self._delete.setText(with_facts(told, str(len(chosen))))
            return
        with trouble_shown(self._notices):
            self._desk.delete_for_good([each.template.id for each in chosen])
            self._notices.say(with_facts(self.tr("已彻底删除 %1 条话术"), str(len(chosen))))
        self._go_on()

    def _go_on(self) -> None:
        """Show what is left, with the keyboard in it."""
        self.refresh()
        stop = self._table if self._shown else self._search
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let an arrow lead from the search into the list."""
        if event.key() == Qt.Key.Key_Down and self._search.hasFocus() and self._shown:
            self._table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


def _searched(trashed: TrashedTemplate) -> str:
    """Return all that a deleted reply is found by."""
    template = trashed.template
    parts = (template.title, template.code, template.group, *template.tags, template.body)
    return "\n".join(parts).casefold()
