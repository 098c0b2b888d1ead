"""The port ``BackupStore``: a folder of verified copies of the store, and the ways back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.domain.backup import Backup, BackupContent, BackupReason, newest_first, surplus
from cs_desk.domain.errors import (
    BackupFailedError,
    DataFaultError,
    DeskBusyError,
    DeskError,
    InvalidFileError,
    Sentence,
    StoreFailedError,
    UnreadableFileError,
)
from cs_desk.storage.backup_file import check_backup, sound_backup, write_backup
from cs_desk.storage.backup_name import LOCK, PART, BackupName, new_name, read_name, stamp
from cs_desk.storage.chosen_file import chosen_backup, chosen_export, is_part_of_store
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.json_export import write_json
from cs_desk.storage.placed_file import placed
from cs_desk.storage.private_copy import copied, is_read_only
from cs_desk.storage.reasons import reason_of
from cs_desk.storage.restoring import DamagedStore
from cs_desk.storage.row_format import DRAFT_TABLE, TEMPLATE_DRAFT_TABLE
from cs_desk.storage.soundness import connect, fault_of, fingerprint
from cs_desk.storage.stored_rows import read_snapshot
from cs_desk.storage.write_lock import WriteLock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.app.ports import Clock

_MB = 1024 * 1024
# SQLite and the system need some room beside the copy itself.
_SPARE_ROOM = 20 * _MB


class _UnsoundStoreError(BackupFailedError):
    """What is stored does not pass the checks of a backup."""


class BackupFolder:
    """Verified copies of the store in one folder; see ``cs_desk.app.ports.BackupStore``.

    It opens what it needs anew each time, so it serves every thread. Files that are not named
    like backups are left alone.

    Args:
        database_file: The store, whatever state it is in.
        folder: Where the backups are; it is created, for its owner's eyes only.
        damaged_folder: Where a damaged store is kept when a backup takes its place.
        clock: The time.
        busy_timeout_s: Seconds to wait for other processes, which may be making a backup.
    """

    def __init__(
        self,
        database_file: Path,
        folder: Path,
        damaged_folder: Path,
        clock: Clock,
        *,
        busy_timeout_s: float = 10.0,
    ) -> None:
        self._database_file = database_file
        self._folder = folder
        self._clock = clock
        self._busy_timeout_s = busy_timeout_s
        self._damaged_folder = damaged_folder
        self._damaged = DamagedStore(database_file, damaged_folder, busy_timeout_s)

    @property
    def folder(self) -> str:
        """The path of the folder that holds the backups."""
        return str(self._folder)

    def keep(self, reason: BackupReason, *, if_changed: bool = False) -> Backup | None:
        """Make a verified backup, thin out the old ones, and return it; see the port."""
        with self._failures_told(self._folder), self._folder_locked(), self._store() as store:
            if if_changed and self._newest_holds_all(store):
                return None
            names = [name for name, _ in self._entries()]
            name = new_name(self._clock.now(), reason, names)
            target = self._folder / str(name)
            self._make(store, target, self._folder / PART)
            self._thin_out()
            return _listed(target, name)

    def all(self) -> tuple[Backup, ...]:
        """Return every backup, newest first, without looking inside.

        Raises:
            UnreadableFileError: The folder may not be read.
        """
        found = [_listed(path, name) for name, path in self._entries()]
        return newest_first((b for b in found if b is not None), self._clock.now())

    def newest_sound(self) -> BackupContent | None:
        """Return the newest backup that passes every check; None if there is none.

        Raises:
            UnreadableFileError: The folder may not be read.
        """
        for backup in self.all():
            with suppress(DataFaultError):
                return self.describe(backup.file)
        return None

    def describe(self, file: str) -> BackupContent:
        """Check ``file``, which need not lie in the folder, and return what it holds.

        Raises:
            DataFaultError: It is no sound backup.
        """
        path = Path(file)
        self._refuse_the_store(path)
        with sound_backup(path) as sound, self._readable(file):
            found = path.stat()
            zone = self._clock.now().tzinfo
            name = read_name(path.name, zone)
            return BackupContent(
                file=file,
                at=name.at if name else datetime.fromtimestamp(int(found.st_mtime), zone),
                reason=name.reason if name else BackupReason.MANUAL,
                size=found.st_size,
                format=sound.format,
                documents=sound.documents,
            )

    def save_as(self, file: str) -> Backup:
        """Write a verified backup to ``file``; an older backup there is replaced."""
        with self._failures_told(Path(file)):
            target = chosen_backup(file, self._database_file)
            with self._store() as store:
                self._make(store, target)
            now = self._clock.now().replace(microsecond=0)
            return Backup(str(target), now, BackupReason.MANUAL, target.stat().st_size)

    def export_json(self, file: str) -> int:
        """Write everything to ``file`` as JSON that stock TinyDB opens; see the port.

        An older export there is replaced.
        """
        with self._failures_told(Path(file)):
            target = chosen_export(file, self._database_file)
            with self._store() as store, placed(target) as part, part.open("wb") as opened:
                return write_json(store, opened)

    def restore(self, file: str) -> Backup | None:
        """Put the content of a backup in place of all that is stored; see the port.

        A sound store is changed in one transaction, which other processes take in like any
        other. In place of a damaged or missing one comes a copy of the backup.
        """
        path = Path(file)
        self._refuse_the_store(path)
        self.finish_restore()
        with sound_backup(path) as backup:
            # Before a backup is made, which may thin out this one.
            tables = read_snapshot(backup.connection).tables
            if _holds_something(self._database_file):
                # A store that cannot be backed up is set aside, like one that cannot be opened.
                with suppress(InvalidFileError, _UnsoundStoreError):
                    return self._replace_content(tables)
            self._replace_store(backup.connection)
        return None

    def finish_restore(self) -> bool:
        """Go on with the restoring of a damaged store that was killed between two steps.

        To be called before the store is opened; it costs microseconds if there is nothing to do.

        Returns:
            Whether there was.

        Raises:
            DeskBusyError: Another process is at it.
            StoreFailedError: It could not be finished; nothing is lost.
        """
        with self._store_failures_told():
            return self._damaged.finish()

    def set_aside(self) -> str | None:
        """Move a damaged store away, so that the desk can start afresh.

        Returns:
            Where it lies now; None if there was none.

        Raises:
            DeskBusyError: Another process is writing.
            StoreFailedError: It could not be moved.
        """
        with self._store_failures_told():
            aside = self._damaged.set_aside(stamp(self._clock.now()))
        return str(aside) if aside else None

    def _replace_content(self, tables: dict[str, dict[str, bytes]]) -> Backup | None:
        database = DeskDatabase(
            self._database_file,
            busy_timeout_s=self._busy_timeout_s,
            before_migration=self.keep_before_migration,
        )
        # Nobody can store anything between the backup and the change.
        with closing(database), database.transaction():
            before = self.keep(BackupReason.RESTORE)
            # What somebody is typing has nothing to do with it.
            kept = (DRAFT_TABLE, TEMPLATE_DRAFT_TABLE)
            drafts = {name: rows for name, rows in database.rows().items() if name in kept}
            database.replace_rows(tables | drafts)
        # Else the newest backup would be of what has just been given up.
        with suppress(DeskError):
            self.keep(BackupReason.RESTORED)
        return before

    def keep_before_migration(self) -> None:
        """Keep what is stored in an older format, before it is changed to the present one.

        A store with damaged rows is no backup; a copy of it lies among the damaged files then.

        Raises:
            BackupFailedError: Neither could be written.
            DeskBusyError: Another process held the store too long.
        """
        try:
            self.keep(BackupReason.MIGRATION)
        except _UnsoundStoreError:
            with self._failures_told(self._damaged_folder), self._store() as store:
                self._damaged_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                name = f"desk-{stamp(self._clock.now())}-{BackupReason.MIGRATION}.db"
                with placed(self._damaged_folder / name) as part:
                    write_backup(store, part)

    def _replace_store(self, backup: sqlite3.Connection) -> None:
        with self._store_failures_told():
            self._damaged.replace(backup, stamp(self._clock.now()))

    def _refuse_the_store(self, file: Path) -> None:
        # It must not even be opened: closing it again would drop SQLite's locks.
        if is_part_of_store(file, self._database_file):
            raise InvalidFileError(str(file), Sentence("这是正在使用的数据文件，请选一个备份"))

    @contextmanager
    def _folder_locked(self) -> Iterator[None]:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = WriteLock(self._folder / LOCK)
        with closing(lock), lock.held(self._busy_timeout_s):
            yield

    @contextmanager
    def _store(self) -> Iterator[sqlite3.Connection]:
        """Open the store for reading, at one moment; other processes may write on."""
        file = self._database_file
        if not file.exists():
            raise BackupFailedError(Sentence("没有找到数据文件「%1」", (str(file),)))
        with ExitStack() as opened:
            if is_read_only(file):
                # SQLite could not make the files that it needs beside it.
                folder = opened.enter_context(copied(file))
                file = Path(folder, file.name)
            store = opened.enter_context(closing(connect(file, "mode=ro", self._busy_timeout_s)))
            store.execute("BEGIN")
            yield store

    def _make(self, store: sqlite3.Connection, target: Path, part: Path | None = None) -> None:
        self._check_room(store, target.parent)
        with placed(target, part) as written:
            write_backup(store, written)
            try:
                check_backup(written)
            except InvalidFileError as fault:
                told = Sentence("现在的数据有损坏，已有的备份都没有动：%1", (fault.reason,))
                raise _UnsoundStoreError(told) from fault

    def _check_room(self, store: sqlite3.Connection, folder: Path) -> None:
        pages, page_size = (
            store.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
        )
        needed, free = 2 * pages * page_size + _SPARE_ROOM, shutil.disk_usage(folder).free
        if free < needed:
            told = Sentence("磁盘空间不足，要 %1 MB，只剩 %2 MB", _in_mb(needed, free))
            raise BackupFailedError(told)

    def _newest_holds_all(self, store: sqlite3.Connection) -> bool:
        for backup in self.all()[:1]:
            with suppress(DataFaultError), sound_backup(Path(backup.file)) as sound:
                return fingerprint(sound.connection) == fingerprint(store)
        return False

    def _thin_out(self) -> None:
        for backup in surplus(self.all(), self._clock.now()):
            # Another program may be reading it; there will be another time.
            with suppress(OSError):
                Path(backup.file).unlink()

    def _entries(self) -> list[tuple[BackupName, Path]]:
        """Return the backups in the folder, those of one second newest first."""
        zone = self._clock.now().tzinfo
        try:
            named = [(read_name(path.name, zone), path) for path in self._folder.iterdir()]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise UnreadableFileError(self.folder, reason_of(error)) from error
        found = [(name, path) for name, path in named if name is not None]
        return sorted(found, reverse=True)

    @contextmanager
    def _failures_told(self, place: Path) -> Iterator[None]:
        """Tell what the system or SQLite reported as a backup that failed."""
        try:
            yield
        except (OSError, sqlite3.DatabaseError) as error:
            if isinstance(error, sqlite3.DatabaseError):
                fault = fault_of(error, str(self._database_file))
                if isinstance(fault, DeskBusyError):
                    raise fault from error
            told = Sentence("写不进「%1」：%2", (str(place), reason_of(error)))
            raise BackupFailedError(told) from error
        except DataFaultError as fault:
            raise BackupFailedError(fault.reason) from fault

    @contextmanager
    def _readable(self, file: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise UnreadableFileError(file, reason_of(error)) from error

    @contextmanager
    def _store_failures_told(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.DatabaseError) as error:
            # SQLite fails while the copy is written, before anything is moved.
            known = isinstance(error, sqlite3.DatabaseError)
            raise StoreFailedError(reason_of(error), outcome_known=known) from error


def _listed(path: Path, name: BackupName) -> Backup | None:
    try:
        return Backup(str(path), name.at, name.reason, path.stat().st_size)
    except FileNotFoundError:
        # Thinned out by another process.
        return None


def _holds_something(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except FileNotFoundError:
        return False


def _in_mb(*sizes: int) -> tuple[str, ...]:
    return tuple(str(size // _MB) for size in sizes)
