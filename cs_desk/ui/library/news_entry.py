"""One reply of the news: its title, unfolding to what was and what is, one above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cs_desk.ui.library.field_differences import reply_differences
from cs_desk.ui.library.fitted_text import FittedText
from cs_desk.ui.library.marked_text import Marks, marked_pieces, write_pieces
from cs_desk.ui.theme import GRID
from cs_desk.ui.wrapped_text import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QTextCursor

    from cs_desk.domain.template import ReplyTemplate
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.library.field_differences import FieldDifference
    from cs_desk.ui.theme import Colours

_ICON = 16


class NewsEntry(QWidget):
    """What happened to one reply.

    Args:
        before: The reply as it was; None for a new one.
        after: The reply as it is; None for one that is gone.
        icons: The icon set.
        colours: The appearance.
        parent: Qt's owner.
    """

    def __init__(
        self,
        before: ReplyTemplate | None,
        after: ReplyTemplate | None,
        icons: Icons,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._before, self._after = before, after
        reply = after or before
        self._title = f"{reply.title}  {reply.code}".rstrip() if reply else ""
        self._icons = icons
        self._line = QToolButton()
        self._text: FittedText | None = None
        self._column = QVBoxLayout(self)
        self._build()
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        self._show_fold()
        if self._text is not None:
            self._write(self._text)

    def text(self) -> str:
        """Return what is unfolded; empty while nothing was."""
        return self._text.toPlainText() if self._text is not None else ""

    def toggle(self) -> None:
        """Unfold, or fold up."""
        self._line.toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the title to the new width."""
        super().resizeEvent(event)
        room = self.width() - _ICON - GRID * 5
        elide = Qt.TextElideMode.ElideRight
        self._line.setText(self._line.fontMetrics().elidedText(self._title, elide, room))

    def _build(self) -> None:
        self._line.setCheckable(True)
        self._line.setText(self._title)
        self._line.setAccessibleName(self._title)
        self._line.setToolTip(plain_tip(self._title))
        self._line.setIconSize(QSize(_ICON, _ICON))
        self._line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # Its text must not keep a narrow window from getting narrower.
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._line.toggled.connect(self._on_toggled)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(self._line)

    @Slot()
    def _on_toggled(self) -> None:
        if self._text is None:
            # Only what somebody looks at is compared.
            self._text = FittedText()
            self._text.setAccessibleName(self._title)
            self._column.addWidget(self._text)
            self.setTabOrder(self._line, self._text)
            self._write(self._text)
        self._text.setVisible(self._line.isChecked())
        self._show_fold()

    def _show_fold(self) -> None:
        icon = "fold_open" if self._line.isChecked() else "fold_shut"
        self._line.setIcon(self._icons.tinted(icon, self._colours.muted))

    def _write(self, text: FittedText) -> None:
        marks = Marks(self._colours)
        cursor = text.rewrite()
        for place, field in enumerate(reply_differences(self._before, self._after)):
            if place:
                cursor.insertText("\n\n", marks.plain)
            cursor.insertText(field.name + "\n", marks.heading)
            self._write_field(cursor, field, marks)
        text.fit()

    def _write_field(self, cursor: QTextCursor, field: FieldDifference, marks: Marks) -> None:
        if self._before is None or self._after is None:
            cursor.insertText(field.before or field.after, marks.plain)
            return
        before, after = marked_pieces(field.before, field.after)
        sides = (
            (self.tr("原来："), before, marks.removed),
            (self.tr("现在："), after, marks.added),
        )
        for name, pieces, changed in sides:
            if not any(text for text, _ in pieces):
                continue
            if pieces is after and field.before:
                cursor.insertText("\n", marks.plain)
            cursor.insertText(name, marks.heading)
            write_pieces(cursor, pieces, marks.plain, changed)
