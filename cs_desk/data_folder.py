"""A data folder opened: its store with all that works on it, its backups and its log."""

from __future__ import annotations

from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from cs_desk import paths
from cs_desk.app.drafts import DraftBox
from cs_desk.app.no_drafts import NoDrafts
from cs_desk.app.settings import Settings
from cs_desk.app.shops import Shops
from cs_desk.domain.errors import DamagedStoreError, DeskBusyError, Sentence, StoreFailedError
from cs_desk.storage.backup_folder import BackupFolder
from cs_desk.storage.database import DeskDatabase
from cs_desk.storage.draft_store import TinyDraftStore
from cs_desk.storage.rule_store import TinyRuleStore
from cs_desk.storage.stores import (
    TinyLibraryStore,
    TinySettingsStore,
    TinyShopStore,
    TinyUsageStore,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cs_desk.app.ports import Clock
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.storage.case_stores import CaseStores
    from cs_desk.storage.library_stores import LibraryStores

# For another process that makes a backup; longer, and a person takes it for a hang.
_PATIENCE_S = 3.0


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """An open data folder, and what works on it.

    Attributes:
        returns: Returns the stores of return cases; few runs wait for them to load.
        supervision: Returns what the supervisor's work on the library is kept in, likewise.
        finished_restore: Whether a restore that was broken off was finished by this opening.
    """

    database: DeskDatabase
    library: TinyLibraryStore
    usage: TinyUsageStore
    shops: Shops
    settings: Settings
    drafts: DraftBox
    rules: TinyRuleStore
    returns: Callable[[], CaseStores]
    supervision: Callable[[], LibraryStores]
    finished_restore: bool


class DataFolder:
    """Where one desk keeps its files.

    Args:
        chosen: The folder that the person chose; None for the user's own.
        author: Who changes things, as the stored documents name them.
        clock: The time.

    Attributes:
        author: Who changes things, as the stored documents name them.
        path: The folder of the store.
        store: The file of the store.
        backups: Its backups.
        log: The folder of the log.
        damaged: The folder where damaged files are set aside.
        evidence: The folder of what was attached to return cases.
        search: The folder that keeps the search's index.
        arguments: What leads another run of the program to this folder.
    """

    def __init__(self, chosen: Path | None, author: str, clock: Clock) -> None:
        self.author = author
        self._clock = clock
        self.path = paths.data_folder(chosen)
        self.store = paths.database_file(self.path)
        self.log = paths.log_folder(chosen)
        self.damaged = paths.damaged_folder(self.path)
        self.evidence = paths.evidence_folder(self.path)
        self.search = paths.search_folder(chosen)
        self.arguments = () if chosen is None else ("--data-dir", str(chosen))
        self.backups = BackupFolder(
            self.store,
            paths.backup_folder(chosen),
            self.damaged,
            clock,
            busy_timeout_s=_PATIENCE_S,
        )

    @contextmanager
    def open(self, *, afresh: bool = False, busy_timeout_s: float = 2.0) -> Iterator[OpenFolder]:
        """Open the store.

        Args:
            afresh: Whether a missing store may be made anew though there are backups of it.
            busy_timeout_s: Seconds to wait while another process writes.

        Raises:
            DataFaultError: It cannot be opened; a DamagedStoreError where a backup would help.
            BackupFailedError: A store of an older format could not be backed up.
            DeskBusyError: Another process held it too long.
            StoreFailedError: A restore that was broken off could not be finished.
        """
        finished_restore = self.backups.finish_restore()
        if not afresh:
            self._refuse_to_start_afresh()
        database = DeskDatabase(
            self.store,
            busy_timeout_s=busy_timeout_s,
            before_migration=self.backups.keep_before_migration,
        )
        with closing(database):
            yield self._working_on(database, finished_restore=finished_restore)

    def _working_on(self, database: DeskDatabase, *, finished_restore: bool) -> OpenFolder:
        author, clock = self.author, self._clock
        settings = Settings(TinySettingsStore(database, author, clock))
        drafts = NoDrafts() if database.read_only else TinyDraftStore(database, author, clock)
        return OpenFolder(
            database=database,
            library=TinyLibraryStore(database, author, clock),
            usage=TinyUsageStore(database, author, clock),
            shops=Shops(TinyShopStore(database, author, clock), settings, database.transaction),
            settings=settings,
            drafts=DraftBox(drafts, clock),
            rules=TinyRuleStore(database, author, clock),
            returns=cache(partial(self._case_stores, database)),
            supervision=cache(partial(self._library_stores, database)),
            finished_restore=finished_restore,
        )

    def _case_stores(self, database: DeskDatabase) -> CaseStores:
        from cs_desk.storage.case_stores import case_stores  # noqa: PLC0415 - for those who ask

        return case_stores(database, self.evidence, self.author, self._clock)

    def _library_stores(self, database: DeskDatabase) -> LibraryStores:
        from cs_desk.storage.library_stores import library_stores  # noqa: PLC0415 - likewise

        return library_stores(database, self.author, self._clock)

    def _refuse_to_start_afresh(self) -> None:
        """Raise DamagedStoreError where the store is gone, but was there before."""
        try:
            gone = Sentence("数据文件是空的") if self.store.stat().st_size == 0 else None
        except FileNotFoundError:
            gone = Sentence("数据文件不见了")
        except OSError:
            # Opening it tells why.
            return
        if gone is not None and self.backups.all():
            raise DamagedStoreError(str(self.store), gone)


def stored_library(
    folder: OpenFolder, starter: Path, keep: Callable[[TemplateLibrary], None]
) -> TemplateLibrary:
    """Return the stored library; a fresh folder gets the one in the file ``starter``.

    Args:
        folder: The open folder.
        starter: A ``.csdesk`` file.
        keep: Keeps what a fresh folder begins with, to compare later ones with.
    """
    stored = folder.library.load()
    if stored is not None:
        return stored
    # Only a fresh folder needs the reader of files that travel.
    from cs_desk.exchange.library.csdesk import read_library  # noqa: PLC0415

    library = read_library(starter)
    # It is bundled, so nothing is lost if it cannot be stored: the next start tries again.
    with suppress(DeskBusyError, StoreFailedError), folder.database.transaction():
        folder.library.replace(library)
        keep(library)
    return library
