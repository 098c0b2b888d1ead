"""Rows whose content is not what was written: taken out of use, but kept for those who can help."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cs_desk.storage.row_format import DRAFT_TABLE, DamagedRow, is_sound

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

_ALL = "SELECT key, table_name, doc_id, crc, body FROM document NOT INDEXED ORDER BY key"
_KEEP_ASIDE = """
    INSERT INTO damaged_row (found_at, table_name, doc_id, crc, body)
    SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), table_name, doc_id, crc, body
    FROM document NOT INDEXED WHERE key = ?
"""
# The gap in the numbers makes every process read everything again.
_ANNOUNCE = """
    INSERT INTO change (seq, table_name, doc_id, removed)
    SELECT coalesce(max(seq), 0) + 2, ?, ?, 0 FROM change
"""


def damaged_row(table: object, doc_id: object, found_at: datetime | None = None) -> DamagedRow:
    """Return what can be said of a row any part of which may be damaged; found now if not told."""
    return DamagedRow(
        table if isinstance(table, str) else "",
        doc_id if isinstance(doc_id, int) else -1,
        found_at or datetime.now(UTC),
    )


def set_aside_unsound_rows(connection: sqlite3.Connection) -> None:
    """Move every row whose checksum does not fit to ``damaged_row``, in the open transaction.

    The sound ones are written anew, since the index may lead to the wrong row as well; this also
    mends an index that alone is damaged.
    """
    rows = connection.execute(_ALL).fetchall()
    unsound = [row for row in rows if not is_sound(*row[1:])]
    # What was typed for a buyer may not outlive its hour, least of all where nobody looks.
    kept = (key for key, table, *_ in unsound if table != DRAFT_TABLE)
    connection.executemany(_KEEP_ASIDE, ((key,) for key in kept))
    # Without a condition, SQLite empties the index without looking rows up in it.
    connection.execute("DELETE FROM document")
    connection.executemany(
        # An index that was damaged earlier may have let two rows of one id in; the newer counts.
        "INSERT OR REPLACE INTO document (key, table_name, doc_id, crc, body)"
        " VALUES (?, ?, ?, ?, ?)",
        (row for row in rows if is_sound(*row[1:])),
    )
    places = (damaged_row(table, doc_id) for _, table, doc_id, *_ in unsound)
    connection.executemany(_ANNOUNCE, ((place.table, place.doc_id) for place in places))


def has_rows_set_aside(
    connection: sqlite3.Connection, is_due: Callable[[datetime | None, object], bool]
) -> bool:
    """Return whether ``discard_rows_set_aside`` would delete any."""
    return bool(_due_rows(connection, is_due))


def discard_rows_set_aside(
    connection: sqlite3.Connection, is_due: Callable[[datetime | None, object], bool]
) -> int:
    """Delete rows from ``damaged_row``, in the open transaction; return how many.

    Args:
        connection: To a store or a backup, of the present format.
        is_due: Whether to delete the one that was found then and has this body; None for a
            moment that cannot be read any more.
    """
    due = _due_rows(connection, is_due)
    connection.executemany("DELETE FROM damaged_row WHERE rowid = ?", due)
    return len(due)


def _due_rows(
    connection: sqlite3.Connection, is_due: Callable[[datetime | None, object], bool]
) -> list[tuple[int]]:
    found = connection.execute("SELECT rowid, found_at, body FROM damaged_row")
    return [(rowid,) for rowid, found_at, body in found if is_due(_moment(found_at), body)]


def make_all_read_again(connection: sqlite3.Connection) -> None:
    """Let every process read everything again, in the open transaction."""
    connection.execute(_ANNOUNCE, ("", -1))


def rows_set_aside(connection: sqlite3.Connection) -> set[DamagedRow]:
    """Return what lies in ``damaged_row``."""
    found = connection.execute("SELECT table_name, doc_id, found_at FROM damaged_row")
    return {
        DamagedRow(place.table, place.doc_id, _moment(found_at))
        for place, found_at in ((damaged_row(*row[:2]), row[2]) for row in found)
    }


def _moment(told: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(told))
    except ValueError:
        return None
