"""The connection to the store's file: opened, lost, and opened again where the file is now."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.domain.errors import DamagedStoreError, DeskError, Sentence
from cs_desk.storage.change_mark import ChangeMark
from cs_desk.storage.identity import DAMAGED
from cs_desk.storage.private_copy import copied, is_read_only, lock_file
from cs_desk.storage.soundness import connect
from cs_desk.storage.sqlite_faults import VANISHED, NoRoomError, primary_code, read_failure
from cs_desk.storage.sqlite_schema import prepare
from cs_desk.storage.stored_rows import last_change
from cs_desk.storage.write_lock import WriteLock
from cs_desk.storage.write_refusal import probe_writing, reason_not_written, why_refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cs_desk.storage.private_copy import PrivateCopy

# sqlite.org/fileformat.html: the header alone is as long.
_SHORTEST = 100


class StoreConnection:
    """A connection to a store that is sound, in its present format, and where its path says.

    Where the file cannot be written, it is a private copy that is connected to.

    Args:
        path: The file; it and its folder are created, for their owner's eyes only.
        busy_timeout_s: Seconds to wait for another process.
        before_migration: Called before a store of an older format is changed; whatever it
            raises is passed on, and that store left as it was.

    Attributes:
        name: The file's path, as errors tell it.
        lock: The lock that every write needs.
        refusal: Why nothing can be stored; None if it can.
        number: Counts the connections; another one may see another file.
        lost_changes: How many acknowledged changes were found missing when connecting.

    Raises:
        UnreadableFileError: The file cannot be opened, in every method too.
        InvalidFileError: It is another program's database.
        DamagedStoreError: It is damaged or vanished, in every method too.
        NewerFormatError: A newer program wrote it.
        DeskBusyError: Another process held it too long.
    """

    def __init__(
        self, path: Path, busy_timeout_s: float, before_migration: Callable[[], None] | None
    ) -> None:
        self.name = str(path)
        self.lock = WriteLock(lock_file(path))
        self.refusal: Sentence | None = None
        self.number = 0
        self.lost_changes = 0
        self._mark = ChangeMark(self.lock)
        self._path = path
        self._busy_timeout_s = busy_timeout_s
        self._before_migration = before_migration
        self._copy: PrivateCopy | None = None
        self._connection: sqlite3.Connection | None = None
        self._place: tuple[int, int] | None = None
        self._is_closed = False
        try:
            self._open_or_copy()
        except BaseException:
            self.close()
            raise

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open; never on a connection that was lost."""
        return self._connection is not None and self._connection.in_transaction

    def close(self) -> None:
        """Close it for good; the last one to close tidies the write-ahead log away."""
        self.drop()
        self.lock.close()
        if self._copy is not None:
            self._copy.cleanup()
        self._is_closed = True

    def drop(self) -> None:
        """Let go of the connection, whose state is unclear; the next use opens a new one."""
        if self._connection is not None:
            with suppress(sqlite3.DatabaseError):
                self._connection.close()
        self._connection = None

    def live(self) -> sqlite3.Connection:
        """Return the connection, a new one if it was lost.

        Raises:
            ValueError: It was closed for good.
        """
        if self._is_closed:
            raise ValueError(f"{self.name} is closed")
        return self._connection or self._connect()

    def look_at_path(self) -> OSError | None:
        """Let go of a file that another one replaced; return why there is none to be found.

        It costs two microseconds. An open transaction is not disturbed.
        """
        try:
            found = self._path.stat()
        except OSError as error:
            return error
        if (found.st_dev, found.st_ino) != self._place and not self.in_transaction:
            self.drop()
        return None

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Tell what SQLite fails to read as an error of ours, and let go of the connection."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if primary_code(error) is None:
                raise
            self.drop()
            if primary_code(error) == sqlite3.SQLITE_READONLY:
                raise why_refused(error, self._path, self.name) from error
            raise read_failure(error, self.name) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the write lock, for what is no transaction of the desk's."""
        try:
            with self.lock.held(self._busy_timeout_s):
                yield
        except OSError as error:
            raise read_failure(error, self.name) from error

    def acknowledge(self, change: int) -> None:
        """Note a change that is on the disk, while the write lock is still held."""
        self._mark.write(change)

    def reason_of(self, error: sqlite3.Error) -> Sentence:
        """Return why SQLite failed to write."""
        return reason_not_written(error, self._path)

    def _open_or_copy(self) -> None:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if is_read_only(self._path):
                self._work_on_copy(Sentence("文件夹是只读的"))
        except OSError as error:
            raise read_failure(error, self.name) from error
        try:
            self._open()
        except NoRoomError as error:
            if self._copy is not None:
                raise
            self._work_on_copy(error.reason)
            self._open()

    def _work_on_copy(self, refusal: Sentence) -> None:
        try:
            self._copy = copied(self._path)
        except OSError as error:
            raise read_failure(error, self.name) from error
        self.refusal = refusal
        self._path = Path(self._copy.name, self._path.name)
        self.lock.close()
        self.lock = WriteLock(lock_file(self._path))
        self._mark = ChangeMark(self.lock)
        # A copy of our own needs no backup.
        self._before_migration = None

    def _open(self) -> None:
        if not _is_blank(self._path):
            _make_private(self._path)
            self._connect()
            return
        with self.writing():
            # Another process may have been first.
            if _is_blank(self._path):
                self._create()
            self._connect()

    def _create(self) -> None:
        # SQLite would throw the log away, and with it what was committed last.
        has_log = not _is_blank(self._path.with_name(f"{self._path.name}-wal"))
        if has_log or self._mark.read():
            raise DamagedStoreError(self.name, VANISHED)
        # Only a new file: closing a second handle of an open one would drop SQLite's locks.
        with suppress(FileExistsError):
            os.close(os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))

    def _connect(self) -> sqlite3.Connection:
        while True:
            # Before the first read, so that what others commit from here on is no loss.
            mark, place = self._mark.read(), self._find_place()
            try:
                connection = self._connect_to_path(mark, place)
            except DeskError:
                if self._find_place() == place:
                    raise
                continue
            if self._find_place() == place:
                break
            # Another file was put there meanwhile, so it is unclear which one is open.
            connection.close()
        self._connection, self._place = connection, place
        self.number += 1
        return connection

    def _connect_to_path(self, mark: int, place: tuple[int, int]) -> sqlite3.Connection:
        with self.translated():
            # mode=rw: a file that vanished under us must not come back empty.
            connection = connect(self._path, "mode=rw", self._busy_timeout_s)
            try:
                prepare(connection, self.name, self.writing, self._before_migration)
                probe_writing(connection)
                if last_change(connection) < mark:
                    self._count_lost_changes(connection, place)
            except BaseException:
                connection.close()
                raise
        return connection

    def _count_lost_changes(self, connection: sqlite3.Connection, place: tuple[int, int]) -> None:
        """Tell once how far the store is behind the mark, surely of this file."""
        with self.writing():
            # Another process may have put a backup there, or told it, since the mark was read.
            if self._find_place() != place:
                return
            newest = last_change(connection)
            lost = self._mark.read() - newest
            if lost > 0:
                self._mark.set_back(newest)
                self.lost_changes += lost

    def _find_place(self) -> tuple[int, int]:
        try:
            found = self._path.stat()
        except FileNotFoundError as error:
            raise DamagedStoreError(self.name, VANISHED) from error
        except OSError as error:
            raise read_failure(error, self.name) from error
        if 0 < found.st_size < _SHORTEST:
            # SQLite takes a file of one byte for an empty one.
            raise DamagedStoreError(self.name, DAMAGED)
        return found.st_dev, found.st_ino


def _make_private(path: Path) -> None:
    # A copy that came back from a stick, as a rule, may be read by everybody.
    with suppress(OSError):
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)


def _is_blank(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return True
