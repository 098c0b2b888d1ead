"""Planning an import: what each reply of the file means for ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.library.matching import recognised
from cs_desk.domain.library.merge import (
    MatchedBy,
    MergeBase,
    MergeChoice,
    MergeKind,
    MergePlan,
    MergeRow,
    PlaceholderRow,
)
from cs_desk.domain.library.three_way import (
    definition_kind,
    merged,
    told_fields,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from cs_desk.domain.library.incoming import IncomingLibrary, Progress
    from cs_desk.domain.library.matching import Match
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary

_TOLD_EVERY = 200


def plan_merge(
    mine: TemplateLibrary,
    incoming: IncomingLibrary,
    base: MergeBase,
    *,
    older_than: str | None = None,
    trashed: Collection[str] = frozenset(),
    progress: Progress,
) -> MergePlan:
    """Return what importing ``incoming`` would change in our library.

    Args:
        mine: Our library.
        incoming: What the file brings.
        base: What both started from, as far as it is known.
        older_than: The version in use here, if it is a later one than theirs.
        trashed: Ids of replies that lie in our trash.
        progress: Is told how far it is.

    Raises:
        CancelledError: ``progress`` called it off.
    """
    count = len(incoming.library.templates)
    # Recognising is the one half, comparing the other.
    found = recognised(mine, incoming, base.replies.keys(), lambda done: progress(done, 2 * count))
    planner = _Planner(mine, incoming, base, found, trashed, is_older=older_than is not None)
    rows = []
    for done, theirs in enumerate(incoming.library.templates):
        if done % _TOLD_EVERY == 0:
            progress(count + done, 2 * count)
        rows.append(planner.row(theirs))
    rows.extend(planner.removed())
    progress(2 * count, 2 * count)
    return MergePlan(mine, incoming, tuple(rows), tuple(planner.definitions()), older_than, base)


class _Planner:
    def __init__(
        self,
        mine: TemplateLibrary,
        incoming: IncomingLibrary,
        base: MergeBase,
        found: Mapping[str, Match],
        trashed: Collection[str],
        *,
        is_older: bool,
    ) -> None:
        self._mine = mine
        self._incoming = incoming
        self._base = base
        self._found = found
        # A later edition does not bring back what was thrown away since the one before.
        self._given_up = frozenset(trashed) & base.replies.keys() if base.whole else frozenset()
        self._is_older = is_older
        self._told = told_fields(incoming.carries)

    def row(self, theirs: ReplyTemplate) -> MergeRow:
        """Return what one of theirs means."""
        match = self._found.get(theirs.id)
        if match is not None:
            return self._row_of_ours(match, theirs)
        base = self._base.replies.get(theirs.id)
        kept = theirs.id in self._given_up
        default = MergeChoice.KEEP if kept else MergeChoice.REPLACE
        new = MergeKind.NEW
        return MergeRow(theirs.id, new, None, theirs, base, theirs, (), None, default)

    def removed(self) -> Iterator[MergeRow]:
        """Yield replies of ours that theirs had once."""
        is_whole = self._base.whole and not self._incoming.library.part
        if not is_whole or self._incoming.format is not FileFormat.CSDESK:
            return
        matched = {match.mine.id for match in self._found.values()}
        for mine in self._mine.templates:
            base = self._base.replies.get(mine.id)
            if base is not None and mine.id not in matched:
                yield MergeRow(
                    mine.id,
                    MergeKind.REMOVED,
                    mine,
                    None,
                    base,
                    None,
                    (),
                    None,
                    MergeChoice.KEEP,
                )

    def definitions(self) -> Iterator[PlaceholderRow]:
        """Yield what theirs defines."""
        ours = {p.name: p for p in self._mine.placeholders}
        for theirs in self._incoming.library.placeholders:
            mine, base = ours.get(theirs.name), self._base.placeholders.get(theirs.name)
            kind = definition_kind(mine, theirs, base)
            told = theirs
            if mine is not None and self._incoming.format is not FileFormat.CSDESK:
                # No other format tells of a definition all that ours does.
                kind, told = MergeKind.SAME, mine
            key = f"placeholder:{theirs.name}"
            yield PlaceholderRow(key, kind, mine, told, self._default(kind))

    def _row_of_ours(self, match: Match, theirs: ReplyTemplate) -> MergeRow:
        mine, by, is_tone = match
        if is_tone:
            same, keep = MergeKind.SAME, MergeChoice.KEEP
            return MergeRow(theirs.id, same, mine, mine, None, mine, (), by, keep)
        base = self._base.replies.get(theirs.id) or self._base.replies.get(mine.id)
        kind, adapted, result, fields = merged(mine, theirs, base, self._told)
        if kind is MergeKind.CHANGED and by is MatchedBy.TEXT and mine.body != theirs.body:
            # Alike is not the same: somebody has to look at it.
            kind = MergeKind.CLASHING
        default = self._default(kind)
        return MergeRow(theirs.id, kind, mine, adapted, base, result, fields, by, default)

    def _default(self, kind: MergeKind) -> MergeChoice:
        taken = kind is MergeKind.NEW or (kind is MergeKind.CHANGED and not self._is_older)
        return MergeChoice.REPLACE if taken else MergeChoice.KEEP
