"""Plain text on a few lines at most; what does not fit is in its tool tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from cs_desk.ui.theme import TEXT_SMALL
from cs_desk.ui.wrapped_text import WrappedText, plain_tip, text_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WIDE = 10_000


class ShortText(QWidget):
    """Shows a text in small letters.

    Args:
        most: The most lines.
        muted: Whether it is read second.
        parent: Qt's owner.
    """

    def __init__(
        self, most: int = 1, *, muted: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.WindowText
        self._wrapped = WrappedText("", text_font(TEXT_SMALL), most)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(most > 1)
        self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Show ``text``."""
        self._wrapped = WrappedText(text, text_font(TEXT_SMALL), self._most)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Several lines take more room where they are short."""
        return self._most > 1

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at ``width``."""
        return self._wrapped.height(width)

    def sizeHint(self) -> QSize:
        """Return the height of one line; how wide it is, others decide."""
        return QSize(0, self._wrapped.height(_WIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        ink = self.palette().color(self._role).name()
        self._wrapped.draw(painter, 0, 0, self.width(), ink)
