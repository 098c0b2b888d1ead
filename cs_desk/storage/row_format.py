"""What passes between the SQLite file and memory: rows with their checksums, read and written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from datetime import datetime

DRAFT_TABLE = "draft"
"""The table whose content is for this desk and these minutes only: no backup takes it along."""

TEMPLATE_DRAFT_TABLE = "template_draft"
"""The table of replies that were typed in the editor and not saved: no backup brought back may
take the place of what is being typed now."""

CASE_TABLE = "return_case"
"""The table of return cases, which are deleted for good some time after they were closed."""


@dataclass(frozen=True, slots=True)
class DamagedRow:
    """A row that cannot be trusted or understood; it is kept in the file but not shown.

    Attributes:
        table: Name of its table, as far as it can be read.
        doc_id: Its id there; -1 if that is damaged too.
        found_at: When it was found, with its zone; None if that cannot be read any more. It
            takes no part in comparisons.
    """

    table: str
    doc_id: int
    found_at: datetime | None = field(default=None, compare=False)


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
        unsound: The rows left out, because their checksum does not fit.
        set_aside: The rows that were taken out before, because theirs did not.
        last_change: Number of the last change in it.
    """

    tables: dict[str, dict[str, bytes]]
    unsound: set[DamagedRow]
    set_aside: set[DamagedRow]
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
        mended: Table name and document id of rows set aside that ``put`` writes anew.
    """

    removed: list[tuple[str, int]] = field(default_factory=list)
    put: list[tuple[str, int, bytes]] = field(default_factory=list)
    created: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    mended: list[tuple[str, int]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.removed or self.put or self.created or self.dropped)


def row_checksum(table: str, doc_id: int, body: bytes) -> int:
    """Return the crc32 of a row's content and of the place where it belongs."""
    return crc32(body, crc32(f"{table}:{doc_id}:".encode()))


def is_sound(table: str, doc_id: int, crc: int, body: object) -> bool:
    """Return whether a row read from the file is what was written there."""
    # A flipped bit can change even the type of a column.
    return isinstance(body, bytes) and crc == row_checksum(table, doc_id, body)
