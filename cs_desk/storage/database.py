"""The desk's database: TinyDB's API over rows of one SQLite file, durable change by change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tinydb import TinyDB

from cs_desk.storage.row_table import RowTable
from cs_desk.storage.sqlite_rows import SqliteRows

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from cs_desk.storage.row_format import DamagedRow


class DeskDatabase(TinyDB):
    """TinyDB as its manual describes it, with SQLite beneath in place of a JSON file.

    A call that changes something returns when the change is on the disk: kill -9 and power cuts
    lose nothing afterwards. Several processes may use the file at once; each sees what the
    others committed, from its next read on. TinyDB's own ways of being extended are the only
    ones used (``table_class``, ``default_storage_class``).

    An object serves the thread that made it, and no other.

    Args:
        path: The file; it and its folder are created, for their owner's eyes only.
        busy_timeout_s: Seconds to wait while another process writes.

    Raises:
        UnreadableFileError: The file cannot be opened or read, in every method too.
        InvalidFileError: It is not a desk's store, or its structure is damaged.
        NewerFormatError: A newer program wrote it.
        DeskBusyError: Another process held it too long.
    """

    table_class = RowTable
    # TinyDB declares its default only; its manual says that any Storage may stand here.
    default_storage_class = SqliteRows  # type: ignore[assignment]
    _storage: SqliteRows

    def __init__(self, path: Path, *, busy_timeout_s: float = 2.0) -> None:
        super().__init__(path, busy_timeout_s=busy_timeout_s)

    @property
    def file_name(self) -> str:
        """The path of the file, as errors tell it."""
        return self._storage.file_name

    @property
    def damaged_rows(self) -> frozenset[DamagedRow]:
        """The rows that failed their checksum; they stay in the file but are not shown."""
        return frozenset(self._storage.damaged)

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
