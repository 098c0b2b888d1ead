"""A stand-in for the backups: it keeps them in memory, and writes the files it is told to."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

from cs_desk.domain.backup import Backup, BackupReason
from cs_desk.domain.errors import InvalidFileError, Sentence

SIZE = 36 * 1024


class FakeBackups:
    """Backs up one text; ``refuse`` makes it fail, ``hold`` makes it wait for ``release``.

    Attributes:
        content: What is stored now.
        sound: Whether it can be backed up; a damaged store is only set aside.
        sound_ones: Whether the backups that there are can be restored.
        waiting: How many calls have come while it holds.
    """

    def __init__(self, clock, folder="/backups"):
        self.content = "now"
        self.sound = True
        self.sound_ones = True
        self.waiting = 0
        self.folder = str(folder)
        self._clock = clock
        self._kept = []
        self._contents = {}
        self._error = None
        self._gate = threading.Event()
        self._gate.set()

    def add(self, reason, days_ago, content="then"):
        """Let there be a backup from earlier; older ones are added first."""
        made = Backup(
            f"{self.folder}/{len(self._kept)}.db",
            self._clock.now() - timedelta(days=days_ago),
            reason,
            SIZE,
        )
        self._contents[made.file] = content
        self._kept.insert(0, made)
        return made

    def lose_all(self):
        """Let there be no backups any more."""
        self._kept.clear()

    def refuse(self, error):
        """Fail with ``error`` from now on; None mends it."""
        self._error = error

    def hold(self):
        """Let every call wait."""
        self.waiting = 0
        self._gate.clear()

    def release(self):
        """Let every call go on."""
        self._gate.set()

    def keep(self, reason, *, if_changed=False):
        self._arrive()
        if if_changed and self._kept and self._contents[self._kept[0].file] == self.content:
            return None
        return self.add(reason, 0, self.content)

    def all(self):
        kept = tuple(self._kept)
        self._wait()
        return kept

    def newest_sound(self):
        self._arrive()
        return self._kept[0] if self._kept and self.sound_ones else None

    def save_as(self, file):
        self._arrive()
        Path(file).write_text(self.content, encoding="utf-8")
        return Backup(file, self._clock.now(), BackupReason.MANUAL, SIZE)

    def restore(self, file):
        self._arrive()
        if file not in self._contents and not Path(file).exists():
            raise InvalidFileError(file, Sentence("文件已损坏"))
        before = self.add(BackupReason.RESTORE, 0, self.content) if self.sound else None
        known = self._contents.get(file)
        self.content = Path(file).read_text(encoding="utf-8") if known is None else known
        return before

    def export_json(self, file):
        self._arrive()
        Path(file).write_text("{}", encoding="utf-8")
        return 17

    def _wait(self):
        if not self._gate.is_set():
            self.waiting += 1
        self._gate.wait()

    def _arrive(self):
        self._wait()
        if self._error is not None:
            raise self._error
