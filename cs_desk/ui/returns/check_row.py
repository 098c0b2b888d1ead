"""One check of a step: ticked by a click or Space, with who ticked it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from cs_desk.ui.row_button import ARROWS, draw_ground, fit_height_to_width
from cs_desk.ui.theme import GRID, TEXT_SMALL
from cs_desk.ui.wrapped_text import WrappedText, plain_tip, text_font

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from cs_desk.domain.returns.case_view import CheckView
    from cs_desk.ui.theme import Colours

_BOX = 16
_LEFT = GRID
_TEXT_LEFT = _LEFT + _BOX + GRID * 2
_ABOVE = GRID
_HINT_LINES = 2
_LEAST_WIDTH = 120
# A tick in the box's own places, out of sixteen.
_TICK = (QPointF(3.6, 8.4), QPointF(6.5, 11.3), QPointF(12.4, 4.8))


class CheckRow(QCheckBox):
    """Shows a check as the case has it; it is ticked only once the case says so.

    Signals:
        wanted: The check's key, and whether it is to be ticked.
    """

    wanted = Signal(str, bool)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._view: CheckView | None = None
        self._told = ""
        self._is_marked = False
        self._read_only = False
        self._title = WrappedText("", text_font())
        self._below = WrappedText("", text_font(TEXT_SMALL))
        self._mark = ""
        fit_height_to_width(self)

    @property
    def key(self) -> str:
        """Key of the check that is shown; empty before the first one."""
        return self._view.check.key if self._view else ""

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        self.update()

    def show_check(self, view: CheckView, told: str, *, read_only: bool) -> None:
        """Show a check.

        Args:
            view: The check of the case.
            told: Who ticked it and when; empty if nobody has.
            read_only: Whether the case is closed.
        """
        if (view, told, read_only) == (self._view, self._told, self._read_only):
            return
        check = view.check
        self._view, self._told, self._read_only = view, told, read_only
        self._is_marked = self._is_marked and view.is_open
        self._title = WrappedText(check.title, text_font())
        self._mark = self._mark_of(view)
        below = "" if told else check.hint
        self._below = WrappedText(below, text_font(TEXT_SMALL), _HINT_LINES)
        self.setChecked(view.tick is not None)
        self.setToolTip(plain_tip(check.hint))
        self._name_it(view)
        self.updateGeometry()
        self.update()

    def mark(self, *, is_marked: bool) -> None:
        """Show whether this one keeps the case from being closed, until it is ticked."""
        marked = is_marked and self._view is not None and self._view.is_open
        if marked != self._is_marked:
            self._is_marked = marked
            self.update()

    def _mark_of(self, view: CheckView) -> str:
        if view.tick is not None:
            return self._told
        if view.check.supervisor:
            return self.tr("主管")
        return self.tr("必做") if view.check.mandatory else ""

    def _name_it(self, view: CheckView) -> None:
        check = view.check
        parts = [check.title]
        parts += [self.tr("必做")] if check.mandatory else []
        parts += [self.tr("主管")] if check.supervisor else []
        parts.append(self.tr("已勾选") if view.tick else self.tr("未勾选"))
        parts += [self._told] if self._told else []
        self.setAccessibleName(self.tr("，").join(parts))
        self.setAccessibleDescription(check.hint)

    # -- Qt ----------------------------------------------------------------------------------

    def nextCheckState(self) -> None:
        """Ask for the other state instead of taking it."""
        if not self._read_only:
            self.wanted.emit(self.key, not self.isChecked())

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row is pressed, not just its box."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """The title takes more lines where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of title and hint at ``width``."""
        title = max(self._title.height(self._title_width(width)), _BOX)
        return title + self._below.height(width - _TEXT_LEFT - GRID) + 2 * _ABOVE

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(max(self.width(), _LEAST_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: what a row needs depends on the width that it gets."""
        return QSize(_LEAST_WIDTH, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the list of the rows."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, title, mark, and hint or who ticked it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, self, self._colours)
        self._draw_box(painter)
        width = self._title_width(self.width())
        ticked = self.isChecked()
        ink = self._colours.muted if ticked else self._colours.text
        self._title.draw(painter, _TEXT_LEFT, _ABOVE, width, ink)
        top = _ABOVE + max(self._title.height(width), _BOX)
        self._below.draw(
            painter, _TEXT_LEFT, top, self.width() - _TEXT_LEFT - GRID, self._colours.faint
        )
        self._draw_mark(painter)

    def _title_width(self, width: int) -> int:
        beside = self._mark_width(width)
        return width - _TEXT_LEFT - GRID - (beside + GRID * 2 if beside else 0)

    def _mark_width(self, width: int) -> int:
        wanted = QFontMetrics(text_font(TEXT_SMALL)).horizontalAdvance(self._mark)
        return min(wanted, width // 2)

    def _draw_box(self, painter: QPainter) -> None:
        c = self._colours
        box = QRectF(_LEFT + 0.5, _ABOVE + 1.5, _BOX - 1, _BOX - 1)
        ticked = self.isChecked()
        ground = (c.muted if self._read_only else c.accent_fill) if ticked else c.surface
        line = ground if ticked else (c.danger if self._is_marked else c.muted)
        painter.setPen(QPen(QColor(line), 1.5 if self._is_marked else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, GRID, GRID)
        if ticked:
            on = c.surface if self._read_only else c.on_accent
            pen = QPen(QColor(on), 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([point + QPointF(_LEFT, _ABOVE + 1) for point in _TICK])

    def _draw_mark(self, painter: QPainter) -> None:
        if not self._mark:
            return
        font = text_font(TEXT_SMALL)
        width = self._mark_width(self.width())
        told = QFontMetrics(font).elidedText(self._mark, Qt.TextElideMode.ElideRight, width)
        painter.setFont(font)
        painter.setPen(QColor(self._mark_colour()))
        where = QRect(self.width() - GRID - width, _ABOVE, width, _BOX + 2)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)

    def _mark_colour(self) -> str:
        c = self._colours
        if self.isChecked():
            return c.faint
        if self._is_marked:
            return c.danger
        is_supervisors = self._view is not None and self._view.check.supervisor
        return c.warning if is_supervisors else c.accent
