"""What passes between the SQLite file and memory: rows with their checksums, read and written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32


class DamagedRow(NamedTuple):
    """A row whose checksum does not fit its content; it stays in the file but is not shown."""

    table: str
    doc_id: int


class ChangedRow(NamedTuple):
    """A row that another process changed.

    Attributes:
        table: Name of its table.
        doc_id: Its id there.
        body: The encoded document; None if there is none, or none that can be trusted.
        is_damaged: Whether there is a body that cannot be trusted.
    """

    table: str
    doc_id: int
    body: bytes | None
    is_damaged: bool


class Snapshot(NamedTuple):
    """Everything stored, at one moment.

    Attributes:
        tables: Table name to its rows, in the order in which they were inserted.
        damaged: The rows left out.
        last_change: Number of the last change in it.
    """

    tables: dict[str, dict[str, bytes]]
    damaged: set[DamagedRow]
    last_change: int


class Changes(NamedTuple):
    """What others changed since a moment.

    Attributes:
        tables: Names of all tables there are now.
        rows: The changed rows, oldest change first.
        last_change: Number of the last change among them.
    """

    tables: set[str]
    rows: list[ChangedRow]
    last_change: int


@dataclass(slots=True)
class Batch:
    """What one transaction writes; removals come first.

    Attributes:
        removed: Table name and document id of rows to take out.
        put: Table name, document id and body of rows to write.
        created: Names of tables to add.
        dropped: Names of tables to forget; their rows are among ``removed``.
    """

    removed: list[tuple[str, int]] = field(default_factory=list)
    put: list[tuple[str, int, bytes]] = field(default_factory=list)
    created: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.removed or self.put or self.created or self.dropped)


def row_checksum(table: str, doc_id: int, body: bytes) -> int:
    """Return the crc32 of a row's content and of the place where it belongs."""
    return crc32(body, crc32(f"{table}:{doc_id}:".encode()))


def is_sound(table: str, doc_id: int, crc: int, body: object) -> bool:
    """Return whether a row read from the file is what was written there."""
    # A flipped bit can change even the type of a column.
    return isinstance(body, bytes) and crc == row_checksum(table, doc_id, body)
