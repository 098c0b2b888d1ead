"""How a file is recognised as a sound store of ours, and how a connection to it is set up."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from cs_desk.domain.errors import DamagedStoreError
from cs_desk.storage.identity import DAMAGED, check_identity, check_tables
from cs_desk.storage.migrations import SCHEMA_VERSION, migrate, version_of
from cs_desk.storage.quarantine import set_aside_unsound_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

_SETTINGS = (
    # NORMAL loses acknowledged changes at a power cut.
    "PRAGMA synchronous = FULL",
    # A macOS disk keeps what it was told to write in its cache until it is asked in this way.
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    # A small log, so that it does not take the last room on a full disk.
    "PRAGMA wal_autocheckpoint = 200",
    "PRAGMA journal_size_limit = 1048576",
    # A deleted buyer's data must not linger in free pages.
    "PRAGMA secure_delete = ON",
)


def prepare(
    connection: sqlite3.Connection,
    file: str,
    writing: Callable[[], AbstractContextManager[None]],
    before_migration: Callable[[], None] | None = None,
) -> None:
    """Set up the connection, and make the file a sound store of the present format.

    A new file becomes a store, an older one is migrated, a damaged index is mended.

    Args:
        connection: A connection without an open transaction.
        file: The path, as errors tell it.
        writing: Holds the write lock, which is not needed for a file that is as it should be.
        before_migration: Called before a store of an older format is changed; whatever it
            raises leaves that store as it was.

    Raises:
        InvalidFileError: It is another program's database.
        DamagedStoreError: Its structure is damaged.
        NewerFormatError: A newer version of the program wrote it.
        sqlite3.DatabaseError: It is no database at all, or it is locked.
    """
    for setting in _SETTINGS:
        connection.execute(setting)
    is_new = _is_empty(connection)
    if not is_new:
        check_identity(connection, file, DamagedStoreError)
        check_tables(connection, file, DamagedStoreError)
    index_is_sound = _check_structure(connection, file)
    if version_of(connection) < SCHEMA_VERSION:
        if before_migration is not None and not is_new:
            before_migration()
        with writing():
            migrate(connection)
    if _answer(connection, "PRAGMA journal_mode") != "wal":
        with writing():
            connection.execute("PRAGMA journal_mode = WAL")
    if not index_is_sound:
        with writing():
            mend(connection)


def mend(connection: sqlite3.Connection) -> None:
    """Set unsound rows aside and write the index anew; the caller holds the write lock.

    Raises:
        sqlite3.DatabaseError: It could not be written; nothing was changed.
    """
    with all_or_nothing(connection):
        set_aside_unsound_rows(connection)


@contextmanager
def all_or_nothing(connection: sqlite3.Connection) -> Iterator[None]:
    """Make every statement inside one transaction; the caller holds the write lock.

    Raises:
        sqlite3.DatabaseError: It could not be written; nothing was changed.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _answer(connection: sqlite3.Connection, query: str) -> object:
    (answer,) = connection.execute(query).fetchone()
    return answer


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not (
        _answer(connection, "PRAGMA application_id")
        or version_of(connection)
        or _answer(connection, "SELECT count(*) FROM sqlite_master")
    )


def _check_structure(connection: sqlite3.Connection, file: str) -> bool:
    """Return whether the index is sound too; raise DamagedStoreError if anything else is not."""
    if _answer(connection, "PRAGMA integrity_check(1)") == "ok":
        return True
    if _answer(connection, "PRAGMA quick_check(1)") != "ok":
        raise DamagedStoreError(file, DAMAGED)
    return False
