"""The desk's database: TinyDB's API over rows of one SQLite file, durable change by change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tinydb import TinyDB

from cs_desk.storage.row_table import RowTable
from cs_desk.storage.sqlite_rows import SqliteRows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from cs_desk.storage.row_format import DamagedRow


class DeskDatabase(TinyDB):
    """TinyDB as its manual describes it, with SQLite beneath in place of a JSON file.

    A call that changes something returns when the change is on the disk: kill -9 and power cuts
    lose nothing afterwards. Several processes may use the file at once; each sees what the
    others committed, from its next read on. TinyDB's own ways of being extended are the only
    ones used (``table_class``, ``default_storage_class``).

    Where the file or its folder cannot be written, or the disk is so full that it cannot even be
    opened there, it shows what the file holds and stores nothing.
    A file of an older format is migrated. An object serves the thread that made it, and no other.

    Args:
        path: The file; it and its folder are created, for their owner's eyes only.
        busy_timeout_s: Seconds to wait while another process writes.
        before_migration: Called before a file of an older format is changed, to back it up;
            whatever it raises is passed on, and the file left as it was.

    Raises:
        UnreadableFileError: The file cannot be opened or read, in every method too.
        InvalidFileError: It is another program's database.
        DamagedStoreError: Its structure is damaged, or it vanished, in every method too.
        NewerFormatError: A newer program wrote it.
        DeskBusyError: Another process held it too long.
    """

    table_class = RowTable
    # TinyDB declares its default only; its manual says that any Storage may stand here.
    default_storage_class = SqliteRows  # type: ignore[assignment]
    _storage: SqliteRows

    def __init__(
        self,
        path: Path,
        *,
        busy_timeout_s: float = 2.0,
        before_migration: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(path, busy_timeout_s, before_migration)

    @property
    def file_name(self) -> str:
        """The path of the file, as errors tell it."""
        return self._storage.file_name

    @property
    def read_only(self) -> bool:
        """Whether nothing can be stored, since a private copy had to be opened in its place.

        What is read is then as it was when the file was opened.
        """
        return self._storage.read_only

    @property
    def damaged_rows(self) -> frozenset[DamagedRow]:
        """The rows that are kept in the file but not shown.

        Those that failed their checksum, now or earlier, and those reported to ``leave_out``.
        """
        return self._storage.damage.all()

    @property
    def newly_damaged(self) -> frozenset[DamagedRow]:
        """Those of ``damaged_rows`` that were found by this opening of the file, or since."""
        return self._storage.damage.new()

    @property
    def lost_changes(self) -> int:
        """How many of the last acknowledged changes the file no longer holds; 0 if all is well.

        Its log may have been damaged or removed after a crash, or an older file put in its
        place. Each loss is found by one opening only: the first one after it.
        """
        return self._storage.lost_changes

    def leave_out(self, table: str, doc_id: int) -> None:
        """List a document that its reader does not understand; it stays where it is."""
        self._storage.damage.find(table, doc_id)

    def rows(self) -> dict[str, dict[str, bytes]]:
        """Return everything that is stored: table name to document id to encoded document."""
        return self._storage.rows()

    def replace_rows(self, tables: Mapping[str, Mapping[str, bytes]]) -> int:
        """Make ``tables``, as ``rows`` returns them, all that is stored, as one change.

        Only rows that differ are written. Other processes take it in like any change.

        Returns:
            How many rows changed.

        Raises:
            DeskBusyError: Another process held the write lock too long; nothing was changed.
            StoreFailedError: The changes could not be written.
        """
        return self._storage.replace_rows(tables)

    def discard_damaged(self, is_due: Callable[[datetime | None, object], bool]) -> None:
        """Delete damaged rows that were set aside, for good.

        Args:
            is_due: Whether to delete the one that was found then and has this body; None for a
                moment that cannot be read any more.

        Raises:
            DeskBusyError: Another process held the write lock too long; nothing was changed.
            StoreFailedError: They could not be deleted; nothing was changed.
        """
        self._storage.discard_set_aside(is_due)

    def compact(self) -> None:
        """Leave nothing of what was deleted or overwritten in the file or its log.

        It takes as much room as the file itself for a while, and keeps others from writing.

        Raises:
            DeskBusyError: Another process wrote or read for too long; nothing is lost.
            StoreFailedError: It could not be written; nothing was changed.
        """
        self._storage.compact()

    def transaction(self) -> AbstractContextManager[None]:
        """Make every change inside one durable change, or none; an inner one joins the outer.

        It keeps other processes from writing, so nothing in it may wait for a person.

        Raises:
            DeskBusyError: Another process held the write lock too long; nothing was changed.
            StoreFailedError: The changes could not be written.
        """
        return self._storage.transaction()

    def snapshot(self) -> AbstractContextManager[None]:
        """Show one moment's state to every read inside, whatever others commit meanwhile.

        It holds no lock. A transaction inside it sees the newest state nevertheless.
        """
        return self._storage.snapshot()

    def refresh(self) -> bool:
        """Return whether other processes changed anything since the last call.

        It costs microseconds when they did not, so a window may ask every second.
        """
        return self._storage.take_outside_change()
