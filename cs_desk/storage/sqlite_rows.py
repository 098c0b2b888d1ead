"""TinyDB's storage over an SQLite file: rows in memory, kept equal to the disk."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from cs_desk.domain.errors import DeskError
from cs_desk.storage.known_damage import KnownDamage
from cs_desk.storage.row_documents import RowsView, TableDraft
from cs_desk.storage.row_format import DamagedRow
from cs_desk.storage.row_layer import layer_towards
from cs_desk.storage.sqlite_file import SqliteFile
from cs_desk.storage.staged_changes import StagedChanges
from cs_desk.storage.table_versions import TableVersions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from cs_desk.storage.row_format import ChangedRow
    from cs_desk.storage.sqlite_file import FileState


class SqliteRows(Storage):
    """All rows in memory, each change committed to the file before memory takes it in.

    Before every read and every transaction it looks whether another process has committed, and
    reads the rows that changed.

    Attributes:
        damage: The rows that are not shown, because they cannot be trusted or understood.
        versions: A number per table that is another one whenever the table may have changed.
    """

    def __init__(
        self,
        path: Path,
        busy_timeout_s: float,
        before_migration: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self.damage = KnownDamage()
        self.versions = TableVersions()
        self._file = SqliteFile(path, busy_timeout_s, before_migration)
        self._tables: dict[str, dict[str, bytes]] = {}
        self._last_change = 0
        self._state: FileState | None = None
        self._staged: StagedChanges | None = None
        self._holds_still = False
        self._is_changed_outside = False
        try:
            self._open()
        except BaseException:
            self.close()
            raise
        self._is_changed_outside = False

    @property
    def file_name(self) -> str:
        """The path of the file, as errors tell it."""
        return self._file.name

    @property
    def read_only(self) -> bool:
        """Whether nothing can be stored."""
        return self._file.read_only

    @property
    def lost_changes(self) -> int:
        """How many acknowledged changes were found missing."""
        return self._file.lost_changes

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def read(self) -> dict[str, dict[str, Any]]:
        """Return every table by name, as a read-only view of what is stored now."""
        self.look()
        # A view is not the dict that TinyDB declares, but all that TinyDB reads of it.
        return {name: RowsView(self.rows_of(name)) for name in self._names()}  # type: ignore[misc]

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make ``data`` all that is stored, in one transaction."""
        with self._staging() as staged:
            for name in self._names() - data.keys():
                staged.drop(name)
                self.versions.touch(name)
            for name, documents in data.items():
                # A view is what read() gave out, so that table stays as it is.
                if not isinstance(documents, RowsView):
                    self.update(name, partial(TableDraft.replace, documents=documents))

    def update(self, name: str, updater: Callable[[TableDraft], None]) -> None:
        """Let ``updater`` change a table's documents, and store what it changed.

        Raises:
            TypeError: A value has no JSON form; nothing was changed.
            ValueError: A value cannot be stored; nothing was changed.
        """
        with self._staging() as staged:
            draft = TableDraft(self.rows_of(name))
            updater(draft)
            staged.stage(name, draft.changes())
            self.versions.touch(name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make every change inside one durable change, or none; an inner one joins the outer.

        It keeps other processes from writing, so nothing in it may wait for a person.

        Raises:
            DeskBusyError: Another process held the write lock too long; nothing was changed.
            StoreFailedError: The changes could not be written.
        """
        with self._staging():
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Show one moment's state to every read inside, whatever others commit meanwhile."""
        self.look()
        before, self._holds_still = self._holds_still, True
        try:
            yield
        finally:
            self._holds_still = before

    def look(self) -> None:
        """Take in what others have committed, unless a snapshot or a transaction is open."""
        if self._staged is None and not self._holds_still:
            self._catch_up()

    def take_outside_change(self) -> bool:
        """Return whether anything came from outside since the last call."""
        self.look()
        is_changed, self._is_changed_outside = self._is_changed_outside, False
        return is_changed

    def is_taken(self, name: str, doc_id: int) -> bool:
        """Return whether a document, or a damaged one, has this id."""
        return str(doc_id) in self.rows_of(name) or DamagedRow(name, doc_id) in self.damage

    def rows(self) -> dict[str, dict[str, bytes]]:
        """Return every table's encoded rows, in their order; the caller may keep them."""
        self.look()
        return {name: dict(self.rows_of(name)) for name in self._names()}

    def replace_rows(self, tables: Mapping[str, Mapping[str, bytes]]) -> int:
        """Make ``tables`` all that is stored, in one transaction; return how many rows changed."""
        changed = 0
        with self._staging() as staged:
            for name in self._names() - tables.keys():
                changed += len(self.rows_of(name))
                staged.drop(name)
                self.versions.touch(name)
            for name, rows in tables.items():
                layer = layer_towards(rows, beneath=self.rows_of(name))
                changed += layer.count()
                staged.stage(name, layer)
                self.versions.touch(name)
        return changed

    def discard_set_aside(self, is_due: Callable[[datetime | None, object], bool]) -> None:
        """Delete rows that were set aside, for everyone."""
        self._file.discard_set_aside(is_due)

    def compact(self) -> None:
        """Leave nothing of what was deleted in the file or its log."""
        self._file.compact()

    def _open(self) -> None:
        self._catch_up()
        if self.damage.in_place():
            # If they cannot be set aside now, they are left out where they stand.
            with suppress(DeskError):
                self._file.set_aside_unsound_rows()
            self._state = None
            self._catch_up()

    @contextmanager
    def _staging(self) -> Iterator[StagedChanges]:
        if self._staged is not None:
            yield self._staged
            return
        self._file.begin()
        try:
            self._catch_up()
            self._staged = StagedChanges(self._tables)
            yield self._staged
            self._commit(self._staged)
        except BaseException:
            for name in self._staged.layers if self._staged else ():
                self.versions.touch(name)
            raise
        finally:
            self._staged = None
            self._file.rollback()

    def _commit(self, staged: StagedChanges) -> None:
        batch = staged.batch()
        if not batch:
            return
        batch.mended = self.damage.mended_by((table, key) for table, key, _ in batch.put)
        self._last_change = self._file.commit(batch)
        staged.merge_into(self._tables)
        for place in batch.removed:
            self.damage.resolve(*place)
        for table, key, _ in batch.put:
            self.damage.mend(table, key)

    def _names(self) -> set[str]:
        return set(self._tables) if self._staged is None else self._staged.names()

    def rows_of(self, name: str) -> Mapping[str, bytes]:
        """Return a table's encoded rows as they are now, or will be after this transaction."""
        if self._staged is not None and name in self._staged.layers:
            return self._staged.layers[name]
        return self._tables.get(name, {})

    def _catch_up(self) -> None:
        if self._file.state() == self._state:
            return
        with self._file.reading():
            # Asked again: only now does the answer fit what is read below.
            state = self._file.state()
            is_known = self._state is not None and self._state.connection == state.connection
            if not (is_known and self._take_in_changes()):
                self._load()
            self._state = state

    def _take_in_changes(self) -> bool:
        changes = self._file.changes_since(self._last_change)
        if changes is None:
            return False
        for name in self._tables.keys() ^ changes.tables:
            self._note_outside_change(name)
        self._tables = {name: self._tables.get(name, {}) for name in changes.tables}
        for row in changes.rows:
            self._note_outside_change(row.table)
            self._take_in(row)
        self._last_change = changes.last_change
        return True

    def _take_in(self, row: ChangedRow) -> None:
        rows = self._tables.get(row.table, {})
        if row.body is None:
            rows.pop(str(row.doc_id), None)
            self.damage.resolve(row.table, row.doc_id)
        else:
            rows[str(row.doc_id)] = row.body
            self.damage.mend(row.table, row.doc_id)
        if row.is_damaged:
            self.damage.find(row.table, row.doc_id)

    def _load(self) -> None:
        snapshot = self._file.read_all()
        self._tables, self._last_change = snapshot.tables, snapshot.last_change
        self.damage.load(snapshot)
        self.versions.touch_all()
        self._is_changed_outside = True

    def _note_outside_change(self, name: str) -> None:
        self.versions.touch(name)
        self._is_changed_outside = True
