"""What differs between an edition and the library of today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.domain.library.difference import LibraryDifference, library_difference
from cs_desk.ui.fact_table import FactTable
from cs_desk.ui.library.difference_view import DifferenceView
from cs_desk.ui.library.field_differences import reply_differences
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
    from cs_desk.ui.theme import Colours

_LEAST_HEIGHT = 72
_LIST_HEIGHT = 140


class EditionComparison(QWidget):
    """Lists the replies that differ; the chosen one is shown on both sides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[tuple[ReplyTemplate | None, ReplyTemplate | None]] = []
        self._told = plain_label("section", wrapped=True)
        self._table = FactTable(2, self.tr("不同的话术"))
        self._difference = DifferenceView()
        self._difference.name_sides(self.tr("这一版"), self.tr("现在"))
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._build()

    def show_edition(
        self, edition: TemplateLibrary | None, today: TemplateLibrary, *, whole: bool
    ) -> bool:
        """Show what differs in ``today``; return whether anything does.

        Args:
            edition: What was kept; None if it is there no more.
            today: The library as it is now.
            whole: Whether the edition was all of the library; else other replies are no news.
        """
        found = LibraryDifference() if edition is None else _found(edition, today, whole=whole)
        self._pairs = [
            *found.changed,
            *((None, reply) for reply in found.added),
            *((reply, None) for reply in found.removed),
        ]
        self._told.setText(self._summary(found))
        if edition is None:
            self._told.setText(self.tr("这个版本的内容已经不在了"))
        self._parts.setVisible(bool(found))
        self._table.show_rows([self._row(*pair) for pair in self._pairs], 0 if found else -1)
        return bool(found)

    def summary(self) -> str:
        """Return in words how much differs."""
        return self._told.text()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._difference.set_colours(colours)

    def _build(self) -> None:
        self._table.chosen_changed.connect(self._on_chosen)
        for part in (self._table, self._difference):
            part.setMinimumHeight(_LEAST_HEIGHT)
            self._parts.addWidget(part)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(GRID * 2)
        self._parts.setStretchFactor(0, 1)
        self._parts.setStretchFactor(1, 2)
        self._parts.setSizes([_LIST_HEIGHT, 2 * _LIST_HEIGHT])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._told)
        column.addWidget(self._parts, 1)

    def _summary(self, found: LibraryDifference) -> str:
        if not found:
            return self.tr("和现在完全一样")
        counts = {
            self.tr("新增 %1 条"): len(found.added),
            self.tr("改动 %1 条"): len(found.changed),
            self.tr("删掉 %1 条"): len(found.removed),
        }
        parts = [with_facts(told, f"{count:,}") for told, count in counts.items() if count]
        return self.tr("这一版之后：") + self.tr("，").join(parts)

    def _row(self, before: ReplyTemplate | None, after: ReplyTemplate | None) -> tuple[str, ...]:
        reply = after or before
        assert reply is not None  # one side is always there
        if before is None:
            return reply.title, self.tr("后来新增")
        return reply.title, self.tr("后来删掉") if after is None else self.tr("后来改动")

    @Slot()
    def _on_chosen(self) -> None:
        row = self._table.chosen_row()
        before, after = self._pairs[row] if row >= 0 else (None, None)
        differences = reply_differences(before, after)
        self._difference.show_differences(differences, marked=bool(before and after))


def _found(edition: TemplateLibrary, today: TemplateLibrary, *, whole: bool) -> LibraryDifference:
    found = library_difference(edition, today)
    return found if whole else replace(found, added=())
