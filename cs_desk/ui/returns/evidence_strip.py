"""What is attached to a case, as tiles, and a button to attach more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.wording import with_facts
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.returns.evidence_model import EVIDENCE_ROLE, EvidenceModel
from cs_desk.ui.returns.evidence_tile import CELL, EvidenceTile
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from cs_desk.domain.returns.return_case import Evidence
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours

_MOST_ROWS = 3


class EvidenceStrip(QWidget):
    """Tiles of the attached files.

    Signals:
        opened: Hash of the one to be shown large.
        removed: Hash of the one to be taken away.
        files_chosen: List of paths of files to attach.
    """

    opened = Signal(str)
    removed = Signal(str)
    files_chosen = Signal(list)

    def __init__(
        self,
        icons: Icons,
        colours: Colours,
        read_evidence: Callable[[str], bytes | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._model = EvidenceModel(read_evidence, self)
        self._tiles = _Tiles(self._model, EvidenceTile(icons, colours, self))
        self._caption = plain_label("section")
        self._add = QToolButton()
        self._hint = plain_label("muted", wrapped=True)
        self._is_read_only = False
        self._build()
        self.set_colours(colours)

    def show_evidence(self, held: Sequence[Evidence], now: datetime, *, read_only: bool) -> None:
        """Show ``held``, oldest first."""
        self._is_read_only = read_only
        self._model.show_evidence(held, now)
        self._tiles.fit()
        told = with_facts(self.tr("凭证 %1"), str(len(held))) if held else self.tr("凭证")
        self._caption.setText(told)
        self._tiles.setVisible(bool(held))
        self._tiles.setAccessibleName(told)
        self._hint.setVisible(not held)
        self._hint.setText(
            self.tr("没有凭证")
            if read_only
            else self.tr("按 Ctrl+V 粘贴截图，或把图片、文件拖到这里")
        )
        self._add.setVisible(not read_only)

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._add.setIcon(self._icons.tinted("evidence_add", colours.accent))
        self._tiles.set_colours(colours)

    def tiles(self) -> QListView:
        """Return the list of the tiles."""
        return self._tiles

    def _build(self) -> None:
        self._add.setIconSize(QSize(16, 16))
        self._add.setToolTip(self.tr("添加凭证文件…"))
        self._add.setAccessibleName(self.tr("添加凭证文件"))
        self._add.clicked.connect(self._on_add)
        self._tiles.activated.connect(self._on_activated)
        self._tiles.clicked.connect(self._on_activated)
        self._tiles.delete_pressed.connect(self._on_delete)
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._tiles)
        column.addWidget(self._hint)
        self._hint.setContentsMargins(GRID, 0, GRID, 0)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(EVIDENCE_ROLE).sha256)

    @Slot(int)
    def _on_delete(self, row: int) -> None:
        held = self._model.evidence(row)
        if held is not None and not self._is_read_only:
            self.removed.emit(held.sha256)

    @Slot()
    def _on_add(self) -> None:
        dialog = QFileDialog(self, self.tr("添加凭证"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.files_chosen)
        dialog.open()


class _Tiles(QListView):
    delete_pressed = Signal(int)

    def __init__(self, model: EvidenceModel, tile: EvidenceTile) -> None:
        super().__init__()
        self._tile = tile
        self.setObjectName("evidenceTiles")
        self.setModel(model)
        self.setItemDelegate(tile)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        self.setSelectionRectVisible(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: Colours) -> None:
        self._tile.colours = colours
        self.viewport().update()

    def fit(self) -> None:
        """Be as tall as the rows of tiles, up to three."""
        columns = max(self.width() // CELL, 1)
        rows = min(-(-self.model().rowCount() // columns), _MOST_ROWS)
        self.setFixedHeight(max(rows, 1) * CELL + 2 * self.frameWidth() + GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the tiles that the new width holds in a row."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen one away; the page takes what is no arrow."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
