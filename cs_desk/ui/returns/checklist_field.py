"""The inputs of the checklist's page, each under a small label of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cs_desk.ui.theme import CONTROL_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

_TEXT_LINES_HEIGHT = CONTROL_HEIGHT * 2


class Labelled(QWidget):
    """An input with its name above it."""

    def __init__(self, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        label.setBuddy(field)
        field.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(field)


class TextLine(QLineEdit):
    """One line of text; showing what it shows already leaves the cursor alone."""

    def show_text(self, text: str) -> None:
        """Show ``text``."""
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)


class DateLine(TextLine):
    """A day, ``2026-11-21``; empty for none. What is no day is marked, and dropped on leaving.

    Signals:
        dated: The day that was typed, a ``date``, or None for an empty line.
    """

    dated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self.setPlaceholderText("2026-11-21")
        self.textEdited.connect(self._on_typed)
        self.editingFinished.connect(self._on_left)

    def show_day(self, day: date | None) -> None:
        """Show ``day``; a day that is being typed is not disturbed."""
        if day != self._day or not self.hasFocus():
            self._day = day
            self.show_text(day.isoformat() if day else "")
            self._mark(wrong=False)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        try:
            day = date.fromisoformat(text.strip()) if text.strip() else None
        except ValueError:
            self._mark(wrong=True)
            return
        self._mark(wrong=False)
        self._day = day
        self.dated.emit(day)

    @Slot()
    def _on_left(self) -> None:
        self.show_text(self._day.isoformat() if self._day else "")
        self._mark(wrong=False)

    def _mark(self, *, wrong: bool) -> None:
        self.setProperty("state", "invalid" if wrong else "filled")
        self.style().unpolish(self)
        self.style().polish(self)


class TextBlock(QPlainTextEdit):
    """A text that is wrapped over a few lines, and holds no line break itself.

    Signals:
        edited: The text as a person left it.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setFixedHeight(_TEXT_LINES_HEIGHT)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)

    def show_text(self, text: str) -> None:
        """Show ``text``; showing what is there already leaves the cursor alone."""
        if self._said() != text:
            self._shown = text
            self.setPlainText(text)

    @Slot()
    def _on_changed(self) -> None:
        said = self._said()
        if said != self._shown:
            self._shown = said
            self.edited.emit(said)

    def _said(self) -> str:
        return " ".join(self.toPlainText().splitlines())


class SteadyCombo(QComboBox):
    """A list of choices that a wheel passing over it does not change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()
