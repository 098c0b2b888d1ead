"""The search box: what the agent types, input method included, and the keys that walk the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QLineEdit):
    """One line to search with; the keyboard never has to leave it.

    Signals:
        query_changed: The query, with what is being composed in the input method.
        stepped: Move the choice in the list by so many rows.
        chosen: Enter was pressed, and it was meant for the desk.
        left_forward: Tab: on to the fields of the chosen reply.
    """

    query_changed = Signal(str)
    stepped = Signal(int)
    chosen = Signal()
    left_forward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self.setObjectName("searchBox")
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("搜索话术：文字、拼音、首字母、编码"))
        self.setAccessibleName(self.tr("搜索话术"))
        self.textChanged.connect(self._on_text_changed)

    def query(self) -> str:
        """Return what is typed; what is still being composed stands at the cursor."""
        text, at = self.text(), self.cursorPosition()
        return text[:at] + self._composing + text[at:]

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self.query_changed.emit(self.query())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Search while composing: the letters in the input method are pinyin already."""
        # Input methods part the syllables in their preedit by blanks or apostrophes.
        composing = event.preeditString().replace("'", "").replace(" ", "")
        changed = composing != self._composing
        self._composing = composing
        super().inputMethodEvent(event)
        if changed:
            self.query_changed.emit(self.query())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list and choose from here; everything else edits the text."""
        key = Qt.Key(event.key())
        if self._composing:
            # Enter that commits a composition is the input method's, never a choice.
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt moves the focus by itself."""
        if event.type() == QEvent.Type.KeyPress and self._is_tab(event):  # type: ignore[arg-type] # a key press
            self.left_forward.emit()
            return True
        return super().event(event)

    def _is_tab(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return event.key() == Qt.Key.Key_Tab and plain and not self._composing
