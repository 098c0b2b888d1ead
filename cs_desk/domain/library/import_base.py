"""Which kept edition an import starts from, and whether the file is an older release."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cs_desk.domain.library.edition import EditionOrigin
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.library.merge import MergeBase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from cs_desk.domain.library.edition import EditionHead
    from cs_desk.domain.library.incoming import IncomingLibrary
    from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary

    Release: TypeAlias = EditionHead | TemplateLibrary

_RECEIVED = {EditionOrigin.STARTER, EditionOrigin.IMPORTED, EditionOrigin.RELEASED}
_HANDED_OVER = {EditionOrigin.IMPORTED, EditionOrigin.EXPORTED}


def base_editions(
    heads: Sequence[EditionHead], incoming: IncomingLibrary
) -> tuple[EditionHead, ...]:
    """Return the kept editions to start from, those first that know a reply best.

    Args:
        heads: What is known of every kept edition, newest first.
        incoming: What the file brings.
    """
    if incoming.format is FileFormat.CSDESK:
        found = _edition_named(heads, incoming) or _edition_before(heads, incoming)
        return (found,) if found else ()
    return tuple(
        head for head in heads if head.format is incoming.format and head.origin in _HANDED_OVER
    )


def merge_base(
    incoming: IncomingLibrary, editions: Iterable[tuple[EditionHead, TemplateLibrary]]
) -> MergeBase:
    """Return what both sides started from, if those are the editions to start from."""
    replies: dict[str, ReplyTemplate] = {}
    placeholders: dict[str, Placeholder] = {}
    groups: tuple[str, ...] = ()
    whole = False
    for head, library in editions:
        # Of several editions, the first one that holds a reply knows it best.
        replies = {t.id: t for t in library.templates} | replies
        placeholders = {p.name: p for p in library.placeholders} | placeholders
        groups = groups or library.groups
        whole = _is_csdesk_of(head, incoming)
    return MergeBase(replies, placeholders, groups, whole)


def later_release(heads: Iterable[EditionHead], incoming: IncomingLibrary) -> str | None:
    """Return the release in use that is a later one of the same library; None without one.

    Returns:
        Its version, or the day of its release where it has no version.
    """
    theirs = incoming.library
    latest: EditionHead | None = None
    for head in heads:
        if not (_is_csdesk_of(head, incoming) and _is_release(head, theirs)):
            continue
        if is_later(head, theirs) and (latest is None or is_later(head, latest)):
            latest = head
    return (latest.version or latest.released_at) if latest else None


def is_later(one: Release, other: Release) -> bool:
    """Return whether ``one`` was released after ``other``; False where that cannot be told.

    The days tell it, and the versions by their numbers where the days do not.
    """
    for name in ("released_at", "version"):
        mine, theirs = _numbers(getattr(one, name)), _numbers(getattr(other, name))
        if mine and theirs and mine != theirs:
            return mine > theirs
    return False


def _edition_named(heads: Sequence[EditionHead], incoming: IncomingLibrary) -> EditionHead | None:
    """Return the edition that the file is, or says to be made from."""
    for hashes in ({incoming.stated_sha256, incoming.sha256}, {incoming.based_on}):
        for head in heads:
            if head.sha256 and head.sha256 in hashes:
                return head
    return None


def _edition_before(heads: Sequence[EditionHead], incoming: IncomingLibrary) -> EditionHead | None:
    """Return the edition of the same version, else the latest, if the file is not older."""
    theirs = incoming.library
    known = [h for h in heads if _is_csdesk_of(h, incoming) and h.origin in _RECEIVED]
    for head in known:
        if head.version and head.version == theirs.version:
            return head
    if not known or later_release(heads, incoming) is not None:
        return None
    latest = known[0]
    for head in known:
        # An older release may have been looked at after the one that is in use.
        latest = head if is_later(head, latest) else latest
    return latest


def _is_release(head: EditionHead, theirs: TemplateLibrary) -> bool:
    """Return whether an edition may make ``theirs`` an old one.

    A team's own release is never older than the library that came with the program.
    """
    if head.origin is EditionOrigin.STARTER:
        return head.publisher == theirs.publisher
    return head.origin in _RECEIVED


def _is_csdesk_of(head: EditionHead, incoming: IncomingLibrary) -> bool:
    return head.format is FileFormat.CSDESK and head.library_id == incoming.library.id


def _numbers(text: str) -> tuple[int, ...]:
    numbers = [int(digits) for digits in re.findall(r"\d{1,18}", text)]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
