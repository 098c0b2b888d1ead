"""The line of one step: how far it is, its title, and how much time is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from cs_desk.app.case_wording import left_told, status_told
from cs_desk.domain.returns.kinds import Level, StepStatus
from cs_desk.ui.returns.level_pill import PILL_HEIGHT, draw_pill, pill_width
from cs_desk.ui.row_button import RowButton
from cs_desk.ui.theme import GRID, TEXT_SMALL
from cs_desk.ui.words import words
from cs_desk.ui.wrapped_text import plain_tip, text_font

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from cs_desk.domain.returns.case_view import StepView
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_HEIGHT = GRID * 8
_SIGN = 16
_FOLD = 12
_ICONS = {
    StepStatus.TODO: "step_todo",
    StepStatus.DOING: "step_doing",
    StepStatus.WAITING: "step_waiting",
    StepStatus.DONE: "step_done",
    StepStatus.NOT_APPLICABLE: "step_skipped",
    StepStatus.BLOCKED: "step_blocked",
}
_OVER = (StepStatus.DONE, StepStatus.NOT_APPLICABLE)


class StepHead(RowButton):
    """Folds its step or unfolds it."""

    def __init__(self, icons: Icons, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(colours, parent)
        self._icons = icons
        self._view: StepView | None = None
        self._number = 0
        self._left = ""
        self._level = Level.NONE
        self._is_current = False
        self._is_open = False

    def show_step(self, view: StepView, number: int, now: datetime, *, is_current: bool) -> None:
        """Show the step that is the ``number``-th of seven."""
        self._view, self._number, self._is_current = view, number, is_current
        # The whole of why it does not apply is read where the step is unfolded.
        self.setToolTip(plain_tip(view.skipped))
        self.show_left(now)
        self._name_it()
        self.update()

    def show_left(self, now: datetime) -> None:
        """Show how much time is left."""
        deadline = self._view.deadline if self._view else None
        told = left_told(deadline, now, words)
        level = deadline.level(now) if deadline else Level.NONE
        if (told, level) != (self._left, self._level):
            self._left, self._level = told, level
            self._name_it()
            self.update()

    def show_open(self, *, is_open: bool) -> None:
        """Show whether the step is unfolded."""
        if is_open != self._is_open:
            self._is_open = is_open
            self._name_it()
            self.update()

    def heightForWidth(self, _width: int) -> int:
        """Return the height of the one line."""
        return _HEIGHT

    def draw(self, painter: QPainter) -> None:
        """Draw sign, title and what is left, or the word for how far it is."""
        if self._view is None:
            return
        middle = self.height() // 2
        right = self._draw_fold(painter, middle)
        right = self._draw_state(painter, right, middle)
        sign = QRect(GRID, middle - _SIGN // 2, _SIGN, _SIGN)
        name, colour = _ICONS[self._view.status], self._sign_colour(self._view.status)
        self._icons.tinted(name, colour).paint(painter, sign)
        left = sign.right() + GRID * 2
        font = text_font(bold=self._is_current)
        painter.setFont(font)
        over = self._view.status in _OVER
        painter.setPen(QColor(self.colours.muted if over else self.colours.text))
        where = QRect(left, 0, right - left - GRID, self.height())
        title = QFontMetrics(font).elidedText(
            self._titled(), Qt.TextElideMode.ElideRight, where.width()
        )
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, title)

    def _draw_fold(self, painter: QPainter, middle: int) -> int:
        name = "fold_open" if self._is_open else "fold_shut"
        left = self.width() - GRID - _FOLD
        where = QRect(left, middle - _FOLD // 2, _FOLD, _FOLD)
        self._icons.tinted(name, self.colours.muted).paint(painter, where)
        return left - GRID * 2

    def _draw_state(self, painter: QPainter, right: int, middle: int) -> int:
        """Draw pill and word from ``right`` leftwards, and return where they begin."""
        if self._left:
            width = pill_width(self._left)
            where = QRect(right - width, middle - PILL_HEIGHT // 2, width, PILL_HEIGHT)
            draw_pill(painter, where, self._left, self._level, self.colours)
            right -= width + GRID
        if self._left and self._view is not None and self._view.status is StepStatus.TODO:
            return right
        font = text_font(TEXT_SMALL)
        told = self._status()
        width = QFontMetrics(font).horizontalAdvance(told)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.faint))
        where = QRect(right - width, 0, width, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, told)
        return right - width - GRID

    def _sign_colour(self, status: StepStatus) -> str:
        if status is StepStatus.DOING or status is StepStatus.DONE:
            return self.colours.accent
        if status is StepStatus.WAITING or status is StepStatus.BLOCKED:
            return self.colours.warning
        return self.colours.faint

    def _titled(self) -> str:
        return f"{self._number}  {self._view.step.title}" if self._view else ""

    def _status(self) -> str:
        return status_told(self._view.status, words) if self._view else ""

    def _name_it(self) -> None:
        unfolded = self.tr("已展开") if self._is_open else self.tr("已折叠")
        parts = (self._titled(), self._status(), self._left, unfolded)
        self.setAccessibleName(self.tr("，").join(part for part in parts if part))
