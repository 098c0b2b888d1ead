"""Domain values as documents: identity, revision, author, time, and a tombstone when deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # msgspec reads the annotation at run time
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cs_desk.app.ports import Clock
    from cs_desk.storage.database import DeskDatabase
    from cs_desk.storage.row_table import RowTable

T = TypeVar("T")


class RecordDocument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stored document.

    Attributes:
        uuid: Identity, the same on every desk.
        rev: Revision, counted up by every change.
        updated_at: Moment of the last change, with its zone.
        author: Who made it.
        deleted: Whether it is a tombstone, kept so that a merge does not bring it back.
        value: The content; empty in a tombstone.
    """

    uuid: str
    rev: int
    updated_at: datetime
    author: str
    deleted: bool
    value: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RecordFormat(Generic[T]):
    """How a domain value is stored.

    Attributes:
        table: Name of its table.
        encode: Value to the document's ``value``.
        decode: uuid, revision and ``value`` to the domain value; raises
            msgspec.ValidationError where they do not fit.
        lowest_rev: Value to the lowest revision that its document may get.
    """

    table: str
    encode: Callable[[T], dict[str, Any]]
    decode: Callable[[str, int, dict[str, Any]], T]
    lowest_rev: Callable[[T], int] = lambda _value: 1


@dataclass(frozen=True, slots=True)
class _Record(Generic[T]):
    doc_id: int
    rev: int
    value: T | None


class RecordTable(Generic[T]):
    """The values of one kind, keyed by uuid, in the order in which they were first saved.

    They are decoded once and kept until the table changes by another hand. A document that does
    not fit its format is left out; the database lists it among its damaged rows.
    """

    def __init__(
        self, database: DeskDatabase, form: RecordFormat[T], author: str, clock: Clock
    ) -> None:
        self._database = database
        self._form = form
        self._author = author
        self._clock = clock
        self._table = cast("RowTable", database.table(form.table))
        self._records: dict[str, _Record[T]] = {}
        self._seen_version: int | None = None

    @property
    def version(self) -> int:
        """A number that is another one whenever the values may have changed."""
        return self._table.version

    def values(self) -> dict[str, T]:
        """Return every value that is not deleted."""
        records = self._up_to_date()
        return {uuid: r.value for uuid, r in records.items() if r.value is not None}

    def save(self, uuid: str, value: T) -> None:
        """Store ``value`` with a higher revision than before, unless it is stored already."""
        with self._database.transaction():
            self._save(uuid, self._up_to_date().get(uuid), value)

    def replace_all(self, values: Mapping[str, T]) -> None:
        """Make ``values``, keyed by uuid, all that is stored; the others become tombstones."""
        with self._database.transaction():
            records = self._up_to_date()
            for uuid in records.keys() - values.keys():
                self.delete(uuid)
            for uuid, value in values.items():
                record = records.get(uuid)
                # Nearly all are the very objects that were loaded; ask nothing else of them.
                if record is None or record.value is not value:
                    self._save(uuid, record, value)

    def delete(self, uuid: str) -> None:
        """Put a tombstone in the place of a value; nothing happens if there is none."""
        with self._database.transaction():
            record = self._up_to_date().get(uuid)
            if record is not None and record.value is not None:
                self._write(uuid, record, {}, 1, deleted=True)

    def _save(self, uuid: str, record: _Record[T] | None, value: T) -> None:
        if record is None or not self._holds(record, uuid, value):
            content, rev = self._form.encode(value), self._form.lowest_rev(value)
            self._write(uuid, record, content, rev, deleted=False)

    def _holds(self, record: _Record[T], uuid: str, value: T) -> bool:
        if record.value == value:
            return True
        if record.value is None or self._form.lowest_rev(value) > record.rev:
            return False
        # A caller that has not heard of a raised revision has not changed anything by that.
        return self._form.decode(uuid, record.rev, self._form.encode(value)) == record.value

    def _write(
        self, uuid: str, old: _Record[T] | None, content: dict[str, Any], rev: int, *, deleted: bool
    ) -> None:
        document = RecordDocument(
            uuid=uuid,
            rev=rev if old is None else max(rev, old.rev + 1),
            updated_at=self._clock.now(),
            author=self._author,
            deleted=deleted,
            value=content,
        )
        plain: Mapping[str, Any] = msgspec.to_builtins(document)
        if old is None:
            doc_id = self._table.insert(plain)
        else:
            (doc_id,) = self._table.update(plain, doc_ids=[old.doc_id])
        self._records[uuid] = self._record(doc_id, document)
        self._seen_version = self._table.version

    def _up_to_date(self) -> dict[str, _Record[T]]:
        version = self._table.version
        if version != self._seen_version:
            self._records = self._decoded()
            self._seen_version = version
        return self._records

    def _decoded(self) -> dict[str, _Record[T]]:
        records = {}
        for doc_id, body in self._table.encoded().items():
            try:
                document = msgspec.json.decode(body, type=RecordDocument)
                records[document.uuid] = self._record(int(doc_id), document)
            except msgspec.DecodeError:
                self._database.leave_out(self._form.table, int(doc_id))
        return records

    def _record(self, doc_id: int, document: RecordDocument) -> _Record[T]:
        if document.deleted:
            return _Record(doc_id, document.rev, None)
        value = self._form.decode(document.uuid, document.rev, document.value)
        return _Record(doc_id, document.rev, value)
