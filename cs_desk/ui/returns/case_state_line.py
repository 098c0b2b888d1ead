"""What holds for a whole case: that it is done, closed, or that its checklist has grown old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cs_desk.app.backup_words import moment_told
from cs_desk.app.wording import with_facts
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from datetime import datetime

    from cs_desk.domain.returns.case_view import CaseView


class CaseStateLine(QWidget):
    """Lines with a button each, shown only while they hold.

    Signals:
        close_requested: The case is done with.
        reopen_requested: The closed case is to be worked on again.
        move_on_requested: The newer checklist is to be used.
    """

    close_requested = Signal()
    reopen_requested = Signal()
    move_on_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_closed = False
        self._is_newer = False
        self._is_done = False
        self._closed_told = plain_label("note", wrapped=True)
        self._reopen = QPushButton(self.tr("重新打开"))
        self._closed = _beside(self._closed_told, self._reopen)
        self._newer_told = plain_label("note", wrapped=True)
        self._newer_told.setText(self.tr("清单已更新，这张单仍按旧版"))
        self._move_on = QPushButton(self.tr("改用新版"))
        self._newer = _beside(self._newer_told, self._move_on)
        done = plain_label("chip", wrapped=True)
        done.setText(self.tr("各步都完成了"))
        close = QPushButton(self.tr("关闭退货单 Ctrl+W"))
        close.clicked.connect(self.close_requested)
        self._done = _beside(done, close)
        self._reopen.clicked.connect(self.reopen_requested)
        self._move_on.clicked.connect(self.move_on_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._done)
        column.addWidget(self._closed)
        column.addWidget(self._newer)
        self._show()

    def show_case(self, view: CaseView, now: datetime) -> None:
        """Show that every step is done; or when the case was closed, and when it is deleted."""
        closed_at = view.case.closed_at
        self._is_closed = closed_at is not None
        self._is_done = not self._is_closed and not view.current
        if closed_at is not None:
            deleted = view.deleted_on.isoformat() if view.deleted_on else ""
            told = self.tr("%1 关闭，%2 自动删除") if deleted else self.tr("%1 关闭")
            self._closed_told.setText(with_facts(told, moment_told(closed_at, now, words), deleted))
        self._show()

    def show_newer(self, *, is_newer: bool) -> None:
        """Show whether there is a newer checklist."""
        self._is_newer = is_newer
        self._show()

    def _show(self) -> None:
        self._done.setVisible(self._is_done)
        self._closed.setVisible(self._is_closed)
        self._newer.setVisible(self._is_newer and not self._is_closed)
        self.setVisible(self._is_done or self._is_closed or self._is_newer)


def _beside(told: QWidget, button: QPushButton) -> QWidget:
    holder = QWidget()
    button.setAutoDefault(True)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(told, 1)
    row.addWidget(button)
    return holder
