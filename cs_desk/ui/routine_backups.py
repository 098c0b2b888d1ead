"""Backups made by themselves while the window is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cs_desk.app.wording import trouble
from cs_desk.domain.backup import BackupReason
from cs_desk.ui.background import Background
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from cs_desk.app.ports import BackupStore
    from cs_desk.domain.backup import Backup
    from cs_desk.domain.errors import DeskError
    from cs_desk.ui.notice_bar import NoticeBar

# The start belongs to the agent; what the last run left unsaved can wait so long.
FIRST_LOOK_MS = 2 * 60 * 1000
INTERVAL_MS = 30 * 60 * 1000


class RoutineBackups(QObject):
    """Keeps a backup every half hour, if anything has changed since the newest one.

    A failure is told once, and again only after a success or if it becomes another one.

    Signals:
        kept: A backup was made.
    """

    kept = Signal()

    def __init__(
        self, backups: BackupStore, notices: NoticeBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._backups = backups
        self._notices = notices
        self._background = Background(self)
        self._told = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)

    def start(self) -> None:
        """Begin; the first look comes after two minutes."""
        self._timer.start(FIRST_LOOK_MS)

    @Slot()
    def _on_time(self) -> None:
        self._timer.setInterval(INTERVAL_MS)
        keep = partial(self._backups.keep, BackupReason.ROUTINE, if_changed=True)
        self._background.run(keep, self._on_kept, self._on_failed)

    def _on_kept(self, backup: Backup | None) -> None:
        self._told = ""
        if backup is not None:
            self.kept.emit()

    def _on_failed(self, error: DeskError) -> None:
        told = trouble(error, words)
        if told != self._told:
            shown = self.tr("自动备份时出了问题。%1").replace("%1", told)
            self._notices.warn(shown, error)
        self._told = told
