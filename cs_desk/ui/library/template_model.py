"""The replies of a group as Qt sees them: rows it is given, nothing filtered or stored here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from cs_desk.ui.library.dragged import REPLIES, dragged_replies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.ui.library.listed_templates import ListedTemplate

LISTED_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class TemplateModel(QAbstractListModel):
    """Rows of replies; ``LISTED_ROLE`` gives a row's ``ListedTemplate``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListedTemplate, ...] = ()
        self._places: dict[str, int] = {}

    def show(self, rows: Sequence[ListedTemplate]) -> None:
        """Show ``rows`` in place of what there was."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._places = {row.template.id: place for place, row in enumerate(self._rows)}
        self.endResetModel()

    def mark_unsaved(self, template_id: str, *, unsaved: bool) -> None:
        """Say of one row whether there is a draft of it."""
        place = self.row_of(template_id)
        if place < 0 or self._rows[place].unsaved == unsaved:
            return
        rows = list(self._rows)
        rows[place] = replace(rows[place], unsaved=unsaved)
        self._rows = tuple(rows)
        self.dataChanged.emit(self.index(place), self.index(place))

    def row_at(self, row: int) -> ListedTemplate | None:
        """Return the row, or None outside of the list."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, template_id: str) -> int:
        """Return where the reply stands, or -1."""
        return self._places.get(template_id, -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of replies; a reply has no rows below it."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the title, what a screen reader says, or the row itself."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == LISTED_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.template.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: ListedTemplate) -> str:
        marks = (
            self.tr("编码重复") if row.clashes else "",
            self.tr("未保存") if row.unsaved else "",
        )
        told = (row.template.title, row.template.code, *marks, row.template.group)
        return " ".join(part for part in told if part)

    # -- dragging ----------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be chosen and dragged, and nothing is dropped into one."""
        flags = super().flags(index)
        return flags | (
            Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        )

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped here."""
        return [REPLIES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged replies, in the order of the list."""
        places = sorted(index.row() for index in indexes)
        return dragged_replies(self._rows[place].template.id for place in places)

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that things are moved here."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
