"""Which kept edition an import starts from, and whether the file is an older release."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.domain.library.edition import EditionOrigin
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.library.merge import MergeBase

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from typing import TypeAlias

    from cs_desk.domain.library.edition import EditionHead
    from cs_desk.domain.library.incoming import IncomingLibrary
    from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary

    Release: TypeAlias = EditionHead | TemplateLibrary

_RECEIVED = {
    EditionOrigin.STARTER,
    EditionOrigin.IMPORTED,
    EditionOrigin.RELEASED,
    EditionOrigin.ROLLED_BACK,
}
_SAID = ("code", "title", "body")
_HANDED_OVER = {EditionOrigin.IMPORTED, EditionOrigin.EXPORTED}


def base_editions(
    heads: Sequence[EditionHead], incoming: IncomingLibrary
) -> tuple[EditionHead, ...]:
    """Return the kept editions to start from, those first that know a reply best.

    Our own format starts from the edition that the file is, by the hash of its content, else from
    the one whose hash it states, else from the one that it says it was made from. A file with a
    hash that is not known starts from our newest edition if it is a later release of it; it may
    be a stale copy otherwise, and then there is nothing to start from. A file without any hash
    was written by hand, and starts from the edition of its version, else from the newest, unless
    it is older.

    Args:
        heads: What is known of every kept edition, newest first.
        incoming: What the file brings.
    """
    if incoming.format is FileFormat.CSDESK:
        valid = _since_going_back(heads, incoming)
        found = _edition_named(valid, incoming) or _edition_before(valid, incoming)
        return (_gone_back_to(heads, found),) if found else ()
    return tuple(
        head for head in heads if head.format is incoming.format and head.origin in _HANDED_OVER
    )


def merge_base(
    incoming: IncomingLibrary,
    editions: Iterable[tuple[EditionHead, TemplateLibrary]],
    ours: Collection[str] = (),
) -> MergeBase:
    """Return what both sides started from, if those are the editions to start from.

    Args:
        incoming: What the file brings.
        editions: Those to start from, best first; read as far as they are needed.
        ours: Ids of our replies; once all are known, no more editions are read. Without any, all
            are.
    """
    replies: dict[str, ReplyTemplate] = {}
    placeholders: dict[str, Placeholder] = {}
    groups: tuple[str, ...] = ()
    whole = False
    wanted = frozenset(ours)
    shared_part = _shared_part(incoming)
    for head, edition in editions:
        library = shared_part(edition)
        # Of several editions, the first one that holds a reply knows it best.
        replies = {t.id: t for t in library.templates} | replies
        placeholders = {p.name: p for p in library.placeholders} | placeholders
        groups = groups or library.groups
        whole = _is_csdesk_of(head, incoming)
        if wanted and wanted <= replies.keys():
            break
    return MergeBase(replies, placeholders, groups, whole)


def later_release(heads: Sequence[EditionHead], incoming: IncomingLibrary) -> str | None:
    """Return the release in use that is a later one of the same library; None without one.

    Returns:
        Its version, or the day of its release where it has no version.
    """
    theirs = incoming.library
    latest: EditionHead | None = None
    for head in _since_going_back(heads, incoming):
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
    """Return the edition that the file is, or says to be, or says to be made from."""
    for sha256 in filter(None, (incoming.sha256, incoming.stated_sha256, incoming.based_on)):
        for head in heads:
            if head.sha256 == sha256:
                return head
    return None


def _edition_before(heads: Sequence[EditionHead], incoming: IncomingLibrary) -> EditionHead | None:
    """Return our edition that the file is a later release of, as far as that can be told."""
    theirs = incoming.library
    known = [h for h in heads if _is_csdesk_of(h, incoming) and h.origin in _RECEIVED]
    if not known:
        return None
    latest = known[0]
    for head in known:
        # An older release may have been looked at after the one that is in use.
        latest = head if is_later(head, latest) else latest
    if incoming.stated_sha256:
        return latest if is_later(theirs, latest) else None
    of_its_version = (h for h in known if h.version and h.version == theirs.version)
    older = later_release(heads, incoming) is not None
    return next(of_its_version, None if older else latest)


def _since_going_back(
    heads: Sequence[EditionHead], incoming: IncomingLibrary
) -> Sequence[EditionHead]:
    """Return ``heads`` without the editions before we went back to one of this library.

    What was used in between was given up; a file of it is a later one again.
    """
    for place, head in enumerate(heads):
        if head.origin is EditionOrigin.ROLLED_BACK and _is_csdesk_of(head, incoming):
            rest = (h for h in heads[place + 1 :] if not _is_csdesk_of(h, incoming))
            return (*heads[: place + 1], *rest)
    return heads


def _gone_back_to(heads: Sequence[EditionHead], head: EditionHead) -> EditionHead:
    """Return the edition that was gone back to, while it is kept; ``head`` if it is no such step.

    The step itself holds all of our library, of which that edition may be a part.
    """
    if head.origin is not EditionOrigin.ROLLED_BACK or not head.sha256:
        return head
    targets = (h for h in heads if h.origin in _RECEIVED and h.sha256 == head.sha256)
    return next((h for h in targets if h.origin is not EditionOrigin.ROLLED_BACK), head)


def _shared_part(incoming: IncomingLibrary) -> Callable[[TemplateLibrary], TemplateLibrary]:
    """Return what tells the part of an edition that a file can have been made from.

    A file without ids of its own is an edition, edited, if at least half of that still stands in
    it as it was. Of another file of the same kind only those replies count whose ids the file
    itself has.
    """
    said = _said(incoming, incoming.library)
    ids = {t.id for t in incoming.library.templates} if incoming.keeps_ids else set()

    def part(edition: TemplateLibrary) -> TemplateLibrary:
        unchanged = sum(each in said for each in _said(incoming, edition))
        if incoming.format is FileFormat.CSDESK or 2 * unchanged >= len(edition.templates):
            return edition
        known = tuple(t for t in edition.templates if t.id in ids)
        return replace(edition, templates=known, placeholders=(), groups=())

    return part


def _said(incoming: IncomingLibrary, library: TemplateLibrary) -> set[tuple[str, ...]]:
    """Return what the replies of ``library`` are told by in such a file."""
    carried = [name for name in _SAID if name in incoming.carries]
    return {tuple(getattr(t, name) for name in carried) for t in library.templates}


def _is_release(head: EditionHead, theirs: TemplateLibrary) -> bool:
    """Return whether an edition may make ``theirs`` an old one.

    A team's own release is never older than the library that came with the program, also where
    we went back to that.
    """
    is_of_program = head.origin in {EditionOrigin.STARTER, EditionOrigin.ROLLED_BACK}
    if is_of_program and not head.number:
        return head.publisher == theirs.publisher
    return head.origin in _RECEIVED


def _is_csdesk_of(head: EditionHead, incoming: IncomingLibrary) -> bool:
    return head.format is FileFormat.CSDESK and head.library_id == incoming.library.id


def _numbers(text: str) -> tuple[int, ...]:
    numbers = [int(digits) for digits in re.findall(r"\d{1,18}", text)]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
