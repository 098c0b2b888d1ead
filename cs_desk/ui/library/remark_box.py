"""What is to be told about places of a file, folded away until somebody wants to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from cs_desk.app.wording import sentence, with_facts
from cs_desk.ui.theme import GRID, LIGHT
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.domain.library.incoming import Remark
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_LEAST_HEIGHT = 96
_MOST_HEIGHT = 160


class RemarkBox(QWidget):
    """A line that counts remarks of several sorts, and unfolds to all of them with their places."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._colours = LIGHT
        self._line = QToolButton()
        self._list = QPlainTextEdit()
        self._build()

    def show_remarks(self, sorts: Sequence[tuple[str, Sequence[Remark]]]) -> None:
        """Show remarks, each sort with its name; hide where there are none. Folds up again."""
        counted = [with_facts("%1 %2", name, str(len(each))) for name, each in sorts if each]
        told = self.tr("、").join(counted)
        self._line.setText(told)
        self._line.setAccessibleName(told)
        self._list.setAccessibleName(told)
        self._list.setPlainText(
            "\n".join(self._told(name, remark) for name, each in sorts for remark in each)
        )
        self._line.setChecked(False)
        self.setVisible(bool(counted))

    def text(self) -> str:
        """Return everything that the list says."""
        return self._list.toPlainText()

    def unfold(self) -> None:
        """Show the list."""
        self._line.setChecked(True)

    def set_colours(self, colours: Colours) -> None:
        """Tint the arrow for ``colours``."""
        self._colours = colours
        self._show_fold()

    def _build(self) -> None:
        self._line.setCheckable(True)
        self._line.setIconSize(QSize(16, 16))
        self._line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._line.toggled.connect(self._show_fold)
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setMinimumHeight(_LEAST_HEIGHT)
        self._list.setMaximumHeight(_MOST_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._line, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list)
        self.hide()
        self._show_fold()

    def _told(self, name: str, remark: Remark) -> str:
        place = f"{sentence(remark.where, words)}{self.tr('：')}{sentence(remark.reason, words)}"
        return f"{name} · {place}"

    @Slot()
    def _show_fold(self) -> None:
        opened = self._line.isChecked()
        self._list.setVisible(opened)
        icon = "fold_open" if opened else "fold_shut"
        self._line.setIcon(self._icons.tinted(icon, self._colours.muted))
