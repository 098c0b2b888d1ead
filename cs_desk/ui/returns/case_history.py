"""Everything that was done to a case, newest first, folded until somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.backup_words import moment_told
from cs_desk.app.case_history_words import history_told
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.masking import masked_text
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from cs_desk.domain.returns.return_case import HistoryLine

_MOST_LINES = 16


class CaseHistory(QWidget):
    """Shows who did what and when; a long history scrolls by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[HistoryLine, ...] = ()
        self._names: tuple[str, ...] = ()
        self._now: datetime | None = None
        self._is_open = False
        self._head = QPushButton()
        self._text = _HistoryText()
        self._build()

    def show_history(
        self, lines: Sequence[HistoryLine], names: Sequence[str], now: datetime
    ) -> None:
        """Show ``lines``, which are given oldest first.

        Args:
            lines: The history of the case.
            names: Names of the buyer, to be masked in it.
            now: The present moment.
        """
        if (tuple(lines), tuple(names)) == (self._lines, self._names):
            return
        self._lines, self._names, self._now = tuple(lines), tuple(names), now
        self._show()

    def fold(self) -> None:
        """Show the number of lines alone."""
        self._is_open = False
        self._show()

    def text(self) -> str:
        """Return the lines that are shown."""
        return self._text.toPlainText() if self._is_open else ""

    def _build(self) -> None:
        self._head.setProperty("role", "link")
        self._head.setAutoDefault(True)
        self._head.clicked.connect(self._on_head)
        self._text.setAccessibleName(self.tr("历史"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._text)
        self._show()

    def _show(self) -> None:
        told = self.tr("收起历史") if self._is_open else self.tr("历史 %1 条")
        self._head.setText(with_facts(told, str(len(self._lines))))
        self._text.setVisible(self._is_open)
        if self._is_open:
            self._text.setPlainText("\n".join(self._told(line) for line in self._lines[::-1]))
            self._text.fit()

    def _told(self, line: HistoryLine) -> str:
        assert self._now is not None  # set with the lines
        when = moment_told(line.at, self._now, words)
        return f"{when}  {line.by}  {masked_text(history_told(line, words), self._names)}"

    @Slot()
    def _on_head(self) -> None:
        self._is_open = not self._is_open
        self._show()


class _HistoryText(QPlainTextEdit):
    """As tall as its lines, up to a limit; a label would lay all of them out at every change."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("history")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        lines = round(self.document().documentLayout().documentSize().height())
        margins = 2 * (GRID + round(self.document().documentMargin()))
        shown = max(1, min(_MOST_LINES, lines))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines that the new width makes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
