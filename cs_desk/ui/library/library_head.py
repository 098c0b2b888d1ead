"""The head of the library window: what library it is, undo and redo, and the ways to its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cs_desk.app.wording import sentence, with_facts
from cs_desk.ui.library.elided_label import ElidedLabel
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words
from cs_desk.ui.wrapped_text import plain_tip

if TYPE_CHECKING:
    from cs_desk.app.library_desk import LibraryDesk
    from cs_desk.domain.errors import Sentence


_LONGEST_NAME = 14


class LibraryHead(QWidget):
    """One line over the columns.

    Signals:
        undo_asked: The last change is to be taken back.
        redo_asked: What was taken back last is to be done again.
        new_asked: A new reply is to be written.
        placeholders_asked: The definitions of placeholders are to be shown.
        import_asked: A file is to be read in.
        export_asked: The library is to be written to a file.
        publish_asked: A release is to be made.
        trash_asked: The deleted replies are to be shown.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    new_asked = Signal()
    placeholders_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()
    publish_asked = Signal()
    trash_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = plain_label("title")
        self._version = ElidedLabel("muted")
        self._undo = QPushButton(self.tr("撤销"))
        self._redo = QPushButton(self.tr("重做"))
        self._new = QPushButton(self.tr("新建话术"))
        self._build()

    def show_library(self, desk: LibraryDesk) -> None:
        """Show the library's name and edition, and what can be undone."""
        library = desk.library
        name = library.name or self.tr("话术库")
        self._name.setText(name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…")
        self._name.setToolTip(plain_tip(library.name))
        version = with_facts(self.tr("第 %1 版"), library.version) if library.version else ""
        told = [version, library.publisher, library.released_at]
        told.append(with_facts(self.tr("%1 条"), str(len(library.templates))))
        self._version.show_text(" · ".join(part for part in told if part))
        self._show_step(self._undo, self.tr("撤销"), desk.undo_of, "Ctrl+Z")
        self._show_step(self._redo, self.tr("重做"), desk.redo_of, "Ctrl+Shift+Z")

    @staticmethod
    def _show_step(button: QPushButton, name: str, step: Sentence | None, keys: str) -> None:
        told = f"{name}  {keys}"
        if step is not None:
            told = f"{told}\n{sentence(step, words)}"
        button.setEnabled(step is not None)
        button.setToolTip(told)
        button.setAccessibleDescription(told)

    def _build(self) -> None:
        self._new.setToolTip("Ctrl+N")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._name)
        row.addWidget(self._version, 1)
        self._add(row, self._undo, self.undo_asked)
        self._add(row, self._redo, self.redo_asked)
        row.addSpacing(GRID * 2)
        self._add(row, self._new, self.new_asked)
        self._add(row, QPushButton(self.tr("占位符")), self.placeholders_asked)
        self._add(row, QPushButton(self.tr("导入…")), self.import_asked)
        self._add(row, QPushButton(self.tr("导出…")), self.export_asked)
        self._add(row, QPushButton(self.tr("发布…")), self.publish_asked)
        self._add(row, QPushButton(self.tr("回收站")), self.trash_asked)

    @staticmethod
    def _add(row: QHBoxLayout, button: QPushButton, signal: object) -> None:
        button.setAutoDefault(True)
        button.setProperty("role", "small")
        button.clicked.connect(signal)
        row.addWidget(button)
