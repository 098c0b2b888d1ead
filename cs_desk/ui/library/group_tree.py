"""The tree of groups: choose one, rename it in place, move and delete it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTreeView,
    QWidget,
)

from cs_desk.app.wording import with_facts
from cs_desk.ui.library.drag_picture import drag_with_picture
from cs_desk.ui.library.group_model import GroupModel
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from cs_desk.ui.library.headings import Heading

_INDENT = GRID * 4


class GroupTree(QTreeView):
    """Shows the groups of a library and says what a person wants done to them.

    Signals:
        chosen: The path of the chosen group; None for all replies, empty for those without one.
        add_asked: A new group, under the heading of this path; empty for the top. It is to be
            named with ``begin_adding``.
        name_given: The path of the heading above a new group, and the group's name.
        rename_asked: A group's path, and its new name.
        move_asked: A group is to go elsewhere; where, is to be asked.
        group_dropped: A group's path, and that of the heading it goes under.
        replies_dropped: Ids of replies, and the group they go to.
        delete_asked: A group's path.
    """

    chosen = Signal(object)
    add_asked = Signal(str)
    name_given = Signal(str, str)
    rename_asked = Signal(str, str)
    move_asked = Signal(str)
    group_dropped = Signal(str, str)
    replies_dropped = Signal(object, str)
    delete_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = GroupModel(self)
        self._folded: set[str] = set()
        self._shown: tuple[object, ...] = ()
        self._path: str | None = None
        self._build()
        self._connect()

    def show_groups(self, headings: Sequence[Heading], total: int, unfiled: int) -> None:
        """Show these groups; the same one stays chosen if it is still there."""
        shown = (tuple(headings), total, unfiled)
        if shown == self._shown:
            return
        self._shown = shown
        selection = self.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._model.show(headings, total, unfiled)
        for path in self._model.paths():
            self.setExpanded(self._model.index_of(path), path not in self._folded)
        self._lay_out()
        found = self._model.index_of(self._path)
        self.setCurrentIndex(found if found.isValid() else self._model.index_of(None))
        selection.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._on_current()

    def path(self) -> str | None:
        """Return the path of the chosen group, as ``chosen`` tells it."""
        return self._path

    def choose(self, path: str | None) -> None:
        """Choose a group."""
        index = self._model.index_of(path)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def begin_renaming(self, path: str) -> None:
        """Let the person type another name for a group, in its place."""
        index = self._model.index_of(path)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def begin_adding(self, parent: str, name: str) -> None:
        """Let the person name a new group; without a name, nothing is left of it.

        Args:
            parent: The path of the heading above it; empty for the top.
            name: What it is called if the person just agrees.
        """
        above = self._model.index_of(parent) if parent else QModelIndex()
        self.expand(above)
        # The group that is chosen stays so until there is another one.
        begun = self._model.begin(parent, name)
        self.scrollTo(begun)
        self.edit(begun)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("groups")
        self.setAccessibleName(self.tr("分组"))
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(700)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAllColumnsShowFocus(True)

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._on_current)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self.customContextMenuRequested.connect(self._on_menu)
        # A rename or a drop changes the rows, and Qt is not done with them while it tells.
        queued = Qt.ConnectionType.QueuedConnection
        self._model.rename_asked.connect(self.rename_asked, queued)
        self._model.name_given.connect(self.name_given, queued)
        self._model.group_dropped.connect(self.group_dropped, queued)
        self._model.replies_dropped.connect(self.replies_dropped, queued)

    def _lay_out(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    # -- choosing ----------------------------------------------------------------------------

    @Slot()
    def _on_current(self) -> None:
        path = self._model.path_at(self.currentIndex())
        if path != self._path:
            self._path = path
            self.chosen.emit(path)

    @Slot(QModelIndex)
    def _on_expanded(self, index: QModelIndex) -> None:
        self._folded.discard(self._model.path_at(index) or "")

    @Slot(QModelIndex)
    def _on_collapsed(self, index: QModelIndex) -> None:
        self._folded.add(self._model.path_at(index) or "")

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        menu = self.menu(self.indexAt(at))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(at))

    def menu(self, index: QModelIndex) -> QMenu:
        """Return what can be done to the group at ``index``."""
        menu = QMenu(self)
        path = self._model.path_at(index) or ""
        told = self.tr("新建分组")
        if path:
            name = path.rpartition("/")[2].replace("&", "&&")
            told = with_facts(self.tr("在「%1」下新建分组"), name)
        menu.addAction(told, partial(self.add_asked.emit, path)).setShortcut("Ins")
        if self._model.is_group(index):
            rename = menu.addAction(self.tr("改名"), partial(self.begin_renaming, path))
            rename.setShortcut("F2")
            menu.addAction(self.tr("移到别的分组下…"), partial(self.move_asked.emit, path))
            menu.addSeparator()
            delete = menu.addAction(self.tr("删除分组"), partial(self.delete_asked.emit, path))
            delete.setShortcut(QKeySequence.StandardKey.Delete)
        return menu

    # -- Qt ----------------------------------------------------------------------------------

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Take away the row of a new group: it comes again from the library, if it was named."""
        super().closeEditor(editor, hint)
        QTimer.singleShot(0, self._model.forget_begun)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag a group with a small picture beside the pointer: its target stays in sight."""
        index = self.currentIndex()
        if path := self._model.path_at(index):
            data = self._model.mimeData([index])
            drag_with_picture(self, data, path.rpartition("/")[2], actions)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes the group, Insert makes one below it."""
        path = self._path or ""
        if event.key() == Qt.Key.Key_Delete and path:
            self.delete_asked.emit(path)
        elif event.key() == Qt.Key.Key_Insert:
            self.add_asked.emit(path)
        else:
            super().keyPressEvent(event)
