"""Numbered releases of the library: published, compared, and gone back to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.app.template_faults import release_faults
from cs_desk.app.trash_keeping import keep_trash, missing
from cs_desk.domain.errors import LibraryRefusedError, Sentence
from cs_desk.domain.library.difference import LibraryDifference, library_difference
from cs_desk.domain.library.edition import Edition, EditionHead, EditionOrigin
from cs_desk.domain.library.going_back import as_it_was, with_edition
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.library.reverting import same_content
from cs_desk.domain.template import TemplateLibrary

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.library_ports import LibraryMeans
    from cs_desk.domain.template import ReplyTemplate

# These editions are the whole library as it was; others are what two sides have in common.
_WHOLE = (EditionOrigin.STARTER, EditionOrigin.RELEASED, EditionOrigin.ROLLED_BACK)
_EMPTY = TemplateLibrary("", "")
_NO_WAY_BACK = Sentence("只能回到发布过、整个导入过的版本，或者最初的话术库")
_TOLD = (*_WHOLE, EditionOrigin.IMPORTED)
_LEADING_NUMBER = re.compile(r"\D{0,2}(\d{1,9})")


@dataclass(frozen=True, slots=True)
class LibraryNews:
    """What is different since somebody looked last.

    Attributes:
        head: The newest edition.
        added: New replies.
        changed: Replies as they were, and as they are.
        removed: Replies that are gone.
    """

    head: EditionHead
    added: tuple[ReplyTemplate, ...]
    changed: tuple[tuple[ReplyTemplate, ReplyTemplate], ...]
    removed: tuple[ReplyTemplate, ...]


class WentBack(NamedTuple):
    """What going back to an edition did.

    Attributes:
        before: The library before it.
        after: The library after it.
        edition: The edition that it left; None where nothing was changed.
        from_trash: Ids of the replies that it took out of the trash.
    """

    before: TemplateLibrary
    after: TemplateLibrary
    edition: Edition | None
    from_trash: frozenset[str]


class Releases:
    """The releases of the library, and the other editions that are kept beside them.

    Methods that store something raise DeskBusyError and StoreFailedError; then nothing was
    changed.

    Args:
        means: What work on the library is done with.
        content_hash: Returns the hash of a library's content as ``csdesk``.
    """

    def __init__(
        self,
        means: LibraryMeans,
        content_hash: Callable[[TemplateLibrary], str] = lambda _library: "",
    ) -> None:
        self._means = means
        self._content_hash = content_hash

    def heads(self) -> tuple[EditionHead, ...]:
        """Return what is known of every edition, newest first."""
        return self._means.editions.heads()

    def load(self, edition_id: str) -> TemplateLibrary | None:
        """Return the content of an edition; None if it is not kept any more."""
        return self._means.editions.load(edition_id)

    def newest(self) -> str:
        """Return the id of the newest edition that brought anything new; empty without one."""
        return next((head.id for head in self._told()), "")

    def publish(
        self,
        notes: str,
        version: str = "",
        valid_from: str = "",
        valid_until: str = "",
        publisher: str = "",
    ) -> EditionHead:
        """Make what is stored a release, and its library's head tell so.

        Args:
            notes: What is told to those who use it.
            version: What it is called; empty for the number after the versions so far.
            valid_from: First day of use, ``2026-12-01``; empty without one.
            valid_until: Last such day; empty without one.
            publisher: Who hands it out; empty for who did so before.

        Raises:
            LibraryRefusedError: What is told is too long, or a day is none; or there is no library.
        """
        for fault in release_faults(notes, version, publisher, valid_from, valid_until):
            raise LibraryRefusedError(fault)
        with self._means.transaction():
            stored = self._stored()
            number = self._next_number()
            library = replace(
                stored,
                version=version.strip() or self.next_version(stored),
                publisher=publisher.strip() or stored.publisher,
                released_at=f"{self._means.clock.now():%Y-%m-%d}",
                notes=notes.strip(),
                valid_from=valid_from,
                valid_until=valid_until,
            )
            self._means.store.replace(library)
            digest = self._content_hash(library)
            edition = _edition(self._means, library, EditionOrigin.RELEASED, number, digest)
            self._means.editions.keep(edition)
        return edition.head

    def roll_back(self, edition_id: str) -> WentBack:
        """Go back to a release, the starter library, or one that was imported as a whole.

        A release or the starter library was all that there was; what it has not goes to the
        trash. Of an imported one, only what its later editions brought does.

        Raises:
            LibraryRefusedError: The edition is not kept any more, or is no whole library.
        """
        with self._means.transaction():
            before = self._stored()
            heads = {head.id: head for head in self.heads()}
            head = heads.get(edition_id)
            if head is None or not can_go_back_to(head):
                raise LibraryRefusedError(_NO_WAY_BACK)
            edition = self.load(edition_id)
            if edition is None:
                raise LibraryRefusedError(Sentence("这个版本的内容读不出来了，没有回退"))
            if edition.part:
                raise LibraryRefusedError(_NO_WAY_BACK)
            was_imported = head.origin is EditionOrigin.IMPORTED
            self._means.store.replace(
                with_edition(edition, before, self._brought_after(head))
                if was_imported
                else as_it_was(edition, before)
            )
            after = self._means.store.load() or edition
            come = frozenset(t.id for t in missing(after, before)) & self._means.trash.all().keys()
            keep_trash(self._means, before, after)
            left = None if after == before else self._left_by_going_back(head, after)
        return WentBack(before, after, left, frozenset(come))

    def news(self, seen: str) -> LibraryNews | None:
        """Return what is different between an edition and the newest one, as far as it is in use.

        Args:
            seen: Id of the edition that was the newest when somebody looked last.

        Returns:
            The difference; None if there is none, or if it is not known what was seen.
        """
        told = self._told()
        ids = [head.id for head in told]
        if seen not in ids or ids[0] == seen:
            return None
        before, after = self._content(told[ids.index(seen) :]), self._content(told)
        now = self._means.store.load()
        if before is None or after is None or now is None:
            return None
        found = _in_use(library_difference(before, after), now)
        return LibraryNews(told[0], found.added, found.changed, found.removed) if found else None

    def _left_by_going_back(self, to: EditionHead, after: TemplateLibrary) -> Edition:
        """Keep what the library is now as an edition called like the one it went back to."""
        head = replace(
            to,
            id=self._means.new_id(),
            at=self._means.clock.now(),
            origin=EditionOrigin.ROLLED_BACK,
            author=self._means.author(),
            templates=len(after.templates),
        )
        edition = Edition(head, after)
        self._means.editions.keep(edition)
        return edition

    def _brought_after(self, head: EditionHead) -> set[str]:
        """Return the ids of replies that came here only by later editions of the same library."""
        oldest_first = [each for each in self.heads()[::-1] if each.library_id == head.library_id]
        is_later, seen, brought = False, set[str](), set[str]()
        for each in oldest_first:
            held = {t.id for t in (self.load(each.id) or _EMPTY).templates} - seen
            if is_later and each.origin is EditionOrigin.IMPORTED:
                brought |= held
            seen |= held
            is_later |= each.id == head.id
        return brought

    def next_version(self, library: TemplateLibrary) -> str:
        """Return what the next release of ``library`` is called, if nobody names it otherwise.

        It is the whole number after those of the versions so far, or else of the releases.
        """
        released = (h.version for h in self.heads() if h.origin is EditionOrigin.RELEASED)
        found = (_LEADING_NUMBER.match(version) for version in (library.version, *released))
        numbers = [int(number[1]) for number in found if number]
        return str(max(numbers) + 1 if numbers else self._next_number())

    def _next_number(self) -> int:
        return 1 + max((head.number for head in self.heads()), default=0)

    def _told(self) -> list[EditionHead]:
        return [head for head in self.heads() if head.origin in _TOLD]

    def _content(self, heads: list[EditionHead]) -> TemplateLibrary | None:
        """Return what is known of the library at the moment of the first of ``heads``.

        What was imported is a part only; it is laid over the last whole library before it.
        """
        parts: list[TemplateLibrary] = []
        for head in heads:
            content = self.load(head.id)
            if content is None:
                continue
            parts.append(content)
            if head.origin in _WHOLE:
                break
        if not parts:
            return None
        templates = {t.id: t for part in reversed(parts) for t in part.templates}
        return replace(parts[0], templates=tuple(templates.values()))

    def _stored(self) -> TemplateLibrary:
        library = self._means.store.load()
        if library is None:
            raise LibraryRefusedError(Sentence("还没有话术库"))
        return library


def can_go_back_to(head: EditionHead) -> bool:
    """Return whether an edition is one to go back to, unless it holds one group only."""
    is_imported = head.origin is EditionOrigin.IMPORTED and head.format is FileFormat.CSDESK
    return is_imported or head.origin in _WHOLE


def keep_starter(means: LibraryMeans, library: TemplateLibrary, sha256: str = "") -> None:
    """Keep the library that a fresh desk begins with, as what later ones are compared with.

    Nothing happens if there is an edition of this kind already.

    Args:
        means: What work on the library is done with.
        library: The starter library.
        sha256: The hash of its content. Whoever edits it hands on files that were made from it,
            and every other desk began with it, too.

    Raises:
        DeskBusyError: Another process held the store too long; nothing was changed.
        StoreFailedError: It could not be written.
    """
    kept = (head for head in means.editions.heads() if head.origin is EditionOrigin.STARTER)
    if all(head.library_id != library.id for head in kept):
        means.editions.keep(_edition(means, library, EditionOrigin.STARTER, sha256=sha256))


def _edition(
    means: LibraryMeans,
    library: TemplateLibrary,
    origin: EditionOrigin,
    number: int = 0,
    sha256: str = "",
) -> Edition:
    head = EditionHead(
        id=means.new_id(),
        at=means.clock.now(),
        origin=origin,
        format=FileFormat.CSDESK,
        library_id=library.id,
        number=number,
        version=library.version,
        publisher=library.publisher,
        released_at=library.released_at,
        notes=library.notes,
        sha256=sha256,
        author=means.author(),
        templates=len(library.templates),
    )
    return Edition(head, library)


def _in_use(found: LibraryDifference, now: TemplateLibrary) -> LibraryDifference:
    """Return what of ``found`` the library in use shows: not all of a file need have been taken."""
    here = {t.id: t for t in now.templates}
    return LibraryDifference(
        added=tuple(t for t in found.added if t.id in here),
        changed=tuple(
            pair
            for pair in found.changed
            if pair[0].id in here and not same_content(here[pair[0].id], pair[0])
        ),
        removed=tuple(t for t in found.removed if t.id not in here),
    )
