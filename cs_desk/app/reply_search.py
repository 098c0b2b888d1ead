"""Finding replies on a shelf: browsing at once, searching as soon as there is an index."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, compress, count
from operator import is_not
from typing import TYPE_CHECKING

from cs_desk.app.shelf import Shelf, ShelfKind
from cs_desk.domain.errors import DeskError
from cs_desk.domain.search import Hit, MatchKind
from cs_desk.domain.search.run import SearchRun
from cs_desk.domain.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence, Set

    from cs_desk.app.ports import ArchiveMaker, ArchiveStore, Columns
    from cs_desk.domain.pinyin import Readings
    from cs_desk.domain.search.index import SearchIndex
    from cs_desk.domain.template import ReplyTemplate

# A list longer than this is searched further, not scrolled.
LIST_LIMIT = 100
RECENT_LIMIT = 30
# Every query compares all replies that were edited since the index was made, a few milliseconds
# for so many, and puts those in their place that were used since, less than one.
_FEW_CHANGES = 100
_MANY_USES = 300
# Up to so many replies an index is made in the time of a few frames.
_MADE_AT_ONCE = 1000
# From so many on it is loaded sooner than made.
_WORTH_KEEPING = 300
# A larger one is written by nobody whom a person looks at.
_KEPT_AT_ONCE = 10_000


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
        self._steps: Generator[None, None, SearchIndex] | None = None
        self._tell_ready: Callable[[], None] = lambda: None
        self._tell_left_to_us: Callable[[], None] = lambda: None

    def tell_when_ready(
        self, ready: Callable[[], None], left_to_us: Callable[[], None] = lambda: None
    ) -> None:
        """Have ``ready`` called when an index that took its time takes over.

        Args:
            ready: Queries that could not be answered can be now.
            left_to_us: It could not be made elsewhere: ``make_on`` has to be called until it is.
        """
        self._tell_ready = ready
        self._tell_left_to_us = left_to_us

    def begin(
        self, query: str, shelf: Shelf, *, limit: int = LIST_LIMIT, typos: bool = True
    ) -> SearchRun | None:
        """Return the search for the best ``limit`` replies on ``shelf``.

        None while the index of a large library is being made; ``tell_when_ready`` tells.
        """
        if not query.strip() and (self._index is None or shelf.kind is ShelfKind.RECENT):
            return self._browsing(shelf, limit)
        if self._index is None:
            self.make_ready()
        if self._index is None:
            return None
        group = shelf.group if shelf.kind is ShelfKind.GROUP else None
        among = self._standing_on(shelf.kind)
        return self._index.begin(query, limit=limit, group=group, among=among, typos=typos)

    def readings(self) -> Readings:
        """Return how characters are read; reads the table."""
        return self._means.readings()

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

    def make_on(self, may_go_on: Callable[[], bool]) -> bool:
        """Go on making the index that was left to us; return whether that is done.

        Args:
            may_go_on: Asked every few milliseconds; once it says no, the rest waits.
        """
        while self._steps is not None:
            try:
                next(self._steps)
            except StopIteration as end:
                self._steps = None
                self._on_made_here(end.value)
            if self._steps is not None and not may_go_on():
                return False
        return True

    def take(self, templates: Sequence[ReplyTemplate]) -> None:
        """Search ``templates`` from now on; a few changes are indexed in place."""
        before, self._templates = self._templates, templates
        if self._index is None:
            return
        difference = _difference(before, templates)
        for gone in difference.gone:
            self._index.remove(gone)
        # The index that is being made will know them all.
        earlier = 0 if self._being_made is not None else self._changes
        changes = earlier + len(difference.changed)
        if difference.same_order and changes <= _FEW_CHANGES:
            self._changes = changes
            for template in difference.changed:
                self._index.replace(template)
                # It may be back, and have been used before it went.
                self._index.set_frecency(template.id, self.usage_of(template.id).frecency())
            return
        # Until there is a new index the old one answers, but with nothing that is outdated.
        for template in difference.changed:
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
            if self._index.strayed > _MANY_USES and self._being_made is None:
                # It answers until there is a better one.
                self._have_it_made()

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
        if index is not None:
            self._index = index
            self._tell_ready()
        else:
            self._begin_making()
            self._tell_left_to_us()

    def _begin_making(self) -> None:
        # Nobody waits for it before the first query.
        from cs_desk.domain.search.index import SearchIndex  # noqa: PLC0415

        self._changes = 0
        self._being_made = self._templates
        self._steps = SearchIndex.steps(self._templates, self._means.readings(), self._frecencies())

    def _on_made_here(self, index: SearchIndex) -> None:
        made_of, self._being_made = self._being_made, None
        if made_of is not self._templates:
            self._begin_making()
            return
        self._index = index
        # What was used meanwhile.
        self.note_usage(self._usage)
        if len(self._templates) <= _KEPT_AT_ONCE:
            self._keep(index)
        self._tell_ready()

    def _make_here(self) -> None:
        self._index = index = self._made(None)
        if len(self._templates) >= _WORTH_KEEPING:
            self._keep(index)

    def _keep(self, index: SearchIndex) -> None:
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
        return SearchIndex(self._templates, self._means.readings(), self._frecencies(), kept)

    def _frecencies(self) -> dict[str, float]:
        return {each: usage.frecency() for each, usage in self._usage.items()}

    def _browsing(self, shelf: Shelf, limit: int) -> SearchRun:
        """Return what stands on a shelf, without an index: what was used, and then the rest."""
        recent = shelf.kind is ShelfKind.RECENT
        among, below = self._standing_on(shelf.kind), f"{shelf.group}/"
        templates = chain(self._used(lately=recent), () if recent else self._unused())
        on_shelf = (
            template
            for template in templates
            if (among is None or template.id in among)
            and (not shelf.group or f"{template.group}/".startswith(below))
        )
        return SearchRun(_hits(on_shelf), min(limit, RECENT_LIMIT) if recent else limit)

    def _used(self, *, lately: bool) -> list[ReplyTemplate]:
        """Return what was used, the most used first, or what was used last."""
        if lately:
            ranks = {each: usage.last_used for each, usage in self._usage.items()}
            used = {each: at.timestamp() for each, at in ranks.items() if at is not None}
        else:
            used = {each: value for each, value in self._frecencies().items() if value}
        # In library order first, which then holds among equals.
        found = [template for template in self._templates if template.id in used]
        return sorted(found, key=lambda template: -used[template.id])

    def _unused(self) -> Iterator[ReplyTemplate]:
        used = self._frecencies()
        return (template for template in self._templates if not used.get(template.id))

    def _standing_on(self, kind: ShelfKind) -> Set[str] | None:
        """Return the ids of the replies on a shelf that is no group; None for all of them."""
        if kind is ShelfKind.FAVOURITES:
            return {each for each, usage in self._usage.items() if usage.favourite}
        if kind is ShelfKind.RECENT:
            return {each for each, usage in self._usage.items() if usage.last_used is not None}
        return None


@dataclass(frozen=True, slots=True)
class _Difference:
    """What a library has become.

    Attributes:
        changed: New replies, and those that are others than before.
        gone: The ids of those that are there no more.
        same_order: Whether the others stand in the same order as before, and new ones last.
    """

    changed: Sequence[ReplyTemplate]
    gone: Set[str]
    same_order: bool


def _difference(before: Sequence[ReplyTemplate], after: Sequence[ReplyTemplate]) -> _Difference:
    # Nearly all are the very same objects; nothing else is asked of them.
    others = list(compress(count(), map(is_not, before, after)))
    if len(before) <= len(after) and all(before[at].id == after[at].id for at in others):
        edited = [after[at] for at in others if before[at] != after[at]]
        return _Difference([*edited, *after[len(before) :]], frozenset(), same_order=True)
    earlier = {template.id: template for template in before}
    later = {template.id: template for template in after}
    kept = [each for each in earlier if each in later]
    return _Difference(
        changed=[template for template in after if earlier.get(template.id) != template],
        gone=earlier.keys() - later.keys(),
        # New replies come last in the index, so their place in the library has to be last too.
        same_order=list(later)[: len(kept)] == kept,
    )


def _hits(templates: Iterable[ReplyTemplate]) -> Iterator[Hit]:
    for place, template in enumerate(templates):
        # Ranked by place alone, like the fractions of a search's scores.
        yield Hit(template, MatchKind.LITERAL, 1 / (2 + place))
