"""What the desk does with its files, each as one operation during which a call may fail."""

from __future__ import annotations

import shutil
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from tinydb import where

from cs_desk.domain.backup import BackupReason
from cs_desk.storage.database import DeskDatabase
from torture.desk_folder import SteppingClock, backups_of, store_of
from torture.recording import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cs_desk.storage.backup_folder import BackupFolder

OLD_STORE = ROOT / "tests" / "data" / "desk-v1.db"

# A backup in a place that a person chose.
_CHOSEN = "chosen.db"
_WAL_PAGES = 200  # so many make SQLite carry them over to the file
_FRAME = 4096 + 24


class DeskOperation(Protocol):
    """One operation on the desk in a folder."""

    name: str

    def lay_out(self, folder: Path) -> None:
        """Make what is there before."""

    def ready(self, folder: Path) -> DeskDatabase | None:
        """Open what is open before."""

    def act(self, folder: Path, database: DeskDatabase | None) -> str:
        """Do it, and return the backup that it made; empty if none."""


class _OnADesk:
    """There is a desk with some documents, closed."""

    def lay_out(self, folder: Path) -> None:
        with DeskDatabase(store_of(folder)) as database, database.transaction():
            for number in range(20):
                database.insert({"key": f"{number}", "text": "亲您好" * 50})

    def ready(self, _folder: Path) -> DeskDatabase | None:
        return None


class _OnAnOpenDesk(_OnADesk):
    """The same, and it is open."""

    def ready(self, folder: Path) -> DeskDatabase | None:
        return DeskDatabase(store_of(folder))


class Creation:
    """The first start in an empty folder."""

    name = "creation"

    def lay_out(self, folder: Path) -> None:
        """Leave it empty."""

    def ready(self, _folder: Path) -> DeskDatabase | None:
        """Open nothing."""
        return None

    def act(self, folder: Path, _database: DeskDatabase | None) -> str:
        """Make the desk."""
        DeskDatabase(store_of(folder)).close()
        return ""


class Change(_OnAnOpenDesk):
    """One document is changed."""

    name = "one change"

    def act(self, _folder: Path, database: DeskDatabase | None) -> str:
        """Change it."""
        assert database
        database.update({"text": "在路上了"}, where("key") == "7")
        return ""


class Transaction(_OnAnOpenDesk):
    """Several documents come, change and go at once, over many pages."""

    name = "transaction"

    def act(self, _folder: Path, database: DeskDatabase | None) -> str:
        """Change them."""
        assert database
        with database.transaction():
            database.table("case").insert_multiple({"n": n, "text": "好" * 900} for n in range(10))
            database.update({"text": "在路上了"}, where("key") == "7")
            database.remove(where("key") == "8")
        return ""


class WatchedTransaction(Transaction):
    """The same while somebody else looks on, so that SQLite keeps its log when it is closed."""

    name = "transaction, watched"

    def __init__(self) -> None:
        self._onlooker: DeskDatabase | None = None

    def ready(self, folder: Path) -> DeskDatabase | None:
        """Open it twice."""
        self._onlooker = DeskDatabase(store_of(folder))
        return super().ready(folder)


class Checkpoint(_OnAnOpenDesk):
    """A change after which SQLite carries its log over to the file."""

    name = "checkpoint"

    def ready(self, folder: Path) -> DeskDatabase | None:
        """Fill the log to the brim."""
        database = DeskDatabase(store_of(folder))
        log = store_of(folder).with_name("desk.db-wal")
        while log.stat().st_size < (_WAL_PAGES - 6) * _FRAME:
            database.update({"text": "发货了"}, where("key") == "3")
            database.update({"text": "发货啦"}, where("key") == "3")
        return database

    def act(self, _folder: Path, database: DeskDatabase | None) -> str:
        """Make it run over."""
        assert database
        with database.transaction():
            for number in range(8):
                database.update({"text": f"{number}" * 2000}, where("key") == f"{number}")
        return ""


class Opening(_OnADesk):
    """A start after the last process was killed: SQLite has to take its log in."""

    name = "opening"

    def lay_out(self, folder: Path) -> None:
        """Leave a log behind."""
        super().lay_out(folder)
        database = DeskDatabase(store_of(folder))
        database.insert({"key": "last", "text": "在路上了"})
        left = {path: path.read_bytes() for path in store_of(folder).parent.iterdir()}
        database.close()
        for path, content in left.items():
            path.write_bytes(content)

    def act(self, folder: Path, _database: DeskDatabase | None) -> str:
        """Open it, read everything, and close it."""
        DeskDatabase(store_of(folder)).close()
        return ""


class Migration:
    """The first start of this version with the store of an older one."""

    name = "migration"

    def lay_out(self, folder: Path) -> None:
        """Leave an old store."""
        store_of(folder).parent.mkdir()
        shutil.copyfile(OLD_STORE, store_of(folder))

    def ready(self, _folder: Path) -> DeskDatabase | None:
        """Open nothing."""
        return None

    def act(self, folder: Path, _database: DeskDatabase | None) -> str:
        """Back it up, and bring it to the present format."""
        backups, made = _backups(folder), list[str]()
        DeskDatabase(
            store_of(folder),
            before_migration=lambda: made.append(_keep(backups, BackupReason.MIGRATION)),
        ).close()
        return made[0]


class Backing(_OnAnOpenDesk):
    """A backup is made beside older ones."""

    name = "backup"

    def lay_out(self, folder: Path) -> None:
        """Make an older one."""
        super().lay_out(folder)
        _keep(_backups(folder))

    def act(self, folder: Path, _database: DeskDatabase | None) -> str:
        """Make it."""
        return _keep(_backups(folder))


class Restoring(_OnAnOpenDesk):
    """A backup is restored over a sound store, which a window shows."""

    name = "restore"

    def lay_out(self, folder: Path) -> None:
        """Make a backup, and change the store."""
        super().lay_out(folder)
        _keep(_backups(folder))
        _backups(folder).save_as(str(folder / _CHOSEN))
        with DeskDatabase(store_of(folder)) as database, database.transaction():
            database.update({"text": "在路上了"})
            database.table("case").insert({"n": 1})

    def act(self, folder: Path, _database: DeskDatabase | None) -> str:
        """Restore it."""
        before = _backups(folder).restore(str(folder / _CHOSEN))
        return before.file if before else ""


class RestoringOverDamage(_OnADesk):
    """A backup is put in the place of a damaged store."""

    name = "restore over damage"

    def lay_out(self, folder: Path) -> None:
        """Make a backup, and spoil the store."""
        super().lay_out(folder)
        _keep(_backups(folder))
        _backups(folder).save_as(str(folder / _CHOSEN))
        with store_of(folder).open("r+b") as file:
            file.write(b"\xa5" * 1024)

    def act(self, folder: Path, _database: DeskDatabase | None) -> str:
        """Restore it."""
        _backups(folder).restore(str(folder / _CHOSEN))
        return ""


def _backups(folder: Path) -> BackupFolder:
    return backups_of(folder, SteppingClock(step=0.5))


def _keep(backups: BackupFolder, reason: BackupReason = BackupReason.MANUAL) -> str:
    kept = backups.keep(reason)
    assert kept
    return kept.file


OPERATIONS: Mapping[str, DeskOperation] = MappingProxyType(
    {
        operation.name: operation
        for operation in (
            Creation(),
            Change(),
            Transaction(),
            WatchedTransaction(),
            Checkpoint(),
            Opening(),
            Migration(),
            Backing(),
            Restoring(),
            RestoringOverDamage(),
        )
    }
)
