"""The window's menu: where it stands, how it looks, and the pages beside the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from cs_desk.app.docking import Edge

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from cs_desk.app.settings import Preferences

FLOATING = "float"
"""The window's place where it is docked to no edge."""


class DeskMenu(QMenu):
    """Offers what is chosen once in a while; the window does it.

    Signals:
        edge_chosen: A screen edge, or ``FLOATING``.
        appearance_chosen: ``system``, ``light`` or ``dark``.
        shop_requested: The values of the shop in use are to be edited.
        library_requested: The library's window is wanted.
        news_requested: What is new in the library is wanted.
        data_requested: The page of data and backups is wanted.
        checklist_requested: The checklist of returns is wanted.
        keys_requested: The page of keys is wanted.
    """

    edge_chosen = Signal(str)
    appearance_chosen = Signal(str)
    shop_requested = Signal()
    library_requested = Signal()
    news_requested = Signal()
    data_requested = Signal()
    checklist_requested = Signal()
    keys_requested = Signal()

    def __init__(self, now: Preferences, window: QWidget) -> None:
        super().__init__(window)
        places = {
            self.tr("停靠左侧"): Edge.LEFT.value,
            self.tr("停靠右侧"): Edge.RIGHT.value,
            self.tr("不停靠"): FLOATING,
        }
        self._add_choice(places, now.edge or FLOATING, self.edge_chosen)
        self.addSeparator()
        appearances = {
            self.tr("外观：跟随系统"): "system",
            self.tr("外观：浅色"): "light",
            self.tr("外观：深色"): "dark",
        }
        self._add_choice(appearances, now.appearance, self.appearance_chosen)
        self.addSeparator()
        self.addAction(self.tr("编辑店铺资料…"), self.shop_requested.emit)
        library, data, keys = (QKeySequence(each) for each in ("Ctrl+L", "Ctrl+B", "F1"))
        self.addAction(self.tr("话术库…"), library, self.library_requested.emit)
        self.addAction(self.tr("话术库更新"), self.news_requested.emit)
        self.addAction(self.tr("退货清单与时限…"), self.checklist_requested.emit)
        self.addAction(self.tr("数据与备份…"), data, self.data_requested.emit)
        self.addAction(self.tr("快捷键"), keys, self.keys_requested.emit)
        # An action's shortcut works only once the action is one of the window's own.
        window.addActions([action for action in self.actions() if action.shortcut()])

    def _add_choice(self, named: dict[str, str], chosen: str, signal: SignalInstance) -> None:
        group = QActionGroup(self)
        for name, value in named.items():
            action = QAction(name, self)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setData(value)
            group.addAction(action)
            self.addAction(action)
        group.triggered.connect(lambda action: signal.emit(action.data()))
