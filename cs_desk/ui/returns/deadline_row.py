"""Until when a step has to be done, where that comes from, and a field for 千牛's countdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cs_desk.app.backup_words import moment_told
from cs_desk.app.case_wording import deadline_source
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.countdown import read_countdown
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.short_text import ShortText
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words
from cs_desk.ui.wrapped_text import plain_tip

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from cs_desk.domain.returns.deadlines import Deadline

# A countdown is shorter; what is longer was copied for something else.
_LONGEST_COUNTDOWN = 60
_SOURCE_LINES = 2


class DeadlineRow(QWidget):
    """Tells a step's deadline; what 千牛 shows can be put in its place.

    Signals:
        countdown_given: The text that was pasted or typed.
        dropped: What was read off 千牛 shall no longer count.
    """

    countdown_given = Signal(str)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: datetime | None = None
        self._until = plain_label("text", wrapped=True)
        self._source = ShortText(_SOURCE_LINES, muted=True)
        self._paste = QPushButton(self.tr("粘贴倒计时"))
        self._drop = QPushButton(self.tr("改回规则"))
        self._field = QLineEdit()
        self._understood = plain_label("muted")
        self._build()

    def show_deadline(
        self, actor: str, deadline: Deadline | None, now: datetime, *, read_only: bool
    ) -> None:
        """Show whose turn it is, and until when; ``deadline`` is None where no timer runs."""
        self._now = now
        if deadline is None:
            self._until.setText(with_facts(self.tr("由%1完成，没有在走的时限"), actor))
        else:
            until = moment_told(deadline.at, now, words)
            self._until.setText(with_facts(self.tr("最晚 %1"), until))
            source = deadline_source(deadline, words)
            title = deadline.timer.title if deadline.timer else ""
            turn = with_facts(self.tr("由%1完成"), actor)
            self._source.say(" · ".join(part for part in (turn, title, source) if part))
        self._source.setVisible(deadline is not None)
        expiry = deadline.timer.expiry if deadline and deadline.timer else ""
        self._until.setToolTip(plain_tip(expiry))
        self._drop.setVisible(
            deadline is not None and deadline.reading is not None and not read_only
        )
        self._paste.setVisible(not read_only)
        if read_only:
            self._close_field()

    def refresh(self, now: datetime) -> None:
        """Count what is typed from ``now``."""
        self._now = now
        if self._field.isVisible():
            self._on_text(self._field.text())

    def rows(self) -> list[QWidget]:
        """Return what takes the keyboard, in order."""
        return [each for each in (self._paste, self._drop, self._field) if each.isVisible()]

    def _build(self) -> None:
        for button in (self._paste, self._drop):
            button.setProperty("role", "link")
            button.setAutoDefault(True)
        self._paste.setToolTip(self.tr("把千牛上的倒计时写进来，以它为准"))
        self._paste.clicked.connect(self._on_paste)
        self._drop.clicked.connect(self.dropped)
        self._field.setPlaceholderText(self.tr("如：剩余1天3小时20分"))
        self._field.setAccessibleName(self.tr("千牛倒计时"))
        self._field.setAcceptDrops(False)
        self._field.textChanged.connect(self._on_text)
        self._field.returnPressed.connect(self._on_entered)
        self._understood.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._until, 1)
        line.addWidget(self._drop)
        line.addWidget(self._paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, 0, GRID)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._source)
        column.addWidget(self._field)
        column.addWidget(self._understood)
        self._close_field()

    def _close_field(self) -> None:
        self._field.hide()
        self._field.clear()
        self._understood.hide()

    @Slot()
    def _on_paste(self) -> None:
        copied = QGuiApplication.clipboard().text().strip()
        self._field.setText(copied if len(copied) <= _LONGEST_COUNTDOWN else "")
        self._field.show()
        self._understood.show()
        self._on_text(self._field.text())
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        at = self._read(text)
        if at is not None and self._now is not None:
            told = with_facts(self.tr("到 %1，按回车采用"), moment_told(at, self._now, words))
        elif text.strip():
            told = self.tr("没看懂这个倒计时，请照千牛上的样子写")
        else:
            told = self.tr("从千牛复制倒计时，粘贴后按回车")
        self._understood.setText(told)

    @Slot()
    def _on_entered(self) -> None:
        text = self._field.text().strip()
        if self._read(text) is None:
            return
        self._close_field()
        self._paste.setFocus(Qt.FocusReason.OtherFocusReason)
        self.countdown_given.emit(text)

    def _read(self, text: str) -> datetime | None:
        return read_countdown(text, self._now) if self._now is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the field up, before it leaves the page."""
        if event.key() == Qt.Key.Key_Escape and self._field.isVisible():
            self._close_field()
            self._paste.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
