"""A data folder with a store and its backup folder, and the ways in which they come to harm."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

from cs_desk.domain.backup import BackupReason
from cs_desk.storage.backup_folder import BackupFolder
from cs_desk.storage.database import DeskDatabase
from tests.fakes import FixedClock

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=timezone(timedelta(hours=8)))


class DeskWithBackups:
    """A store of texts.

    Attributes:
        folder: The data folder.
        file: The store.
        clock: What the backups are dated by.
        backups: What is tested.
    """

    def __init__(self, folder, busy_timeout_s=5):
        self.folder = folder
        self.file = folder / "desk.db"
        self.clock = FixedClock(NOON)
        self.backups = BackupFolder(
            self.file,
            folder / "backups",
            folder / "damaged",
            self.clock,
            busy_timeout_s=busy_timeout_s,
        )

    def open(self):
        return DeskDatabase(self.file, busy_timeout_s=5)

    def write(self, *texts):
        """Add texts to the store."""
        with self.open() as database:
            database.insert_multiple({"text": text} for text in texts)

    def texts(self):
        return texts_in(self.file)

    def keep(self, reason=BackupReason.MANUAL, **options):
        return self.backups.keep(reason, **options)

    def later(self, **time):
        self.clock.advance(timedelta(**time))

    def destroy(self):
        """Overwrite the store's first page; a log stays beside it."""
        with self.file.open("r+b") as opened:
            opened.write(b"\xff" * 4096)

    def kept_files(self):
        return sorted((self.folder / "backups").glob("desk-*.db"))

    def listing(self):
        """Every file under the data folder that holds something, with its content."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.stat().st_size and path.suffix != ".db-shm"
        }


def desk_that_went_on(folder):
    """Return a desk whose one backup, of yesterday, holds two texts; it holds another now."""
    desk = DeskWithBackups(folder)
    desk.write("一", "二")
    desk.keep()
    desk.later(days=1)
    with desk.open() as database:
        database.truncate()
        database.insert({"text": "三"})
        database.table("other").insert({"text": "四"})
    return desk


def texts_in(file):
    with DeskDatabase(Path(file)) as database:
        assert not database.damaged_rows
        return [row["text"] for row in database]


def edit(file, statement):
    """Change a database behind its program's back."""
    with closing(sqlite3.connect(file, timeout=0)) as connection, connection:
        connection.executescript(statement)
