"""The list of an import's rows, chosen for by keyboard as by pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from cs_desk.ui.library.import_choices import choices_of
from cs_desk.ui.library.import_row_delegate import ImportRowDelegate
from cs_desk.ui.library.import_rows import CHOICE_ROLE, ImportRows
from cs_desk.ui.painted_rows import prepare_rows
from cs_desk.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from cs_desk.ui.library.import_choices import AnyRow
    from cs_desk.ui.theme import Colours

_NUMBERS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Space: 1}


class ImportList(QListView):
    """Shows the rows of one kind.

    1, 2 and 3 choose for the current row, left and right go to the neighbouring choice, and
    Space goes round.

    Signals:
        current_changed: Another row is the current one, or none.
    """

    current_changed = Signal()

    def __init__(self, rows: ImportRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._delegate = ImportRowDelegate(LIGHT, self)
        prepare_rows(self, self.tr("要导入的话术"), rows, self._delegate)
        self.setObjectName("hits")
        # There is no box above it that could keep the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._delegate.set_colours(colours)
        self.viewport().update()

    def current(self) -> AnyRow | None:
        """Return the current row; None if there is none."""
        return self._rows.row_at(self.currentIndex().row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that another row is the current one."""
        super().selectionChanged(selected, deselected)
        self.current_changed.emit()

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Draw the rows anew, where they are: a choice makes none of them taller."""
        # QListView would lay out all 20,000 of them again.
        QAbstractItemView.dataChanged(self, first, last, roles)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose for the current row."""
        row, key = self.current(), Qt.Key(event.key())
        choices = choices_of(row) if row is not None else ()
        if row is None or not choices or not (key in _NUMBERS or key in _STEPS):
            super().keyPressEvent(event)
            return
        if key in _STEPS:
            place = choices.index(self._rows.choice(row)) + _STEPS[key]
            if key == Qt.Key.Key_Space:
                place %= len(choices)
        else:
            place = _NUMBERS[key]
        if 0 <= place < len(choices):
            self._rows.setData(self.currentIndex(), choices[place], CHOICE_ROLE)
