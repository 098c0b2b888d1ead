"""What differs between two editions of a library."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING

from cs_desk.domain.template import ReplyTemplate

if TYPE_CHECKING:
    from cs_desk.domain.template import TemplateLibrary

CONTENT_FIELDS = tuple(f.name for f in fields(ReplyTemplate) if f.name not in {"id", "rev"})
"""What a reply says; its identity and the count of its changes are none of that."""

_content = attrgetter(*CONTENT_FIELDS)


@dataclass(frozen=True, slots=True)
class LibraryDifference:
    """How the replies of a library differ from those of an earlier one.

    Attributes:
        added: New replies, in the order of the later library.
        changed: Replies that say something else, as they were and as they are.
        removed: Replies that are gone, in the order of the earlier library.
    """

    added: tuple[ReplyTemplate, ...] = ()
    changed: tuple[tuple[ReplyTemplate, ReplyTemplate], ...] = ()
    removed: tuple[ReplyTemplate, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def library_difference(before: TemplateLibrary, after: TemplateLibrary) -> LibraryDifference:
    """Return what is different in ``after``; replies are the same by their ids."""
    old = {t.id: t for t in before.templates}
    kept = {t.id for t in after.templates}
    both = ((old[t.id], t) for t in after.templates if t.id in old)
    return LibraryDifference(
        added=tuple(t for t in after.templates if t.id not in old),
        changed=tuple(pair for pair in both if _says_other(*pair)),
        removed=tuple(t for t in before.templates if t.id not in kept),
    )


def _says_other(one: ReplyTemplate, other: ReplyTemplate) -> bool:
    return one is not other and _content(one) != _content(other)
