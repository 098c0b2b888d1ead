"""The buyer being served: what is known so far, and the button for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_LONGEST = 10


class BuyerBar(QWidget):
    """Shows each known value of this buyer as a chip.

    Signals:
        next_requested: Forget this buyer and serve the next one.
    """

    next_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._name = QLabel(self.tr("当前买家"))
        self._name.setProperty("role", "muted")
        self._chips = QWidget()
        # What does not fit is cut at the right; the fields below hold every value.
        self._chips.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self._chips)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._next = QToolButton()
        self._next.setObjectName("nextBuyer")
        self._next.setText(self.tr("下一位"))
        self._next.setToolTip(self.tr("清空这位买家的信息，接待下一位") + "  Ctrl+N")
        self._next.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._next.setIconSize(QSize(16, 16))
        self._next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._next.clicked.connect(self.next_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2 + GRID, 0, GRID, 0)
        row.setSpacing(GRID * 2)
        row.addWidget(self._name)
        row.addWidget(self._chips, 1)
        row.addWidget(self._next)

    def show_buyer(self, known: Mapping[str, str]) -> None:
        """Show what is ``known`` of the buyer: placeholder name to value."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for name, value in known.items():
            short = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
            chip = QLabel(f"{name} {short}")
            chip.setTextFormat(Qt.TextFormat.PlainText)
            chip.setProperty("role", "chip")
            chip.setAccessibleName(f"{name} {value}")
            self._row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        if not known:
            nothing = QLabel(self.tr("填过的信息会带到下一句"))
            nothing.setProperty("role", "muted")
            self._row.addWidget(nothing)
        self._row.addStretch(1)

    def set_colours(self, colours: Colours) -> None:
        """Tint the icon for ``colours``."""
        self._next.setIcon(self._icons.tinted("next_buyer", colours.text))
