"""The attached files of a case as a list; their small pictures come one by one from a worker."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from cs_desk.app.backup_words import moment_told, size_told
from cs_desk.domain.returns.masking import masked_text
from cs_desk.ui.background import Background
from cs_desk.ui.returns.picture_reading import thumbnail
from cs_desk.ui.words import words
from cs_desk.ui.wrapped_text import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QImage

    from cs_desk.domain.errors import DeskError
    from cs_desk.domain.returns.return_case import Evidence, ReturnCase

TILE = 60
# Twice the tile, for screens that draw two pixels for one.
_PIXELS = TILE * 2
EVIDENCE_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


class EvidenceModel(QAbstractListModel):
    """Rows of attached files.

    Args:
        read_evidence: Returns the content with a hash, or None; called in a worker.
        parent: Qt's owner.
    """

    def __init__(
        self, read_evidence: Callable[[str], bytes | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read_evidence
        self._held: tuple[Evidence, ...] = ()
        self._tips: list[str] = []
        self._pictures: dict[str, QPixmap | None] = {}
        self._work = Background(self)

    def show_evidence(self, held: Sequence[Evidence], now: datetime) -> None:
        """Hold ``held``, oldest first."""
        if tuple(held) == self._held:
            return
        self.beginResetModel()
        self._held = tuple(held)
        self._tips = [_tip(each, now) for each in held]
        kept = {each.sha256 for each in held}
        self._pictures = {key: each for key, each in self._pictures.items() if key in kept}
        self.endResetModel()
        self._draw_next()

    def evidence(self, row: int) -> Evidence | None:
        """Return what is in ``row``; None if there is no such row."""
        return self._held[row] if 0 <= row < len(self._held) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self._held)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return what the tile of ``index`` shows."""
        held = self.evidence(index.row())
        if held is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return held.name
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get(held.sha256)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tips[index.row()]
        return held if role == EVIDENCE_ROLE else None

    def _draw_next(self) -> None:
        lacking = (each.sha256 for each in self._held if each.sha256 not in self._pictures)
        digest = next(lacking, None)
        if digest is not None:
            work = partial(_small_picture, self._read, digest)
            self._work.run(work, partial(self._on_drawn, digest), partial(self._on_lost, digest))

    def _on_drawn(self, digest: str, image: QImage | None) -> None:
        self._pictures[digest] = None if image is None else QPixmap.fromImage(image)
        for row, held in enumerate(self._held):
            if held.sha256 == digest:
                place = self.index(row)
                self.dataChanged.emit(place, place, [Qt.ItemDataRole.DecorationRole])
        self._draw_next()

    def _on_lost(self, digest: str, _error: DeskError) -> None:
        self._on_drawn(digest, None)


def shown_evidence(case: ReturnCase) -> tuple[Evidence, ...]:
    """Return what is attached to ``case``, oldest first, with personal data masked in its names."""
    return tuple(replace(each, name=masked_text(each.name, case.nicks)) for each in case.evidence)


def _small_picture(read: Callable[[str], bytes | None], digest: str) -> QImage | None:
    data = read(digest)
    return None if data is None else thumbnail(data, _PIXELS)


def _tip(held: Evidence, now: datetime) -> str:
    when = moment_told(held.at, now, words)
    return plain_tip(f"{held.name}\n{size_told(held.size)} · {held.by} {when}")
