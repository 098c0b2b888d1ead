"""Which rows are not shown, and which of them nobody has been told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.storage.quarantine import damaged_row
from cs_desk.storage.row_format import DamagedRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cs_desk.storage.row_format import Snapshot


class KnownDamage:
    """The damaged rows of an open store; ``in`` asks for a ``DamagedRow``."""

    def __init__(self) -> None:
        self._set_aside: set[DamagedRow] = set()
        self._in_place: set[DamagedRow] = set()
        self._known_before: frozenset[DamagedRow] | None = None

    def __contains__(self, row: object) -> bool:
        return row in self._set_aside or row in self._in_place

    def all(self) -> frozenset[DamagedRow]:
        """Return every row that was set aside, or is left out where it stands."""
        return frozenset(self._set_aside | self._in_place)

    def in_place(self) -> frozenset[DamagedRow]:
        """Return those that are left out where they stand."""
        return frozenset(self._in_place)

    def new(self) -> frozenset[DamagedRow]:
        """Return those that had not been set aside before the store was opened."""
        return self.all() - (self._known_before or frozenset())

    def load(self, snapshot: Snapshot) -> None:
        """Take in what a reading of everything found; the first one tells what was known."""
        self._set_aside, self._in_place = set(snapshot.set_aside), set(snapshot.unsound)
        if self._known_before is None:
            self._known_before = frozenset(self._set_aside)

    def find(self, table: str, doc_id: int) -> None:
        """Note a row that was found damaged where it stands."""
        self._in_place.add(damaged_row(table, doc_id))

    def resolve(self, table: str, doc_id: int) -> None:
        """Note that a row was taken out from where it stood."""
        self._in_place.discard(DamagedRow(table, doc_id))

    def mend(self, table: str, doc_id: int) -> None:
        """Note that a sound row has taken a damaged one's place."""
        self.resolve(table, doc_id)
        self._set_aside.discard(DamagedRow(table, doc_id))

    def mended_by(self, places: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
        """Return those of ``places`` whose rows lie aside."""
        return [place for place in places if DamagedRow(*place) in self._set_aside]
