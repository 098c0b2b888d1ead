"""What theirs means for one reply of ours: the rules of a three-way merge, field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.library.difference import CONTENT_FIELDS
from cs_desk.domain.library.merge import MergeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.domain.template import Placeholder, ReplyTemplate


class Outcome(NamedTuple):
    """A merged reply.

    Attributes:
        kind: What theirs means for ours.
        theirs: Theirs with our id, and with our values where its file tells nothing.
        result: Ours with what theirs changed; where it changed nothing, ours with what the file
            says, for whoever wants that back.
        fields: The fields in which ``result`` differs from ours.
    """

    kind: MergeKind
    theirs: ReplyTemplate
    result: ReplyTemplate
    fields: tuple[str, ...]


def told_fields(carries: frozenset[str]) -> tuple[str, ...]:
    """Return the fields that a file tells of, of those that a merge looks at."""
    return tuple(name for name in CONTENT_FIELDS if name in carries)


def merged(
    mine: ReplyTemplate,
    theirs: ReplyTemplate,
    base: ReplyTemplate | None,
    told: Sequence[str],
) -> Outcome:
    """Return what ``theirs`` means for ``mine``.

    A field that only one side changed since ``base`` takes that side's value. One that both
    changed, in different ways, clashes, and so does every difference where no base is known;
    then the result has theirs.
    """
    other = {name: getattr(theirs, name) for name in told if _differs(mine, theirs, name)}
    if not other:
        return Outcome(MergeKind.SAME, mine, mine, ())
    adapted = replace(mine, **other, rev=theirs.rev)
    news = {
        name: value for name, value in other.items() if base is None or value != getattr(base, name)
    }
    if not news:
        result = replace(mine, **other, rev=max(mine.rev + 1, theirs.rev))
        return Outcome(MergeKind.SAME, adapted, result, tuple(other))
    ours_too = base is None or any(_differs(mine, base, name) for name in news)
    kind = MergeKind.CLASHING if ours_too else MergeKind.CHANGED
    result = replace(mine, **news, rev=max(mine.rev + 1, theirs.rev))
    return Outcome(kind, adapted, result, tuple(news))


def definition_kind(
    mine: Placeholder | None, theirs: Placeholder, base: Placeholder | None
) -> MergeKind:
    """Return what a definition of theirs means; it is one whole, not field by field."""
    if mine is None:
        return MergeKind.NEW
    if theirs in (mine, base):
        return MergeKind.SAME
    return MergeKind.CHANGED if mine == base else MergeKind.CLASHING


def _differs(one: ReplyTemplate, other: ReplyTemplate, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))
