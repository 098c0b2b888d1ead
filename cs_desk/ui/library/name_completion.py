"""The names that may stand between braces, offered while one is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Qt, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QListView, QPlainTextEdit

from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from cs_desk.ui.library.name_search import NameSearch

_RESERVED = ("日期", "时间", "片段:", "光标", "剪贴板")
_TYPED = re.compile(r"(?<!\{)(?:\{\{)*\{([^{}:：|｜=+\-]*)$")
_TYPED_TITLE = re.compile(r"\{\s*片段\s*[:：]([^{}]*)$")
_MOST_SHOWN = 8
_WIDTH = GRID * 60
_ROW = GRID * 6
_TAKES = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class NameCompletion(QObject):
    """Offers names below the caret; the keyboard never leaves the text.

    The list is part of the window and no window of its own: one of its own would end what an
    input method is composing.

    Args:
        text: Where names are typed.
        names: Finds those that are meant.
    """

    def __init__(self, text: QPlainTextEdit, names: NameSearch) -> None:
        super().__init__(text)
        self._text = text
        self._search = names
        self._names: tuple[str, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._model = QStringListModel(self)
        self._list = QListView(text)
        self._list.setObjectName("names")
        self._list.setAccessibleName(self.tr("可用的占位符"))
        self._list.setModel(self._model)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._on_clicked)
        self._list.hide()

    def offer_from(self, names: Sequence[str], titles: Sequence[str]) -> None:
        """Offer these names from now on, and after ``{片段:`` these titles."""
        self._names = (*names, *_RESERVED)
        self._titles = tuple(titles)

    def is_open(self) -> bool:
        """Return whether names are on offer now."""
        return self._list.isVisible()

    def offered(self) -> tuple[str, ...]:
        """Return what is on offer now."""
        return tuple(self._model.stringList()) if self.is_open() else ()

    def close(self) -> None:
        """Offer nothing any more."""
        self._list.hide()

    def update_offer(self) -> None:
        """Offer what fits to the text before the caret."""
        typed, known = self._typed()
        found = self._search.found(typed, known) if typed is not None else []
        if not found or found == [typed]:
            self.close()
            return
        self._model.setStringList(found)
        self._list.setCurrentIndex(self._model.index(0))
        self._place(len(found))
        self._list.show()
        self._list.raise_()

    def follow_caret(self) -> None:
        """Lay what is offered where the caret is now."""
        if self.is_open():
            self._place(self._model.rowCount())

    def take_key(self, event: QKeyEvent) -> bool:
        """Let a key walk through what is offered, take it or close it; return whether it did.

        Ctrl+Space has it offered again.
        """
        key = event.key()
        if key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.update_offer()
            return True
        if not self.is_open() or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if key in _TAKES:
            self._take(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in _STEPS:
            rows = self._model.rowCount()
            row = (self._list.currentIndex().row() + _STEPS[Qt.Key(key)]) % rows
            self._list.setCurrentIndex(self._model.index(row))
        else:
            return False
        return True

    # -- inside ------------------------------------------------------------------------------

    def _typed(self) -> tuple[str | None, tuple[str, ...]]:
        """Return what is typed of a name and what it may become; None where no name is typed."""
        cursor = self._text.textCursor()
        if cursor.hasSelection():
            return None, ()
        before = _before(cursor)
        if title := _TYPED_TITLE.search(before):
            return title[1], self._titles
        name = _TYPED.search(before)
        return (name[1] if name else None), self._names

    def _place(self, rows: int) -> None:
        """Lay the list under the caret, or over it where there is more room."""
        window = self._text.window()
        if self._list.parentWidget() is not window:
            # Over its neighbours: the text itself may be only a few lines tall.
            self._list.setParent(window)
        caret = self._text.cursorRect()
        at = self._text.viewport().mapTo(window, caret.bottomLeft())
        above, below = at.y() - caret.height(), window.height() - at.y()
        height = min(rows, _MOST_SHOWN) * _ROW + GRID
        down = below >= height or below >= above
        height = min(height, below if down else above)
        left = max(0, min(at.x(), window.width() - _WIDTH))
        self._list.setGeometry(left, at.y() + 2 if down else above - height, _WIDTH, height)

    @Slot(object)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index)

    def _take(self, index: QModelIndex) -> None:
        """Write the chosen name, and the brace that closes it."""
        typed, _known = self._typed()
        name = str(index.data() or "")
        self.close()
        if typed is None or not name:
            return
        cursor = self._text.textCursor()
        cursor.beginEditBlock()
        units = len(typed.encode("utf-16-le")) // 2
        left, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(left, keep, units)
        cursor.insertText(name)
        if not name.endswith(":"):
            self._close_brace(cursor)
        cursor.endEditBlock()
        self._text.setTextCursor(cursor)
        if name.endswith(":"):
            self.update_offer()

    @staticmethod
    def _close_brace(cursor: QTextCursor) -> None:
        at = cursor.positionInBlock()
        units = cursor.block().text().encode("utf-16-le")
        if units[at * 2 : at * 2 + 2].decode("utf-16-le", "replace") == "}":
            cursor.movePosition(QTextCursor.MoveOperation.Right)
        else:
            cursor.insertText("}")


def _before(cursor: QTextCursor) -> str:
    units = cursor.block().text().encode("utf-16-le")
    return units[: cursor.positionInBlock() * 2].decode("utf-16-le", "replace")
