"""How much time is left, as a pill whose colour says how pressing it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cs_desk.domain.returns.kinds import Level
from cs_desk.ui.theme import GRID, TEXT_SMALL
from cs_desk.ui.wrapped_text import text_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from cs_desk.ui.theme import Colours

PILL_HEIGHT = GRID * 5
_BESIDE_TEXT = GRID * 2


class LevelPill(QLabel):
    """Says how much time is left; takes no room while there is nothing to say."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._level = Level.NONE
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        self.update()

    def show_left(self, told: str, level: Level) -> None:
        """Show ``told`` in the colour of ``level``."""
        self._level = level
        self.setText(told)
        self.setVisible(bool(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the pill around its text."""
        return QSize(pill_width(self.text()), PILL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_pill(painter, self.rect(), self.text(), self._level, self._colours)


def pill_width(told: str) -> int:
    """Return how many pixels a pill takes; 0 for an empty text."""
    if not told:
        return 0
    return QFontMetrics(text_font(TEXT_SMALL)).horizontalAdvance(told) + 2 * _BESIDE_TEXT


def draw_pill(painter: QPainter, where: QRect, told: str, level: Level, colours: Colours) -> None:
    """Draw a pill that fills ``where``."""
    ink, ground = _ink_and_ground(level, colours)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(where, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
    painter.setPen(QColor(ink))
    painter.setFont(text_font(TEXT_SMALL))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, told)


def _ink_and_ground(level: Level, colours: Colours) -> tuple[str, str]:
    return {
        Level.NONE: (colours.muted, colours.hover),
        Level.OK: (colours.accent, colours.accent_tint),
        Level.HALF: (colours.warning, colours.warning_tint),
        Level.LATE: (colours.surface, colours.warning),
        Level.OVERDUE: (colours.surface, colours.danger),
    }[level]
