"""The groups as Qt sees them: what it is given; what is done to them is asked for, not done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel

from cs_desk.domain.library.groups import is_within
from cs_desk.ui.library.dragged import GROUP, REPLIES, dragged_group, group_in, replies_in
from cs_desk.ui.library.headings import parent_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.ui.library.headings import Heading

_PATH = Qt.ItemDataRole.UserRole + 1
_IS_GROUP = Qt.ItemDataRole.UserRole + 2
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole

Index = QModelIndex | QPersistentModelIndex


class GroupModel(QStandardItemModel):
    """全部, the headings as a tree, 未分组; the second column counts replies.

    Signals:
        rename_asked: A group's path, and the name that was typed for it.
        name_given: The path of the heading above a new group, and the name that was typed for it.
        group_dropped: A group's path, and that of the heading it was dropped on; empty for the top.
        replies_dropped: Ids of replies, and the path of the group they were dropped on.
    """

    rename_asked = Signal(str, str)
    name_given = Signal(str, str)
    group_dropped = Signal(str, str)
    replies_dropped = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str | None, QStandardItem] = {}
        self._begun: QPersistentModelIndex = QPersistentModelIndex()
        self._above_begun = ""

    def show(self, headings: Sequence[Heading], total: int, unfiled: int) -> None:
        """Show these headings in place of what there was."""
        self.clear()
        self.setColumnCount(2)
        self._items = {}
        self._append(self.invisibleRootItem(), self.tr("全部"), None, total)
        for heading in headings:
            above = self._items.get(heading.parent) if heading.parent else None
            self._append(
                above or self.invisibleRootItem(), heading.name, heading.path, heading.count
            )
        self._append(self.invisibleRootItem(), self.tr("未分组"), "", unfiled)

    def begin(self, parent: str, name: str) -> QModelIndex:
        """Add a row for a group that is still to be named, until ``forget_begun``."""
        self.forget_begun()
        above = self._items.get(parent) if parent else None
        item, number = QStandardItem(name), QStandardItem()
        item.setData(parent, _PATH)
        for part in (item, number):
            part.setDragEnabled(False)
            part.setDropEnabled(False)
        number.setEditable(False)
        # At the top, 未分组 stays the last.
        last = above.rowCount() if above is not None else self.rowCount() - 1
        (above or self.invisibleRootItem()).insertRow(last, [item, number])
        self._begun, self._above_begun = QPersistentModelIndex(item.index()), parent
        return item.index()

    @Slot()
    def forget_begun(self) -> None:
        """Take the row away that is still to be named."""
        if self._begun.isValid():
            self.removeRow(self._begun.row(), self._begun.parent())

    def index_of(self, path: str | None) -> QModelIndex:
        """Return where a group stands; None is 全部, the empty path 未分组."""
        item = self._items.get(path)
        return item.index() if item is not None else QModelIndex()

    def paths(self) -> tuple[str, ...]:
        """Return the path of every group, in order."""
        return tuple(path for path in self._items if path)

    def path_at(self, index: Index) -> str | None:
        """Return the path of the group at ``index``; None for 全部."""
        value = index.sibling(index.row(), 0).data(_PATH)
        return value if isinstance(value, str) else None

    def is_group(self, index: Index) -> bool:
        """Return whether a group of the library's own stands there."""
        return bool(index.isValid() and index.sibling(index.row(), 0).data(_IS_GROUP))

    def _append(self, above: QStandardItem, name: str, path: str | None, count: int) -> None:
        item, number = QStandardItem(name), QStandardItem(str(count))
        item.setData(path, _PATH)
        item.setData(bool(path), _IS_GROUP)
        item.setData(self.tr("%1，%2 条").replace("%1", name).replace("%2", str(count)), _SPOKEN)
        item.setEditable(bool(path))
        item.setDragEnabled(bool(path))
        item.setToolTip("")
        number.setEditable(False)
        number.setDragEnabled(False)
        number.setDropEnabled(False)
        number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        above.appendRow([item, number])
        self._items[path] = item

    # -- Qt ----------------------------------------------------------------------------------

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt's own signature
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Ask for a new name where one was typed; the row changes when the library has."""
        if role == Qt.ItemDataRole.EditRole and self._begun.isValid() and self._begun == index:
            if name := str(value).strip():
                self.name_given.emit(self._above_begun, name)
            return False
        if role != Qt.ItemDataRole.EditRole or not self.is_group(index):
            return super().setData(index, value, role)
        name = str(value).strip()
        if name and name != index.data():
            self.rename_asked.emit(self.path_at(index), name)
        return False

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped here."""
        return [GROUP, REPLIES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged group."""
        return dragged_group(self.path_at(indexes[0]) or "")

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that things are moved here."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Return whether a group may go below that heading, or replies into that group."""
        path = self.path_at(parent) if parent.isValid() else None
        if replies_in(data):
            return row < 0 and path is not None
        moved = group_in(data)
        fits = path != "" and not is_within(path or "", moved) and parent_of(moved) != (path or "")
        return bool(moved) and fits

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for what was dropped to be moved; nothing moves here by itself."""
        if self.canDropMimeData(data, action, row, column, parent):
            path = self.path_at(parent) or "" if parent.isValid() else ""
            if replies := replies_in(data):
                self.replies_dropped.emit(replies, path)
            else:
                self.group_dropped.emit(group_in(data), path)
        return False
