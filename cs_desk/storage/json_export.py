"""Everything in the store but drafts as one JSON document, as stock TinyDB keeps it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, BinaryIO

from cs_desk.domain.errors import InvalidFileError
from cs_desk.storage.identity import DAMAGED
from cs_desk.storage.row_documents import decode_document
from cs_desk.storage.row_format import DRAFT_TABLE, is_sound

if TYPE_CHECKING:
    import sqlite3

_NAMES = """
    SELECT name FROM tinydb_table WHERE name <> :drafts
    UNION SELECT table_name FROM document WHERE table_name <> :drafts ORDER BY 1
"""
# Not by the table's index: its order would have to be sorted, with every body, in memory.
_ROWS = "SELECT doc_id, crc, body FROM document NOT INDEXED WHERE table_name = ? ORDER BY key"


# As ``write_json`` begins: nobody else puts a table's name at the start of the second line.
_HEAD = re.compile(rb'\{\n(?:"(?:[^"\\]|\\.)*": \{|\}\n)')


def is_export_head(head: bytes) -> bool:
    """Return whether a file that begins with ``head`` was written by ``write_json``."""
    return _HEAD.match(head) is not None


def write_json(store: sqlite3.Connection, target: BinaryIO) -> int:
    """Write ``{table: {id: document}}`` row by row, in UTF-8; return the number of documents.

    ``tinydb.TinyDB(path, encoding="utf-8")`` opens it. Rows that fail their checksum are left
    out, as they are everywhere in the program.

    Args:
        store: A connection that shows one moment, inside an open transaction.
        target: Where it is written.

    Raises:
        InvalidFileError: A row that passes its checksum holds no JSON.
        OSError: It could not be written.
        sqlite3.DatabaseError: The store could not be read.
    """
    count = 0
    names = store.execute(_NAMES, {"drafts": DRAFT_TABLE}).fetchall()
    target.write(b"{")
    for place, (name,) in enumerate(names):
        target.write(b",\n" if place else b"\n")
        target.write(json.dumps(name, ensure_ascii=False).encode() + b": {")
        count += _write_rows(store, name, target)
        target.write(b"}")
    target.write(b"\n}\n")
    return count


def _write_rows(store: sqlite3.Connection, table: str, target: BinaryIO) -> int:
    count = 0
    for doc_id, crc, body in store.execute(_ROWS, (table,)):
        if not is_sound(table, doc_id, crc, body):
            continue
        target.write(b'%s\n"%d": %s' % (b"," if count else b"", doc_id, _checked(table, body)))
        count += 1
    return count


def _checked(table: str, body: bytes) -> bytes:
    try:
        decode_document(body)
    except ValueError as error:
        raise InvalidFileError(table, DAMAGED) from error
    return body
