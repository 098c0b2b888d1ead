"""The fields of the chosen reply, in place: two in a row, filled without any dialog."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from cs_desk.domain.template import PlaceholderType
from cs_desk.ui.field_editor import FieldEditor
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from cs_desk.domain.city import City
    from cs_desk.domain.filling import FilledField
    from cs_desk.domain.template import Placeholder

_COLUMNS = 2
_FITS_HALF_A_ROW = 12


class FieldGrid(QWidget):
    """One editor for each placeholder of the reply, in the order of its text.

    Signals:
        given: A placeholder and the value that the agent gave it.
        entered: Enter was pressed in a field.
        settled: A suggestion was picked in a field.
    """

    given = Signal(object, str)
    entered = Signal()
    settled = Signal()

    def __init__(
        self, suggest_cities: Callable[[str], list[City]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._suggest_cities = suggest_cities
        self._shown: tuple[Placeholder, ...] = ()
        self._editors: list[FieldEditor] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 4)
        self._grid.setVerticalSpacing(GRID)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)

    def show_fields(self, fields: Sequence[FilledField], unsaved: Collection[str] = ()) -> None:
        """Show ``fields``; editors that are there already keep the focus and the cursor.

        Args:
            fields: The fields as they are filled now.
            unsaved: Names of those whose values are not stored yet but are meant to be.
        """
        placeholders = tuple(field.placeholder for field in fields)
        if placeholders != self._shown:
            self._rebuild(fields)
            self._shown = placeholders
        for editor, field in zip(self._editors, fields, strict=True):
            editor.show_field(field, unsaved=field.name in unsaved)

    def editors(self) -> list[FieldEditor]:
        """Return the editors, in order."""
        return list(self._editors)

    def editor(self, name: str) -> FieldEditor | None:
        """Return the editor of the placeholder ``name``."""
        return next((editor for editor in self._editors if editor.name == name), None)

    def _rebuild(self, fields: Sequence[FilledField]) -> None:
        for editor in self._editors:
            self._grid.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
        self._editors = []
        cell = 0
        for field in fields:
            editor = FieldEditor(field, self._suggest_cities, self)
            editor.edited.connect(partial(self._on_edited, field.placeholder))
            editor.entered.connect(self.entered)
            editor.settled.connect(self.settled)
            wide = _is_wide(field.placeholder)
            if wide and cell % _COLUMNS:
                cell += 1
            self._grid.addWidget(editor, cell // _COLUMNS, cell % _COLUMNS, 1, 2 if wide else 1)
            cell += _COLUMNS if wide else 1
            # A layout does not count what is only going to be shown.
            editor.show()
            self._editors.append(editor)

    def _on_edited(self, placeholder: Placeholder, value: str) -> None:
        self.given.emit(placeholder, value)


def _is_wide(placeholder: Placeholder) -> bool:
    usual = placeholder.default or placeholder.hint
    long = len(usual) > _FITS_HALF_A_ROW
    return long or placeholder.type in (PlaceholderType.MULTILINE, PlaceholderType.LINK)
