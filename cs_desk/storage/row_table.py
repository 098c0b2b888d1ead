"""TinyDB's table, every change of which is one durable transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tinydb.table import Table
from tinydb.utils import LRUCache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tinydb.queries import QueryLike

    from cs_desk.storage.sqlite_rows import SqliteRows


class NoQueryCache(LRUCache[Any, Any]):
    """TinyDB's query cache, switched off.

    A cached result would miss what other processes write, and hands out the same documents
    again (tinydb#516).
    """

    def set(self, key: QueryLike, value: object) -> None:
        """Forget ``value`` at once."""


class RowTable(Table):
    """A TinyDB table whose every change is one durable SQLite transaction.

    Raises in every method, beside TinyDB's own errors:
        DeskBusyError: Another process held the write lock too long; nothing was changed.
        StoreFailedError: The change could not be written.
    """

    query_cache_class = NoQueryCache
    _storage: SqliteRows

    @property
    def version(self) -> int:
        """A number that is another one whenever the table's documents may have changed."""
        self._storage.look()
        return self._storage.versions.of(self.name)

    def encoded(self) -> Mapping[str, bytes]:
        """Return every document as it is stored, by its id; good until the next change."""
        self._storage.look()
        return self._storage.rows_of(self.name)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert ``document`` and return its id; see TinyDB."""
        # The free id must be looked up under the lock, or another process takes it first.
        with self._storage.transaction():
            return super().insert(document)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update the matching documents or insert one, as one change; see TinyDB."""
        with self._storage.transaction():
            return super().upsert(document, cond)

    def __iter__(self) -> Iterator[Any]:
        # All of them first: the loop's body may change the table.
        return iter(list(super().__iter__()))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        self._storage.update(self.name, updater)

    def _get_next_id(self) -> int:
        # TinyDB counts on from what it saw last; another process may have been here since.
        while True:
            next_id: int = super()._get_next_id()  # type: ignore[no-untyped-call]  # TinyDB's own
            if not self._storage.is_taken(self.name, next_id):
                return next_id
