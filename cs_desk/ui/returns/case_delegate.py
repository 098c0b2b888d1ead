"""How one case is drawn: what it is about, how much time is left, whose it is, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from cs_desk.domain.returns.kinds import Level
from cs_desk.ui.painted_rows import RowDelegate, paint_ground
from cs_desk.ui.returns.case_model import CASE_ROLE
from cs_desk.ui.theme import GRID, TEXT_BODY, TEXT_SMALL, TEXT_TITLE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from cs_desk.ui.returns.case_model import CaseRow
from cs_desk.ui.theme import Colours

_SIDE = GRID * 3
_ABOVE = GRID * 2
_HEAD_LINE = 22
_LINE = 19
_PILL_HEIGHT = 20
ROW_HEIGHT = _ABOVE * 2 + _HEAD_LINE + _LINE * 2


class CaseDelegate(RowDelegate):
    """Draws the rows of the worklist in the colours of the theme."""

    def __init__(self, colours: Colours, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(colours, ROW_HEIGHT, parent)
        self._title_font = _sized(font, TEXT_TITLE - 1, QFont.Weight.DemiBold)
        self._body_font = _sized(font, TEXT_BODY)
        self._small_font = _sized(font, TEXT_SMALL)
        self._pill_font = _sized(font, TEXT_SMALL, QFont.Weight.DemiBold)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row: CaseRow = index.data(CASE_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, option.state, self._colours, _SIDE)
        line = rect.adjusted(_SIDE, _ABOVE, -_SIDE, 0)
        line.setHeight(_HEAD_LINE)
        left = self._paint_pill(painter, line, row)
        self._write(painter, line, row.title, self._title_font, self._colours.text, left)
        line.moveTop(line.top() + _HEAD_LINE)
        line.setHeight(_LINE)
        ink = self._colours.text if row.item else self._colours.faint
        item = row.item or self.tr("没有写商品")
        self._write(painter, line, item, self._body_font, ink)
        line.moveTop(line.top() + _LINE)
        self._paint_foot(painter, line, row)
        painter.restore()

    def _paint_pill(self, painter: QPainter, line: QRect, row: CaseRow) -> int:
        """Draw how much time is left at the right; return the room that the title has."""
        ink, ground = self._pill_colours(row.level)
        metrics = QFontMetrics(self._pill_font)
        text = metrics.elidedText(row.left, Qt.TextElideMode.ElideRight, line.width() * 2 // 3)
        width = metrics.horizontalAdvance(text) + GRID * 4
        pill = QRect(line.right() + 1 - width, line.top() + 1, width, _PILL_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(pill), _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
        painter.setFont(self._pill_font)
        painter.setPen(QColor(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return line.width() - width - GRID * 2

    def _pill_colours(self, level: Level) -> tuple[str, str]:
        colours = self._colours
        return {
            Level.OVERDUE: (colours.danger, colours.danger_tint),
            Level.LATE: (colours.warning, colours.warning_tint),
            Level.HALF: (colours.accent, colours.accent_tint),
            Level.OK: (colours.muted, colours.line),
            Level.NONE: (colours.muted, colours.line),
        }[level]

    def _paint_foot(self, painter: QPainter, line: QRect, row: CaseRow) -> None:
        """Draw whose case it is, and at the right how far it is."""
        colours = self._colours
        metrics = QFontMetrics(self._small_font)
        step = metrics.elidedText(row.step, Qt.TextElideMode.ElideRight, line.width() * 3 // 5)
        width = metrics.horizontalAdvance(step)
        self._write(
            painter, line, row.who, self._small_font, colours.muted, line.width() - width - GRID * 2
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, step)

    @staticmethod
    def _write(
        painter: QPainter,
        line: QRect,
        text: str,
        font: QFont,
        colour: str,
        room: int | None = None,
    ) -> None:
        room = line.width() if room is None else room
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
        painter.drawText(
            QRect(line.left(), line.top(), room, line.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            shown,
        )


def _sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made
