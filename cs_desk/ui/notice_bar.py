"""What just happened, in a bar that goes away by itself: plain text, never modal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.domain.errors import DeskError

_SHOWN_MS = 4000
_SHOWN_WITH_UNDO_MS = 8000


class NoticeBar(QFrame):
    """One notice at a time; a failure stays until the next notice or a click.

    Signals:
        appeared: There is something to say; the window lays the bar out.
        failed: A ``DeskError`` that the person is told of, for the log.
    """

    appeared = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._action = QPushButton()
        self._action.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._action.clicked.connect(self._on_action)
        self._act: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID * 3, GRID * 2, GRID * 2, GRID * 2)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._action)
        self.hide()

    def say(self, text: str) -> None:
        """Say what was done."""
        self._show(text, "done", "", None)
        self._timer.start(_SHOWN_MS)

    def offer(self, text: str, action: str, act: Callable[[], None]) -> None:
        """Say what was done, with a button that takes it back or goes on."""
        self._show(text, "done", action, act)
        self._timer.start(_SHOWN_WITH_UNDO_MS)

    def warn(self, text: str, error: DeskError | None = None) -> None:
        """Say what failed and what to do; stays until it is closed.

        Args:
            text: What to say.
            error: What is behind it, if the desk raised it.
        """
        self._show(text, "failed", self.tr("知道了"), self.hide)
        self._timer.stop()
        if error is not None:
            self.failed.emit(error)

    def settle(self) -> None:
        """Take back a warning whose cause has passed; what was done stays told."""
        if self.property("state") == "failed":
            self.hide()

    def height_for(self, width: int) -> int:
        """Return how tall the bar is at ``width``."""
        return self._row.totalHeightForWidth(width)

    def text(self) -> str:
        """Return what the bar says."""
        return self._label.text()

    def act(self) -> bool:
        """Do what the button offers, if one is shown; return whether there was one."""
        if not self.isVisible() or self._act is None:
            return False
        self._on_action()
        return True

    def _show(self, text: str, state: str, action: str, act: Callable[[], None] | None) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setProperty("state", state)
        self._action.setText(action)
        self._action.setVisible(act is not None)
        self._act = act
        for part in (self, self._label, self._action):
            part.style().unpolish(part)
            part.style().polish(part)
        self.show()
        self.appeared.emit()

    @Slot()
    def _on_action(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
