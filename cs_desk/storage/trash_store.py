"""The trash of ``cs_desk.app.library_ports``, kept in a ``DeskDatabase``: one document a reply."""

from __future__ import annotations

from datetime import datetime  # msgspec reads annotations at run time
from typing import TYPE_CHECKING, Any

import msgspec

from cs_desk.domain.library.trash import TrashedTemplate
from cs_desk.domain.template import ReplyTemplate  # msgspec reads annotations at run time
from cs_desk.storage.record_table import RecordFormat, RecordTable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from cs_desk.app.ports import Clock
    from cs_desk.storage.database import DeskDatabase


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    template: ReplyTemplate
    deleted_at: datetime
    author: str


def _encode(trashed: TrashedTemplate) -> dict[str, Any]:
    encoded: dict[str, Any] = msgspec.to_builtins(trashed)
    return encoded


def _decode(_uuid: str, _rev: int, content: _Content) -> TrashedTemplate:
    return TrashedTemplate(content.template, content.deleted_at, content.author)


_TRASH: RecordFormat[TrashedTemplate] = RecordFormat("trash", _Content, _encode, _decode)


class TinyTrashStore:
    """Deleted replies; see ``cs_desk.app.library_ports.TrashStore``.

    Those that are let go of leave a tombstone without content.
    """

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._database = database
        self._trash = RecordTable(database, _TRASH, author, clock)

    def all(self) -> Mapping[str, TrashedTemplate]:
        """Return every deleted reply by its id, the last deleted one first."""
        stored = self._trash.values().items()
        return dict(sorted(stored, key=lambda item: item[1].deleted_at, reverse=True))

    def put(self, trashed: Collection[TrashedTemplate]) -> None:
        """Keep deleted replies, in one transaction."""
        with self._database.transaction():
            for each in trashed:
                self._trash.save(each.template.id, each)

    def take(self, template_ids: Collection[str]) -> None:
        """Let go of them, in one transaction; ids that are not there are passed over."""
        with self._database.transaction():
            for template_id in template_ids:
                self._trash.delete(template_id)
