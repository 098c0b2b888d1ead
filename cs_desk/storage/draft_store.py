"""The drafts of ``cs_desk.app.drafts``, kept in a ``DeskDatabase``: one document for all."""

from __future__ import annotations

from datetime import datetime  # msgspec reads annotations at run time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

from cs_desk.app.conversation import Conversation
from cs_desk.app.drafts import ConversationDraft, Drafts, ShopPageDraft
from cs_desk.app.shelf import Shelf  # msgspec reads annotations at run time
from cs_desk.domain.buyer import BuyerContext
from cs_desk.storage.record_table import RecordFormat, RecordTable
from cs_desk.storage.row_format import DRAFT_TABLE

if TYPE_CHECKING:
    from cs_desk.app.ports import Clock
    from cs_desk.storage.database import DeskDatabase

_THE_ONE = "0b5d4f4e-0c1f-4e0a-9a5e-5d0d7c6a1f10"


class _ConversationContent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    buyer: dict[str, str]
    shop_values: dict[str, str]
    shop: str
    query: str
    shelf: Shelf
    template: str


class _ShopPageContent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    shop: str
    changes: dict[str, str]


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    typed_at: datetime
    conversation: _ConversationContent | None
    shop_page: _ShopPageContent | None


def _encode(drafts: Drafts) -> dict[str, Any]:
    content = _Content(
        drafts.typed_at,
        _conversation_content(drafts.conversation) if drafts.conversation else None,
        _shop_page_content(drafts.shop_page) if drafts.shop_page else None,
    )
    encoded: dict[str, Any] = msgspec.to_builtins(content)
    return encoded


def _conversation_content(draft: ConversationDraft) -> _ConversationContent:
    return _ConversationContent(
        buyer=dict(draft.conversation.buyer.values),
        shop_values=dict(draft.conversation.shop_values),
        shop=draft.conversation.shop,
        query=draft.query,
        shelf=draft.shelf,
        template=draft.template,
    )


def _shop_page_content(draft: ShopPageDraft) -> _ShopPageContent:
    return _ShopPageContent(draft.shop, dict(draft.changes))


def _decode(_uuid: str, _rev: int, stored: _Content) -> Drafts:
    return Drafts(
        stored.typed_at,
        _conversation_draft(stored.conversation) if stored.conversation else None,
        _shop_page_draft(stored.shop_page) if stored.shop_page else None,
    )


def _conversation_draft(content: _ConversationContent) -> ConversationDraft:
    buyer = BuyerContext(MappingProxyType(content.buyer))
    conversation = Conversation(buyer, MappingProxyType(content.shop_values), content.shop)
    return ConversationDraft(conversation, content.query, content.shelf, content.template)


def _shop_page_draft(content: _ShopPageContent) -> ShopPageDraft:
    return ShopPageDraft(content.shop, MappingProxyType(content.changes))


_DRAFTS: RecordFormat[Drafts] = RecordFormat(DRAFT_TABLE, _Content, _encode, _decode)


class TinyDraftStore:
    """The drafts of one desk; deleting them leaves an empty tombstone."""

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._drafts = RecordTable(database, _DRAFTS, author, clock)

    def load(self) -> Drafts | None:
        """Return the stored drafts; None if there are none."""
        return self._drafts.values().get(_THE_ONE)

    def save(self, drafts: Drafts) -> None:
        """Store ``drafts`` in place of those before."""
        self._drafts.save(_THE_ONE, drafts)

    def forget(self) -> None:
        """Delete the stored drafts."""
        self._drafts.delete(_THE_ONE)
