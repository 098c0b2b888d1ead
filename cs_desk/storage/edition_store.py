"""The editions of ``cs_desk.app.library_ports``, kept in a ``DeskDatabase``: one document each.

A document holds what is known of an edition beside its content. The content is compressed, since
most of a library is the same in every edition of it, and stays as it is until somebody asks.
"""

from __future__ import annotations

import binascii
import zlib
from base64 import b64decode, b64encode
from datetime import datetime  # msgspec reads annotations at run time
from typing import TYPE_CHECKING, Any

import msgspec

from cs_desk.domain.library.edition import EditionHead, EditionOrigin
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.template import TemplateLibrary
from cs_desk.storage.record_table import RecordFormat, RecordTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cs_desk.app.ports import Clock
    from cs_desk.domain.library.edition import Edition
    from cs_desk.storage.database import DeskDatabase

MOST_RELEASES = 50
"""How many releases are kept."""

MOST_OF_A_KIND = 5
"""How many others of the same origin, library and format are kept."""

MOST_OTHERS = 50
"""How many others are kept in all; files without an identity of their own bring many libraries."""

# Twice as fast as the usual level, and a tenth larger.
_QUICK = 4


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An ``EditionHead`` without its id, which is the document's own."""

    at: datetime
    origin: EditionOrigin
    format: FileFormat
    library_id: str
    number: int
    version: str
    publisher: str
    released_at: str
    notes: str
    sha256: str
    author: str
    templates: int


class _StoredEdition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A head, and the content as a JSON string: compressed JSON in base64."""

    head: _Head
    content: msgspec.Raw


def _encode(stored: _StoredEdition) -> dict[str, Any]:
    return {
        "head": msgspec.to_builtins(stored.head),
        "content": msgspec.json.decode(stored.content),
    }


_EDITIONS: RecordFormat[_StoredEdition] = RecordFormat("edition", _StoredEdition, _encode)
_LIBRARY = msgspec.json.Decoder(TemplateLibrary)


class TinyEditionStore:
    """The editions; see ``cs_desk.app.library_ports.EditionStore``.

    Kept are the newest releases, and of all others the newest of each origin, library and format;
    the newest starter library of each always stays, as it is what every desk began with.
    """

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._database = database
        self._editions = RecordTable(database, _EDITIONS, author, clock)

    def heads(self) -> tuple[EditionHead, ...]:
        """Return what is known of every edition, newest first."""
        stored = self._editions.values().items()
        heads = [EditionHead(uuid, **msgspec.structs.asdict(each.head)) for uuid, each in stored]
        # Of two at one moment, the one that was kept last comes first.
        heads.sort(key=lambda head: head.at)
        return tuple(heads[::-1])

    def load(self, edition_id: str) -> TemplateLibrary | None:
        """Return the content of an edition; None if there is none, or if it is damaged."""
        stored = self._editions.get(edition_id)
        if stored is None:
            return None
        try:
            return _unpacked(stored.content)
        except (msgspec.DecodeError, binascii.Error, zlib.error):
            self._editions.leave_out(edition_id)
            return None

    def keep(self, edition: Edition) -> None:
        """Keep an edition, and let go of those that need not be kept any longer.

        Raises:
            DeskBusyError: Another process held the store too long; nothing was changed.
            StoreFailedError: It could not be written.
        """
        head: dict[str, Any] = msgspec.to_builtins(edition.head)
        edition_id = head.pop("id")
        stored = _StoredEdition(msgspec.convert(head, _Head), _packed(edition.library))
        with self._database.transaction():
            self._editions.save(edition_id, stored)
            for each in _surplus(self.heads()):
                self._editions.delete(each.id)

    def let_go(self, edition_id: str) -> None:
        """Let go of an edition, if it is kept; raises as ``keep`` does."""
        self._editions.delete(edition_id)


def _packed(library: TemplateLibrary) -> msgspec.Raw:
    packed = b64encode(zlib.compress(msgspec.json.encode(library), _QUICK))
    return msgspec.Raw(b'"%s"' % packed)


def _unpacked(content: msgspec.Raw) -> TemplateLibrary:
    packed = msgspec.json.decode(content, type=str)
    return _LIBRARY.decode(zlib.decompress(b64decode(packed, validate=True)))


def _surplus(heads: Iterable[EditionHead]) -> Iterator[EditionHead]:
    """Yield the editions that need not be kept, of ``heads``, newest first."""
    counts: dict[object, int] = {}
    for head in heads:
        is_release = head.origin is EditionOrigin.RELEASED
        kind = (head.origin, head.library_id, head.format)
        every = (EditionOrigin.RELEASED if is_release else None,)
        for key in (kind, every):
            counts[key] = counts.get(key, 0) + 1
        if head.origin is EditionOrigin.STARTER and counts[kind] == 1:
            continue
        too_many_of_a_kind = not is_release and counts[kind] > MOST_OF_A_KIND
        if too_many_of_a_kind or counts[every] > (MOST_RELEASES if is_release else MOST_OTHERS):
            yield head
