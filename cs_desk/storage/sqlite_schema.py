"""The store's tables in SQLite, how a file is recognised as ours, and how it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, NewerFormatError, Sentence

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x43534431  # "CSD1"
SCHEMA_VERSION = 1

_TABLES = (
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
    f"PRAGMA user_version = {SCHEMA_VERSION}",
)

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    # NORMAL loses acknowledged changes at a power cut.
    "PRAGMA synchronous = FULL",
    # A small log, so that it does not take the last room on a full disk.
    "PRAGMA wal_autocheckpoint = 200",
    "PRAGMA journal_size_limit = 1048576",
    # A deleted buyer's data must not linger in free pages.
    "PRAGMA secure_delete = ON",
)


def prepare(connection: sqlite3.Connection, file: str) -> None:
    """Make a new file a store, or check that ``file`` is one, and set up its connection.

    Raises:
        InvalidFileError: It is another program's database, or its structure is damaged.
        NewerFormatError: A newer version of the program wrote it.
        sqlite3.DatabaseError: It is no database at all, or it is locked.
    """
    if _is_new(connection):
        _create(connection)
    _check_identity(connection, file)
    for setting in _SETTINGS:
        connection.execute(setting)
    _check_structure(connection, file)


def _number(connection: sqlite3.Connection, query: str) -> int:
    (number,) = connection.execute(query).fetchone()
    return int(number)


def _is_new(connection: sqlite3.Connection) -> bool:
    return not (
        _number(connection, "PRAGMA application_id")
        or _number(connection, "PRAGMA user_version")
        or _number(connection, "SELECT count(*) FROM sqlite_master")
    )


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    # Another process may have been first while we waited for the lock.
    for statement in _TABLES if _is_new(connection) else ():
        connection.execute(statement)
    connection.execute("COMMIT")


def _check_identity(connection: sqlite3.Connection, file: str) -> None:
    if _number(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise InvalidFileError(file, Sentence("这不是客服台的数据文件"))
    version = _number(connection, "PRAGMA user_version")
    if version > SCHEMA_VERSION:
        told = Sentence("由更新版本的客服台写成（格式 %1），请先升级程序", (str(version),))
        raise NewerFormatError(file, told)


def _check_structure(connection: sqlite3.Connection, file: str) -> None:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        detail = " ".join(str(verdict).split())
        raise InvalidFileError(file, Sentence("%1（%2）", (Sentence("文件已损坏"), detail)))
