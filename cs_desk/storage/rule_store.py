"""The rules of ``cs_desk.app.library_ports``, kept in a ``DeskDatabase``: one document a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

import msgspec

from cs_desk.storage.record_table import RecordFormat, RecordTable

if TYPE_CHECKING:
    from cs_desk.app.ports import Clock
    from cs_desk.domain.library.incoming import RuleDocument
    from cs_desk.storage.database import DeskDatabase

# Rules of one name are the same thing on every desk, so that they can be merged.
_RULES_ID = UUID("3c0f6a1e-5d0b-4b0e-8a53-7d3b1f9c2a44")


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name, and the JSON text of its rules, byte for byte as it came."""

    name: str
    text: str


def _encode(content: _Content) -> dict[str, Any]:
    return {"name": content.name, "text": content.text}


_RULES: RecordFormat[_Content] = RecordFormat("rules", _Content, _encode)


class TinyRuleStore:
    """Rules in place of the bundled ones; see ``cs_desk.app.library_ports.RuleStore``."""

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._rules = RecordTable(database, _RULES, author, clock)

    def get(self, name: str) -> bytes | None:
        """Return the document of this name; None while the bundled one is in use."""
        stored = self._rules.get(_uuid_of(name))
        return stored.text.encode() if stored else None

    def use(self, rules: RuleDocument) -> None:
        """Use ``rules``, whose content is UTF-8, in place of the bundled ones."""
        self._rules.save(_uuid_of(rules.name), _Content(rules.name, rules.content.decode()))


def _uuid_of(name: str) -> str:
    return str(uuid5(_RULES_ID, name))
