"""Answering a buyer: find a reply, fill it for this buyer, put it on the clipboard."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from cs_desk.app.conversation import Conversation
from cs_desk.app.reply_search import LIST_LIMIT, ReplySearch
from cs_desk.app.shops import SHOP_NAME
from cs_desk.domain.buyer import BuyerContext
from cs_desk.domain.computed import computed_values
from cs_desk.domain.errors import DeskError
from cs_desk.domain.filling import CLIPBOARD, GivenValue, ValueSource, fill
from cs_desk.domain.placeholder_values import check_value
from cs_desk.domain.template import Placeholder, PlaceholderSource
from cs_desk.domain.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from cs_desk.app.ports import Clipboard, Clock, CopyResult, UsageStore
    from cs_desk.app.reply_search import SearchMeans
    from cs_desk.app.shelf import Shelf
    from cs_desk.app.shops import Shops
    from cs_desk.domain.city import City
    from cs_desk.domain.computed import Geography
    from cs_desk.domain.filling import FilledReply
    from cs_desk.domain.placeholder_values import InvalidReason
    from cs_desk.domain.search import Hit
    from cs_desk.domain.shop import Shop
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary

_NO_ARGUMENTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Composition:
    """One reply in one tone, filled for the buyer being served."""

    template: ReplyTemplate
    tone: str
    reply: FilledReply


@dataclass(frozen=True, slots=True)
class CopyReport:
    """What became of a copy.

    Attributes:
        composition: What was to be copied.
        result: What the clipboard says.
        unremembered: Why the use could not be stored, though the text was copied.
    """

    composition: Composition
    result: CopyResult
    unremembered: DeskError | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a reply desk works with, chosen where the program is put together."""

    usage: UsageStore
    clipboard: Clipboard
    clock: Clock
    search: SearchMeans
    geography: Geography
    transaction: Callable[[], AbstractContextManager[None]]


