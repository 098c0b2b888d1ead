"""The colours of a body that is being written: what of it is a placeholder, and of which kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat

from cs_desk.domain.placeholder_syntax import (
    ClipboardMark,
    CursorMark,
    Field,
    Include,
    LiteralText,
    Moment,
    Unreadable,
    parse,
)
from cs_desk.ui.text_positions import utf16_position

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from cs_desk.domain.placeholder_syntax import Token
    from cs_desk.ui.theme import Colours

_BRACES = ("{{", "}}")


class BodyHighlighter(QSyntaxHighlighter):
    """Colours the placeholders of a document, line by line.

    No placeholder goes over the end of a line, so that a line is read by itself: that keeps
    typing in a long text quick.
    """

    def __init__(self, document: QTextDocument, colours: Colours) -> None:
        super().__init__(document)
        self._take(colours)

    def set_colours(self, colours: Colours) -> None:
        """Use ``colours`` from now on."""
        self._take(colours)
        self.rehighlight()

    def _take(self, colours: Colours) -> None:
        mark = _coloured(colours.syntax_mark)
        self._looks: dict[type[Token], QTextCharFormat] = {
            Field: _coloured(colours.syntax_field, bold=True),
            Include: _coloured(colours.syntax_include, bold=True),
            Moment: _coloured(colours.syntax_moment, bold=True),
            CursorMark: mark,
            ClipboardMark: mark,
            Unreadable: _coloured(colours.danger),
        }
        self._brace = _coloured(colours.faint)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if not any(brace in text for brace in "{}"):
            return
        for token in parse(text).tokens:
            if isinstance(token, LiteralText):
                self._colour_braces(text, token)
            else:
                self._colour(text, token.start, token.end, self._looks[type(token)])

    def _colour_braces(self, text: str, literal: LiteralText) -> None:
        if len(literal.text) == literal.end - literal.start:
            return
        at = literal.start
        while at < literal.end:
            if text[at : at + 2] in _BRACES:
                self._colour(text, at, at + 2, self._brace)
                at += 2
            else:
                at += 1

    def _colour(self, text: str, start: int, end: int, look: QTextCharFormat) -> None:
        first = utf16_position(text, start)
        self.setFormat(first, utf16_position(text, end) - first, look)


def _coloured(colour: str, *, bold: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    if bold:
        look.setFontWeight(QFont.Weight.DemiBold)
    return look
