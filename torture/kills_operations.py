"""Operations that are killed midway, beside those of ``torture.desk_operations``."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
from cs_desk.storage.backup_name import BackupName
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.stores import TinyLibraryStore
from torture.desk_folder import SteppingClock, backups_of, store_of
from torture.desk_operations import OPERATIONS

if TYPE_CHECKING:
    from torture.desk_operations import DeskOperation

_MANY = 800
_DAYS, _A_DAY = 12, 3


class Importing:
    """A large library takes the place of another one, after a backup."""

    name = "import"

    def lay_out(self, folder: Path) -> None:
        """Store the one."""
        with DeskDatabase(store_of(folder)) as database:
            _library_store(database).replace(_library("旧"))

    def ready(self, folder: Path) -> DeskDatabase | None:
        """Open the desk."""
        return DeskDatabase(store_of(folder))

    def act(self, folder: Path, database: DeskDatabase | None) -> str:
        """Import the other one."""
        assert database is not None
        library = _library_store(database)
        library.load()
        kept = backups_of(folder, SteppingClock()).keep(BackupReason.IMPORT)
        library.replace(_library("新"))
        return kept.file if kept else ""


class Rotating:
    """A backup is made, and many old ones are thinned out."""

    name = "backup rotation"

    def lay_out(self, folder: Path) -> None:
        """Leave several backups of each of the last days."""
        Importing().lay_out(folder)
        clock = SteppingClock()
        kept = backups_of(folder, clock).keep(BackupReason.MANUAL)
        assert kept
        for number in range(1, _DAYS * _A_DAY):
            at = clock.now() - timedelta(days=1, hours=24 / _A_DAY * number)
            name = str(BackupName(at, 1, BackupReason.ROUTINE))
            shutil.copyfile(kept.file, Path(kept.file).with_name(name))

    def ready(self, _folder: Path) -> DeskDatabase | None:
        """Open nothing."""
        return None

    def act(self, folder: Path, _database: DeskDatabase | None) -> str:
        """Make the next one."""
        kept = backups_of(folder, SteppingClock(1)).keep(BackupReason.MANUAL)
        return kept.file if kept else ""


def _library_store(database: DeskDatabase) -> TinyLibraryStore:
    return TinyLibraryStore(database, "", SteppingClock())


def _library(word: str) -> TemplateLibrary:
    replies = (ReplyTemplate(f"{word}{n}", f"{word}{n}", f"亲，{word}{n}") for n in range(_MANY))
    return TemplateLibrary(word, word, tuple(replies))


MIDWAY: tuple[DeskOperation, ...] = (
    OPERATIONS["migration"],
    Importing(),
    Rotating(),
    OPERATIONS["restore"],
    OPERATIONS["restore over damage"],
)
"""What is killed midway."""
