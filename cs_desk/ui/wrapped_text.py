"""Plain text broken into lines for a width, and drawn without ever being taken for markup."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextLayout, QTextOption

from cs_desk.ui.theme import TEXT_BODY, body_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

# More characters than a line of the widest window holds; what comes later cannot be seen.
_MOST_PER_LINE = 160
_LINE_END = "\u2028"
_ELLIPSIS = "…"
_WIDTHS_KEPT = 4


def text_font(size: int = TEXT_BODY, *, bold: bool = False) -> QFont:
    """Return the window's font in ``size`` pixels."""
    font = body_font()
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def plain_tip(text: str) -> str:
    """Return ``text`` as a tool tip shows it: as it is, on as many lines as it takes."""
    return f'<div style="white-space: pre-wrap">{escape(text)}</div>' if text else ""


@dataclass(frozen=True, slots=True)
class _Lines:
    lines: tuple[str, ...]
    is_cut: bool


class WrappedText:
    """A text, its font, and how it falls into lines.

    Args:
        text: Plain text; line breaks count.
        font: What it is drawn with.
        most: The most lines; the last of them ends in an ellipsis if there is more. 0 for all.
    """

    def __init__(self, text: str, font: QFont, most: int = 0) -> None:
        self._text = text.replace("\r\n", "\n").replace("\n", _LINE_END)
        self._font = font
        self._most = most
        self._metrics = QFontMetricsF(font)
        self._at: dict[int, _Lines] = {}

    def height(self, width: int) -> int:
        """Return how many pixels the lines take at ``width``; 0 for an empty text."""
        return round(len(self._broken(width).lines) * self._metrics.lineSpacing())

    def is_cut(self, width: int) -> bool:
        """Return whether something has to be left out at ``width``."""
        return self._broken(width).is_cut

    def draw(self, painter: QPainter, left: int, top: int, width: int, colour: str) -> None:
        """Draw the lines with their upper left corner at ``left``, ``top``."""
        painter.setFont(self._font)
        painter.setPen(QColor(colour))
        baseline = top + self._metrics.ascent()
        for line in self._broken(width).lines:
            painter.drawText(QPointF(left, baseline), line)
            baseline += self._metrics.lineSpacing()

    def _broken(self, width: int) -> _Lines:
        known = self._at.get(width)
        if known is None:
            # A layout asks for two or three widths; a window that is being resized for hundreds.
            if len(self._at) >= _WIDTHS_KEPT:
                self._at.clear()
            known = self._at[width] = self._break(width)
        return known

    def _break(self, width: int) -> _Lines:
        text = self._text[: self._most * _MOST_PER_LINE] if self._most else self._text
        lines = _broken(text, self._font, max(width, 1))
        if not self._most or len(lines) <= self._most:
            return _Lines(lines, is_cut=False)
        kept = lines[: self._most]
        # With the ellipsis the last line is too long, so that it is cut where it has to be.
        last = kept[-1].rstrip() + _ELLIPSIS
        elided = self._metrics.elidedText(last, Qt.TextElideMode.ElideRight, width)
        return _Lines((*kept[:-1], elided), is_cut=True)


def _broken(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """Return the lines of ``text`` at ``width`` pixels; none for an empty text."""
    if not text:
        return ()
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Qt counts in UTF-16, where a character beyond the basic plane takes two places.
    units = text.encode("utf-16-le")
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart() * 2
        piece = units[start : start + line.textLength() * 2]
        lines.append(piece.decode("utf-16-le", "replace").rstrip(_LINE_END))
    layout.endLayout()
    return tuple(lines)
