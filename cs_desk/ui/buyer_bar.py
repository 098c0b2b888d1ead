"""The buyer being served: what is known so far, and the button for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_LONGEST = 16
_MARK = "…"


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
        self._chips = _ChipRow()
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
        chips = [_Chip(f"{name} {value}", "chip") for name, value in known.items()]
        nothing = _Chip(self.tr("填过的信息会带到下一句"), "muted")
        self._chips.show_chips(chips or [nothing])

    def set_colours(self, colours: Colours) -> None:
        """Tint the icon for ``colours``."""
        self._next.setIcon(self._icons.tinted("next_buyer", colours.text))


class _Chip(QLabel):
    """A few words that can be cut short, and then say so."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text)
        self._short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + _MARK
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setAccessibleName(text)

    def least_width(self) -> int:
        """Return how wide the mark alone is."""
        return self._frame() + self.fontMetrics().horizontalAdvance(_MARK)

    def fit(self, room: int) -> None:
        """Show as much as fits into ``room``, in pixels; nothing if not even the mark does."""
        right = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._short, right, room - self._frame()))
        self.setVisible(room >= self.least_width())

    def _frame(self) -> int:
        """Return how much wider than its text a chip is."""
        self.ensurePolished()
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())


class _ChipRow(QWidget):
    """Chips from the left; the fields below hold what does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: tuple[_Chip, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addStretch(1)

    def show_chips(self, chips: Sequence[_Chip]) -> None:
        """Show ``chips`` in place of those before."""
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = tuple(chips)
        for place, chip in enumerate(chips):
            self._row.insertWidget(place, chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut what does not fit any more."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        for chip in self._chips:
            # Whatever is left out, a mark can stand for it.
            kept_free = 0 if chip is self._chips[-1] else chip.least_width() + GRID
            chip.fit(room - kept_free)
            if not chip.isHidden():
                room -= chip.sizeHint().width() + GRID
