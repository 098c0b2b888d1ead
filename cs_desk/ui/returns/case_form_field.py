"""One line of the case form: a name, an input, and what is odd about what was put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from cs_desk.domain.returns.fact_rules import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWheelEvent

Value = TypeVar("Value")

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterKey(QObject):
    """Turns Enter in an input into ``pressed``, unless the input method needs it.

    Signals:
        pressed: Enter was pressed, and nothing was being composed.
    """

    pressed = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._composing = False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the keys and at what is being composed."""
        if event.type() == QEvent.Type.InputMethod:
            preedit: QInputMethodEvent = event  # type: ignore[assignment] # by its type
            self._composing = bool(preedit.preeditString())
        elif event.type() == QEvent.Type.KeyPress:
            key: QKeyEvent = event  # type: ignore[assignment] # by its type
            if key.key() in _ENTER and not self._composing:
                self.pressed.emit()
                return True
        return super().eventFilter(watched, event)


class FormField(QWidget):
    """An input with its name above and a remark below; the remark takes room only when made.

    Signals:
        edited: The person typed or chose something.
        entered: Enter was pressed.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, name: str, widget: QLineEdit | QComboBox, hint: str = "") -> None:
        super().__init__()
        self._input = widget
        self._remark = QLabel()
        label = QLabel(name)
        label.setProperty("role", "muted")
        label.setBuddy(widget)
        widget.setAccessibleName(name)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setWordWrap(True)
        self._remark.hide()
        if isinstance(widget, QLineEdit):
            widget.setPlaceholderText(hint)
            widget.setMaxLength(LONGEST_TEXT)
        self._keys = EnterKey(widget)
        self._keys.pressed.connect(self.entered)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(widget)
        column.addWidget(self._remark)
        column.addStretch(1)

    def remark(self, told: str, *, wrong: bool = False) -> None:
        """Say ``told`` under the input; ``wrong`` if it keeps the form from being stored."""
        state, role = ("invalid", "danger") if wrong else ("", "muted")
        self._remark.setText(told)
        self._remark.setVisible(bool(told))
        self._remark.setProperty("role", role)
        self._input.setProperty("state", state)
        self._input.setAccessibleDescription(told)
        for widget in (self._remark, self._input):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def told(self) -> str:
        """Return what is said under the input."""
        return self._remark.text()

    def input(self) -> QLineEdit | QComboBox:
        """Return the input widget."""
        return self._input

    def focus(self) -> None:
        """Give the keyboard to the input."""
        self._input.setFocus(Qt.FocusReason.TabFocusReason)


class TextField(FormField):
    """A line of text."""

    def __init__(self, name: str, hint: str = "") -> None:
        self.line = QLineEdit()
        super().__init__(name, self.line, hint)
        self.line.textEdited.connect(self.edited)

    def text(self) -> str:
        """Return what is typed, without blanks around it."""
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Put ``text`` in, without telling anyone."""
        self.line.setText(text)
        self.line.setCursorPosition(0)


class ChoiceField(FormField, Generic[Value]):
    """A choice among values that are told in words."""

    def __init__(self, name: str, told: Mapping[Value, str]) -> None:
        self.list = _QuietComboBox()
        super().__init__(name, self.list)
        self._told: dict[Value, str] = {}
        self.set_choices(told)
        self.list.activated.connect(self._on_activated)

    def set_choices(self, told: Mapping[Value, str]) -> None:
        """Offer other values; the chosen one stays chosen if it is among them."""
        chosen = self.list.currentIndex()
        before = list(self._told)
        self._told = dict(told)
        self.list.clear()
        self.list.addItems(list(told.values()))
        if 0 <= chosen < len(before):
            self.choose(before[chosen])

    def choices(self) -> Mapping[Value, str]:
        """Return what is offered."""
        return self._told

    def value(self) -> Value:
        """Return the chosen value."""
        return list(self._told)[self.list.currentIndex()]

    def choose(self, value: Value) -> None:
        """Choose ``value``, or the first one if it is not offered; nobody is told."""
        values = list(self._told)
        self.list.setCurrentIndex(values.index(value) if value in values else 0)

    @Slot(int)
    def _on_activated(self, _place: int) -> None:
        self.edited.emit()


class _QuietComboBox(QComboBox):
    """A wheel that passes over it on the way down does not change it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
