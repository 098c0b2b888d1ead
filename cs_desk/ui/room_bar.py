"""The tabs at the foot of the window: one for each room, with how much is due in it."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from cs_desk.ui.theme import GRID, SEARCH_HEIGHT

if TYPE_CHECKING:
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_ICON = QSize(16, 16)
_MOST_SHOWN = 99


class Room(IntEnum):
    """The rooms of the window, in the order of their tabs."""

    REPLIES = 0
    CASES = 1


class RoomBar(QWidget):
    """Shows which room is open and lets another one be chosen.

    Signals:
        room_chosen: The ``Room`` whose tab was pressed, also if it is open already.
    """

    room_chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._tabs = {
            Room.REPLIES: _RoomTab(self.tr("话术"), "replies", "Alt+1"),
            Room.CASES: _RoomTab(self.tr("退货单"), "cases", "Alt+2"),
        }
        self._build()
        self._tabs[Room.REPLIES].show_count(0, "", "")
        self.show_due(0, 0)

    def choose(self, room: Room) -> None:
        """Show ``room`` as the open one, without telling anyone."""
        self._tabs[room].setChecked(True)

    def room(self) -> Room:
        """Return the room that is shown as open."""
        return next(room for room, tab in self._tabs.items() if tab.isChecked())

    def show_due(self, due: int, overdue: int) -> None:
        """Show how many cases are late or overdue.

        Args:
            due: Cases that are late or overdue; nothing is shown for none.
            overdue: How many of them are overdue.
        """
        if overdue:
            told = self.tr("%1 单要尽快处理，其中 %2 单已超时")
        else:
            told = self.tr("%1 单要尽快处理") if due else ""
        told = told.replace("%1", str(due)).replace("%2", str(overdue))
        self._tabs[Room.CASES].show_count(due, "danger" if overdue else "warning", told)

    def set_colours(self, colours: Colours) -> None:
        """Tint the icons for ``colours``."""
        for tab in self._tabs.values():
            tab.set_icons(self._icons, colours)

    def _build(self) -> None:
        self.setObjectName("roomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("房间"))
        self.setFixedHeight(SEARCH_HEIGHT)
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(0)
        for room, tab in self._tabs.items():
            group.addButton(tab)
            tab.clicked.connect(partial(self.room_chosen.emit, room))
            tab.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            row.addWidget(tab, 1)
        self.choose(Room.REPLIES)


class _RoomTab(QPushButton):
    """A tab with an icon, a name and a count; the screen reader hears one sentence of them."""

    def __init__(self, name: str, icon: str, key: str) -> None:
        super().__init__()
        self._said = name
        self._key = key
        self._icon_name = icon
        self._drawn = {True: QLabel(), False: QLabel()}
        self._name = QLabel(name)
        self._count = QLabel()
        self.setCheckable(True)
        self.setProperty("role", "roomTab")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(self._on_toggled)
        self._count.setProperty("role", "count")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(GRID + 2)
        row.addStretch(1)
        for part in (*self._drawn.values(), self._name, self._count):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._on_toggled()

    def show_count(self, count: int, state: str, told: str) -> None:
        """Show ``count`` in the colour of ``state``; ``told`` says what it counts."""
        self._count.setText(str(count) if count <= _MOST_SHOWN else f"{_MOST_SHOWN}+")
        self._count.setVisible(count > 0)
        self._count.setProperty("state", state)
        self._count.style().unpolish(self._count)
        self._count.style().polish(self._count)
        said = f"{self._said} · {told}" if told else self._said
        self.setAccessibleName(said)
        self.setToolTip(f"{said}  {self._key}")

    def set_icons(self, icons: Icons, colours: Colours) -> None:
        """Draw the icon for either state in ``colours``."""
        for checked, label in self._drawn.items():
            colour = colours.accent if checked else colours.muted
            label.setPixmap(icons.tinted(self._icon_name, colour).pixmap(_ICON))

    def _on_toggled(self) -> None:
        for checked, label in self._drawn.items():
            label.setVisible(checked == self.isChecked())
        self._name.setProperty("state", "open" if self.isChecked() else "")
        self._name.style().unpolish(self._name)
        self._name.style().polish(self._name)
