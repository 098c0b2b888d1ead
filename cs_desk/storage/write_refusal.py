"""Why SQLite takes a store for read-only, though its file may be written."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from cs_desk.domain.errors import DamagedStoreError, DeskError, Sentence, UnreadableFileError
from cs_desk.storage.identity import DAMAGED
from cs_desk.storage.reasons import reason_of
from cs_desk.storage.sqlite_faults import BUSY_CODES, primary_code

if TYPE_CHECKING:
    from pathlib import Path

# sqlite.org/fileformat.html, "File format version numbers": above two, SQLite only reads.
_WRITE_VERSION = 18
_NEWEST_VERSION = 2
_DISK_FAILED = Sentence("读写磁盘时出错")


def probe_writing(connection: sqlite3.Connection) -> None:
    """Begin to write and do nothing, which SQLite refuses at once where it only reads.

    It waits for nobody: where another process is writing, the file can be written.

    Raises:
        sqlite3.DatabaseError: It was refused.
    """
    (timeout_ms,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("BEGIN IMMEDIATE")
        # Where SQLite only reads, the transaction itself would quietly be one for reading.
        connection.execute("DELETE FROM tinydb_table WHERE 0")
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in BUSY_CODES:
            raise
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute(f"PRAGMA busy_timeout = {timeout_ms}")


def why_refused(error: sqlite3.Error, file: Path, name: str) -> DeskError:
    """Return what it means that SQLite would only read ``file``, told by ``name``.

    The connection is closed before. What other connections this process has to the file lose
    their locks, as POSIX has it; nobody can write to a file that comes here anyway.
    """
    if not os.access(file, os.W_OK):
        return UnreadableFileError(name, reason_of(error))
    try:
        # SQLite opens a file for reading when the disk fails while it opens it for writing.
        with file.open("r+b") as opened:
            header = opened.read(_WRITE_VERSION + 1)
    except OSError as failure:
        return UnreadableFileError(name, reason_of(failure))
    if header[_WRITE_VERSION:] > bytes([_NEWEST_VERSION]):
        return DamagedStoreError(name, DAMAGED)
    return UnreadableFileError(name, _DISK_FAILED)


def reason_not_written(error: sqlite3.Error, file: Path) -> Sentence:
    """Return why a change could not be written; a disk that fails is not read-only."""
    is_read_only = primary_code(error) == sqlite3.SQLITE_READONLY
    return _DISK_FAILED if is_read_only and os.access(file, os.W_OK) else reason_of(error)
