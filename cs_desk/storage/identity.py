"""Whether a database is a store of ours, in a format that we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, NewerFormatError, Sentence
from cs_desk.storage.migrations import APPLICATION_ID, SCHEMA_VERSION, version_of

if TYPE_CHECKING:
    import sqlite3

NO_STORE = Sentence("这不是客服台的数据文件")
DAMAGED = Sentence("文件已损坏")

# So many formats will never follow; a flipped bit makes a version of millions.
_FORMATS_TO_COME = 1_000
# By the version that brought them: each column's name, its type, and its place in the key.
_TABLES = (
    (1, "tinydb_table", "name TEXT 1"),
    (1, "document", "key INTEGER 1,table_name TEXT 0,doc_id INTEGER 0,crc INTEGER 0,body BLOB 0"),
    (1, "change", "seq INTEGER 1,table_name TEXT 0,doc_id INTEGER 0,removed INTEGER 0"),
    (2, "damaged_row", "found_at TEXT 0,table_name  0,doc_id  0,crc  0,body  0"),
)
_COLUMNS = "SELECT group_concat(name || ' ' || type || ' ' || pk) FROM pragma_table_info(?)"
# Indexes that SQLite made by itself have no text.
_NAMES = "SELECT name FROM sqlite_master WHERE sql IS NOT NULL"
_OUR_TABLES = "SELECT count(*) FROM sqlite_master WHERE name IN ('tinydb_table', 'document')"


def check_identity(
    connection: sqlite3.Connection,
    file: str,
    damaged: type[InvalidFileError] = InvalidFileError,
) -> None:
    """Check that a database that is not empty is a store of a format that we know.

    Args:
        connection: To the database.
        file: Its path, as errors tell it.
        damaged: What is raised if it is a store of ours, but damaged.

    Raises:
        InvalidFileError: It is another program's, or damaged.
        NewerFormatError: A newer version of the program wrote it.
        sqlite3.DatabaseError: It cannot be read.
    """
    if number(connection, "PRAGMA application_id") != APPLICATION_ID:
        if number(connection, _OUR_TABLES) == 2:
            raise damaged(file, DAMAGED)
        raise InvalidFileError(file, NO_STORE)
    version = version_of(connection)
    if SCHEMA_VERSION < version <= SCHEMA_VERSION + _FORMATS_TO_COME and not _is_ours(connection):
        told = Sentence("由更新版本的客服台写成（格式 %1），请先升级程序", (str(version),))
        raise NewerFormatError(file, told)
    if not 1 <= version <= SCHEMA_VERSION:
        raise damaged(file, DAMAGED)


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Return whether the tables are those of the present format: only its number is damaged."""
    names = {name for (name,) in connection.execute(_NAMES)}
    return names == {table for _, table, _ in _TABLES} and all(
        connection.execute(_COLUMNS, (table,)).fetchone() == (columns,)
        for _, table, columns in _TABLES
    )


def check_tables(
    connection: sqlite3.Connection,
    file: str,
    damaged: type[InvalidFileError] = InvalidFileError,
) -> None:
    """Check that a store has every table, with every column; for the rest, see above."""
    version = version_of(connection)
    for since, table, columns in _TABLES:
        # One letter of a type or a key may be flipped, too, and only writing would fail.
        if version >= since and connection.execute(_COLUMNS, (table,)).fetchone() != (columns,):
            raise damaged(file, DAMAGED, table)


def number(connection: sqlite3.Connection, query: str) -> int:
    """Return the number that answers ``query``."""
    (found,) = connection.execute(query).fetchone()
    return int(found)
