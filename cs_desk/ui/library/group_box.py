"""Where a reply is filed: one of the groups, or a path that is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from cs_desk.ui.library.headings import typed_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent


class GroupBox(QComboBox):
    """A line with the path of a group, which offers those that there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("分组"))
        line, completer = self.lineEdit(), self.completer()
        if line is not None:
            line.setPlaceholderText(self.tr("未分组；下级用 / 隔开"))
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def offer(self, groups: Sequence[str]) -> None:
        """Offer these groups; what is typed stays."""
        if tuple(groups) == self._groups:
            return
        self._groups = tuple(groups)
        typed = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            self.addItems(list(groups))
            self.setEditText(typed)

    def show_path(self, path: str) -> None:
        """Show the path of a group."""
        if self.currentText() != path:
            self.setEditText(path)

    def path(self) -> str:
        """Return the path that is typed, tidied up."""
        return typed_path(self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change nothing: a wheel that passes over on its way down means the page."""
        event.ignore()
