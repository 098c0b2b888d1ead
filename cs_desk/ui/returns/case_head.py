"""Which case this is, how long there is left, and what can be done with the whole of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from cs_desk.app.case_wording import left_told, outcome_told, reason_told
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.kinds import CaseStatus, Level
from cs_desk.domain.returns.masking import masked_name, masked_text
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.returns.level_pill import LevelPill
from cs_desk.ui.short_text import ShortText
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QAction

    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_ICON = QSize(16, 16)


class CaseHead(QWidget):
    """The head of a case's page.

    Signals:
        left: Back to the list.
        reveal_toggled: Personal data is to be shown, or masked again.
        edit_requested: The facts of the case are to be changed.
        export_requested: ``html``, ``pdf`` or ``bundle``.
        close_requested: The case is done with.
        withdraw_requested: The case is not to be worked any further.
        reopen_requested: It is not, after all.
    """

    left = Signal()
    reveal_toggled = Signal()
    edit_requested = Signal()
    export_requested = Signal(str)
    close_requested = Signal()
    withdraw_requested = Signal()
    reopen_requested = Signal()

    def __init__(self, icons: Icons, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._colours = colours
        self._view: CaseView | None = None
        self._is_revealed = False
        self._back = QToolButton()
        self._id = plain_label("title")
        self._pill = LevelPill(colours)
        self._eye = QToolButton()
        self._more = QToolButton()
        self._menu = QMenu(self)
        self._about = ShortText()
        self._buyer = plain_label("muted")
        self._order = plain_label("muted")
        self._build()
        self.set_colours(colours)

    def show_case(self, view: CaseView, now: datetime) -> None:
        """Show which case this is."""
        self._view = view
        facts = view.case.facts
        self._id.setText(view.case.id)
        self._order.setText(with_facts(self.tr("订单 %1"), facts.order) if facts.order else "")
        closed = view.case.status is CaseStatus.CLOSED
        self._close.setVisible(not closed)
        self._withdraw.setVisible(not closed)
        self._reopen.setVisible(closed)
        self._edit.setEnabled(not closed)
        self._show_personal()
        self.refresh(now)

    def refresh(self, now: datetime) -> None:
        """Show how much time is left."""
        view = self._view
        if view is None:
            return
        if view.case.status is CaseStatus.CLOSED:
            self._pill.show_left(self.tr("已关闭"), Level.NONE)
        else:
            level = view.due.level(now) if view.due else Level.NONE
            self._pill.show_left(left_told(view.due, now, words), level)

    @Slot(bool)
    def show_revealed(self, is_revealed: bool) -> None:  # noqa: FBT001 - a slot
        """Show personal data, or mask it."""
        self._is_revealed = is_revealed
        self._show_personal()
        self._show_eye()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        self._back.setIcon(self._icons.tinted("back", colours.text))
        self._more.setIcon(self._icons.tinted("more", colours.text))
        self._pill.set_colours(colours)
        self._show_eye()

    def focus(self) -> None:
        """Take the keyboard."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        for button, name in (
            (self._back, self.tr("返回")),
            (self._more, self.tr("更多操作")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        for button in (self._back, self._eye, self._more):
            button.setIconSize(_ICON)
        self._back.setToolTip(self.tr("返回") + "  Esc")
        self._back.clicked.connect(self.left)
        self._eye.clicked.connect(self.reveal_toggled)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._fill_menu()
        self._order.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = _row(self._back, self._id)
        top.addStretch(1)
        for widget in (self._pill, self._more):
            top.addWidget(widget)
        below = _row(self._buyer, self._eye)
        below.addStretch(1)
        below.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._about)
        column.addLayout(below)

    def _fill_menu(self) -> None:
        self._edit = self._action(self.tr("编辑资料…"), self.edit_requested.emit)
        self._menu.addSeparator()
        for name, kind in (
            (self.tr("导出单据（网页）…"), "html"),
            (self.tr("导出单据（PDF）…"), "pdf"),
            (self.tr("导出证据包…"), "bundle"),
        ):
            self._action(name, partial(self.export_requested.emit, kind))
        self._menu.addSeparator()
        self._close = self._action(self.tr("关闭退货单") + "\tCtrl+W", self.close_requested.emit)
        withdraw = self.tr("作废：买家撤销或开错了")
        self._withdraw = self._action(withdraw, self.withdraw_requested.emit)
        self._reopen = self._action(self.tr("重新打开"), self.reopen_requested.emit)

    def _action(self, name: str, do: object) -> QAction:
        action = self._menu.addAction(name)
        action.triggered.connect(do)
        return action

    def _show_personal(self) -> None:
        """Show who the buyer is, and the words of the case that may tell it too."""
        self._eye.setVisible(self._view is not None)
        if self._view is None:
            return
        case, facts = self._view.case, self._view.case.facts
        told = [reason_told(facts.reason, words), outcome_told(facts.outcome, words)]
        item = " ".join(part for part in (facts.item, facts.spec) if part)
        item = item if self._is_revealed else masked_text(item, case.nicks)
        self._about.say(" · ".join([*told, item] if item else told))
        nick = facts.buyer if self._is_revealed else masked_name(facts.buyer)
        self._buyer.setText(with_facts(self.tr("买家 %1"), nick) if nick else "")

    def _show_eye(self) -> None:
        name = "eye_open" if self._is_revealed else "eye_shut"
        self._eye.setIcon(self._icons.tinted(name, self._colours.muted))
        told = self.tr("重新打码") if self._is_revealed else self.tr("显示 20 秒")
        self._eye.setToolTip(told)
        self._eye.setAccessibleName(told)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    for widget in widgets:
        row.addWidget(widget)
    return row
