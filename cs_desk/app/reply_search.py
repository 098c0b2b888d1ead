"""Finding replies on a shelf: browsing at once, searching as soon as there is an index."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING

from cs_desk.app.shelf import Shelf, ShelfKind
from cs_desk.domain.errors import DeskError
from cs_desk.domain.search import Hit, MatchKind
from cs_desk.domain.search.run import SearchRun
from cs_desk.domain.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence, Set

    from cs_desk.app.ports import ArchiveMaker, ArchiveStore, Columns
    from cs_desk.domain.pinyin import Readings
    from cs_desk.domain.search.index import SearchIndex
    from cs_desk.domain.template import ReplyTemplate

# A list longer than this is searched further, not scrolled.
LIST_LIMIT = 100
RECENT_LIMIT = 30
# Every query compares all replies that were edited since the index was built: 0.6 ms for so many.
_FEW_CHANGES = 100
# The same goes for those that were used since.
_MANY_USES = 300
# Up to so many replies an index is made in the time of a few frames.
_MADE_AT_ONCE = 1000
# From so many on it is loaded sooner than made.
_WORTH_KEEPING = 300


@dataclass(frozen=True, slots=True)
class SearchMeans:
    """What an index is made with.

    Attributes:
        readings: Reads the table of readings.
        archives: Where an index is kept from run to run.
        maker: Makes the index of a large library elsewhere; None to wait for it here.
    """

    readings: Callable[[], Readings]
    archives: ArchiveStore
    maker: ArchiveMaker | None = None


class ReplySearch:
    """The search over one library; its index is made when a query first needs it.

    Args:
        templates: The library, in its order.
        usage: Template id to how often and lately it was used.
        means: What an index is made with.
    """

    def __init__(
        self,
        templates: Sequence[ReplyTemplate],
        usage: Mapping[str, Usage],
        means: SearchMeans,
    ) -> None:
        self._templates = templates
        self._usage = dict(usage)
        self._means = means
        self._index: SearchIndex | None = None
        self._changes = 0
        self._being_made: Sequence[ReplyTemplate] | None = None
        self._tell_ready: Callable[[], None] = lambda: None

    def tell_when_ready(self, ready: Callable[[], None]) -> None:
        """Have ``ready`` called when an index that was made elsewhere takes over."""
        self._tell_ready = ready

    def begin(
        self, query: str, shelf: Shelf, *, limit: int = LIST_LIMIT, typos: bool = True
    ) -> SearchRun | None:
        """Return the search for the best ``limit`` replies on ``shelf``.

        None while the index of a large library is made elsewhere; ``tell_when_ready`` tells.
        """
        if not query.strip():
            return self._browsing(shelf, limit)
        if self._index is None:
            self.make_ready()
        if self._index is None:
            return None
        group = shelf.group if shelf.kind is ShelfKind.GROUP else None
        among = self._standing_on(shelf.kind)
        return self._index.begin(query, limit=limit, group=group, among=among, typos=typos)

    def make_ready(self) -> None:
        """Get the index, if there is none: from where it was kept, or made anew."""
        if self._index is not None or self._being_made is not None:
            return
        self._index = self._kept()
        if self._index is None:
            if not self._have_it_made():
                self._make_here()
        elif self._index.strayed > _MANY_USES:
            # It answers until there is a better one.
            self._have_it_made()

    def renew(self) -> None:
        """Make the index anew, and keep it however small it is.

        Raises:
            StoreFailedError: It cannot be kept; it is in use nevertheless.
        """
        self._index = index = self._made(None)
        self._means.archives.save(self._templates, index.columns())

    def take(self, templates: Sequence[ReplyTemplate]) -> None:
        """Search ``templates`` from now on; a few changes are indexed in place."""
        before = {template.id: template for template in self._templates}
        after = {template.id: template for template in templates}
        changed = [t for t in templates if before.get(t.id) != t]
        kept = [each for each in before if each in after]
        # New replies come last in the index, so their place in the library has to be last too.
        same_order = list(after)[: len(kept)] == kept
        self._templates = templates
        if self._index is None:
            return
        for gone in before.keys() - after.keys():
            self._index.remove(gone)
        # The index that is being made will know them all.
        changes = len(changed) if self._being_made is not None else self._changes + len(changed)
        if same_order and changes <= _FEW_CHANGES:
            self._changes = changes
            for template in changed:
                self._index.replace(template)
                # It may be back, and have been used before it went.
                self._index.set_frecency(template.id, self.usage_of(template.id).frecency())
            return
        # Until there is a new index the old one answers, but with nothing that is outdated.
        for template in changed:
            self._index.remove(template.id)
        old, self._index = self._index, None
        self.make_ready()
        self._index = self._index or old

    def usage_of(self, template_id: str) -> Usage:
        """Return how much a reply was used."""
        return self._usage.get(template_id, Usage())

    def take_usage(self, usage: Mapping[str, Usage]) -> None:
        """Rank by ``usage`` from now on."""
        gone = dict.fromkeys(self._usage.keys() - usage.keys(), Usage())
        self.note_usage({**usage, **gone})

    def note_usage(self, usage: Mapping[str, Usage]) -> None:
        """Rank by ``usage`` what it speaks of, and the rest as before."""
        self._usage |= usage
        if self._index is not None:
            for template_id, each in usage.items():
                self._index.set_frecency(template_id, each.frecency())

    def _have_it_made(self) -> bool:
        """Have the index of a large library made elsewhere, if there is a maker."""
        if self._means.maker is None or len(self._templates) <= _MADE_AT_ONCE:
            return False
        self._being_made = self._templates
        self._means.maker.make(self._on_made)
        return True

    def _on_made(self) -> None:
        made_of, self._being_made = self._being_made, None
        index = self._kept()
        # A library that changed meanwhile is none that could not be indexed.
        if index is None and made_of != self._templates and self._have_it_made():
            return
        if index is None:
            self._make_here()
        else:
            self._index = index
        self._tell_ready()

    def _make_here(self) -> None:
        self._index = index = self._made(None)
        if len(self._templates) >= _WORTH_KEEPING:
            # What is not kept is made again next time.
            with suppress(DeskError):
                self._means.archives.save(self._templates, index.columns())

    def _kept(self) -> SearchIndex | None:
        columns = self._means.archives.load(self._templates)
        if columns is None:
            return None
        from cs_desk.domain.search.archive import UnfitColumnsError  # noqa: PLC0415 - as _made()

        try:
            return self._made(columns)
        except UnfitColumnsError:
            return None

    def _made(self, kept: Columns | None) -> SearchIndex:
        # Nobody waits for it before the first query.
        from cs_desk.domain.search.index import SearchIndex  # noqa: PLC0415

        self._changes = 0
        frecency = {each: usage.frecency() for each, usage in self._usage.items()}
        return SearchIndex(self._templates, self._means.readings(), frecency, kept)

    def _browsing(self, shelf: Shelf, limit: int) -> SearchRun:
        if shelf.kind is ShelfKind.RECENT:
            return SearchRun(_hits(self._recent()), min(limit, RECENT_LIMIT))
        return SearchRun(_hits(self._most_used(shelf, limit)), limit)

    def _most_used(self, shelf: Shelf, limit: int) -> Sequence[ReplyTemplate]:
        among = self._standing_on(shelf.kind)
        below = f"{shelf.group}/"
        on_shelf = [
            (place, template)
            for place, template in enumerate(self._templates)
            if (among is None or template.id in among)
            and (
                not shelf.group or template.group == shelf.group or template.group.startswith(below)
            )
        ]
        first = nsmallest(limit, on_shelf, key=lambda each: (-self._frecency(each[1]), each[0]))
        return [template for _, template in first]

    def _recent(self) -> Sequence[ReplyTemplate]:
        used = [
            (usage.last_used, template)
            for template in self._templates
            if (usage := self.usage_of(template.id)).last_used is not None
        ]
        used.sort(key=lambda pair: pair[0], reverse=True)
        return [template for _, template in used]

    def _frecency(self, template: ReplyTemplate) -> float:
        usage = self._usage.get(template.id)
        return usage.frecency() if usage else 0.0

    def _standing_on(self, kind: ShelfKind) -> Set[str] | None:
        """Return the ids of the replies on a shelf that is no group; None for all of them."""
        if kind is ShelfKind.FAVOURITES:
            return {each for each, usage in self._usage.items() if usage.favourite}
        if kind is ShelfKind.RECENT:
            return {each for each, usage in self._usage.items() if usage.last_used is not None}
        return None


def _hits(templates: Sequence[ReplyTemplate]) -> Iterator[Hit]:
    for place, template in enumerate(templates):
        # Ranked by place alone, like the fractions of a search's scores.
        yield Hit(template, MatchKind.LITERAL, 1 / (2 + place))
