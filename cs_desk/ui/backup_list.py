"""The backups there are: when, why and how large; one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from cs_desk.app.backup_words import backup_reason, in_one_minute, moment_told, size_told
from cs_desk.ui.fact_table import FactTable
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cs_desk.domain.backup import Backup


class BackupList(QWidget):
    """Shows backups, newest first, or that there are none yet.

    Signals:
        chosen_changed: Another backup is chosen, or none.
        restore_wanted: Enter was pressed on the chosen backup.
    """

    chosen_changed = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups: tuple[Backup, ...] = ()
        self._in_one_minute: frozenset[datetime] = frozenset()
        self._table = FactTable(3, self.tr("全部备份"))
        self._table.chosen_changed.connect(self.chosen_changed)
        self._table.entered.connect(self.restore_wanted)
        self._empty = QLabel(self.tr("还没有备份\n点「立即备份」做第一份"))
        self._empty.setObjectName("noFacts")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self.setFocusProxy(self._table)

    def show_backups(self, backups: Sequence[Backup], now: datetime) -> None:
        """Show ``backups``; the chosen one stays chosen while it is there."""
        before = self.chosen()
        self._backups = tuple(backups)
        self._in_one_minute = in_one_minute(backup.at for backup in backups)
        files = [backup.file for backup in backups]
        chosen = files.index(before.file) if before and before.file in files else -1
        self._table.show_rows([self._row(backup, now) for backup in backups], chosen)
        self._stack.setCurrentWidget(self._table if backups else self._empty)

    def chosen(self) -> Backup | None:
        """Return the backup that the person has chosen; None if there is none."""
        row = self._table.chosen_row()
        return self._backups[row] if row >= 0 else None

    def needs_seconds(self, backup: Backup) -> bool:
        """Return whether another backup was made in the same minute."""
        return backup.at in self._in_one_minute

    def _row(self, backup: Backup, now: datetime) -> tuple[str, ...]:
        moment = moment_told(backup.at, now, words, seconds=self.needs_seconds(backup))
        return moment, backup_reason(backup.reason, words), size_told(backup.size)
