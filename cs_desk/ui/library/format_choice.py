"""The formats that can be written, each with a sentence on what it holds; one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from cs_desk.app.library_exports import WRITABLE
from cs_desk.ui.library.format_words import format_holds, format_name, suffix
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from cs_desk.domain.library.incoming import FileFormat
    from cs_desk.ui.theme import Colours


_RING = GRID * 3
_DOT = GRID


class FormatChoice(QWidget):
    """Arrow keys go through the formats.

    Signals:
        changed: Another format is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._build()
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def chosen(self) -> FileFormat:
        """The format that is chosen."""
        return WRITABLE[self._group.checkedId()]

    def choose(self, format_: FileFormat) -> None:
        """Choose a format that can be written."""
        self._group.button(WRITABLE.index(format_)).setChecked(True)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        # A dark ground swallows the ring that Qt draws by itself.
        self.setStyleSheet(
            f"QRadioButton::indicator {{ width: {_RING}px; height: {_RING}px;"
            f" background: {colours.surface}; border: 1px solid {colours.muted};"
            f" border-radius: {_RING // 2 + 1}px; }}"
            f"QRadioButton::indicator:focus {{ border-color: {colours.accent}; }}"
            f"QRadioButton::indicator:checked {{ width: {_DOT}px; height: {_DOT}px;"
            f" border: {(_RING - _DOT) // 2 + 1}px solid {colours.accent_fill};"
            f" background: {colours.on_accent}; }}"
            f"QRadioButton:focus {{ color: {colours.accent}; }}"
        )

    def focus(self) -> None:
        """Take the keyboard."""
        self._group.button(self._group.checkedId()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID * 4)
        grid.setVerticalSpacing(GRID * 2)
        grid.setColumnStretch(1, 1)
        for place, format_ in enumerate(WRITABLE):
            button = QRadioButton(f"{format_name(format_)}  .{suffix(format_)}")
            told = plain_label("muted", wrapped=True)
            told.setText(format_holds(format_))
            button.setAccessibleDescription(told.text())
            self._group.addButton(button, place)
            grid.addWidget(button, place, 0)
            grid.addWidget(told, place, 1)

    @Slot(int, bool)
    def _on_toggled(self, _place: int, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked:
            self.changed.emit()
