"""What can be done to many replies at once: move them, tag them, copy them, delete them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.ui.library.group_box import GroupBox
from cs_desk.ui.library.template_fields import tags_in
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.domain.template import ReplyTemplate

_MOST_NAMED = 5


class SeveralPage(QWidget):
    """Stands in the editor's place while more than one reply is chosen.

    Signals:
        move_asked: The path of the group that all of them go to.
        tag_asked: Tags to add to all of them, and tags to take away.
        duplicate_asked: All of them are to be there twice.
        delete_asked: All of them are to be deleted.
    """

    move_asked = Signal(str)
    tag_asked = Signal(object, object)
    duplicate_asked = Signal()
    delete_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label("title")
        self._names = plain_label("muted", wrapped=True)
        self._group = GroupBox()
        self._tags = QLineEdit()
        self._theirs = QComboBox()
        self._move = QPushButton(self.tr("移过去"))
        self._add = QPushButton(self.tr("加上"))
        self._remove = QPushButton(self.tr("去掉"))
        self._copy = QPushButton(self.tr("复制一份"))
        self._delete = QPushButton(self.tr("删除"))
        self._build()
        self._connect()

    def show_templates(self, templates: Sequence[ReplyTemplate]) -> None:
        """Show which replies are meant."""
        self._title.setText(with_facts(self.tr("已选 %1 条话术"), str(len(templates))))
        names = [template.title for template in templates[:_MOST_NAMED]]
        more = "…" if len(templates) > _MOST_NAMED else ""
        self._names.setText(self.tr("、").join(names) + more)
        tags = Counter(tag for template in templates for tag in template.tags)
        self._theirs.clear()
        self._theirs.addItems([tag for tag, _count in tags.most_common()])
        self._theirs.setEnabled(bool(tags))
        self._remove.setEnabled(bool(tags))

    def offer_groups(self, groups: Sequence[str]) -> None:
        """Offer these groups."""
        self._group.offer(groups)

    def focus_tags(self) -> None:
        """Give the keyboard to the line for new tags."""
        self._tags.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_group(self) -> None:
        """Give the keyboard to the line for the group."""
        self._group.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._tags.setPlaceholderText(self.tr("用顿号隔开"))
        grid = QGridLayout(self)
        grid.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID * 2)
        grid.addWidget(self._title, 0, 0, 1, 3)
        grid.addWidget(self._names, 1, 0, 1, 3)
        self._add_row(grid, 2, self.tr("移到分组"), self._group, self._move)
        self._add_row(grid, 3, self.tr("加标签"), self._tags, self._add)
        self._add_row(grid, 4, self.tr("去掉标签"), self._theirs, self._remove)
        grid.addWidget(self._copy, 5, 1)
        grid.addWidget(self._delete, 5, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(6, 1)

    @staticmethod
    def _add_row(
        grid: QGridLayout, row: int, name: str, part: QWidget, button: QPushButton
    ) -> None:
        label = QLabel(name)
        label.setProperty("role", "muted")
        label.setBuddy(part)
        part.setAccessibleName(name)
        button.setAutoDefault(True)
        grid.addWidget(label, row, 0)
        grid.addWidget(part, row, 1)
        grid.addWidget(button, row, 2)

    def _connect(self) -> None:
        self._move.clicked.connect(self._on_move)
        self._add.clicked.connect(self._on_add)
        self._tags.returnPressed.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self._copy.clicked.connect(self.duplicate_asked)
        self._delete.clicked.connect(self.delete_asked)

    @Slot()
    def _on_move(self) -> None:
        self.move_asked.emit(self._group.path())

    @Slot()
    def _on_add(self) -> None:
        if tags := tags_in(self._tags.text()):
            self._tags.clear()
            self.tag_asked.emit(tags, ())

    @Slot()
    def _on_remove(self) -> None:
        if tag := self._theirs.currentText():
            self.tag_asked.emit((), (tag,))
