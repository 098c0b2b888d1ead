"""What the supervisor's work on the library needs from outside, as Protocols."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from contextlib import AbstractContextManager

    from cs_desk.app.ports import Clock, LibraryStore
    from cs_desk.domain.backup import Backup
    from cs_desk.domain.library.edition import Edition, EditionHead
    from cs_desk.domain.library.incoming import (
        FileFormat,
        IncomingLibrary,
        Progress,
        Remark,
        RuleDocument,
    )
    from cs_desk.domain.library.merge import MergeChoice, Merged, MergePlan
    from cs_desk.domain.library.trash import TrashedTemplate
    from cs_desk.domain.returns.checklist import Checklist
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary


class EditionStore(Protocol):
    """Editions of libraries, each kept as it was."""

    def heads(self) -> tuple[EditionHead, ...]:
        """Return what is known of every edition, newest first, without looking inside."""

    def load(self, edition_id: str) -> TemplateLibrary | None:
        """Return the content of an edition; None if there is none with this id."""

    def keep(self, edition: Edition) -> None:
        """Keep an edition, and let go of those that need not be kept any longer."""

    def let_go(self, edition_id: str) -> None:
        """Let go of an edition, if it is kept, because what led to it was taken back."""


class TrashStore(Protocol):
    """Deleted replies."""

    def all(self) -> Mapping[str, TrashedTemplate]:
        """Return every deleted reply by its id, the last deleted one first."""

    def put(self, trashed: Collection[TrashedTemplate]) -> None:
        """Keep deleted replies."""

    def take(self, template_ids: Collection[str]) -> None:
        """Let go of them, because they are in the library again or deleted for good."""


class TemplateDraftStore(Protocol):
    """Replies as they were typed in the editor and not saved."""

    def all(self) -> Mapping[str, ReplyTemplate]:
        """Return every draft by the id of its reply."""

    def keep(self, draft: ReplyTemplate) -> None:
        """Keep a draft in place of the one before."""

    def forget(self, template_ids: Collection[str]) -> None:
        """Let go of drafts."""


class RuleStore(Protocol):
    """Rules that came with a library and stand in place of the bundled ones."""

    def get(self, name: str) -> bytes | None:
        """Return the document of this name; None while the bundled one is in use."""

    def use(self, rules: RuleDocument) -> None:
        """Use ``rules`` in place of the bundled ones."""


@dataclass(frozen=True, slots=True)
class LibraryMeans:
    """What work on the library is done with, chosen where the program is put together.

    Attributes:
        store: The library in use.
        editions: Its editions.
        trash: Deleted replies.
        drafts: What was typed and not saved.
        clock: The time.
        author: Returns who does it.
        new_id: Returns an identity that nothing has yet.
        transaction: Makes one transaction of what is stored inside.
    """

    store: LibraryStore
    editions: EditionStore
    trash: TrashStore
    drafts: TemplateDraftStore
    clock: Clock
    author: Callable[[], str]
    new_id: Callable[[], str]
    transaction: Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an export.

    Attributes:
        templates: How many replies of the library the file holds.
        lost: What the format could not hold, with the reply that it belongs to.
        left_out: Replies that are not in the file at all.
        sha256: What the file states as the hash of its content; empty if it states none.
        rows: As how many entries the replies are there, each tone for itself; 0 if as one each.
    """

    templates: int
    lost: tuple[Remark, ...] = ()
    left_out: tuple[Remark, ...] = ()
    sha256: str = ""
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What travels with a library, if chosen; only ``csdesk`` holds it."""

    checklist: Checklist | None = None
    rules: tuple[RuleDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did.

    Attributes:
        merged: The library afterwards, and what became of the replies.
        backup: The backup of what was stored before; None where nothing was changed.
        edition: The edition that it left; None if it left none.
        from_trash: Ids of the replies that it took out of the trash.
    """

    merged: Merged
    backup: Backup | None
    edition: Edition | None = None
    from_trash: frozenset[str] = frozenset()


class LibraryFiles(Protocol):
    """Libraries as files. Its methods may take seconds and may be called on any thread."""

    def read(
        self,
        file: str,
        progress: Progress,
        *,
        format_: FileFormat | None = None,
        encoding: str | None = None,
    ) -> IncomingLibrary:
        """Return what ``file`` holds.

        Args:
            file: Its path.
            progress: Is told how far it is.
            format_: Its format; None to find out by content first and name second.
            encoding: Encoding of its text, as Python names it; None to find out.

        Raises:
            DataFaultError: It cannot be read, breaks its format, or is beyond the limits.
            CancelledError: ``progress`` called it off.
        """

    def write(
        self,
        library: TemplateLibrary,
        file: str,
        format_: FileFormat,
        enclosed: Enclosed,
        based_on: str = "",
    ) -> Written:
        """Write ``library`` to ``file``, which is replaced as a whole or not at all.

        Args:
            library: What to write.
            file: The path.
            format_: Its format.
            enclosed: What travels with it.
            based_on: Hash of the edition that ``library`` was made from, for ``csdesk``.

        Raises:
            LibraryRefusedError: The file may not be written: it is the desk's own store.
            StoreFailedError: It cannot be written.
        """


class LibraryIntake(Protocol):
    """Imports into the stored library.

    Its methods may take seconds, and may be called on any thread: they open the store anew.
    """

    def plan(
        self,
        file: str,
        progress: Progress,
        *,
        format_: FileFormat | None = None,
        encoding: str | None = None,
    ) -> MergePlan:
        """Return what importing ``file`` would change; arguments and errors as ``LibraryFiles``."""

    def apply(
        self,
        plan: MergePlan,
        choices: Mapping[str, MergeChoice],
        progress: Progress,
        enclosed: Enclosed = ...,
    ) -> ImportOutcome:
        """Back up, then carry out ``plan`` in one transaction.

        Args:
            plan: What was shown to the person.
            choices: Choices by the rows' keys; the rows' defaults for the others.
            progress: Is told how far it is; once the transaction has begun it goes to its end.
            enclosed: What of the rest of the file is used from now on; nothing unless given.

        Raises:
            CaseRefusedError: The checklist breaks a rule; nothing was changed.
            DeskBusyError: The library was changed since the plan was made, or is held by another
                process; nothing was changed.
            BackupFailedError: No backup could be made; nothing was changed.
            StoreFailedError: It could not be written.
            CancelledError: ``progress`` called it off before anything was changed.
        """
