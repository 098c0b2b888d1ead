"""The tones of a reply as tabs, with a name to type, one to add and one to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTabBar, QWidget

from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.ui.library.tones import Tones

_MARK = " ⚠"
_NAME_WIDTH = GRID * 22


class ToneTabs(QWidget):
    """Shows tones and which of them is open.

    Signals:
        opened: The place of the tone that is open now.
        named: Another name was typed for the open tone.
        add_asked: One more tone is wanted.
        remove_asked: The open tone is to go.
    """

    opened = Signal(int)
    named = Signal(str)
    add_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = QTabBar()
        self._name = QLineEdit()
        self._add = QPushButton(self.tr("加一种语气"))
        self._remove = QPushButton(self.tr("去掉这种"))
        self._build()

    def show_tones(self, tones: Tones, place: int) -> None:
        """Show these tones, with the one at ``place`` open."""
        several = len(tones.variants) > 1
        with QSignalBlocker(self._tabs), QSignalBlocker(self._name):
            while self._tabs.count() > len(tones.variants):
                self._tabs.removeTab(self._tabs.count() - 1)
            for each, variant in enumerate(tones.variants):
                name = (variant.tone or self.tr("默认")).replace("&", "&&")
                if each < self._tabs.count():
                    self._tabs.setTabText(each, name)
                else:
                    self._tabs.addTab(name)
            self._tabs.setCurrentIndex(place)
            if self._name.text() != tones.variants[place].tone:
                self._name.setText(tones.variants[place].tone)
        self._name.setVisible(several)
        self._remove.setVisible(several)

    def mark_odd(self, odd: Sequence[bool]) -> None:
        """Mark the tones in whose text something is odd, unless there is only one."""
        for place, is_odd in enumerate(odd):
            text = self._tabs.tabText(place).removesuffix(_MARK)
            self._tabs.setTabText(place, text + _MARK if is_odd and len(odd) > 1 else text)
            self._tabs.setTabToolTip(place, self.tr("占位符有问题") if is_odd else "")

    def place(self) -> int:
        """Return the place of the open tone."""
        return max(self._tabs.currentIndex(), 0)

    def _build(self) -> None:
        self._tabs.setAccessibleName(self.tr("语气"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._name.setAccessibleName(self.tr("语气的名称"))
        self._name.setToolTip(self.tr("语气的名称"))
        self._name.setFixedWidth(_NAME_WIDTH)
        for button in (self._add, self._remove):
            button.setProperty("role", "small")
            button.setAutoDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._tabs, 1)
        row.addWidget(self._name)
        row.addWidget(self._remove)
        row.addWidget(self._add)
        self._tabs.currentChanged.connect(self.opened)
        self._name.textChanged.connect(self._on_named)
        self._add.clicked.connect(self.add_asked)
        self._remove.clicked.connect(self.remove_asked)

    @Slot(str)
    def _on_named(self, name: str) -> None:
        self.named.emit(name.strip())
