"""The checklists of ``cs_desk.app.case_ports``, kept in a ``DeskDatabase``: one per version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

import msgspec

from cs_desk.domain.returns.checklist import Checklist  # msgspec reads annotations
from cs_desk.storage.record_table import RecordFormat, RecordTable

if TYPE_CHECKING:
    from cs_desk.app.ports import Clock
    from cs_desk.storage.database import DeskDatabase

# A version has the same identity on every desk, so that it can be merged.
_VERSIONS = UUID("d1b9f0d2-8f3c-4a57-9f55-0f6f7f0c2f6e")


class _KeptVersion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    checklist: Checklist
    in_use: bool


def _encode(kept: _KeptVersion) -> dict[str, Any]:
    encoded: dict[str, Any] = msgspec.to_builtins(kept, order="deterministic")
    return encoded


_CHECKLISTS: RecordFormat[_KeptVersion] = RecordFormat("checklist", _KeptVersion, _encode)


class TinyChecklistStore:
    """The checklists; see ``cs_desk.app.case_ports.ChecklistStore``."""

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._database = database
        self._versions = RecordTable(database, _CHECKLISTS, author, clock)
        self._told_version: int | None = None

    def current(self) -> Checklist | None:
        """Return the edited checklist; None while the bundled one is in use."""
        self._told_version = self._versions.version
        kept = self._versions.values().values()
        return next((each.checklist for each in kept if each.in_use), None)

    def has_changed(self) -> bool:
        """Return whether ``current`` may answer otherwise than it last did."""
        return self._told_version != self._versions.version

    def use(self, checklist: Checklist | None) -> None:
        """Begin new cases by ``checklist`` from now on; by the bundled one for None.

        What was kept under the same version is replaced.
        """
        with self._database.transaction():
            for uuid, kept in self._versions.values().items():
                if kept.in_use:
                    self._versions.save(uuid, _KeptVersion(kept.checklist, in_use=False))
            if checklist is not None:
                kept = _KeptVersion(checklist, in_use=True)
                self._versions.save(_uuid_of(checklist.version), kept)

    def version(self, version: str) -> Checklist | None:
        """Return a version that was kept; None if it was not."""
        kept = self._versions.get(_uuid_of(version))
        return kept.checklist if kept else None

    def keep(self, checklist: Checklist) -> None:
        """Keep a version for the cases that are worked by it; one that is kept already stays."""
        with self._database.transaction():
            if self.version(checklist.version) is None:
                kept = _KeptVersion(checklist, in_use=False)
                self._versions.save(_uuid_of(checklist.version), kept)


def _uuid_of(version: str) -> str:
    return str(uuid5(_VERSIONS, version))
