"""Domain values as documents: identity, revision, author, time, and a tombstone when deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # msgspec reads the annotation at run time
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Never, TypeVar, cast

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cs_desk.app.ports import Clock
    from cs_desk.storage.database import DeskDatabase
    from cs_desk.storage.row_table import RowTable

T = TypeVar("T")
C = TypeVar("C")


class RecordDocument(
    msgspec.Struct, Generic[C], frozen=True, kw_only=True, forbid_unknown_fields=True
):
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
    value: C


_UNREAD = msgspec.json.Decoder(RecordDocument[msgspec.Raw])


def _refuse(_content: msgspec.Raw) -> Never:
    raise msgspec.ValidationError


@dataclass(frozen=True, slots=True)
class RecordFormat(Generic[T]):
    """How a domain value is stored.

    Attributes:
        table: Name of its table.
        content: What the document's ``value`` is decoded as, at once with the document. A part
            of it that is ``msgspec.Raw`` stays JSON.
        encode: Value to the document's ``value``.
        decode: uuid, revision and content to the domain value; raises msgspec.ValidationError
            where they do not fit.
        salvage: Makes content of a ``value`` that does not fit, or raises the same.
        lowest_rev: Value to the lowest revision that its document may get.
    """

    table: str
    content: object
    encode: Callable[[T], dict[str, Any]]
    decode: Callable[[str, int, Any], T] = lambda _uuid, _rev, content: content
    salvage: Callable[[msgspec.Raw], object] = _refuse
    lowest_rev: Callable[[T], int] = lambda _value: 1


class _Record(NamedTuple, Generic[T]):
    """What was decoded of a document; ``body`` is what it was decoded from."""

    uuid: str
    doc_id: int
    rev: int
    value: T | None
    body: bytes


class RecordTable(Generic[T]):
    """The values of one kind, keyed by uuid, in the order in which they were first saved.

    They are decoded once; after a change by another hand, those that it changed are decoded
    again. A document that does not fit its format is left out; the database lists it among its
    damaged rows.
    """

    def __init__(
        self, database: DeskDatabase, form: RecordFormat[T], author: str, clock: Clock
    ) -> None:
        self._database = database
        self._form = form
        self._author = author
        self._clock = clock
        self._table = cast("RowTable", database.table(form.table))
        self._decoder = _decoder_of(form.content)
        self._records: dict[str, _Record[T]] = {}
        self._misfits: dict[int, bytes] = {}
        self._seen_version: int | None = None

    @property
    def version(self) -> int:
        """A number that is another one whenever the values may have changed."""
        return self._table.version

    def values(self) -> dict[str, T]:
        """Return every value that is not deleted."""
        records = self._up_to_date()
        return {uuid: r.value for uuid, r in records.items() if r.value is not None}

    def get(self, uuid: str) -> T | None:
        """Return one value; None if there is none, or if it is deleted."""
        record = self._up_to_date().get(uuid)
        return record.value if record else None

    def rev(self, uuid: str) -> int:
        """Return the revision of a value, also of a deleted one; 0 if there is none."""
        record = self._up_to_date().get(uuid)
        return record.rev if record else 0

    def leave_out(self, uuid: str) -> None:
        """List a value among the damaged rows: a part that was not decoded does not fit either.

        It comes back when its document changes.
        """
        doc_id = self._up_to_date().pop(uuid).doc_id
        self._misfits[doc_id] = self._table.encoded()[str(doc_id)]
        self._database.leave_out(self._form.table, doc_id)

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
        document = self._document(uuid, record.rev, self._form.encode(value), deleted=False)
        return self._read(msgspec.json.encode(document))[2] == record.value

    def _write(
        self, uuid: str, old: _Record[T] | None, content: dict[str, Any], rev: int, *, deleted: bool
    ) -> None:
        rev = rev if old is None else max(rev, old.rev + 1)
        document = self._document(uuid, rev, content, deleted=deleted)
        if old is None:
            doc_id = self._table.insert(document)
        else:
            (doc_id,) = self._table.update(document, doc_ids=[old.doc_id])
        *_, value = self._read(msgspec.json.encode(document))
        # With another body than the stored one, which is not known here, it is read once more
        # when anything changes by another hand.
        self._records[uuid] = _Record(uuid, doc_id, rev, value, b"")
        self._seen_version = self._table.version

    def _document(
        self, uuid: str, rev: int, content: dict[str, Any], *, deleted: bool
    ) -> dict[str, Any]:
        return {
            "uuid": uuid,
            "rev": rev,
            "updated_at": msgspec.to_builtins(self._clock.now()),
            "author": self._author,
            "deleted": deleted,
            "value": content,
        }

    def _up_to_date(self) -> dict[str, _Record[T]]:
        version = self._table.version
        if version != self._seen_version:
            self._records = self._decoded()
            self._seen_version = version
        return self._records

    def _decoded(self) -> dict[str, _Record[T]]:
        known = {record.doc_id: record for record in self._records.values()}
        self._records, misfits, self._misfits = {}, self._misfits, {}
        for key, body in self._table.encoded().items():
            doc_id = int(key)
            record = known.get(doc_id)
            if record is not None and record.body is body:
                self._records[record.uuid] = record
            elif misfits.get(doc_id) is body:
                self._misfits[doc_id] = body
            else:
                self._decode(doc_id, body)
        return self._records

    def _decode(self, doc_id: int, body: bytes) -> None:
        try:
            uuid, rev, value = self._read(body)
        except msgspec.DecodeError:
            self._misfits[doc_id] = body
            self._database.leave_out(self._form.table, doc_id)
        else:
            self._records[uuid] = _Record(uuid, doc_id, rev, value, body)

    def _read(self, body: bytes) -> tuple[str, int, T | None]:
        try:
            document = self._decoder.decode(body)
            content = document.value
        except msgspec.ValidationError:
            document = _UNREAD.decode(body)
            content = None if document.deleted else self._form.salvage(document.value)
        if document.deleted:
            return document.uuid, document.rev, None
        return (
            document.uuid,
            document.rev,
            self._form.decode(document.uuid, document.rev, content),
        )


def _decoder_of(content: object) -> msgspec.json.Decoder[RecordDocument[Any]]:
    # A type that is known at run time only.
    document: Any = RecordDocument
    return msgspec.json.Decoder(document[content])
