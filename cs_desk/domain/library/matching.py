"""Recognising the replies of another library among ours."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from re import sub
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.library.difference import CONTENT_FIELDS
from cs_desk.domain.library.merge import MatchedBy
from cs_desk.domain.library.text_likeness import alike_pairs, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping
    from typing import TypeAlias

    from cs_desk.domain.library.incoming import IncomingLibrary
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary

    Key: TypeAlias = Callable[[ReplyTemplate], Hashable]


class Match(NamedTuple):
    """One of our replies, and by what theirs was recognised as it.

    Attributes:
        mine: Our reply.
        by: What tells it.
        is_tone: Whether theirs is but another tone of it, which a flat file lists by itself.
    """

    mine: ReplyTemplate
    by: MatchedBy
    is_tone: bool = False


def recognised(
    mine: TemplateLibrary,
    incoming: IncomingLibrary,
    known: Collection[str],
    tell: Callable[[int], None],
) -> Mapping[str, Match]:
    """Return which of our replies theirs are, by the ids of theirs.

    By id first, then by code, by title, and by the text. What fits several of ours is not
    recognised by that, and each of ours is recognised once, its tones aside. Replies with
    different codes are the same only where the text is; so are those with other titles and other
    figures.

    Args:
        mine: Our library.
        incoming: Theirs.
        known: Ids in the base. Two replies that it tells apart stay apart.
        tell: Is told now and then how many of theirs were looked at.
    """
    search = _Search(mine, incoming, known, tell)
    search.by(attrgetter("id"), MatchedBy.ID)
    search.identical()
    search.by(_code, MatchedBy.CODE)
    if "title" in incoming.carries:
        search.by(attrgetter("title"), MatchedBy.TITLE, unless=_codes_differ)
        search.by(_text, MatchedBy.TEXT)
    else:
        # Such a title is but the beginning of the text.
        search.by(_text, MatchedBy.TEXT)
        search.by(attrgetter("title"), MatchedBy.TITLE, unless=_codes_differ)
    if "tones" not in incoming.carries:
        search.tones(mine)
    search.by_likeness()
    return search.found


class _Search:
    """What was found so far, and what is left on both sides, in order."""

    def __init__(
        self,
        mine: TemplateLibrary,
        incoming: IncomingLibrary,
        known: Collection[str],
        tell: Callable[[int], None],
    ) -> None:
        self._known = known
        self._tell = tell
        self.found: dict[str, Match] = {}
        self._carries = incoming.carries
        self._mine = {t.id: t for t in mine.templates}
        self._theirs = {t.id: t for t in incoming.library.templates}

    def by(
        self,
        key: Key,
        by: MatchedBy,
        *,
        unless: Callable[[ReplyTemplate, ReplyTemplate], bool] = lambda _mine, _theirs: False,
    ) -> None:
        """Pair those that alone have the same ``key`` on both sides."""
        self._tell(0)
        mine = _grouped(self._mine, key)
        for value, theirs in _grouped(self._theirs, key).items():
            ours = mine.get(value, ())
            if len(ours) == len(theirs) == 1 and not unless(ours[0], theirs[0]):
                self._pair(ours[0], theirs[0], by)

    def identical(self) -> None:
        """Pair those that say the same, also where several do: one is as good as another."""
        carried = [name for name in CONTENT_FIELDS if name in self._carries]
        if not carried:
            return
        self._tell(0)
        mine = _grouped(self._mine, attrgetter(*carried))
        for value, theirs in _grouped(self._theirs, attrgetter(*carried)).items():
            for one, other in zip(mine.get(value, ()), theirs, strict=False):
                self._pair(one, other, MatchedBy.CODE if other.code else MatchedBy.TEXT)

    def tones(self, mine: TemplateLibrary) -> None:
        """Find those that say what one of ours says in another tone."""
        spoken = {tone.body: t for t in mine.templates for tone in t.tones}
        for theirs in list(self._theirs.values()):
            ours = spoken.get(theirs.body)
            # A tone has no code of its own.
            if ours is not None and not theirs.code:
                self.found[theirs.id] = Match(ours, MatchedBy.TEXT, is_tone=True)
                del self._theirs[theirs.id]

    def by_likeness(self) -> None:
        """Pair those with a text much alike."""
        mine, theirs = list(self._mine.values()), list(self._theirs.values())

        def may_pair(our: int, their: int) -> bool:
            return not self._told_apart(mine[our], theirs[their])

        pairs = alike_pairs([t.body for t in mine], [t.body for t in theirs], may_pair, self._tell)
        for our, their in pairs:
            self._pair(mine[our], theirs[their], MatchedBy.TEXT)

    def _told_apart(self, mine: ReplyTemplate, theirs: ReplyTemplate) -> bool:
        if _codes_differ(mine, theirs):
            return True
        named_alike = "title" not in self._carries or mine.title == theirs.title
        return not named_alike and _without_figures(mine) == _without_figures(theirs)

    def _pair(self, mine: ReplyTemplate, theirs: ReplyTemplate, by: MatchedBy) -> None:
        if mine.id != theirs.id and mine.id in self._known and theirs.id in self._known:
            return
        self.found[theirs.id] = Match(mine, by)
        del self._mine[mine.id], self._theirs[theirs.id]


def _grouped(
    templates: Mapping[str, ReplyTemplate], key: Key
) -> dict[Hashable, list[ReplyTemplate]]:
    groups: dict[Hashable, list[ReplyTemplate]] = defaultdict(list)
    for template in templates.values():
        value = key(template)
        if value:
            groups[value].append(template)
    return dict(groups)


def _code(template: ReplyTemplate) -> str:
    return template.code.casefold()


def _text(template: ReplyTemplate) -> str:
    return plain_text(template.body)


def _codes_differ(mine: ReplyTemplate, theirs: ReplyTemplate) -> bool:
    return bool(mine.code and theirs.code) and _code(mine) != _code(theirs)


def _without_figures(template: ReplyTemplate) -> str:
    return sub(r"\d+", "0", _text(template))
