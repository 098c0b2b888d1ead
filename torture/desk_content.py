"""What a desk holds, in a form that can be compared: it does not tell ids or the order."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from cs_desk.storage.database import DeskDatabase

# Table name to its documents as JSON. A table without documents does not stand in it.
Content: TypeAlias = dict[str, list[str]]

LOSS = "lost changes"
"""Stands for a table where the desk says that it misses changes."""


def content_of(database: DeskDatabase) -> Content:
    """Return what the database shows; that it misses changes is part of it."""
    tables = {name: list(database.table(name)) for name in database.tables()}
    lost = [{"changes": database.lost_changes}] if database.lost_changes else []
    return as_content({**tables, LOSS: lost})


def as_content(tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> Content:
    """Return documents, table by table, in the form that can be compared."""
    told = {
        name: sorted(json.dumps(document, sort_keys=True) for document in documents)
        for name, documents in tables.items()
    }
    return {name: documents for name, documents in sorted(told.items()) if documents}


def digest_of(content: Content) -> str:
    """Return a short text that is another one for any other content."""
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]
