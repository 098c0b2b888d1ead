"""Encoded rows as the documents that TinyDB reads and changes."""

from __future__ import annotations

import json
from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

import msgspec

from cs_desk.storage.row_layer import RowLayer

if TYPE_CHECKING:
    from collections.abc import Iterator

# The standard encoder, because msgspec's would quietly turn dates, sets and NaN into something
# else, which TinyDB's users do not expect.
_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def encode_document(document: Mapping[str, Any]) -> bytes:
    """Return ``document`` as JSON in UTF-8.

    Raises:
        TypeError: A value has no JSON form.
        ValueError: A number is not finite, or a text holds half a surrogate pair.
    """
    return _JSON.encode(document).encode()


def decode_document(body: bytes) -> dict[str, Any]:
    """Return the document that ``encode_document`` made into ``body``; always a new object."""
    return msgspec.json.decode(body, type=dict[str, Any])


class RowsView(Mapping[str, dict[str, Any]]):
    """Stored rows as TinyDB reads a table: id to document, decoded when looked at.

    Every look decodes anew, so a caller who changes a document changes nobody else's.
    """

    def __init__(self, rows: Mapping[str, bytes]) -> None:
        self._rows = rows

    def __getitem__(self, doc_id: str) -> dict[str, Any]:
        return decode_document(self._rows[doc_id])

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class TableDraft(MutableMapping[int, dict[str, Any]]):
    """The dict that TinyDB's updaters change; it knows afterwards which rows changed."""

    def __init__(self, rows: Mapping[str, bytes]) -> None:
        self._layer = RowLayer(rows)
        self._opened: dict[int, dict[str, Any]] = {}

    def changes(self) -> RowLayer:
        """Return the changes made so far, encoded.

        Raises:
            TypeError: A value has no JSON form.
            ValueError: A value cannot be stored; see ``encode_document``.
        """
        for doc_id, document in self._opened.items():
            body = encode_document(document)
            if body != self._layer[str(doc_id)]:
                self._layer.put(str(doc_id), body)
        return self._layer

    def clear(self) -> None:
        """Take every document out, without decoding them one by one."""
        self._layer.clear()
        self._opened.clear()

    def replace(self, documents: Mapping[Any, Mapping[str, Any]]) -> None:
        """Make ``documents`` all that the table holds."""
        self.clear()
        self.update({int(doc_id): dict(document) for doc_id, document in documents.items()})

    def __getitem__(self, doc_id: int) -> dict[str, Any]:
        if doc_id not in self._opened:
            self._opened[doc_id] = decode_document(self._layer[str(doc_id)])
        return self._opened[doc_id]

    def __setitem__(self, doc_id: int, document: dict[str, Any]) -> None:
        # The body follows in changes(), when the updater has finished with the document.
        self._layer.put(str(doc_id), b"")
        self._opened[doc_id] = document

    def __delitem__(self, doc_id: int) -> None:
        self._layer.remove(str(doc_id))
        self._opened.pop(doc_id, None)

    def __contains__(self, doc_id: object) -> bool:
        return isinstance(doc_id, int) and str(doc_id) in self._layer

    def __iter__(self) -> Iterator[int]:
        return map(int, self._layer)

    def __len__(self) -> int:
        return len(self._layer)
