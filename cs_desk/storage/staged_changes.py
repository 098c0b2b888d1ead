"""What an open transaction will write, table by table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.storage.row_format import Batch
from cs_desk.storage.row_layer import RowLayer

if TYPE_CHECKING:
    from collections.abc import Mapping


class StagedChanges:
    """Layers over the stored tables; reads inside the transaction see them.

    Attributes:
        layers: Table name to its rows as they will be, for the tables touched so far.
    """

    def __init__(self, stored: Mapping[str, Mapping[str, bytes]]) -> None:
        self.layers: dict[str, RowLayer] = {}
        self._stored = stored
        self._dropped: set[str] = set()

    def stage(self, name: str, changes: RowLayer) -> None:
        """Add the changes of one operation; they make the table exist, even if they are none."""
        self._layer(name).absorb(changes)
        self._dropped.discard(name)

    def drop(self, name: str) -> None:
        """Take the table out, with every row."""
        self._layer(name).clear()
        self._dropped.add(name)

    def names(self) -> set[str]:
        """Return the names of the tables as they will be."""
        return (self._stored.keys() | self.layers.keys()) - self._dropped

    def batch(self) -> Batch:
        """Return what has to be written."""
        names = self.names()
        batch = Batch(created=names - self._stored.keys(), dropped=self._stored.keys() - names)
        for name, layer in self.layers.items():
            batch.removed += [(name, int(doc_id)) for doc_id in layer.removed]
            batch.put += [(name, int(doc_id), body) for doc_id, body in layer.upserts()]
        return batch

    def merge_into(self, tables: dict[str, dict[str, bytes]]) -> None:
        """Apply the changes to ``tables``, which must be the stored ones."""
        for name, layer in self.layers.items():
            layer.merge_into(tables.setdefault(name, {}))
        for name in self._dropped:
            del tables[name]

    def _layer(self, name: str) -> RowLayer:
        if name not in self.layers:
            self.layers[name] = RowLayer(self._stored.get(name, {}))
        return self.layers[name]
