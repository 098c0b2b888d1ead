"""Whether a database file is a store of ours that can be trusted, checked row by row."""

from __future__ import annotations

import sqlite3
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from cs_desk.domain.errors import DamagedStoreError, InvalidFileError, Sentence
from cs_desk.storage.identity import (
    DAMAGED,
    NO_STORE,
    check_identity,
    check_tables,
    number,
)
from cs_desk.storage.migrations import version_of
from cs_desk.storage.row_format import DRAFT_TABLE, is_sound
from cs_desk.storage.sqlite_faults import primary_code, read_failure

if TYPE_CHECKING:
    from pathlib import Path, PurePath

    from cs_desk.domain.errors import DeskError

# Views, triggers, virtual tables and computed columns run code when they are read.
_FOREIGN_PARTS = """
    SELECT count(*) FROM sqlite_master
    WHERE coalesce(type, '') NOT IN ('table', 'index') OR coalesce(rootpage, 0) = 0
"""
_COMPUTED_COLUMNS = "SELECT count(*) FROM pragma_table_xinfo('document') WHERE hidden <> 0"
_ROWS = "SELECT table_name, doc_id, crc, body FROM document NOT INDEXED"
# Checksums cover table, id and body, so their sum differs wherever any row does.
_FINGERPRINT = """
    SELECT count(*), sum(crc), (SELECT max(seq) FROM change WHERE table_name <> :drafts),
        (SELECT group_concat(name) FROM tinydb_table WHERE name <> :drafts)
    FROM document NOT INDEXED WHERE table_name <> :drafts
"""


class _Document(msgspec.Struct):
    """Of a document, only whether it is a tombstone."""

    deleted: object = False


def connect(path: Path, options: str, timeout_s: float = 0.0) -> sqlite3.Connection:
    """Open a database file that may have been tampered with.

    Args:
        path: The file; it is not created.
        options: How, in the terms of SQLite's URIs: ``mode=ro``.
        timeout_s: Seconds to wait while another process holds it.

    Raises:
        sqlite3.DatabaseError: It cannot be opened, or its list of tables cannot be read; much is
            found out only when the tables are.
    """
    address = f"{uri_of(path.absolute())}?{options}"
    connection = sqlite3.connect(address, uri=True, timeout=timeout_s, isolation_level=None)
    # A damaged name must reach the checksum, not fail on its way there.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    # What SQLite advises for such files (sqlite.org/security.html).
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    try:
        _read_schema(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def uri_of(path: PurePath) -> str:
    """Return an absolute path as SQLite reads it: a share's server is part of the path."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def check_sound(connection: sqlite3.Connection, file: str) -> dict[str, int]:
    """Check everything that can be checked.

    Args:
        connection: An open store of the present format or an older one.
        file: Its path, as errors tell it.

    Returns:
        Table name to the number of its documents that are not deleted.

    Raises:
        InvalidFileError: It is no store of ours, or it is damaged.
        NewerFormatError: A newer version of the program wrote it.
        sqlite3.DatabaseError: It cannot be read; see ``fault_of``.
    """
    check_identity(connection, file)
    if number(connection, _FOREIGN_PARTS) or number(connection, _COMPUTED_COLUMNS):
        raise InvalidFileError(file, NO_STORE)
    check_tables(connection, file)
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise InvalidFileError(file, DAMAGED)
    counts = {str(name): 0 for (name,) in connection.execute("SELECT name FROM tinydb_table")}
    documents = counts | _count_documents(connection, file)
    if documents.get("template") and not documents.get("library"):
        # No desk would open it: what names and orders the replies is gone.
        raise InvalidFileError(file, Sentence("话术库的总目录丢失了"))
    return documents


def fingerprint(connection: sqlite3.Connection) -> tuple[object, ...]:
    """Return what is the same only for stores of the same content, drafts aside."""
    found = connection.execute(_FINGERPRINT, {"drafts": DRAFT_TABLE}).fetchone()
    return version_of(connection), *found


def fault_of(error: sqlite3.DatabaseError, file: str) -> DeskError:
    """Return what SQLite's failure to read ``file``, which is not the desk's own store, means."""
    fault = read_failure(error, file)
    if not isinstance(fault, DamagedStoreError):
        return fault
    if primary_code(error) == sqlite3.SQLITE_NOTADB:
        return InvalidFileError(file, NO_STORE)
    return InvalidFileError(file, DAMAGED)


def _read_schema(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 0")
    except UnicodeDecodeError as error:
        # SQLite quotes what it does not understand, and sqlite3 cannot decode the quotation.
        damage = sqlite3.DatabaseError("malformed database schema")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage from error


def _count_documents(connection: sqlite3.Connection, file: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    decoder = msgspec.json.Decoder(_Document)
    for table, doc_id, crc, body in connection.execute(_ROWS):
        if not is_sound(table, doc_id, crc, body):
            raise InvalidFileError(file, DAMAGED, f"{table}:{doc_id}")
        try:
            counts[table] += decoder.decode(body).deleted is not True
        except msgspec.DecodeError as error:
            raise InvalidFileError(file, DAMAGED, f"{table}:{doc_id}") from error
    return counts
