"""Which documents a purge deletes, and what it leaves in their place."""

from __future__ import annotations

import re
from datetime import datetime  # msgspec reads annotations at run time
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from cs_desk.storage.quarantine import discard_rows_set_aside, has_rows_set_aside
from cs_desk.storage.row_documents import encode_document
from cs_desk.storage.row_format import CASE_TABLE, row_checksum

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_CASES = "SELECT key, doc_id, body FROM document NOT INDEXED WHERE table_name = ?"
_UUID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NAMED_HASH = re.compile(rb'"sha256":"([0-9a-f]{64})"')


class PurgeOrder(msgspec.Struct, frozen=True):
    """What is to be deleted; it holds nothing about people.

    Attributes:
        uuids: Documents of the cases.
        evidence: Hashes of what was attached to them.
        closed_before: What was set aside before this moment goes too, and so does a case in a
            backup that was closed before it.
    """

    uuids: frozenset[str]
    evidence: frozenset[str]
    closed_before: datetime


class _Case(msgspec.Struct, frozen=True):
    id: str
    closed_at: datetime | None


class _Content(msgspec.Struct, frozen=True):
    case: _Case


class _Document(msgspec.Struct, frozen=True):
    uuid: str
    rev: int
    updated_at: datetime
    author: str
    deleted: bool
    value: msgspec.Raw


class KeptCase(NamedTuple):
    """What a purge has to know of a case.

    Attributes:
        uuid: Its document.
        id: Its own id; empty if nobody can read it any more.
        closed_at: When it was closed, or last changed if nobody can read it; None if it is open.
    """

    uuid: str
    id: str
    closed_at: datetime | None


_DOCUMENT = msgspec.json.Decoder(_Document)
_CONTENT = msgspec.json.Decoder(_Content)


def kept_case(body: bytes) -> KeptCase | None:
    """Return the case in a document; None if that is a tombstone, or no document at all."""
    try:
        document = _DOCUMENT.decode(body)
    except msgspec.DecodeError:
        return None
    if document.deleted:
        return None
    try:
        case = _CONTENT.decode(document.value).case
    except msgspec.ValidationError:
        return KeptCase(document.uuid, "", document.updated_at)
    return KeptCase(document.uuid, case.id, case.closed_at)


def tombstone_of(body: bytes, at: datetime, author: str) -> dict[str, Any]:
    """Return the document that takes the place of a case's: nothing is left of the content."""
    document = _DOCUMENT.decode(body)
    return {
        "uuid": document.uuid,
        "rev": document.rev + 1,
        "updated_at": at.isoformat(),
        "author": author,
        "deleted": True,
        "value": {},
    }


def evidence_named(bodies: Iterable[bytes]) -> frozenset[str]:
    """Return the hashes that documents name, whether or not anybody can read the rest of them."""
    return frozenset(found.decode() for body in bodies for found in _NAMED_HASH.findall(body))


class CaseScrubbing:
    """Takes cases out of copies of the store.

    Args:
        order: What is to be deleted.
        spared: Documents of the cases that are in the store, and stay.
        at: The present moment, for the tombstones.
        author: Whoever purges, for the same.
    """

    def __init__(
        self, order: PurgeOrder, spared: frozenset[str], at: datetime, author: str
    ) -> None:
        self._order = order
        self._spared = spared
        self._at = at
        self._author = author

    def is_aged(self, moment: datetime | None) -> bool:
        """Return whether what dates from ``moment`` is too old to be kept; None if not known."""
        return moment is None or moment < self._order.closed_before

    def is_mentioned(self, content: bytes) -> bool:
        """Return whether bytes of any kind hold a document that is to be deleted."""
        doomed = self._order.uuids - self._spared
        return any(found.decode() in doomed for found in _UUID.findall(content))

    def is_row_due(self, found_at: datetime | None, body: object) -> bool:
        """Return whether a row that was set aside then is to be deleted."""
        content = body.encode(errors="replace") if isinstance(body, str) else body
        return self.is_aged(found_at) or (isinstance(content, bytes) and self.is_mentioned(content))

    def finds_any(self, copy: sqlite3.Connection) -> bool:
        """Return whether a sound copy of the store holds anything that is to be deleted."""
        return bool(self._due(copy)) or has_rows_set_aside(copy, self.is_row_due)

    def scrub(self, copy: sqlite3.Connection) -> None:
        """Leave nothing of it in a sound copy that nobody else has open.

        Raises:
            sqlite3.DatabaseError: It could not be written.
        """
        for key, doc_id, body in self._due(copy):
            tombstone = encode_document(tombstone_of(body, self._at, self._author))
            copy.execute(
                "UPDATE document SET crc = ?, body = ? WHERE key = ?",
                (row_checksum(CASE_TABLE, doc_id, tombstone), tombstone, key),
            )
        discard_rows_set_aside(copy, self.is_row_due)
        # What was overwritten before may stand in the unused part of any page.
        copy.execute("VACUUM")

    def _due(self, copy: sqlite3.Connection) -> list[tuple[int, int, bytes]]:
        rows = copy.execute(_CASES, (CASE_TABLE,))
        return [row for row in rows if self._is_due(kept_case(row[2]))]

    def _is_due(self, case: KeptCase | None) -> bool:
        if case is None or case.uuid in self._spared:
            return False
        # One that the store has never heard of, such as from before a restore, goes by its date.
        is_over = case.closed_at is not None and case.closed_at < self._order.closed_before
        return case.uuid in self._order.uuids or is_over
