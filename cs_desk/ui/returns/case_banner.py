"""The five notes that are always in sight while a case is worked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cs_desk.ui.row_button import RowButton
from cs_desk.ui.theme import GRID, TEXT_SMALL
from cs_desk.ui.wrapped_text import WrappedText, plain_tip, text_font

if TYPE_CHECKING:
    from cs_desk.app.case_banner_words import CaseBanner
    from cs_desk.ui.theme import Colours

_ABOVE = 2
_FOLDED_LINES = 2
# On a page of less, two lines each would leave the steps no room.
_LOW_PAGE = 720


class FiveNotes(QFrame):
    """退货时效, 商品状态, 退货费用, 退款金额 and 隐私保护, folded to a line or two each.

    Signals:
        verdict_wanted: One of the two notes about money was pressed.
    """

    verdict_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fiveNotes")
        names = (
            self.tr("退货时效"),
            self.tr("商品状态"),
            self.tr("退货费用"),
            self.tr("退款金额"),
            self.tr("隐私保护"),
        )
        metrics = QFontMetrics(text_font(TEXT_SMALL, bold=True))
        beside = max(metrics.horizontalAdvance(name) for name in names)
        self._notes = [_Note(name, GRID + beside + GRID * 2, colours) for name in names]
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(0)
        window, condition, freight, refund, privacy = self._notes
        for note in (window, condition, privacy):
            note.clicked.connect(partial(self._on_pressed, note))
        for note in (freight, refund):
            note.clicked.connect(self.verdict_wanted)
        for note in self._notes:
            column.addWidget(note)

    def show_banner(self, told: CaseBanner) -> None:
        """Show the notes of a case."""
        texts = (told.window, told.condition, told.freight, told.refund, told.privacy)
        for note, text in zip(self._notes, texts, strict=True):
            note.say(text)

    def fold(self) -> None:
        """Show no note whole."""
        for note in self._notes:
            note.unfold(is_open=False)

    def leave_room(self, height: int) -> None:
        """Show the notes on one line each if the page is only ``height`` pixels tall."""
        for note in self._notes:
            note.fold_to(1 if height < _LOW_PAGE else _FOLDED_LINES)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        for note in self._notes:
            note.set_colours(colours)

    def rows(self) -> list[QWidget]:
        """Return what the arrows walk, in order."""
        return list(self._notes)

    def _on_pressed(self, pressed: _Note) -> None:
        for note in self._notes:
            note.unfold(is_open=note is pressed and not note.is_open)


class _Note(RowButton):
    def __init__(self, name: str, text_left: int, colours: Colours) -> None:
        super().__init__(colours)
        self._name = name
        self._text_left = text_left
        self._text = ""
        self.is_open = False
        self._most = _FOLDED_LINES
        self._font = text_font(TEXT_SMALL)
        self._bold = text_font(TEXT_SMALL, bold=True)
        self._wrapped = WrappedText("", self._font, _FOLDED_LINES)

    def say(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(f"{self._name} {text}")
        self._wrap()

    def unfold(self, *, is_open: bool) -> None:
        if is_open != self.is_open:
            self.is_open = is_open
            self._wrap()

    def fold_to(self, most: int) -> None:
        if most != self._most:
            self._most = most
            self._wrap()

    def heightForWidth(self, width: int) -> int:
        least = QFontMetrics(self._bold).lineSpacing()
        return max(self._wrapped.height(width - self._text_left - GRID), least) + 2 * _ABOVE

    def draw(self, painter: QPainter) -> None:
        left = self._text_left
        WrappedText(self._name, self._bold, 1).draw(
            painter, GRID, _ABOVE, left - GRID, self.colours.muted
        )
        self._wrapped.draw(painter, left, _ABOVE, self.width() - left - GRID, self.colours.text)

    def _wrap(self) -> None:
        most = 0 if self.is_open else self._most
        self._wrapped = WrappedText(self._text, self._font, most)
        self.updateGeometry()
        self.update()
