"""The tones of a reply as tabs, with a name to type, one to add and one to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTabBar, QWidget

from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from cs_desk.ui.library.tones import Tones

_MARK = " ⚠"
_NAME_WIDTHS = GRID * 14, GRID * 18
_ROOM_FOR_LABEL = GRID * 130
_TAB_FOCUS = Qt.FocusPolicy.TabFocus
_WITH_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ToneTabs(QWidget):
    """Shows tones and which of them is open.

    Signals:
        opened: The place of the tone that is open now.
        named: Another name was typed for the open tone.
        add_asked: One more tone is wanted.
        remove_asked: The open tone is to go.
        typed: Somebody types while the keyboard is on the tabs; what was typed belongs to the text.
    """

    opened = Signal(int)
    named = Signal(str)
    add_asked = Signal()
    remove_asked = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = QTabBar()
        self._label = plain_label("muted")
        self._name = QLineEdit()
        self._several = False
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
        self._several = several
        # One tab is nothing to choose from, and no stop on the way to the text.
        self._tabs.setFocusPolicy(_TAB_FOCUS if several else Qt.FocusPolicy.NoFocus)
        self._name.setVisible(several)
        self._show_label()
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

    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard: the tabs first, then what changes them."""
        return self._tabs, self._name, self._remove, self._add

    def _show_label(self) -> None:
        self._label.setVisible(self._several and self.width() >= _ROOM_FOR_LABEL)

    def _build(self) -> None:
        self._tabs.setAccessibleName(self.tr("语气"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._name.setAccessibleName(self.tr("语气名称"))
        self._name.setPlaceholderText(self.tr("语气名称"))
        self._name.setToolTip(self.tr("语气名称"))
        least, most = _NAME_WIDTHS
        self._name.setMinimumWidth(least)
        self._name.setMaximumWidth(most)
        self._label.setText(self.tr("语气名称"))
        self._label.setBuddy(self._name)
        self._tabs.installEventFilter(self)
        for button in (self._add, self._remove):
            button.setProperty("role", "small")
            button.setAutoDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._tabs, 1)
        row.addWidget(self._label)
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

    # -- Qt ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what is typed on the tabs; keys that are commands stay what they are."""
        if (
            watched is self._tabs
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not event.modifiers() & _WITH_COMMANDS
            and event.text().isprintable()
            and event.text().strip()
        ):
            self.typed.emit(event.text())
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the line only where there is room for it."""
        super().resizeEvent(event)
        self._show_label()
