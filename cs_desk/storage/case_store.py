"""The return cases of ``cs_desk.app.case_ports``, kept in a ``DeskDatabase``: one document each.

A document holds the summary beside the case. Only the summaries are decoded to list the cases;
a case stays the JSON that it is until somebody asks for it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import msgspec

from cs_desk.domain.errors import DeskBusyError
from cs_desk.domain.returns.case_summary import CaseSummary  # msgspec reads annotations at run time
from cs_desk.domain.returns.return_case import ReturnCase
from cs_desk.storage.record_table import RecordFormat, RecordTable
from cs_desk.storage.row_format import CASE_TABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cs_desk.app.ports import Clock
    from cs_desk.storage.database import DeskDatabase


class _StoredCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A summary, and the case that it sums up, encoded."""

    summary: CaseSummary
    case: msgspec.Raw


class _Parts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    summary: msgspec.Raw
    case: msgspec.Raw


_PARTS = msgspec.json.Decoder(_Parts)
_CASE = msgspec.json.Decoder(ReturnCase)


def _encode(stored: _StoredCase) -> dict[str, Any]:
    return {
        "summary": msgspec.to_builtins(stored.summary),
        "case": msgspec.json.decode(stored.case),
    }


def _salvage(content: msgspec.Raw) -> _StoredCase:
    """Do without the summary; a case that does not fit either is left out."""
    case = _PARTS.decode(content).case
    return _StoredCase(_bare_summary(_CASE.decode(case)), case)


_CASES: RecordFormat[_StoredCase] = RecordFormat(CASE_TABLE, _StoredCase, _encode, salvage=_salvage)


class TinyCaseStore:
    """The return cases; see ``cs_desk.app.case_ports.CaseStore``.

    A document's uuid is random and the case's id lies inside: two desks may come to the same
    id for two cases, which a merge must not take for one. In one store an id stands for one
    case, however many processes open new ones at once.
    """

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._database = database
        self._cases = RecordTable(database, _CASES, author, clock)
        self._uuids: dict[str, str] = {}
        self._summaries: dict[str, CaseSummary] = {}
        self._saved: dict[str, CaseSummary] = {}
        self._loaded_revs: dict[str, int] = {}
        self._seen_version: int | None = None
        self._listed_version: int | None = None

    def summaries(self) -> Mapping[str, CaseSummary]:
        """Return the summary of every case, keyed by its id; it never changes afterwards."""
        self._look()
        if self._saved:
            self._summaries = {**self._summaries, **self._saved}
            self._saved = {}
        self._listed_version = self._seen_version
        return MappingProxyType(self._summaries)

    def has_changed(self) -> bool:
        """Return whether there is anything that ``summaries`` has not told yet."""
        return self._listed_version != self._cases.version

    def load(self, case_id: str) -> ReturnCase | None:
        """Return a case; None if there is none with this id, or if it is damaged."""
        self._look()
        uuid = self._uuids.get(case_id)
        stored = self._cases.get(uuid) if uuid else None
        if uuid is None or stored is None:
            self._loaded_revs.pop(case_id, None)
            return None
        try:
            case = _CASE.decode(stored.case)
        except msgspec.ValidationError:
            self._cases.leave_out(uuid)
            self._seen_version = None
            return None
        self._loaded_revs[case_id] = self._cases.rev(uuid)
        return case

    def save(self, case: ReturnCase, summary: CaseSummary) -> None:
        """Store a new case, or the change of a loaded one, with its summary.

        Raises:
            DeskBusyError: Another process changed the case after it was loaded here, or opened
                one with this id; or it held the store too long. Nothing was changed.
            StoreFailedError: It could not be written.
        """
        encoded = msgspec.json.encode(case, enc_hook=dict, order="deterministic")
        with self._database.transaction():
            self._look()
            uuid = self._uuids.get(case.id) or str(uuid4())
            if self._cases.rev(uuid) != self._loaded_revs.get(case.id, 0):
                raise DeskBusyError
            self._cases.save(uuid, _StoredCase(summary, msgspec.Raw(encoded)))
            rev, version = self._cases.rev(uuid), self._cases.version
        self._uuids[case.id] = uuid
        self._saved[case.id] = summary
        self._loaded_revs[case.id] = rev
        self._seen_version = version

    def _look(self) -> None:
        version = self._cases.version
        if version == self._seen_version:
            return
        stored = self._cases.values()
        self._uuids = {each.summary.id: uuid for uuid, each in stored.items()}
        self._summaries = {each.summary.id: each.summary for each in stored.values()}
        self._saved = {}
        self._seen_version = version


def _bare_summary(case: ReturnCase) -> CaseSummary:
    """Return what a case alone tells; where it stands is summed up when it is next saved."""
    return CaseSummary(
        id=case.id,
        order=case.facts.order,
        buyer=case.facts.buyer,
        item=case.facts.item,
        reason=case.facts.reason,
        outcome=case.facts.outcome,
        step="",
        step_title="",
        waiting=False,
        due_from=None,
        due=None,
        opened_at=case.opened_at,
        closed_at=case.closed_at,
    )
