"""Two texts with their difference marked: by ground and by a line, never by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from cs_desk.domain.library.text_difference import Change, text_difference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTextCursor

    from cs_desk.ui.theme import Colours

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, and whether each of them differs from the other text."""

# A line break that differs could not be seen otherwise.
_LINE_BREAK = "↵\n"


def marked_pieces(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces that are the same or differ."""
    segments = text_difference(before, after)
    differs = [segment.change is not Change.EQUAL for segment in segments]
    left = [before[slice(*segment.before)] for segment in segments]
    right = [after[slice(*segment.after)] for segment in segments]
    return tuple(zip(left, differs, strict=True)), tuple(zip(right, differs, strict=True))


class Marks:
    """What a difference looks like in one appearance.

    Attributes:
        plain: What is the same.
        heading: The name of a field.
        removed: What is only on the left: struck through.
        added: What is only on the right: underlined.
    """

    def __init__(self, colours: Colours) -> None:
        self.plain = QTextCharFormat()
        self.plain.setForeground(QColor(colours.text))
        self.heading = QTextCharFormat()
        self.heading.setForeground(QColor(colours.muted))
        self.heading.setFontWeight(QFont.Weight.DemiBold)
        self.removed = _on_ground(colours.danger, colours.danger_tint)
        self.removed.setFontStrikeOut(True)
        self.added = _on_ground(colours.accent, colours.accent_tint)
        self.added.setFontUnderline(True)


def write_pieces(
    cursor: QTextCursor,
    pieces: Iterable[tuple[str, bool]],
    plain: QTextCharFormat,
    marked: QTextCharFormat,
) -> None:
    """Write ``pieces`` at ``cursor``: those that differ as ``marked``, the others as ``plain``."""
    for text, differs in pieces:
        if differs:
            cursor.insertText(text.replace("\n", _LINE_BREAK), marked)
        else:
            cursor.insertText(text, plain)


def _on_ground(ink: str, ground: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(ink))
    look.setBackground(QColor(ground))
    return look
