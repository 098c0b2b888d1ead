"""Changes laid over stored rows, so that a change can be written before memory takes it in."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class RowLayer(Mapping[str, bytes]):
    """A table's rows as they will be: the rows beneath, and the changes laid over them.

    Rows are document id (as TinyDB writes it, a decimal string) to encoded document. The rows
    beneath stay untouched; a row removed and put again moves to the end, as in a dict.

    Attributes:
        removed: Ids beneath that are hidden.
        updated: New bodies of ids beneath, which keep their place.
        added: Rows after those beneath.
    """

    def __init__(self, beneath: Mapping[str, bytes]) -> None:
        self._beneath = beneath
        self.removed: set[str] = set()
        self.updated: dict[str, bytes] = {}
        self.added: dict[str, bytes] = {}

    def put(self, doc_id: str, body: bytes) -> None:
        """Give ``doc_id`` this body, in its place if it has one."""
        if self._shows_beneath(doc_id):
            self.updated[doc_id] = body
        else:
            self.added[doc_id] = body

    def remove(self, doc_id: str) -> None:
        """Take ``doc_id`` out; raise KeyError if it is not there."""
        if doc_id in self.added:
            del self.added[doc_id]
        elif self._shows_beneath(doc_id):
            self.removed.add(doc_id)
            self.updated.pop(doc_id, None)
        else:
            raise KeyError(doc_id)

    def clear(self) -> None:
        """Take every row out."""
        self.removed.update(self._beneath)
        self.updated.clear()
        self.added.clear()

    def absorb(self, above: RowLayer) -> None:
        """Take in the changes of a layer that lies over this one."""
        for doc_id in above.removed:
            self.remove(doc_id)
        for doc_id, body in above.upserts():
            self.put(doc_id, body)

    def merge_into(self, rows: dict[str, bytes]) -> None:
        """Apply the changes to ``rows``, which must be what this layer lies over."""
        for doc_id in self.removed:
            del rows[doc_id]
        rows.update(self.updated)
        rows.update(self.added)

    def upserts(self) -> Iterator[tuple[str, bytes]]:
        """Yield the rows that are new or have a new body, in the order to write them."""
        yield from self.updated.items()
        yield from self.added.items()

    def count(self) -> int:
        """Return how many rows are changed; one that only moved counts."""
        return len(self.removed | self.updated.keys() | self.added.keys())

    def __bool__(self) -> bool:
        """Whether the layer changes anything; its length tells how many rows show."""
        return bool(self.removed or self.updated or self.added)

    def __getitem__(self, doc_id: str) -> bytes:
        if doc_id in self.added:
            return self.added[doc_id]
        if doc_id in self.updated:
            return self.updated[doc_id]
        if doc_id in self.removed:
            raise KeyError(doc_id)
        return self._beneath[doc_id]

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self.added or self._shows_beneath(doc_id)

    def __iter__(self) -> Iterator[str]:
        yield from (doc_id for doc_id in self._beneath if doc_id not in self.removed)
        yield from self.added

    def __len__(self) -> int:
        return len(self._beneath) - len(self.removed) + len(self.added)

    def _shows_beneath(self, doc_id: object) -> bool:
        return doc_id in self._beneath and doc_id not in self.removed


def layer_towards(wanted: Mapping[str, bytes], *, beneath: Mapping[str, bytes]) -> RowLayer:
    """Return the fewest changes that make ``beneath`` equal ``wanted``, in the same order."""
    layer = RowLayer(beneath)
    for doc_id in beneath.keys() - wanted.keys():
        layer.remove(doc_id)
    kept = [doc_id for doc_id in beneath if doc_id in wanted]
    # From the first row that stands elsewhere, all are put again behind those that stay.
    pairs = zip(kept, wanted, strict=False)
    in_place = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    for doc_id in kept[in_place:]:
        layer.remove(doc_id)
    for doc_id, body in wanted.items():
        if doc_id not in layer or layer[doc_id] != body:
            layer.put(doc_id, body)
    return layer
