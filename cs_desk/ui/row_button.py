"""A row that is pressed like a button and draws itself, as tall as its text at its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from cs_desk.ui.theme import RADIUS

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent

    from cs_desk.ui.theme import Colours

_LEAST_WIDTH = 120
# Between two controls an arrow moves the keyboard; where to, the list of the rows decides.
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class RowButton(QPushButton):
    """Pressed by a click, Space or Enter; the rows that derive from it say what is drawn."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self.setProperty("role", "row")
        self.setAutoDefault(True)
        fit_height_to_width(self)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self.colours = colours
        self.update()

    @property
    def is_card(self) -> bool:
        """Whether the row has a ground of its own, to look like something to press."""
        return False

    def draw(self, painter: QPainter) -> None:
        """Draw what the row holds."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        """The text takes more lines where there is less room."""
        return True

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(max(self.width(), _LEAST_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: what a row needs depends on the width that it gets."""
        return QSize(_LEAST_WIDTH, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground that shows pointer and keyboard, and the row on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_card:
            painter.setBrush(QColor(self.colours.surface))
            painter.setPen(QColor(self.colours.line))
            painter.drawRoundedRect(inside(self.rect()), RADIUS, RADIUS)
        draw_ground(painter, self, self.colours)
        self.draw(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the list of the rows."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer has gone."""
        super().leaveEvent(event)
        self.update()


def fit_height_to_width(row: QWidget) -> None:
    """Let layouts ask ``row`` how tall it is at the width that they have for it."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)


def draw_ground(painter: QPainter, row: QAbstractButton, colours: Colours) -> None:
    """Draw what shows that the pointer or the keyboard is on ``row``."""
    if not row.isEnabled():
        return
    focused = row.hasFocus()
    if not focused and not row.underMouse():
        return
    painter.save()
    painter.setBrush(QColor(colours.hover))
    pen = QPen(QColor(colours.accent)) if focused else QPen(Qt.PenStyle.NoPen)
    painter.setPen(pen)
    painter.drawRoundedRect(inside(row.rect()), RADIUS, RADIUS)
    painter.restore()


def inside(rect: QRect) -> QRect:
    """Return ``rect`` without the pixels that a line on its edge would lose."""
    return rect.adjusted(0, 0, -1, -1)
