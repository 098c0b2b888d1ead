"""What a failure of SQLite or of the system means for the store."""

from __future__ import annotations

import errno
import sqlite3
from typing import TYPE_CHECKING

from cs_desk.domain.errors import (
    DamagedStoreError,
    DeskBusyError,
    Sentence,
    StoreFailedError,
    StoreGoneError,
    UnreadableFileError,
)
from cs_desk.storage.reasons import reason_of

if TYPE_CHECKING:
    from cs_desk.domain.errors import DeskError

VANISHED = Sentence("数据文件不见了，可能被移走或删除了")

BUSY_CODES = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
# What our own statements ask for is wrong only if the tables are not what they were.
_DAMAGE_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


class NoRoomError(UnreadableFileError):
    """The disk is so full that the file cannot even be opened where it is."""


def primary_code(error: sqlite3.Error) -> int | None:
    """Return SQLite's code; None where sqlite3 itself refuses a misuse, as by another thread."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def read_failure(error: OSError | sqlite3.DatabaseError, file: str) -> DeskError:
    """Return what a failed reading or opening of ``file`` is told as."""
    if _is_full(error):
        return NoRoomError(file, reason_of(error))
    code = None if isinstance(error, OSError) else primary_code(error)
    if code in BUSY_CODES:
        return DeskBusyError()
    if code in _DAMAGE_CODES:
        return DamagedStoreError(file, reason_of(error))
    return UnreadableFileError(file, reason_of(error))


def not_written(error: OSError) -> StoreFailedError:
    """Return what is told if a file could not even be reached for writing."""
    if isinstance(error, FileNotFoundError):
        return StoreGoneError(VANISHED, outcome_known=True)
    return StoreFailedError(reason_of(error), outcome_known=True)


def _is_full(error: OSError | sqlite3.DatabaseError) -> bool:
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    # The second is what opening needs first: room for the index of the write-ahead log.
    return getattr(error, "sqlite_errorcode", 0) in (
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    )
