"""A short table of facts in words: rows it is given, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHeaderView, QTreeView

from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

# What the style sheet puts around the rows: padding, and a border of one pixel.
_AROUND = 2 * (GRID + 1)

_NO_PARENT = QModelIndex()
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FactModel(QAbstractTableModel):
    """Rows of as many words as there are columns."""

    def __init__(self, columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show ``rows`` in place of what there was."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Return the number of rows; a row has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self._columns

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the words of a cell, or what a screen reader says: the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == self._columns - 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class FactTable(QTreeView):
    """Shows rows of words; the last column stands at the right, the one before it gives way.

    Signals:
        chosen_changed: Another row is chosen, or none.
        entered: Enter was pressed on the chosen row.
    """

    chosen_changed = Signal()
    entered = Signal()

    def __init__(self, columns: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FactModel(columns, self)
        self.setModel(self._model)
        self.setObjectName("facts")
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.hide()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(columns - 2, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[tuple[str, ...]], chosen: int = -1) -> None:
        """Show ``rows`` and choose the one at the place ``chosen``; none for -1."""
        self._model.show(rows)
        if chosen >= 0:
            self.setCurrentIndex(self._model.index(chosen, 0))
        self.chosen_changed.emit()

    def chosen_row(self) -> int:
        """Return the place of the chosen row; -1 if there is none."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def height_of(self, rows: int) -> int:
        """Return how tall the table is with so many rows."""
        self.ensurePolished()
        return rows * max(self.sizeHintForRow(0), 0) + _AROUND

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that another row is chosen."""
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the row that the keyboard comes to, so that it is the one that Enter takes."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY and self.chosen_row() < 0:
            self.setCurrentIndex(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the chosen row."""
        if event.key() in _ENTER and self.chosen_row() >= 0:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
