"""The rows of an import as Qt sees them: those of one kind, each with its choice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cs_desk.domain.library.merge import MergeChoice
from cs_desk.ui.library.import_choices import choices_of, effect, row_title, spoken_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cs_desk.ui.library.import_choices import AnyRow, Effect

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
CHOICE_ROLE = Qt.ItemDataRole.UserRole + 2

_NO_PARENT = QModelIndex()


class ImportRows(QAbstractListModel):
    """Rows it is given; choices stay when other rows are shown, until ``begin``.

    ``ROW_ROLE`` gives the row, ``CHOICE_ROLE`` what is chosen for it, and takes another choice.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[AnyRow] = ()
        self._choices: dict[str, MergeChoice] = {}
        # Kept up to date, so that a choice among 20,000 rows counts none of the others again.
        self._effects: Counter[Effect] = Counter()

    @property
    def choices(self) -> Mapping[str, MergeChoice]:
        """What was chosen by hand, by the rows' keys."""
        return dict(self._choices)

    @property
    def effects(self) -> Mapping[Effect, int]:
        """How many rows of the import have each effect, as it is chosen now."""
        return self._effects

    def begin(self, rows: Iterable[AnyRow], chosen: Mapping[str, MergeChoice]) -> None:
        """Let each row have its default.

        Args:
            rows: All rows that are going to be shown.
            chosen: Choices by the rows' keys that count in place of defaults, where they can.
        """
        self._choices.clear()
        self._effects = Counter(effect(row, row.default) for row in rows)
        for row in rows if chosen else ():
            if chosen.get(row.key) in choices_of(row):
                self._choose(row, chosen[row.key])

    def show(self, rows: Sequence[AnyRow]) -> None:
        """Show ``rows`` in place of what there was."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, place: int) -> AnyRow | None:
        """Return the row at ``place``, or None outside of the list."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def choice(self, row: AnyRow) -> MergeChoice:
        """Return what is chosen for ``row``."""
        return self._choices.get(row.key, row.default)

    def choose_all(self, choice: MergeChoice) -> None:
        """Choose the same for every row on show that allows it."""
        for row in self._rows:
            if choice in choices_of(row):
                self._choose(row, choice)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [CHOICE_ROLE])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Return the number of rows; a row has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the title, what a screen reader says, the row itself, or its choice."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == CHOICE_ROLE:
            return self.choice(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row_title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_row(row, self.choice(row))
        return None

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,  # noqa: ANN401 - Qt's own signature
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Choose for one row; return whether the row allows it."""
        row = self.row_at(index.row())
        if row is None or role != CHOICE_ROLE or value not in choices_of(row):
            return False
        self._choose(row, MergeChoice(value))
        self.dataChanged.emit(index, index, [CHOICE_ROLE, Qt.ItemDataRole.AccessibleTextRole])
        return True

    def _choose(self, row: AnyRow, choice: MergeChoice) -> None:
        self._effects[effect(row, self.choice(row))] -= 1
        self._effects[effect(row, choice)] += 1
        self._choices[row.key] = choice
