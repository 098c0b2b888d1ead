"""One line of the refund, whose amount can be changed in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cs_desk.app.case_banner_words import yuan_told
from cs_desk.app.case_wording import line_told
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.money import read_yuan, yuan
from cs_desk.domain.returns.refund import LineKind
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cs_desk.domain.returns.refund import RefundLine

_AMOUNT_WIDTH = 104
# What these lines take off is typed without its sign.
_TAKEN_OFF = (LineKind.FREIGHT, LineKind.GIFT)


class RefundRow(QWidget):
    """Shows a line; pressing its amount opens a field for another one.

    Signals:
        overruled: Key of the line and the amount in 分, or None to go back to the rule.
    """

    overruled = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: RefundLine | None = None
        self._name = plain_label("text", wrapped=True)
        self._amount = QPushButton()
        self._field = QLineEdit()
        self._rule = plain_label("muted")
        self._back = QPushButton(self.tr("按规则"))
        self._trouble = plain_label("danger", wrapped=True)
        self._below = QWidget()
        self._build()

    def show_line(self, line: RefundLine, *, read_only: bool) -> None:
        """Show ``line``."""
        if line != self._line or read_only:
            self._close_field()
        self._line = line
        name = line_told(line, words)
        self._name.setText(name)
        self._amount.setText(yuan_told(line.fen))
        self._amount.setEnabled(not read_only)
        self._amount.setAccessibleName(
            with_facts(self.tr("%1 %2，按下修改"), name, yuan_told(line.fen))
        )
        self._rule.setText(with_facts(self.tr("规则：%1"), yuan_told(line.computed)))
        self._below.setVisible(line.overruled)
        self._back.setVisible(not read_only)

    def _build(self) -> None:
        self._amount.setProperty("role", "amount")
        self._back.setProperty("role", "link")
        self._amount.setToolTip(self.tr("改成别的金额"))
        for button in (self._amount, self._back):
            button.setAutoDefault(True)
        self._amount.clicked.connect(self._on_amount)
        self._back.clicked.connect(self._on_back)
        self._field.setFixedWidth(_AMOUNT_WIDTH)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.setAcceptDrops(False)
        self._field.setAccessibleName(self.tr("金额，元"))
        self._field.returnPressed.connect(self._on_entered)
        self._field.textEdited.connect(self._on_edited)
        line = QHBoxLayout()
        line.addWidget(self._name, 1)
        line.addWidget(self._amount)
        line.addWidget(self._field)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addStretch(1)
        below.addWidget(self._rule)
        below.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._trouble)
        column.addWidget(self._below)
        self._below.hide()
        self._close_field()

    def _close_field(self) -> None:
        self._field.hide()
        self._trouble.hide()
        self._amount.show()

    @Slot()
    def _on_amount(self) -> None:
        assert self._line is not None  # a row without one is hidden
        self._field.setText(yuan(abs(self._line.fen)))
        self._amount.hide()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    @Slot()
    def _on_edited(self) -> None:
        self._trouble.hide()

    @Slot()
    def _on_entered(self) -> None:
        assert self._line is not None  # likewise
        fen = read_yuan(self._field.text())
        if fen is None:
            self._trouble.setText(self.tr("请写金额，如 86.36"))
            self._trouble.show()
            return
        if self._line.kind in _TAKEN_OFF:
            fen = -fen
        self._close_field()
        self._amount.setFocus(Qt.FocusReason.OtherFocusReason)
        if fen != self._line.fen:
            # What the rule says needs no person's word.
            self.overruled.emit(self._line.key, None if fen == self._line.computed else fen)

    @Slot()
    def _on_back(self) -> None:
        assert self._line is not None  # likewise
        self._amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.overruled.emit(self._line.key, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the amount as it was, before it leaves the page."""
        if event.key() == Qt.Key.Key_Escape and self._field.isVisible():
            self._close_field()
            self._amount.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
