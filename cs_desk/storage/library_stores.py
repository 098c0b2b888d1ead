"""Everything beside the library itself that the supervisor's work on it is kept in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.storage.edition_store import TinyEditionStore
from cs_desk.storage.rule_store import TinyRuleStore
from cs_desk.storage.template_draft_store import TinyTemplateDraftStore
from cs_desk.storage.trash_store import TinyTrashStore

if TYPE_CHECKING:
    from cs_desk.app.ports import Clock
    from cs_desk.storage.database import DeskDatabase


@dataclass(frozen=True, slots=True)
class LibraryStores:
    """The stores of ``cs_desk.app.library_ports``; each decodes when it is first asked."""

    editions: TinyEditionStore
    trash: TinyTrashStore
    drafts: TinyTemplateDraftStore
    rules: TinyRuleStore


def library_stores(database: DeskDatabase, author: str, clock: Clock) -> LibraryStores:
    """Return the stores of the supervisor's work in ``database``."""
    return LibraryStores(
        TinyEditionStore(database, author, clock),
        TinyTrashStore(database, author, clock),
        TinyTemplateDraftStore(database, author, clock),
        TinyRuleStore(database, author, clock),
    )
