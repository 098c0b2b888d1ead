"""How one hit is drawn: its number, title, group and code, and two lines of its body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from cs_desk.domain.search import MatchField, MatchKind
from cs_desk.ui.excerpt import excerpt
from cs_desk.ui.hit_model import HIT_ROLE
from cs_desk.ui.painted_rows import RowDelegate, paint_ground
from cs_desk.ui.text_positions import utf16_position
from cs_desk.ui.theme import GRID, TEXT_BODY, TEXT_SMALL, TEXT_TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from cs_desk.ui.hit_model import HitRow
from cs_desk.ui.theme import Colours

_PADDING = GRID * 2
_NUMBER_WIDTH = GRID * 5
_TITLE_LINE = 22
_BODY_LINE = 18
_BODY_LINES = 2
ROW_HEIGHT = _PADDING * 2 + _TITLE_LINE + _BODY_LINE * _BODY_LINES
_NUMBERED = 9
# What is still to be filled in, drawn fainter than what will be said.
_BLANK = re.compile(r"\{[^{}\n]*\}")


class HitDelegate(RowDelegate):
    """Draws the rows of the hit list in the colours of the theme."""

    def __init__(self, colours: Colours, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(colours, ROW_HEIGHT, parent)
        self._title_font = _sized(font, TEXT_TITLE - 1, QFont.Weight.DemiBold)
        self._small_font = _sized(font, TEXT_SMALL)
        self._body_font = _sized(font, TEXT_BODY - 1)
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        super().set_colours(colours)
        self._mark = QTextCharFormat()
        self._mark.setForeground(QColor(colours.accent))
        self._mark.setBackground(QColor(colours.accent_tint))
        self._mark.setFontWeight(QFont.Weight.Bold)
        self._blank = QTextCharFormat()
        self._blank.setForeground(QColor(colours.faint))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row: HitRow = index.data(HIT_ROLE)
        rect: QRect = option.rect
        painter.save()
        paint_ground(painter, rect, option.state, self._colours, _PADDING)
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        self._paint_number(painter, inner, index.row())
        inner.setLeft(inner.left() + _NUMBER_WIDTH)
        self._paint_head(painter, inner, row)
        self._paint_body(painter, inner, row)
        painter.restore()

    def _paint_number(self, painter: QPainter, rect: QRect, row: int) -> None:
        if row >= _NUMBERED:
            return
        painter.setFont(self._small_font)
        painter.setPen(QColor(self._colours.muted))
        place = QRect(rect.left(), rect.top(), _NUMBER_WIDTH, _TITLE_LINE)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(row + 1))

    def _paint_head(self, painter: QPainter, rect: QRect, row: HitRow) -> None:
        hit = row.hit
        right = rect.right()
        right = self._paint_tail(painter, rect, right, hit.template.code, hit.code_spans)
        if row.favourite:
            right = self._paint_tail(painter, rect, right, "★", ())
        reason, spans = match_reason(row)
        if reason:
            right = self._paint_tail(painter, rect, right, reason, spans)
        room = right - rect.left() - GRID
        title = _elided(self._title_font, hit.template.title, room)
        used = self._paint_line(
            painter, (rect.left(), rect.top()), title, hit.title_spans, self._title_font
        )
        heading = "" if reason else hit.template.group.split("/")[-1]
        room -= used + GRID * 2
        if heading and room > GRID * 6:
            group = _elided(self._small_font, heading, room)
            painter.setFont(self._small_font)
            painter.setPen(QColor(self._colours.muted))
            place = QRect(rect.left() + used + GRID * 2, rect.top(), room, _TITLE_LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, group)

    def _paint_tail(
        self,
        painter: QPainter,
        rect: QRect,
        right: int,
        text: str,
        spans: Sequence[tuple[int, int]],
    ) -> int:
        """Draw ``text`` so that it ends at ``right``; return where the next one ends."""
        if not text:
            return right
        metrics = QFontMetrics(self._small_font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() // 2)
        left = right - metrics.horizontalAdvance(text)
        self._paint_line(painter, (left, rect.top()), text, spans, self._small_font)
        return left - GRID * 2

    def _paint_line(
        self,
        painter: QPainter,
        at: tuple[int, int],
        text: str,
        spans: Sequence[tuple[int, int]],
        font: QFont,
    ) -> int:
        """Draw one line centred in the title line; return its width in pixels."""
        layout = QTextLayout(text, font)
        layout.setFormats(self._formats(text, spans, self._mark))
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        if not line.isValid():
            return 0
        painter.setPen(
            QColor(self._colours.text if font is self._title_font else self._colours.muted)
        )
        top = at[1] + (_TITLE_LINE - line.height()) / 2
        layout.draw(painter, QPointF(at[0], top))
        return round(line.naturalTextWidth())

    def _paint_body(self, painter: QPainter, rect: QRect, row: HitRow) -> None:
        per_line = max(1, rect.width() // TEXT_SMALL)
        shown = excerpt(row.hit.template.body, row.hit.body_spans, per_line * _BODY_LINES)
        layout = QTextLayout(shown.text[: per_line * (_BODY_LINES + 2)], self._body_font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        blanks = [found.span() for found in _BLANK.finditer(layout.text())]
        layout.setFormats(
            self._formats(layout.text(), blanks, self._blank)
            + self._formats(layout.text(), shown.spans, self._mark)
        )
        layout.beginLayout()
        for number in range(_BODY_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(rect.width())
            line.setPosition(QPointF(0, number * _BODY_LINE))
        layout.endLayout()
        painter.setPen(QColor(self._colours.muted))
        clip = QRectF(rect.left(), rect.top() + _TITLE_LINE, rect.width(), _BODY_LINE * 2)
        painter.setClipRect(clip)
        layout.draw(painter, clip.topLeft())

    @staticmethod
    def _formats(
        text: str, spans: Sequence[tuple[int, int]], look: QTextCharFormat
    ) -> list[QTextLayout.FormatRange]:
        formats = []
        for start, end in spans:
            if start >= len(text):
                continue
            marked = QTextLayout.FormatRange()
            first = utf16_position(text, start)
            marked.start = first
            marked.length = utf16_position(text, end) - first
            marked.format = look
            formats.append(marked)
        return formats


def match_reason(row: HitRow) -> tuple[str, Sequence[tuple[int, int]]]:
    """Return in words why a hit is one, and what to mark of them; empty if marks elsewhere show."""
    hit = row.hit
    near = {
        MatchKind.RELEVANCE: QCoreApplication.translate("HitDelegate", "意思相近"),
        MatchKind.FUZZY: QCoreApplication.translate("HitDelegate", "近似"),
    }.get(hit.kind, "")
    elsewhere = near and (hit.title_spans or hit.body_spans or hit.code_spans)
    if not elsewhere and (hit.field is MatchField.TAGS or near):
        tags = zip(hit.template.tags, hit.tag_spans, strict=True)
        matched = [(tag, spans) for tag, spans in tags if spans]
        if matched:
            tag, spans = matched[0]
            # The mark in front moves what matched by two places.
            return f"# {tag}", [(start + 2, end + 2) for start, end in spans]
    if hit.field is MatchField.GROUP and not near:
        return hit.template.group, hit.group_spans
    return near, ()


def _sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def _elided(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
