"""What was typed and is neither sent nor saved, kept so that a crash does not take it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from cs_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cs_desk.app.conversation import Conversation
    from cs_desk.app.ports import Clock
    from cs_desk.app.shelf import Shelf
    from cs_desk.domain.shop import Shop

# Long enough for a crash and a new start, and no longer: a buyer's personal data is kept for the
# shortest time that its purpose needs (个人信息保护法, art. 19).
CONVERSATION_LIFETIME = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class ConversationDraft:
    """How far the answer to one buyer has come.

    The tone is not here: it is a preference, stored when it is chosen.

    Attributes:
        conversation: What was typed into the fields.
        query: What stands in the search box.
        shelf: Where the agent looked.
        template: Id of the chosen reply; empty if there is none.
    """

    conversation: Conversation
    query: str
    shelf: Shelf
    template: str


@dataclass(frozen=True, slots=True)
class ShopPageDraft:
    """A shop's page that is not saved.

    Attributes:
        shop: Id of the shop, or the one that a new shop will get.
        changes: The changed values; ``店铺名`` among them is the shop's name.
    """

    shop: str
    changes: Mapping[str, str]

    def beyond(self, shop: Shop) -> ShopPageDraft | None:
        """Return what ``shop`` has not got yet; None if that is nothing."""
        has = shop.filled()
        different = {name: v for name, v in self.changes.items() if v != has.get(name, "")}
        return replace(self, changes=different) if different else None


@dataclass(frozen=True, slots=True)
class Drafts:
    """Everything that is typed but not done at one moment."""

    typed_at: datetime
    conversation: ConversationDraft | None = None
    shop_page: ShopPageDraft | None = None


class DraftStore(Protocol):
    """The drafts of one desk."""

    def load(self) -> Drafts | None:
        """Return the stored drafts; None if there are none."""

    def save(self, drafts: Drafts) -> None:
        """Store ``drafts`` in place of those before."""

    def forget(self) -> None:
        """Delete the stored drafts."""


class DraftBox:
    """Keeps the drafts from one change to the next, and brings them back after a new start.

    Every method that writes raises what the store raises, and tries again when called again.
    """

    def __init__(self, store: DraftStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._kept: tuple[ConversationDraft | None, ShopPageDraft | None] | None = None

    def bring_back(self) -> Drafts:
        """Return the drafts to go on with; a conversation that is too old is deleted instead."""
        now = self._clock.now()
        stored = self._store.load() or Drafts(now)
        self._kept = (stored.conversation, stored.shop_page)
        # A clock that was set back says nothing about the age.
        if abs(now - stored.typed_at) < CONVERSATION_LIFETIME:
            return stored
        # If it fails, the next change deletes it; the page need not be lost for that.
        with suppress(DeskError):
            self.keep(None, stored.shop_page)
        return replace(stored, conversation=None)

    def keep(self, conversation: ConversationDraft | None, shop_page: ShopPageDraft | None) -> None:
        """Make this all that is stored; nothing is written if it is already."""
        if (conversation, shop_page) == self._kept:
            return
        if conversation is None and shop_page is None:
            self._store.forget()
        else:
            self._store.save(Drafts(self._clock.now(), conversation, shop_page))
        self._kept = (conversation, shop_page)
