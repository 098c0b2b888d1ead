"""What an incoming library would change in ours, reply by reply, and what was chosen of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cs_desk.domain.library.incoming import IncomingLibrary
    from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary


class MergeKind(StrEnum):
    """What an incoming library means for one reply or definition of ours.

    ========  ==================================================================================
    new       only theirs has it; we never had it, or have it no more
    changed   theirs differs from the common base, and ours does not, or in other fields only
    same      theirs brings nothing: it equals ours, or the base
    clashing  both differ from the base in the same fields, or there is no base to tell
    removed   the base has it and theirs has not; ours still does
    ========  ==================================================================================
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CLASHING = "clashing"
    REMOVED = "removed"


class MatchedBy(StrEnum):
    """By what theirs was recognised as one of ours, surest first."""

    ID = "id"
    CODE = "code"
    TITLE = "title"
    TEXT = "text"


class MergeChoice(StrEnum):
    """What to do about one row.

    ========  ==============================================================================
    keep      leave ours as it is: a new one is not taken, a removed one stays
    replace   take theirs: the row's ``result``; a removed one goes to the trash
    both      keep ours, and take theirs as another reply with a free code and title
    ========  ==============================================================================
    """

    KEEP = "keep"
    REPLACE = "replace"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class MergeBase:
    """What both sides of a merge started from, as far as it is known.

    Attributes:
        replies: Replies by the id that either side knows them by.
        placeholders: Definitions by their name.
        groups: Paths of headings.
        whole: Whether it is an edition of the very library that is coming in, so that it had
            what it lacks now.
    """

    replies: Mapping[str, ReplyTemplate] = field(default_factory=dict)
    placeholders: Mapping[str, Placeholder] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One reply in a merge.

    Attributes:
        key: Tells the row from all others of its plan.
        kind: What theirs means for ours.
        mine: Our reply; None for a new one, and for one of the base that is deleted here.
        theirs: Theirs, with our id, and with our values where the file tells nothing; None for
            a removed one.
        base: What both started from; None if that is not known.
        result: What ``replace`` stores: theirs, with what only ours changed since the base; all
            of theirs where it changed nothing; None for a removed one.
        fields: Names of the fields in which ``mine`` and ``result`` differ.
        matched_by: How theirs was recognised; None where nothing was to recognise.
        default: What is done if nobody chooses.
    """

    key: str
    kind: MergeKind
    mine: ReplyTemplate | None
    theirs: ReplyTemplate | None
    base: ReplyTemplate | None
    result: ReplyTemplate | None
    fields: tuple[str, ...]
    matched_by: MatchedBy | None
    default: MergeChoice


@dataclass(frozen=True, slots=True)
class PlaceholderRow:
    """One placeholder's definition in a merge; ``MergeRow`` tells what the parts mean.

    A definition is one whole: changed by both sides, it clashes.
    """

    key: str
    kind: MergeKind
    mine: Placeholder | None
    theirs: Placeholder | None
    default: MergeChoice


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What an import would do.

    Attributes:
        mine: Our library, as it was when this was made.
        incoming: What the file brings.
        rows: Every reply of either side, in the order of theirs, what is removed last. Replies
            of ours that theirs has nothing to do with are in no row.
        placeholders: Every definition of theirs.
        base: What both started from.
        older_than: The version, of this very library, that is in use here though it is a later
            one than theirs; None unless theirs is older.
    """

    mine: TemplateLibrary
    incoming: IncomingLibrary
    rows: tuple[MergeRow, ...]
    placeholders: tuple[PlaceholderRow, ...]
    older_than: str | None = None
    base: MergeBase = field(default_factory=MergeBase)

    def count(self, kind: MergeKind) -> int:
        """Return how many replies are of ``kind``."""
        return sum(row.kind is kind for row in self.rows)


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that was carried out.

    Attributes:
        library: Ours afterwards.
        taken: Replies that are new or different now.
        removed: Replies of ours that are gone.
        shared: What both sides have in common now, by our ids, as the base of the next merge:
            theirs, and what both started from where theirs was declined.
        definitions: Their definitions that are new or different now.
        shared_definitions: The definitions that both sides have in common now, likewise.
    """

    library: TemplateLibrary
    taken: tuple[ReplyTemplate, ...]
    removed: tuple[ReplyTemplate, ...]
    shared: tuple[ReplyTemplate, ...]
    definitions: tuple[Placeholder, ...] = ()
    shared_definitions: tuple[Placeholder, ...] = ()
