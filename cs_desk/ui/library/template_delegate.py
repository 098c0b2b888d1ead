"""How one reply of the editor's list is drawn: its marks, title and code, and one line of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from cs_desk.ui.library.template_model import LISTED_ROLE
from cs_desk.ui.painted_rows import RowDelegate, paint_ground
from cs_desk.ui.theme import GRID, TEXT_BODY, TEXT_SMALL
from cs_desk.ui.wrapped_text import text_font

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from cs_desk.ui.library.listed_templates import ListedTemplate
    from cs_desk.ui.theme import Colours

_PADDING = GRID * 2
_TITLE_LINE = 20
_BODY_LINE = 18
_HEIGHT = 2 * _PADDING + _TITLE_LINE + _BODY_LINE
# More characters than one line of the widest column shows.
_MOST_SHOWN = 120
_DRAFT_MARK = "●"


class TemplateDelegate(RowDelegate):
    """Draws the rows of the editor's list in the colours of the theme."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(colours, _HEIGHT, parent)
        self._title_font = text_font(TEXT_BODY, bold=True)
        self._small_font = text_font(TEXT_SMALL)
        self._title_metrics = QFontMetrics(self._title_font)
        self._small_metrics = QFontMetrics(self._small_font)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row: ListedTemplate = index.data(LISTED_ROLE)
        rect: QRect = option.rect
        painter.save()
        paint_ground(painter, rect, option.state, self._colours, _PADDING)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self._colours.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        self._paint_head(painter, inner, row)
        self._paint_body(painter, inner, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, row: ListedTemplate) -> None:
        line = QRect(rect.left(), rect.top(), rect.width(), _TITLE_LINE)
        painter.setFont(self._small_font)
        room = line.right()
        for text, colour in self._marks(row):
            width = self._small_metrics.horizontalAdvance(text)
            painter.setPen(QColor(colour))
            place = QRect(room - width, line.top(), width, _TITLE_LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            room -= width + _PADDING
        title = row.template.title or QCoreApplication.translate("TemplateDelegate", "（没有标题）")
        line.setRight(room)
        painter.setFont(self._title_font)
        painter.setPen(QColor(self._colours.text))
        shown = _elided(self._title_metrics, title, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def _marks(self, row: ListedTemplate) -> list[tuple[str, str]]:
        """Return what stands at the right end of the title's line, from the right."""
        marks = []
        if row.template.code:
            code = _elided(self._small_metrics, row.template.code, GRID * 24)
            marks.append((code, self._colours.danger if row.clashes else self._colours.muted))
        if row.clashes:
            word = QCoreApplication.translate("TemplateDelegate", "编码重复")
            marks.append((word, self._colours.danger))
        if row.unsaved:
            word = QCoreApplication.translate("TemplateDelegate", "未保存")
            marks.append((f"{_DRAFT_MARK} {word}", self._colours.warning))
        return marks

    def _paint_body(self, painter: QPainter, rect: QRect, row: ListedTemplate) -> None:
        line = QRect(rect.left(), rect.top() + _TITLE_LINE, rect.width(), _BODY_LINE)
        text = row.template.body[:_MOST_SHOWN].replace("\r", "").replace("\n", " ")
        painter.setFont(self._small_font)
        painter.setPen(QColor(self._colours.muted))
        shown = _elided(self._small_metrics, text, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
