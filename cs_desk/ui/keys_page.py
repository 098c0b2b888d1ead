"""The keys of the desk on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours


class KeysPage(QWidget):
    """Lists what each key does; Esc or the arrow leads back.

    Signals:
        left: The page was left.
    """

    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._back = QToolButton()
        self._back.setIconSize(QSize(16, 16))
        self._back.setAccessibleName(self.tr("返回"))
        self._back.setToolTip(self.tr("返回") + "  Esc")
        self._back.clicked.connect(self.left)
        title = QLabel(self.tr("快捷键"))
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID * 3)
        column.addLayout(head)
        column.addLayout(self._rows())
        column.addStretch(1)

    def focus(self) -> None:
        """Take the keyboard."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_colours(self, colours: Colours) -> None:
        """Tint the icon for ``colours``."""
        self._back.setIcon(self._icons.tinted("back", colours.text))

    def _rows(self) -> QGridLayout:
        keys = {
            "⏎": self.tr("复制选中的话术；没填完则跳到要填的那一项"),
            "Ctrl+1 … 9": self.tr("复制第几条"),
            "↑ ↓": self.tr("选上一条、下一条"),
            "Tab": self.tr("去填下一项"),
            "Esc": self.tr("清空搜索，再按回到全部；在别处则回到搜索框"),
            "Ctrl+F": self.tr("回到搜索框"),
            "Ctrl+N": self.tr("下一位买家；在退货单里是新建"),
            "Ctrl+T": self.tr("换一种语气"),
            "Ctrl+D": self.tr("收藏或取消收藏"),
            "Ctrl+PgUp / PgDn": self.tr("换一个分组"),
            "Alt+1 / Alt+2": self.tr("话术 / 退货单"),
            "Ctrl+R": self.tr("为当前买家建退货单"),
            "Space": self.tr("勾选退货单的一项"),
            "Ctrl+V": self.tr("把截图贴到退货单作凭证"),
            "Ctrl+Z": self.tr("撤销退货单的上一步"),
            "Ctrl+W": self.tr("关闭做完的退货单"),
            "Ctrl+B": self.tr("打开数据与备份"),
            "Alt+Z": self.tr("撤销提示里说的操作"),
            "F1": self.tr("打开这一页"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 4)
        grid.setVerticalSpacing(GRID * 2)
        grid.setColumnStretch(1, 1)
        for row, (key, told) in enumerate(keys.items()):
            name = QLabel(key)
            name.setProperty("role", "chip")
            meaning = QLabel(told)
            meaning.setWordWrap(True)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(meaning, row, 1)
        return grid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
