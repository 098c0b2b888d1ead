"""Where a note is written: one line that grows with its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.wording import with_facts
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.returns.evidence_intake import takes
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

LONGEST_NOTE = 10_000
_MOST_LINES = 6


class NoteBox(QWidget):
    """Takes a note; the text stays until the case has it.

    Signals:
        noted: The text that is to be kept.
        refused: Why a text cannot be kept.
        evidence_pasted: A picture or files were pasted here, as QMimeData.
    """

    noted = Signal(str)
    refused = Signal(str)
    evidence_pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = _NoteEdit()
        self._add = QPushButton(self.tr("添加"))
        self._trouble = plain_label("danger", wrapped=True)
        self._build()

    def text(self) -> str:
        """Return what is written and not added yet."""
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put ``text`` in place of what is written."""
        if text != self._edit.toPlainText():
            self._edit.setPlainText(text)

    def _build(self) -> None:
        self._edit.setPlaceholderText(self.tr("写备注，按 Ctrl+Enter 添加"))
        self._edit.setAccessibleName(self.tr("备注"))
        self._edit.textChanged.connect(self._on_changed)
        self._edit.entered.connect(self._on_entered)
        self._edit.evidence_pasted.connect(self.evidence_pasted)
        self._add.setAutoDefault(True)
        self._add.setToolTip("Ctrl+Enter")
        self._add.clicked.connect(self._on_entered)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._edit, 1)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self._trouble)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        length = len(self._edit.toPlainText().strip())
        too_long = length > LONGEST_NOTE
        self._add.setEnabled(0 < length <= LONGEST_NOTE)
        if too_long:
            told = self.tr("一条备注最多 %1 字，现在 %2 字，请分成几条")
            self._trouble.setText(with_facts(told, str(LONGEST_NOTE), str(length)))
        self._trouble.setVisible(too_long)

    @Slot()
    def _on_entered(self) -> None:
        text = self._edit.toPlainText().strip()
        if len(text) > LONGEST_NOTE:
            self.refused.emit(self._trouble.text())
        elif text:
            self.noted.emit(text)


class _NoteEdit(QPlainTextEdit):
    entered = Signal()
    evidence_pasted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        # What is dropped here is evidence, which the page takes.
        self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        lines = round(self.document().documentLayout().documentSize().height())
        shown = max(1, min(_MOST_LINES, lines))
        margins = 2 * (GRID + round(self.document().documentMargin()) + self.frameWidth())
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + margins)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a picture or files as evidence, and everything else as plain text."""
        if takes(source) and (source.hasUrls() or not source.hasText()):
            self.evidence_pasted.emit(source)
        else:
            super().insertFromMimeData(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Pictures can be pasted too, though not into the text."""
        return takes(source) or super().canInsertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines that the new width makes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter adds the note; undo goes on to the case where there is nothing typed."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape or self._is_idle_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _is_idle_undo(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) and not (
            self.document().isUndoAvailable()
        )
