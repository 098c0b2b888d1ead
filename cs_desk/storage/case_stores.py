"""Everything that keeps return cases in a data folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.storage.case_store import TinyCaseStore
from cs_desk.storage.checklist_store import TinyChecklistStore
from cs_desk.storage.evidence_folder import EvidenceFolder

if TYPE_CHECKING:
    from pathlib import Path

    from cs_desk.app.ports import Clock
    from cs_desk.storage.database import DeskDatabase


@dataclass(frozen=True, slots=True)
class CaseStores:
    """The stores of ``cs_desk.app.case_ports``."""

    cases: TinyCaseStore
    checklists: TinyChecklistStore
    evidence: EvidenceFolder


def case_stores(database: DeskDatabase, evidence: Path, author: str, clock: Clock) -> CaseStores:
    """Return the stores of the cases in ``database``, with their evidence in a folder."""
    return CaseStores(
        TinyCaseStore(database, author, clock),
        TinyChecklistStore(database, author, clock),
        EvidenceFolder(evidence),
    )
