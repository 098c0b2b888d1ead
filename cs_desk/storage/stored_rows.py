"""Rows of an open SQLite file: read with their checksums, written with them and announced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.storage.quarantine import damaged_row, rows_set_aside
from cs_desk.storage.row_format import ChangedRow, Changes, Snapshot, is_sound, row_checksum

if TYPE_CHECKING:
    import sqlite3

    from cs_desk.storage.row_format import Batch, DamagedRow

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


def read_snapshot(connection: sqlite3.Connection) -> Snapshot:
    """Read every row there is; the caller keeps the file still meanwhile."""
    unsound = set()
    tables: dict[str, dict[str, bytes]] = {name: {} for name in _table_names(connection)}
    for table, doc_id, crc, body in connection.execute(
        "SELECT table_name, doc_id, crc, body FROM document ORDER BY key"
    ):
        if is_sound(table, doc_id, crc, body):
            tables.setdefault(table, {})[str(doc_id)] = body
        else:
            unsound.add(damaged_row(table, doc_id))
    set_aside = _without_namesakes(rows_set_aside(connection), tables)
    return Snapshot(tables, _without_namesakes(unsound, tables), set_aside, last_change(connection))


def _without_namesakes(
    damaged: set[DamagedRow], tables: dict[str, dict[str, bytes]]
) -> set[DamagedRow]:
    """Take the id from a damaged row if a sound one has it: then it was not its own."""
    return {
        replace(row, doc_id=-1) if str(row.doc_id) in tables.get(row.table, {}) else row
        for row in damaged
    }


def read_changes(connection: sqlite3.Connection, since: int) -> Changes | None:
    """Read what was changed after change ``since``; None if that is too long ago to tell."""
    found = connection.execute(_CHANGED_SINCE, (since,)).fetchall()
    newest = found[-1][0] if found else last_change(connection)
    if newest - len(found) != since:
        return None
    return Changes(_table_names(connection), [_changed(*row[1:]) for row in found], newest)


def write_batch(connection: sqlite3.Connection, batch: Batch) -> int:
    """Write ``batch`` inside the open transaction; return the number of the last change."""
    connection.executemany(
        "DELETE FROM document WHERE table_name = ? AND doc_id = ?", batch.removed
    )
    connection.executemany(
        _PUT, ((table, key, row_checksum(table, key, body), body) for table, key, body in batch.put)
    )
    connection.executemany(
        "DELETE FROM damaged_row WHERE table_name = ? AND doc_id = ?", batch.mended
    )
    connection.executemany(
        "INSERT INTO tinydb_table VALUES (?)", ((name,) for name in batch.created)
    )
    connection.executemany(
        "DELETE FROM tinydb_table WHERE name = ?", ((name,) for name in batch.dropped)
    )
    return _announce(connection, batch)


def last_change(connection: sqlite3.Connection) -> int:
    """Return the number of the newest change; 0 if there was none."""
    (number,) = connection.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
    return int(number)


def _announce(connection: sqlite3.Connection, batch: Batch) -> int:
    rows = [(table, key, 1) for table, key in batch.removed]
    rows += [(table, key, 0) for table, key, _ in batch.put]
    connection.executemany(
        "INSERT INTO change (table_name, doc_id, removed) VALUES (?, ?, ?)", rows
    )
    last = last_change(connection)
    if last // KEPT_CHANGES != (last - len(rows)) // KEPT_CHANGES:
        connection.execute("DELETE FROM change WHERE seq <= ?", (last - KEPT_CHANGES,))
    return last


def _changed(removed: int, table: str, doc_id: int, crc: int | None, body: object) -> ChangedRow:
    if removed or crc is None:
        return ChangedRow(table, doc_id, None, is_damaged=False)
    if isinstance(body, bytes) and is_sound(table, doc_id, crc, body):
        return ChangedRow(table, doc_id, body, is_damaged=False)
    return ChangedRow(table, doc_id, None, is_damaged=True)


def _table_names(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM tinydb_table")}
