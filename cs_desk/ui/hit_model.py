"""The list of hits as Qt sees it: rows it is given, nothing filtered or stored here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.domain.search import Hit

HIT_ROLE = Qt.ItemDataRole.UserRole + 1

_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class HitRow:
    """One row: the hit, and whether the agent keeps it as a favourite."""

    hit: Hit
    favourite: bool


class HitModel(QAbstractListModel):
    """The hits of the present query, best first; ``HIT_ROLE`` gives a row's ``HitRow``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[HitRow, ...] = ()

    def show(self, rows: Sequence[HitRow]) -> None:
        """Show ``rows`` in place of what there was."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> HitRow | None:
        """Return the row, or None outside of the list."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, template_id: str) -> int:
        """Return where the template stands, or -1."""
        ids = [row.hit.template.id for row in self._rows]
        return ids.index(template_id) if template_id in ids else -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Return the number of hits; a hit has no rows below it."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the title, what a screen reader says, or the row itself."""
        row = self.row_at(index.row())
        if row is None:
            return None
        template = row.hit.template
        if role == HIT_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return template.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.row() + 1} {template.title} {template.group} {template.code}"
        return None
