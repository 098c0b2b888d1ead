"""What every list of painted rows has in common: how it moves, a row's height and ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from cs_desk.ui.theme import Colours

_EDGE = 3


class RowDelegate(QStyledItemDelegate):
    """Draws rows of one height in the colours of the theme; each list draws its own.

    Args:
        colours: The appearance to begin with.
        height: Of every row, in pixels.
        parent: Qt's owner.
    """

    def __init__(self, colours: Colours, height: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._colours = colours

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the one height that every row has."""
        return QSize(option.rect.width(), self._height)


def prepare_rows(
    view: QListView, name: str, model: QAbstractItemModel, delegate: QStyledItemDelegate
) -> None:
    """Let ``view`` show rows of one height; the keyboard stays with the box above it.

    Args:
        view: The list.
        name: What a screen reader calls it.
        model: Its rows.
        delegate: Paints them.
    """
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


def paint_ground(
    painter: QPainter, rect: QRect, state: QStyle.StateFlag, colours: Colours, margin: int
) -> None:
    """Draw what lies under a row: chosen, pointed at, and the line to the next one.

    Args:
        painter: Where to.
        rect: The row.
        state: Whether it is chosen, or pointed at.
        colours: The appearance.
        margin: Pixels that the line keeps from both sides.
    """
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours.hover))
        painter.fillRect(QRect(rect.left(), rect.top(), _EDGE, rect.height()), colours.accent_fill)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.window))
    below = QRect(rect.left() + margin, rect.bottom(), rect.width() - 2 * margin, 1)
    painter.fillRect(below, QColor(colours.line))
