"""How a row of an import is drawn: what it is, and beside it what can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from cs_desk.ui.library.import_choices import (
    choice_name,
    choices_of,
    row_code,
    row_detail,
    row_title,
)
from cs_desk.ui.library.import_rows import CHOICE_ROLE, ROW_ROLE
from cs_desk.ui.painted_rows import RowDelegate, paint_ground
from cs_desk.ui.row_button import inside
from cs_desk.ui.theme import GRID, RADIUS, TEXT_BODY, TEXT_SMALL
from cs_desk.ui.wrapped_text import text_font

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

    from cs_desk.domain.library.merge import MergeChoice
    from cs_desk.ui.library.import_choices import AnyRow
    from cs_desk.ui.theme import Colours

_PADDING = GRID * 2
_LINE = GRID * 5
_BUTTON = GRID * 6
ROW_HEIGHT = _PADDING + 2 * _LINE + GRID

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ImportRowDelegate(RowDelegate):
    """Draws the rows and takes the clicks on their choices."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(colours, ROW_HEIGHT, parent)
        self._title_font = text_font(TEXT_BODY, bold=True)
        self._small_font = text_font(TEXT_SMALL)
        self._chosen_font = text_font(TEXT_SMALL, bold=True)

    def choice_at(self, row: AnyRow, rect: QRect, x: int, y: int) -> MergeChoice | None:
        """Return the choice drawn at a place of a row that fills ``rect``; None beside them."""
        places = self._buttons(row, rect).items()
        return next((choice for choice, place in places if place.contains(x, y)), None)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Take a click on one of the choices."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        at = event.position().toPoint()
        choice = self.choice_at(index.data(ROW_ROLE), option.rect, at.x(), at.y())
        return choice is not None and model.setData(index, choice, CHOICE_ROLE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row: AnyRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        paint_ground(painter, rect, option.state, self._colours, _PADDING)
        buttons = self._buttons(row, rect)
        right = min((place.left() for place in buttons.values()), default=rect.right())
        room = QRect(rect.left() + _PADDING, rect.top() + GRID, 0, _LINE)
        room.setRight(right - _PADDING)
        self._paint_head(painter, room, row)
        painter.setFont(self._small_font)
        painter.setPen(QColor(self._colours.muted))
        self._paint_text(painter, room.translated(0, _LINE), row_detail(row))
        # Qt hands out the choice as the text that it is.
        chosen: str = index.data(CHOICE_ROLE)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        for choice, place in buttons.items():
            name = choice_name(row.kind, choice)
            self._paint_button(painter, place, name, chosen=choice == chosen, focused=focused)
        painter.restore()

    def _buttons(self, row: AnyRow, rect: QRect) -> dict[MergeChoice, QRect]:
        """Return where each choice of a row is drawn, side by side at the right."""
        metrics = QFontMetrics(self._chosen_font)
        places = {}
        right = rect.right() - _PADDING
        top = rect.top() + (ROW_HEIGHT - _BUTTON) // 2
        for choice in reversed(choices_of(row)):
            width = metrics.horizontalAdvance(choice_name(row.kind, choice)) + 2 * _PADDING
            places[choice] = QRect(right - width, top, width, _BUTTON)
            right -= width + GRID
        return places

    def _paint_head(self, painter: QPainter, room: QRect, row: AnyRow) -> None:
        metrics = QFontMetrics(self._title_font)
        elide = Qt.TextElideMode.ElideRight
        title = metrics.elidedText(row_title(row), elide, room.width())
        painter.setFont(self._title_font)
        painter.setPen(QColor(self._colours.text))
        painter.drawText(room, _LEFT, title)
        rest = room.adjusted(metrics.horizontalAdvance(title) + _PADDING, 0, 0, 0)
        painter.setFont(self._small_font)
        painter.setPen(QColor(self._colours.muted))
        self._paint_text(painter, rest, row_code(row))

    @staticmethod
    def _paint_text(painter: QPainter, room: QRect, text: str) -> None:
        if text and room.width() > _LINE:
            elide = Qt.TextElideMode.ElideRight
            painter.drawText(
                room, _LEFT, painter.fontMetrics().elidedText(text, elide, room.width())
            )

    def _paint_button(
        self, painter: QPainter, place: QRect, name: str, *, chosen: bool, focused: bool
    ) -> None:
        """Draw one choice: filled and bold if chosen, so that the colour alone tells nothing."""
        colours = self._colours
        edge = (
            colours.text if chosen and focused else colours.accent_fill if chosen else colours.line
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge)))
        painter.setBrush(QColor(colours.accent_fill if chosen else colours.surface))
        painter.drawRoundedRect(inside(place), RADIUS, RADIUS)
        painter.setFont(self._chosen_font if chosen else self._small_font)
        painter.setPen(QColor(colours.on_accent if chosen else colours.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
