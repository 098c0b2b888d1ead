"""The replies that help with the current step: one press copies, and a button opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.row_button import RowButton
from cs_desk.ui.theme import GRID, TEXT_SMALL
from cs_desk.ui.wrapped_text import WrappedText, plain_tip, text_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from cs_desk.app.case_replies import PinnedReply
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours


# More at once would push the checks off the screen.
_AT_ONCE = 2


class PinnedReplies(QWidget):
    """Lists the replies, the first two at once; what lacks a value is opened, not copied.

    Signals:
        copied: Id of the template that is to be copied.
        opened: Id of the template that is to be shown among the replies.
    """

    copied = Signal(str)
    opened = Signal(str)

    def __init__(self, icons: Icons, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._colours = colours
        self._shown: tuple[PinnedReply, ...] = ()
        self._rows: list[_PinnedRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GRID, 0, 0)
        self._column.setSpacing(GRID)
        caption = plain_label("muted")
        caption.setText(self.tr("这一步常用的话术，按一下就复制"))
        caption.setContentsMargins(GRID, 0, 0, GRID // 2)
        self._column.addWidget(caption)
        self._is_unfolded = False
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._on_more)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_replies(self, replies: Sequence[PinnedReply]) -> None:
        """Show ``replies``, whose texts are already filled."""
        if tuple(replies) == self._shown:
            return
        if [r.template_id for r in replies] != [r.template_id for r in self._shown]:
            self._is_unfolded = False
        self._shown = tuple(replies)
        while len(self._rows) < len(replies):
            row = _PinnedRow(self._icons, self._colours)
            row.copied.connect(self.copied)
            row.opened.connect(self.opened)
            self._rows.append(row)
            self._column.insertWidget(self._column.count() - 1, row)
        for row, reply in zip(self._rows, replies, strict=False):
            row.show_reply(reply)
        self._show_rows()
        self.setVisible(bool(replies))

    def _show_rows(self) -> None:
        told = len(self._shown) if self._is_unfolded else _AT_ONCE
        for place, row in enumerate(self._rows):
            row.setVisible(place < min(told, len(self._shown)))
        left = str(len(self._shown) - _AT_ONCE)
        folded, unfolded = self.tr("还有 %1 句 ▾"), self.tr("收起 ▴")
        self._more.setText(unfolded if self._is_unfolded else with_facts(folded, left))
        self._more.setVisible(len(self._shown) > _AT_ONCE)

    @Slot()
    def _on_more(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show_rows()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        for row in self._rows:
            row.set_colours(colours)

    def rows(self) -> list[QWidget]:
        """Return what the arrows walk, in order."""
        more = [self._more] if self._more.isVisible() else []
        return [*(row.text for row in self._rows if row.isVisible()), *more]


class _PinnedRow(QWidget):
    copied = Signal(str)
    opened = Signal(str)

    def __init__(self, icons: Icons, colours: Colours) -> None:
        super().__init__()
        self._icons = icons
        self._reply: PinnedReply | None = None
        self.text = _PinnedText(colours)
        self.text.clicked.connect(self._on_pressed)
        self._open = QToolButton()
        self._open.setIconSize(QSize(14, 14))
        self._open.setToolTip(self.tr("到话术里打开，改了再发"))
        self._open.clicked.connect(self._on_open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.text, 1)
        row.addWidget(self._open)
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        self.text.set_colours(colours)
        self._open.setIcon(self._icons.tinted("reply_open", colours.muted))

    def show_reply(self, reply: PinnedReply) -> None:
        self._reply = reply
        self.text.show_reply(reply)
        self._open.setAccessibleName(with_facts(self.tr("打开「%1」"), reply.title))

    @Slot()
    def _on_pressed(self) -> None:
        assert self._reply is not None  # a row without one is hidden
        (self.opened if self._reply.missing else self.copied).emit(self._reply.template_id)

    @Slot()
    def _on_open(self) -> None:
        assert self._reply is not None  # likewise
        self.opened.emit(self._reply.template_id)


class _PinnedText(RowButton):
    """Title, and one line of the filled text or what it lacks."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._title = WrappedText("", text_font(), 1)
        self._line = WrappedText("", text_font(TEXT_SMALL), 1)
        self._lacks = False

    def show_reply(self, reply: PinnedReply) -> None:
        self._lacks = bool(reply.missing)
        line = " ".join(reply.text.split())
        if self._lacks:
            line = with_facts(self.tr("还缺：%1"), self.tr("、").join(reply.missing))
        self._title = WrappedText(reply.title, text_font(), 1)
        self._line = WrappedText(line, text_font(TEXT_SMALL), 1)
        self.setToolTip(plain_tip(reply.text or line))
        told = self.tr("打开「%1」，%2") if self._lacks else self.tr("复制「%1」，%2")
        self.setAccessibleName(with_facts(told, reply.title, line))
        self.update()

    @property
    def is_card(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = width - GRID * 4
        return self._title.height(inner) + self._line.height(inner) + GRID * 2

    def draw(self, painter: QPainter) -> None:
        inner = self.width() - GRID * 4
        self._title.draw(painter, GRID * 2, GRID, inner, self.colours.text)
        top = GRID + self._title.height(inner)
        ink = self.colours.warning if self._lacks else self.colours.muted
        self._line.draw(painter, GRID * 2, top, inner, ink)
