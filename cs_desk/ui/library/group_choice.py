"""The question where something is to go: pick a group, or type one that is not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.ui.library.headings import typed_path
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_WIDTH, _HEIGHT = GRID * 80, GRID * 100
_PATH = Qt.ItemDataRole.UserRole


class GroupChoice(QDialog):
    """Asks for a group; Enter or a click takes one.

    Args:
        question: What is asked, as the title.
        none: What the choice of no group is called.
        groups: The groups to choose from.
        parent: The window.

    Signals:
        picked: The path of the group; empty for none.
    """

    picked = Signal(str)

    def __init__(self, question: str, none: str, groups: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._none = none
        self._groups = tuple(groups)
        self._filter = QLineEdit()
        self._list = QListWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self.resize(_WIDTH, _HEIGHT)
        self._filter.setPlaceholderText(self.tr("找分组，或输入新的，下级用 / 隔开"))
        self._filter.setAccessibleName(question)
        self._filter.installEventFilter(self)
        self._filter.textChanged.connect(self._show)
        self._list.setObjectName("groupChoice")
        self._list.setAccessibleName(self.tr("分组"))
        self._list.itemActivated.connect(self._on_picked)
        self._list.itemClicked.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        self._show()

    def offered(self) -> list[str]:
        """Return the paths on offer, from the top."""
        rows = (self._list.item(row) for row in range(self._list.count()))
        return [str(row.data(_PATH)) for row in rows]

    @Slot()
    def _show(self) -> None:
        typed = typed_path(self._filter.text())
        self._list.clear()
        if not typed:
            self._add(self._none, "")
        for group in self._groups:
            if typed.casefold() in group.casefold():
                self._add(group, group)
        if typed and typed not in self._groups:
            self._add(with_facts(self.tr("新建「%1」"), typed), typed)
        self._list.setCurrentRow(0)

    def _add(self, told: str, path: str) -> None:
        item = QListWidgetItem(told)
        item.setData(_PATH, path)
        self._list.addItem(item)

    @Slot(QListWidgetItem)
    def _on_picked(self, item: QListWidgetItem) -> None:
        self.picked.emit(str(item.data(_PATH)))
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows and Enter in the line belong to the list."""
        if event.type() == QEvent.Type.KeyPress:
            key: QKeyEvent = event  # type: ignore[assignment] # by its type
            row = self._list.currentRow()
            if key.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key.key() == Qt.Key.Key_Down else -1
                self._list.setCurrentRow(min(max(row + step, 0), self._list.count() - 1))
                return True
            if key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_picked(self._list.item(row))
                return True
        return super().eventFilter(watched, event)
