"""The SQLite file under the desk's store: its lock, its one commit, and what can go wrong."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.errors import (
    DeskBusyError,
    DeskError,
    InvalidFileError,
    StoreFailedError,
    UnreadableFileError,
)
from cs_desk.storage.reasons import reason_of
from cs_desk.storage.row_format import (
    ChangedRow,
    Changes,
    DamagedRow,
    Snapshot,
    is_sound,
    row_checksum,
)
from cs_desk.storage.sqlite_schema import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cs_desk.storage.row_format import Batch

# A process that fell further behind than this many changes reads everything again.
KEPT_CHANGES = 1_000

_PUT = """
    INSERT INTO document (table_name, doc_id, crc, body) VALUES (?, ?, ?, ?)
    ON CONFLICT (table_name, doc_id) DO UPDATE SET crc = excluded.crc, body = excluded.body
"""
_CHANGED_SINCE = """
    SELECT c.seq, c.removed, c.table_name, c.doc_id, d.crc, d.body
    FROM change AS c LEFT JOIN document AS d USING (table_name, doc_id)
    WHERE c.seq > ? ORDER BY c.seq
"""
_BUSY_CODES = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGE_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class FileState(NamedTuple):
    """Opaque mark of what a connection has seen; another one once others have committed."""

    connection: int
    data_version: int


class _DiskFullError(StoreFailedError):
    """The disk is full; nothing was written."""


class SqliteFile:
    """One connection to the store's file.

    It serves the thread that made it; sqlite3 refuses any other. The write lock is held from
    ``begin`` to ``commit`` or ``rollback`` only, so that every process gets its turn. After an
    error whose effect is unclear the connection is dropped, and the next use opens a new one.

    Args:
        path: The file; it and its folder are created, for their owner's eyes only.
        busy_timeout_s: Seconds to wait for another process.

    Raises:
        UnreadableFileError: The file cannot be opened, in every method too.
        InvalidFileError: It is not a desk's store, or its structure is damaged.
        NewerFormatError: A newer program wrote it.
        DeskBusyError: Another process held it too long.
    """

    def __init__(self, path: Path, busy_timeout_s: float) -> None:
        self._path = path
        self._busy_timeout_s = busy_timeout_s
        self._connection: sqlite3.Connection | None = None
        self._connections = 0
        self._is_closed = False
        try:
            _create_private(path)
        except OSError as error:
            raise UnreadableFileError(str(path), reason_of(error)) from error
        self._connect()

    @property
    def name(self) -> str:
        """The file's path, as errors tell it."""
        return str(self._path)

    def close(self) -> None:
        """Close the connection; the last one to close tidies the write-ahead log away."""
        self._drop()
        self._is_closed = True

    def state(self) -> FileState:
        """Return the mark of what is committed now; costs a few microseconds."""
        with self._translated_reads():
            live = self._live()
            (version,) = live.execute("PRAGMA data_version").fetchone()
            return FileState(self._connections, version)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one moment's state for several reads; inside a write it does nothing more."""
        with self._translated_reads():
            if self._live().in_transaction:
                yield
                return
            try:
                self._live().execute("BEGIN")
                yield
            finally:
                self.rollback()

    def read_all(self) -> Snapshot:
        """Read every row there is."""
        damaged = set()
        with self.reading():
            tables: dict[str, dict[str, bytes]] = {name: {} for name in self._table_names()}
            for table, doc_id, crc, body in self._live().execute(
                "SELECT table_name, doc_id, crc, body FROM document ORDER BY key"
            ):
                if is_sound(table, doc_id, crc, body):
                    tables.setdefault(table, {})[str(doc_id)] = body
                else:
                    damaged.add(DamagedRow(table, doc_id))
            return Snapshot(tables, damaged, self._last_change())

    def changes_since(self, last_change: int) -> Changes | None:
        """Read what was changed after ``last_change``; None if that is too long ago to tell."""
        with self.reading():
            found = self._live().execute(_CHANGED_SINCE, (last_change,)).fetchall()
            newest = found[-1][0] if found else self._last_change()
            if newest - len(found) != last_change:
                return None
            return Changes(self._table_names(), [_changed(*row[1:]) for row in found], newest)

    def begin(self) -> None:
        """Take the write lock.

        Raises:
            DeskBusyError: Another process kept it for longer than the timeout.
            StoreFailedError: The file cannot be written; nothing was.
        """
        live = self._live()
        try:
            live.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            raise self._write_failure(error, outcome_known=True) from error

    def rollback(self) -> None:
        """Give up the lock and everything written under it."""
        if self._connection is None or not self._connection.in_transaction:
            return
        try:
            self._connection.execute("ROLLBACK")
        except sqlite3.DatabaseError:
            self._drop()

    def commit(self, batch: Batch) -> int:
        """Write ``batch`` durably, give up the lock, and return the last change's number.

        Raises:
            DeskBusyError: The disk was full, and another process wrote before a second try.
            StoreFailedError: The batch could not be written.
        """
        try:
            return self._write(batch)
        except _DiskFullError:
            self._retake_lock_with_more_room()
        return self._write(batch)

    def _write(self, batch: Batch) -> int:
        live = self._live()
        is_committing = False
        try:
            last_change = _execute(live, batch)
            is_committing = True
            live.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise self._write_failure(error, outcome_known=not is_committing) from error
        return last_change

    def _retake_lock_with_more_room(self) -> None:
        before = self.state()
        # A checkpoint gives back the room that the write-ahead log took.
        with suppress(sqlite3.DatabaseError):
            self._live().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.begin()
        if self.state() != before:
            self.rollback()
            raise DeskBusyError

    def _write_failure(self, error: sqlite3.DatabaseError, *, outcome_known: bool) -> Exception:
        code = _primary_code(error)
        if code is None:
            return error
        if code in _BUSY_CODES:
            self.rollback()
            return DeskBusyError()
        if code == sqlite3.SQLITE_FULL:
            self.rollback()
            return _DiskFullError(reason_of(error), outcome_known=True)
        self._drop()
        return StoreFailedError(reason_of(error), outcome_known=outcome_known)

    @contextmanager
    def _translated_reads(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if _primary_code(error) is None:
                raise
            self._drop()
            raise _read_failure(error, self.name) from error

    def _live(self) -> sqlite3.Connection:
        if self._is_closed:
            raise ValueError(f"{self.name} is closed")
        return self._connection or self._connect()

    def _connect(self) -> sqlite3.Connection:
        # mode=rw: a file that vanished under us must not come back empty.
        address = f"{self._path.absolute().as_uri()}?mode=rw"
        with self._translated_reads():
            connection = sqlite3.connect(
                address, uri=True, timeout=self._busy_timeout_s, isolation_level=None
            )
            try:
                # A damaged name must reach the checksum, not fail on its way there.
                connection.text_factory = partial(str, encoding="utf-8", errors="replace")
                prepare(connection, self.name)
            except (sqlite3.DatabaseError, DeskError):
                connection.close()
                raise
        self._connection = connection
        self._connections += 1
        return connection

    def _drop(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.DatabaseError):
                self._connection.close()
        self._connection = None

    def _table_names(self) -> set[str]:
        return {name for (name,) in self._live().execute("SELECT name FROM tinydb_table")}

    def _last_change(self) -> int:
        (number,) = self._live().execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
        return int(number)


def _create_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Only a new file: closing a second handle of an open one would drop SQLite's locks.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _execute(live: sqlite3.Connection, batch: Batch) -> int:
    live.executemany("DELETE FROM document WHERE table_name = ? AND doc_id = ?", batch.removed)
    live.executemany(
        _PUT, ((table, key, row_checksum(table, key, body), body) for table, key, body in batch.put)
    )
    live.executemany("INSERT INTO tinydb_table VALUES (?)", ((name,) for name in batch.created))
    live.executemany("DELETE FROM tinydb_table WHERE name = ?", ((n,) for n in batch.dropped))
    return _log_changes(live, batch)


def _log_changes(live: sqlite3.Connection, batch: Batch) -> int:
    rows = [(table, key, 1) for table, key in batch.removed]
    rows += [(table, key, 0) for table, key, _ in batch.put]
    live.executemany("INSERT INTO change (table_name, doc_id, removed) VALUES (?, ?, ?)", rows)
    (last,) = live.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
    if last // KEPT_CHANGES != (last - len(rows)) // KEPT_CHANGES:
        live.execute("DELETE FROM change WHERE seq <= ?", (last - KEPT_CHANGES,))
    return int(last)


def _changed(removed: int, table: str, doc_id: int, crc: int | None, body: object) -> ChangedRow:
    if removed or crc is None:
        return ChangedRow(table, doc_id, None, is_damaged=False)
    if isinstance(body, bytes) and is_sound(table, doc_id, crc, body):
        return ChangedRow(table, doc_id, body, is_damaged=False)
    return ChangedRow(table, doc_id, None, is_damaged=True)


def _primary_code(error: sqlite3.Error) -> int | None:
    # Absent where sqlite3 itself refuses a misuse, such as a call from another thread.
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _read_failure(error: sqlite3.DatabaseError, file: str) -> DeskError:
    code = _primary_code(error)
    if code in _BUSY_CODES:
        return DeskBusyError()
    if code in _DAMAGE_CODES:
        return InvalidFileError(file, reason_of(error))
    return UnreadableFileError(file, reason_of(error))
