"""Draws an attached file: its picture cropped to a square, or a sheet with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cs_desk.ui.returns.evidence_model import TILE
from cs_desk.ui.theme import GRID, RADIUS, TEXT_SMALL
from cs_desk.ui.wrapped_text import WrappedText, text_font

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

CELL = TILE + GRID
_SIGN = 16


class EvidenceTile(QStyledItemDelegate):
    """Draws tiles with a bounded picture each."""

    def __init__(self, icons: Icons, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.colours = colours

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a tile with the gap beside it."""
        return QSize(CELL, CELL)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one tile."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tile = QRect(rect.left() + GRID // 2, rect.top() + GRID // 2, TILE, TILE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap):
            self._draw_picture(painter, tile, picture)
        else:
            self._draw_sheet(painter, tile, str(index.data(Qt.ItemDataRole.DisplayRole)))
        chosen = state & QStyle.StateFlag.State_HasFocus
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.colours.accent if chosen else self.colours.line), 1))
        if chosen:
            painter.setPen(QPen(QColor(self.colours.accent), 2))
        painter.drawRoundedRect(tile.adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        painter.restore()

    def _draw_picture(self, painter: QPainter, tile: QRect, picture: QPixmap) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(tile), RADIUS, RADIUS)
        painter.save()
        painter.fillPath(shape, QColor(self.colours.hover))
        painter.setClipPath(shape)
        painter.drawPixmap(_centred(picture.size(), tile), picture)
        painter.restore()

    def _draw_sheet(self, painter: QPainter, tile: QRect, name: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.hover))
        painter.drawRoundedRect(tile, RADIUS, RADIUS)
        left = tile.center().x() - _SIGN // 2
        sign = QRect(left, tile.top() + GRID, _SIGN, _SIGN)
        self._icons.tinted("evidence_file", self.colours.muted).paint(painter, sign)
        inner = tile.adjusted(GRID, _SIGN + GRID + 1, -GRID, 0)
        text = WrappedText(name, text_font(TEXT_SMALL), 2)
        text.draw(painter, inner.left(), inner.top(), inner.width(), self.colours.muted)


def _centred(size: QSize, tile: QRect) -> QRect:
    """Return where a picture lies whose middle is the tile's, at the scale it was read for."""
    half = size / 2
    where = QRect(0, 0, half.width(), half.height())
    where.moveCenter(tile.center())
    return where
