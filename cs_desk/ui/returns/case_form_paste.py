"""Where the copied text of an order page is dropped, to fill the case form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from cs_desk.ui.returns.case_form_field import EnterKey
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

_HEIGHT = GRID * 14


class PasteBox(QWidget):
    """Takes text from the clipboard, from a drop or from the keyboard; keeps none of it.

    Signals:
        pasted: The text that came in.
    """

    pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = _DropBox()
        self._button = QPushButton(self.tr("粘贴订单文字"))
        self._told = QLabel()
        self._build()

    def say(self, told: str, *, found: bool) -> None:
        """Say what was found in the text."""
        self._told.setText(told)
        self._told.setProperty("role", "muted" if found else "danger")
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)
        self._told.setVisible(bool(told))

    def told(self) -> str:
        """Return what is said about the text."""
        return self._told.text()

    def inputs(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        return self._box, self._button

    def _build(self) -> None:
        self._box.setPlaceholderText(self.tr("把订单页的文字粘贴或拖到这里"))
        self._box.setAccessibleName(self.tr("订单文字"))
        self._box.setFixedHeight(_HEIGHT)
        self._box.setTabChangesFocus(True)
        self._box.came.connect(self.pasted)
        keys = EnterKey(self._box)
        keys.pressed.connect(self._on_entered)
        self._button.setFixedHeight(_HEIGHT)
        self._button.clicked.connect(self._on_paste)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._box, 1)
        row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self._told)

    @Slot()
    def _on_paste(self) -> None:
        self.pasted.emit(QGuiApplication.clipboard().text())

    @Slot()
    def _on_entered(self) -> None:
        text = self._box.toPlainText()
        self._box.clear()
        self.pasted.emit(text)


class PagePaste(QObject):
    """Takes the text of a whole page from a line that it was pasted into.

    Signals:
        pasted: The text.
    """

    pasted = Signal(str)

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        line.installEventFilter(self)

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:
        """Keep a paste of several lines from the line."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        text = QGuiApplication.clipboard().text().strip() if _is_paste(event) else ""
        if "\n" not in text:
            return False
        self.pasted.emit(text)
        return True


def _is_paste(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Paste)


class _DropBox(QPlainTextEdit):
    """Hands on what is pasted or dropped instead of keeping it.

    Signals:
        came: The text.
    """

    came = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.came.emit(source.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.came.emit(event.mimeData().text())
        event.acceptProposedAction()
