"""The damaged records that were set aside: how many, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cs_desk.app.backup_words import moment_told
from cs_desk.app.set_aside import number_told, table_told
from cs_desk.ui.fact_table import FactTable
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from cs_desk.app.set_aside import SetAsideRecord

_MOST_ROWS_SHOWN = 4


class SetAsideList(QWidget):
    """Lists damaged records; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setProperty("role", "note")
        self._told.setWordWrap(True)
        self._table = FactTable(3, self.tr("已损坏的记录"))
        # They are there to be read; nothing is done to one of them.
        self._table.setSelectionMode(FactTable.SelectionMode.NoSelection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._told)
        column.addWidget(self._table)
        self.hide()

    def show_records(self, records: Collection[SetAsideRecord], now: datetime) -> None:
        """Show ``records``; nothing at all if there are none."""
        told = self.tr("%1 条记录已损坏，已单独放好，其余照常")
        self._told.setText(told.replace("%1", str(len(records))))
        self._table.show_rows(
            [
                (
                    table_told(record.table, words),
                    number_told(record.doc_id, words),
                    moment_told(record.found_at, now, words) if record.found_at else "",
                )
                for record in sorted(records, key=lambda record: (record.table, record.doc_id))
            ]
        )
        self._table.setFixedHeight(self._table.height_of(min(len(records), _MOST_ROWS_SHOWN)))
        self.setVisible(bool(records))
