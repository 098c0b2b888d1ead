"""What is seen of something on its way: a few words beside the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QDrag, QPainter, QPalette, QPixmap

from cs_desk.ui.theme import GRID, RADIUS

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QAbstractItemView

_WIDEST = GRID * 50
_PADDING = GRID * 2
# To the right of the pointer and below it: under the pointer stands what it is dropped on.
_BESIDE = QPoint(-GRID * 4, -GRID * 4)


def drag_with_picture(
    view: QAbstractItemView, data: QMimeData, told: str, actions: Qt.DropAction
) -> None:
    """Drag ``data`` out of ``view``; returns when it was dropped.

    Args:
        view: Where it is dragged from; its rows stay, whatever is done where it is dropped.
        data: What is dragged.
        told: What it is, in a few words.
        actions: What may be done with it.
    """
    drag = QDrag(view)
    drag.setMimeData(data)
    drag.setPixmap(drag_picture(view, told))
    drag.setHotSpot(_BESIDE)
    drag.exec(actions, view.defaultDropAction())


def drag_picture(view: QAbstractItemView, told: str) -> QPixmap:
    """Return ``told`` as a picture in the colours of ``view``."""
    metrics = view.fontMetrics()
    told = metrics.elidedText(told, Qt.TextElideMode.ElideRight, _WIDEST - 2 * _PADDING)
    width = metrics.horizontalAdvance(told) + 2 * _PADDING
    height = metrics.height() + 2 * GRID
    ratio = view.devicePixelRatioF()
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(view.font())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(view.palette().color(QPalette.ColorRole.Highlight))
    painter.drawRoundedRect(QRect(0, 0, width, height), RADIUS, RADIUS)
    painter.setPen(view.palette().color(QPalette.ColorRole.HighlightedText))
    painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, told)
    painter.end()
    return picture