class ReplyDesk:
    """The agent's desk: one library, one shop in use, one buyer being served.

    Attributes:
        finding: The search over the library.
    """

    def __init__(self, library: TemplateLibrary, shops: Shops, around: Surroundings) -> None:
        self._around = around
        self._shops = shops
        self._library = library
        self.finding = ReplySearch(library.templates, around.usage.all(), around.search)
        self._buyer = BuyerContext()
        self._shop_drafts: dict[str, str] = {}

    @property
    def library(self) -> TemplateLibrary:
        """The library in use."""
        return self._library

    @property
    def buyer(self) -> BuyerContext:
        """What is known of the buyer being served."""
        return self._buyer

    @property
    def conversation(self) -> Conversation:
        """What was typed for the buyer being served."""
        drafts = MappingProxyType(dict(self._shop_drafts))
        return Conversation(self._buyer, drafts, self._shops.current_id)

    def known_of_buyer(self) -> dict[str, str]:
        """Return the buyer's values that may be sent: not what is only half typed."""
        now = self._around.clock.now()
        defined = {p.name: p for p in self._library.placeholders}
        return {
            name: value
            for name, value in self._buyer.values.items()
            if check_value(defined.get(name, Placeholder(name)), value, now).reason is None
        }

    # -- finding -----------------------------------------------------------------------------

    def search(
        self, query: str, shelf: Shelf, *, limit: int = LIST_LIMIT, typos: bool = True
    ) -> list[Hit]:
        """Return at most ``limit`` replies on ``shelf`` that answer ``query``, best first.

        What would make a person wait is for ``finding`` to begin.
        """
        run = self.finding.begin(query, shelf, limit=limit, typos=typos)
        return run.finish() if run else []

    def usage_of(self, template: ReplyTemplate) -> Usage:
        """Return how much ``template`` was used."""
        return self.finding.usage_of(template.id)

    def set_favourite(self, template: ReplyTemplate, *, favourite: bool) -> None:
        """Put ``template`` among the favourites, or take it away."""
        with self._around.transaction():
            usage = self._stored_usage(template).favoured(favourite=favourite)
            self._around.usage.save(template.id, usage)
        self.finding.note_usage({template.id: usage})

    # -- filling -----------------------------------------------------------------------------

    def compose(
        self,
        template: ReplyTemplate,
        tone: str = "",
        *,
        arguments: Mapping[str, str] = _NO_ARGUMENTS,
        case: Mapping[str, str] | None = None,
        shop: Shop | None = None,
    ) -> Composition:
        """Fill ``template`` for this shop and this buyer.

        Args:
            template: The reply.
            tone: The tone to say it in; its own where it has no such tone.
            arguments: Values for this one reply, before all others.
            case: What a return case gives. It is another buyer's than the one being served, for
                all that is known, so nothing of that one's goes into the reply then.
            shop: The shop to answer for; None for the one in use.
        """
        tones = template.tone_names()
        tone = tone if tone in tones else template.tone
        now = self._around.clock.now()
        given = self._given(arguments, case, shop)
        body = template.body_in(tone)
        reply = fill(body, self._library, given, now)
        if any(field.name == CLIPBOARD.name and field.missing for field in reply.fields):
            reply = fill(body, self._library, given, now, self._around.clipboard.text())
        return Composition(template, tone, reply)

    def tell_of_clipboard(self, changed: Callable[[], None]) -> None:
        """Have ``changed`` called when a reply with the clipboard's text may be outdated."""
        self._around.clipboard.tell_of_text(changed)

    def may_be_a_shop_value(self, name: str) -> bool:
        """Return whether a shop may keep a value for ``name``: not if it is a buyer's."""
        placeholder = self._library.placeholder(name)
        theirs = (PlaceholderSource.BUYER, PlaceholderSource.CASE)
        return placeholder is None or placeholder.source not in theirs

    def check_shop_value(self, name: str, value: str) -> InvalidReason | None:
        """Return why ``value`` may not stand for ``name``; None if it may or is empty."""
        placeholder = self._library.placeholder(name)
        if placeholder is None or not value:
            return None
        return check_value(placeholder, value, self._around.clock.now()).reason

    def give(self, placeholder: Placeholder, value: str) -> None:
        """Take a value that the agent typed.

        A shop's value is kept for the shop once a reply with it is copied; any other belongs to
        the buyer being served.
        """
        if placeholder.source is PlaceholderSource.SHOP:
            self._shop_drafts[placeholder.name] = value
        else:
            self._buyer = self._buyer.with_value(placeholder.name, value)

    def suggest_cities(self, text: str) -> list[City]:
        """Return the cities that ``text`` may mean, typed in Chinese or pinyin."""
        cities = self._around.geography.cities
        written_out = cities.find(text)
        return cities.suggest(text) or ([written_out] if written_out else [])

    def next_buyer(self) -> Conversation:
        """Forget the buyer being served; return what was typed, so that it can be taken back."""
        leaving = self.conversation
        self._buyer = BuyerContext()
        self._shop_drafts = {}
        return leaving

    def serve(self, known: Mapping[str, str]) -> Conversation:
        """Serve another buyer, of whom this is known; return what was typed for the one before."""
        leaving = self.next_buyer()
        self._buyer = BuyerContext(MappingProxyType(dict(known)))
        return leaving

    def resume(self, conversation: Conversation) -> None:
        """Go on with ``conversation``, without what was typed for another shop."""
        self._buyer = conversation.buyer
        same_shop = conversation.shop == self._shops.current_id
        self._shop_drafts = dict(conversation.shop_values) if same_shop else {}

    def switch_shop(self, shop: Shop) -> None:
        """Answer for ``shop`` from now on."""
        self._shops.use(shop)
        self._shop_drafts.clear()

    # -- copying -----------------------------------------------------------------------------

    def copy(self, composition: Composition, done: Callable[[CopyReport], None]) -> None:
        """Put a complete reply on the clipboard and count its use; report through ``done``.

        Raises:
            ValueError: The reply is not complete; nothing may copy it.
        """
        reply = composition.reply
        if not reply.complete:
            raise ValueError(composition.template.title)

        # What is typed while the clipboard is still busy belongs to no copy yet.
        shop, kept = self._shops.current, self._drafts_to_keep(composition)

        def finish(result: CopyResult) -> None:
            trouble = None
            if result.copied:
                trouble = self._remember(composition.template, shop, kept)
            done(CopyReport(composition, result, trouble))

        self._around.clipboard.put(reply.text, personal=reply.personal, done=finish)

    # -- changes from elsewhere --------------------------------------------------------------

    def take_library(self, library: TemplateLibrary) -> None:
        """Use ``library`` from now on."""
        self._library = library
        self.finding.take(library.templates)

    def refresh_usage(self) -> None:
        """Take in uses that another process stored."""
        self.finding.take_usage(self._around.usage.all())

    # -- inside ------------------------------------------------------------------------------

    def _given(
        self,
        arguments: Mapping[str, str],
        case: Mapping[str, str] | None,
        shop: Shop | None,
    ) -> dict[str, GivenValue]:
        current = self._shops.current
        answering = shop or current
        drafts = self._shop_drafts if answering.id == current.id else {}
        of_shop = {**answering.filled(), **drafts}
        buyer = self._buyer.values if case is None else {}
        known = {**of_shop, **buyer, **(case or {}), **arguments}
        computed = computed_values(known, self._around.geography, self._around.clock.now())
        sources = (
            (ValueSource.SHOP, of_shop),
            (ValueSource.COMPUTED, computed),
            (ValueSource.BUYER, buyer),
            (ValueSource.CASE, case or {}),
            (ValueSource.ARGUMENT, arguments),
        )
        return {
            name: GivenValue(value, source)
            for source, values in sources
            for name, value in values.items()
            if value
        }

    def _remember(
        self, template: ReplyTemplate, shop: Shop, kept: Mapping[str, str]
    ) -> DeskError | None:
        """Store what a copied reply taught; what could not be stored counts as not learnt."""
        now = self._around.clock.now()
        try:
            with self._around.transaction():
                if kept:
                    self._shops.set_values(shop, kept)
                usage = self._stored_usage(template).used(now)
                self._around.usage.save(template.id, usage)
        except DeskError as trouble:
            with suppress(DeskError):  # one trouble is enough to tell
                self._shops.refresh()
            return trouble
        for name, value in kept.items():
            if self._shop_drafts.get(name) == value:
                del self._shop_drafts[name]
        self.finding.note_usage({template.id: usage})
        return None

    def _drafts_to_keep(self, composition: Composition) -> dict[str, str]:
        """Return the typed shop values that a reply says, if the shop can keep them."""
        fields = composition.reply.fields
        kept = {f.name: f.value for f in fields if self._shop_drafts.get(f.name)}
        shop = self._shops.current
        name = kept.get(SHOP_NAME, shop.name)
        return kept if not name or self._shops.may_be_named(name, shop) else {}

    def _stored_usage(self, template: ReplyTemplate) -> Usage:
        """Return the usage as stored now, with what another process counted meanwhile."""
        return self._around.usage.all().get(template.id, Usage())
