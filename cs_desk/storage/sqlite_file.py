"""The SQLite file under the desk's store: its one transaction, and what can go wrong in it."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.errors import DeskBusyError, StoreFailedError
from cs_desk.storage.quarantine import discard_rows_set_aside, make_all_read_again
from cs_desk.storage.reasons import reason_of
from cs_desk.storage.sqlite_faults import BUSY_CODES, not_written, primary_code
from cs_desk.storage.sqlite_schema import all_or_nothing, mend
from cs_desk.storage.store_connection import StoreConnection
from cs_desk.storage.stored_rows import read_changes, read_snapshot, write_batch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from cs_desk.storage.row_format import Batch, Changes, Snapshot


class FileState(NamedTuple):
    """Opaque mark of what a connection has seen; another one once others have committed."""

    connection: int
    data_version: int


class _DiskFullError(StoreFailedError):
    """The disk is full; nothing was written."""


class SqliteFile:
    """What is read from the store's file and written to it.

    It serves the thread that made it; sqlite3 refuses any other. The write lock is held from
    ``begin`` to ``commit`` or ``rollback`` only, so that every process gets its turn. After an
    error whose effect is unclear, and when another file took the place of this one, the
    connection is dropped, and the next use opens a new one.

    Args:
        path: The file; see ``StoreConnection``, also for what its methods raise.
        busy_timeout_s: Seconds to wait for another process.
        before_migration: Called before a store of an older format is changed.
    """

    def __init__(
        self,
        path: Path,
        busy_timeout_s: float,
        before_migration: Callable[[], None] | None = None,
    ) -> None:
        self._busy_timeout_s = busy_timeout_s
        self._connection = StoreConnection(path, busy_timeout_s, before_migration)

    @property
    def name(self) -> str:
        """The file's path, as errors tell it."""
        return self._connection.name

    @property
    def read_only(self) -> bool:
        """Whether nothing can be stored; reads show what there was when it was opened."""
        return self._connection.refusal is not None

    @property
    def lost_changes(self) -> int:
        """How many acknowledged changes were found missing."""
        return self._connection.lost_changes

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def state(self) -> FileState:
        """Return the mark of what is committed now; costs a few microseconds."""
        # While the file is away, what was read from it is better than nothing.
        self._connection.look_at_path()
        with self._connection.translated():
            (version,) = self._connection.live().execute("PRAGMA data_version").fetchone()
            return FileState(self._connection.number, version)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one moment's state for several reads; inside a write it does nothing more."""
        with self._connection.translated():
            live = self._connection.live()
            if live.in_transaction:
                yield
                return
            try:
                live.execute("BEGIN")
                yield
            finally:
                self._end()

    def read_all(self) -> Snapshot:
        """Read every row there is."""
        with self.reading():
            return read_snapshot(self._connection.live())

    def changes_since(self, last_change: int) -> Changes | None:
        """Read what was changed after ``last_change``; None if that is too long ago to tell."""
        with self.reading():
            return read_changes(self._connection.live(), last_change)

    def set_aside_unsound_rows(self) -> None:
        """Take every row whose checksum does not fit out of use, durably and for everyone."""
        with self._connection.writing(), self._connection.translated():
            mend(self._connection.live())

    def discard_set_aside(self, is_due: Callable[[datetime | None, object], bool]) -> None:
        """Delete rows that were set aside, durably; see ``discard_rows_set_aside``.

        Raises:
            DeskBusyError: Another process kept the write lock for longer than the timeout.
            StoreFailedError: They could not be deleted; nothing was changed.
        """
        with self._rewriting() as live, all_or_nothing(live):
            if discard_rows_set_aside(live, is_due):
                make_all_read_again(live)

    def compact(self) -> None:
        """Write the file anew without what was deleted from it, and empty its log.

        What was overwritten or deleted may stand in the unused part of a page, even though its
        own place was wiped, and stands in the log until that is overwritten.

        Raises:
            DeskBusyError: Another process wrote or read for longer than the timeout.
            StoreFailedError: There is no room, or it could not be written; nothing was changed.
        """
        with self._rewriting() as live:
            live.execute("VACUUM")
            (is_held, *_) = live.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if is_held:
                raise DeskBusyError

    @contextmanager
    def _rewriting(self) -> Iterator[sqlite3.Connection]:
        if self._connection.refusal is not None:
            raise StoreFailedError(self._connection.refusal, outcome_known=True)
        with self._connection.writing():
            try:
                yield self._connection.live()
            except sqlite3.DatabaseError as error:
                raise self._write_failure(error, outcome_known=True) from error

    def begin(self) -> None:
        """Take the write lock.

        Raises:
            DeskBusyError: Another process kept it for longer than the timeout.
            StoreFailedError: The file cannot be written, or is no longer there; nothing was.
        """
        if self._connection.refusal is not None:
            raise StoreFailedError(self._connection.refusal, outcome_known=True)
        # Whatever a file put in this one's place needs is done before others have to wait.
        if self._connection.look_at_path() is None:
            self._connection.live()
        try:
            self._connection.lock.take(self._busy_timeout_s)
        except OSError as error:
            raise not_written(error) from error
        try:
            self._begin_in_place()
        except BaseException:
            self._connection.lock.give_back()
            raise

    def rollback(self) -> None:
        """Give up the lock and everything written under it."""
        try:
            self._end()
        finally:
            self._connection.lock.give_back()

    def commit(self, batch: Batch) -> int:
        """Write ``batch`` durably, give up the lock, and return the last change's number.

        Raises:
            StoreFailedError: The batch could not be written; ``rollback`` gives up the lock.
        """
        try:
            last_change = self._write(batch)
        except _DiskFullError:
            self._make_room()
            last_change = self._write(batch)
        self._connection.acknowledge(last_change)
        self._connection.lock.give_back()
        return last_change

    def _begin_in_place(self) -> None:
        """Begin to write, surely in the file that others find at the path."""
        error = self._connection.look_at_path()
        if error is not None:
            raise not_written(error) from error
        self._begin()

    def _begin(self) -> None:
        live = self._connection.live()
        try:
            live.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            raise self._write_failure(error, outcome_known=True) from error

    def _write(self, batch: Batch) -> int:
        live = self._connection.live()
        is_committing = False
        try:
            last_change = write_batch(live, batch)
            is_committing = True
            live.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise self._write_failure(error, outcome_known=not is_committing) from error
        return last_change

    def _make_room(self) -> None:
        """Give back the room that the write-ahead log took, and begin again under the lock."""
        with suppress(sqlite3.DatabaseError):
            self._connection.live().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._begin()

    def _end(self) -> None:
        if not self._connection.in_transaction:
            return
        try:
            self._connection.live().execute("ROLLBACK")
        except sqlite3.DatabaseError:
            self._connection.drop()

    def _write_failure(self, error: sqlite3.DatabaseError, *, outcome_known: bool) -> Exception:
        code = primary_code(error)
        if code is None:
            return error
        if code in BUSY_CODES:
            self._end()
            return DeskBusyError()
        if code == sqlite3.SQLITE_FULL:
            self._end()
            return _DiskFullError(reason_of(error), outcome_known=True)
        self._connection.drop()
        return StoreFailedError(self._connection.reason_of(error), outcome_known=outcome_known)
