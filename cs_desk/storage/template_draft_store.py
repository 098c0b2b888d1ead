"""The editor's drafts of ``cs_desk.app.library_ports``, kept in a ``DeskDatabase``: one a reply."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec

from cs_desk.domain.template import ReplyTemplate
from cs_desk.storage.record_table import RecordFormat, RecordTable
from cs_desk.storage.row_format import TEMPLATE_DRAFT_TABLE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from cs_desk.app.ports import Clock
    from cs_desk.storage.database import DeskDatabase


def _encode(draft: ReplyTemplate) -> dict[str, Any]:
    text = json.dumps(msgspec.to_builtins(draft), ensure_ascii=False)
    # Half a surrogate pair, which a slip in typing can leave, has no UTF-8: the rest is kept.
    encoded: dict[str, Any] = json.loads(text.encode(errors="replace"))
    return encoded


_DRAFTS: RecordFormat[ReplyTemplate] = RecordFormat(TEMPLATE_DRAFT_TABLE, ReplyTemplate, _encode)


class TinyTemplateDraftStore:
    """What was typed and not saved; see ``cs_desk.app.library_ports.TemplateDraftStore``."""

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._database = database
        self._drafts = RecordTable(database, _DRAFTS, author, clock)

    def all(self) -> Mapping[str, ReplyTemplate]:
        """Return every draft by the id of its reply."""
        return self._drafts.values()

    def keep(self, draft: ReplyTemplate) -> None:
        """Keep a draft in place of the one before."""
        self._drafts.save(draft.id, draft)

    def forget(self, template_ids: Collection[str]) -> None:
        """Let go of drafts, in one transaction; ids that are not there are passed over."""
        with self._database.transaction():
            for template_id in template_ids:
                self._drafts.delete(template_id)
