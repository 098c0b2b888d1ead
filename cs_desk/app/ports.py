"""What the desk needs from outside, as Protocols; adapters are chosen in ``program.py``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from typing import TypeAlias

    from cs_desk.domain.backup import Backup, BackupContent, BackupReason
    from cs_desk.domain.shop import Shop
    from cs_desk.domain.template import ReplyTemplate, TemplateLibrary
    from cs_desk.domain.usage import Usage

    Columns: TypeAlias = Mapping[str, bytes | memoryview]


class Clock(Protocol):
    """The time of day, in China's zone."""

    def now(self) -> datetime:
        """Return the present moment, aware of its zone."""


class LibraryStore(Protocol):
    """The template library in use."""

    def load(self) -> TemplateLibrary | None:
        """Return the stored library; None in a fresh data folder."""

    def replace(self, library: TemplateLibrary) -> None:
        """Store ``library`` in place of what there was, in one transaction."""


class ArchiveStore(Protocol):
    """What was indexed of a library, kept so that no later run has to index it again."""

    def load(self, templates: Sequence[ReplyTemplate]) -> Columns | None:
        """Return what was kept of these very templates; None if it is not there, or not sound."""

    def save(self, templates: Sequence[ReplyTemplate], columns: Columns) -> None:
        """Keep what was indexed of ``templates``, in place of what was kept before.

        Raises:
            StoreFailedError: It cannot be written.
        """


class ArchiveMaker(Protocol):
    """Indexes the stored library elsewhere, so that nobody waits for it here."""

    def make(self, done: Callable[[], None]) -> None:
        """Begin, and call ``done`` at the end, whether it is kept now or could not be made."""


class ShopStore(Protocol):
    """The shop profiles."""

    def all(self) -> tuple[Shop, ...]:
        """Return every shop, in the order in which they were first saved."""

    def save(self, shop: Shop) -> None:
        """Store a new shop, or a known one's change."""


class UsageStore(Protocol):
    """How often each template was used; keyed by template id."""

    def all(self) -> Mapping[str, Usage]:
        """Return the usage of every template that has one."""

    def save(self, template_id: str, usage: Usage) -> None:
        """Store the usage of one template."""


SettingValue = str | int | float | bool | None


class SettingsStore(Protocol):
    """Small remembered facts: the window's place, the shop in use, the preferred tone."""

    def all(self) -> Mapping[str, SettingValue]:
        """Return every stored setting."""

    def save(self, changes: Mapping[str, SettingValue]) -> None:
        """Store ``changes`` in one transaction; None forgets a setting."""


class BackupStore(Protocol):
    """Verified copies of the whole store, outside the data folder.

    Its methods may take seconds and may be called on any thread.
    """

    @property
    def folder(self) -> str:
        """The path of the folder that holds the backups."""

    def keep(self, reason: BackupReason, *, if_changed: bool = False) -> Backup | None:
        """Make a verified backup, thin out the old ones, and return it.

        Args:
            reason: Why.
            if_changed: Make none, and return None, where the newest one holds all there is.

        Raises:
            BackupFailedError: It could not be written, or the store is damaged.
            DeskBusyError: Another process held the store too long.
        """

    def all(self) -> tuple[Backup, ...]:
        """Return every backup, newest first, without looking inside.

        Raises:
            UnreadableFileError: The folder may not be read.
        """

    def newest_sound(self) -> Backup | None:
        """Return the newest backup that passes every check; None if there is none.

        Raises:
            UnreadableFileError: The folder may not be read.
        """

    def describe(self, file: str) -> BackupContent:
        """Check a backup, in the folder or anywhere, and return what it holds.

        Raises:
            DataFaultError: ``file`` is no sound backup.
        """

    def save_as(self, file: str) -> Backup:
        """Write a verified backup to ``file``; an older backup there is replaced.

        Raises:
            BackupFailedError: It could not be written, or something else stands there.
        """

    def restore(self, file: str) -> Backup | None:
        """Put the content of a backup in place of all that is stored, all or nothing.

        What was stored before is backed up first, or set aside if it is damaged.

        Returns:
            The backup of what was stored before; None if there was nothing sound to back up.

        Raises:
            DataFaultError: ``file`` is no sound backup.
            BackupFailedError: What is stored now could not be backed up; nothing was changed.
            DeskBusyError: Another process held the store too long; nothing was changed.
            StoreFailedError: It could not be written.
        """

    def export_json(self, file: str) -> int:
        """Write everything to ``file`` as JSON that stock TinyDB opens.

        Returns:
            How many documents were written.

        Raises:
            BackupFailedError: It could not be written.
        """


class CopyRoute(StrEnum):
    """The way by which a text reached the clipboard."""

    QT = "qt"
    PYPERCLIP = "pyperclip"


class CopyFailure(StrEnum):
    """Why a text did not reach the clipboard."""

    NO_TOOL = "no_tool"
    NO_DISPLAY = "no_display"
    HELD = "held"
    TIMED_OUT = "timed_out"
    NOT_VERIFIED = "not_verified"
    REFUSED_TEXT = "refused_text"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class CopyResult:
    """What became of a copy: the route on success, or the reason of the failure.

    Attributes:
        route: How it got there; None if it did not.
        failure: Why it did not; None if it did.
        detail: What the system said, for the log and for curious people.
    """

    route: CopyRoute | None = None
    failure: CopyFailure | None = None
    detail: str = ""

    @property
    def copied(self) -> bool:
        """Whether the text was seen on the clipboard."""
        return self.route is not None


class Clipboard(Protocol):
    """The system clipboard; a window is never kept waiting for it."""

    def text(self) -> str:
        """Return the text on the clipboard, as far as it is known; empty if there is none.

        Nothing is read from the clipboard unless this is called.
        """

    def tell_of_text(self, changed: Callable[[], None]) -> None:
        """Have ``changed`` called, on the caller's thread, when ``text`` may answer otherwise.

        It is called at most once after each call of ``text``.
        """

    def put(self, text: str, *, personal: bool, done: Callable[[CopyResult], None]) -> None:
        """Put ``text`` on the clipboard and report the verified result through ``done``.

        Args:
            text: The filled reply, plain text.
            personal: Whether it holds a buyer's personal data and must stay out of
                clipboard history and cloud clipboards.
            done: Called once, on the caller's thread.
        """
