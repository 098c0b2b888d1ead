"""The rows of replies: chosen one by one or many at once, dragged to groups and to other places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.ui.library.drag_picture import drag_with_picture
from cs_desk.ui.library.dragged import replies_in
from cs_desk.ui.library.template_delegate import TemplateDelegate
from cs_desk.ui.library.template_model import TemplateModel
from cs_desk.ui.painted_rows import prepare_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent

    from cs_desk.ui.library.listed_templates import ListedTemplate
    from cs_desk.ui.theme import Colours

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TemplateView(QListView):
    """Shows replies and which of them are chosen.

    Signals:
        chosen: The ids of the chosen replies, in the order of the list; the first argument is
            the one that the keyboard is on, empty if none is.
        dropped: Ids of replies, and the id of the one before which they go; empty for the end.
        stepped: The chosen replies are to go up (-1) or down (1) by one place.
        delete_asked: The chosen replies are to be deleted.
        entered: Enter: the editor may have the keyboard.
    """

    chosen = Signal(str, object)
    dropped = Signal(object, str)
    stepped = Signal(int)
    delete_asked = Signal()
    entered = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TemplateModel(self)
        self._delegate = TemplateDelegate(colours, self)
        self._silent = False
        self._may_reorder = False
        self._told: tuple[str, tuple[str, ...]] = ("", ())
        self._build()

    @property
    def rows(self) -> TemplateModel:
        """The rows on show."""
        return self._model

    def show_rows(
        self, rows: Sequence[ListedTemplate], chosen: Collection[str], current: str, instead: int
    ) -> None:
        """Show ``rows`` and choose among them.

        Args:
            rows: The rows.
            chosen: Ids of those to choose; the ones that are not there are left out.
            current: Id of the one that the keyboard is on.
            instead: The row to choose if none of ``chosen`` is left.
        """
        self._silent = True
        self._model.show(rows)
        places = [place for each in chosen if (place := self._model.row_of(each)) >= 0]
        if chosen and rows and not places:
            places = [min(max(instead, 0), len(rows) - 1)]
        self._select(sorted(places), self._model.row_of(current))
        self._silent = False
        self._tell()

    def choose(self, template_ids: Sequence[str]) -> None:
        """Choose among the rows on show."""
        places = sorted(self._model.row_of(each) for each in template_ids)
        self._silent = True
        self._select(places, places[0] if places else -1)
        self._silent = False
        self._tell()

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the ids of the chosen replies, in the order of the list."""
        return self._told[1]

    def set_may_reorder(self, *, may: bool) -> None:
        """Say whether replies may be dropped between the rows."""
        self._may_reorder = may
        self.setDropIndicatorShown(may)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._delegate.set_colours(colours)
        self.viewport().update()

    # -- inside ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("listedReplies")
        prepare_rows(self, self.tr("话术"), self._model, self._delegate)
        # The keyboard lives here, unlike in the lists under a search box.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self.entered)

    def _select(self, places: list[int], current: int) -> None:
        selection = QItemSelection()
        for first, last in _ranges(places):
            selection.select(self._model.index(first), self._model.index(last))
        model = self.selectionModel()
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if current < 0 and places:
            current = places[0]
        index = self._model.index(current)
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if places:
            self.scrollTo(index)

    def _tell(self) -> None:
        if self._silent:
            return
        selected = self.selectionModel().selection()
        places = sorted(
            place
            for part in (selected.at(n) for n in range(selected.count()))
            for place in range(part.top(), part.bottom() + 1)
        )
        rows = (self._model.row_at(place) for place in places)
        ids = tuple(row.template.id for row in rows if row is not None)
        on = self._model.row_at(self.currentIndex().row())
        told = (on.template.id if on else "", ids)
        if told != self._told:
            self._told = told
            self.chosen.emit(*told)

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes, Enter goes to the editor, Alt with an arrow moves."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.key() in _ENTER:
            self.entered.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row that the keyboard is on in sight where there is less room for the rows."""
        current = self.visualRect(self.currentIndex())
        was_seen = current.top() >= 0 and current.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if was_seen and not current.isEmpty():
            self.scrollTo(self.currentIndex())

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the chosen replies with a small picture beside the pointer."""
        chosen = self.chosen_ids()
        if chosen:
            first = self._model.index(self._model.row_of(chosen[0]))
            told = str(first.data())
            if len(chosen) > 1:
                told = with_facts(self.tr("%1 条：%2…"), str(len(chosen)), told)
            data = self._model.mimeData(self.selectedIndexes())
            drag_with_picture(self, data, told, actions)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take replies only where the order of the rows is that of the library."""
        super().dragMoveEvent(event)
        if not self._may_reorder:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say before which row something was dropped."""
        moved = replies_in(event.mimeData())
        if not moved or not self._may_reorder:
            event.ignore()
            return
        at = event.position().toPoint()
        index = self.indexAt(at)
        # By halves of the row, as the line is drawn that shows where it would go.
        below = index.isValid() and at.y() > self.visualRect(index).center().y()
        place = index.row() + int(below)
        before = self._model.row_at(place) if place >= 0 else None
        # As a copy: after a move, Qt would take the dragged rows out of the list.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.dropped.emit(moved, before.template.id if before else "")


def _ranges(places: list[int]) -> list[tuple[int, int]]:
    """Return runs of neighbours as first and last place."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
