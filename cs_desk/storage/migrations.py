"""The steps from an empty file to the store's present format, each all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x43534431  # "CSD1"

_FIRST_FORMAT = (
    # Stock TinyDB remembers a table that has become empty, so we do.
    "CREATE TABLE tinydb_table (name TEXT PRIMARY KEY) WITHOUT ROWID",
    # With a rowid: bodies of 1 KB in an index tree would make the write-ahead log swell.
    """CREATE TABLE document (
        key INTEGER PRIMARY KEY,
        table_name TEXT NOT NULL,
        doc_id INTEGER NOT NULL,
        crc INTEGER NOT NULL,
        body BLOB NOT NULL,
        UNIQUE (table_name, doc_id)
    )""",
    # By this, processes tell each other which rows to read again.
    """CREATE TABLE change (
        seq INTEGER PRIMARY KEY,
        table_name TEXT NOT NULL,
        doc_id INTEGER NOT NULL,
        removed INTEGER NOT NULL
    )""",
    f"PRAGMA application_id = {APPLICATION_ID}",
)
_DAMAGED_ROWS = (
    # No types and no constraints: it takes whatever stood in a row.
    "CREATE TABLE damaged_row (found_at TEXT, table_name, doc_id, crc, body)",
)

# What leads from each version to the next; an empty file has version 0.
_STEPS = (_FIRST_FORMAT, _DAMAGED_ROWS)

# Every step changes a table: by that, a newer format is told from a number that was damaged.
SCHEMA_VERSION = len(_STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of the file's format; 0 in an empty file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the present format; the caller holds the write lock.

    Killed at any moment, it leaves a file of one version or the next. A step that another
    process took meanwhile is not taken again.

    Raises:
        sqlite3.DatabaseError: A step could not be written, and was not taken.
    """
    for version, step in enumerate(_STEPS):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have been first.
            if version_of(connection) == version:
                for statement in step:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
