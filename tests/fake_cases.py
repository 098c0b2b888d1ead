"""Hand-written stand-ins for the ports of ``cs_desk.app.case_ports``."""

from __future__ import annotations

from contextlib import nullcontext
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.app.checklists import Checklists
from cs_desk.app.return_cases import CaseMeans, ReturnCases
from cs_desk.exchange.returns.checklist_file import read_checklist

if TYPE_CHECKING:
    from cs_desk.domain.errors import StoreFailedError
    from cs_desk.domain.returns.case_summary import CaseSummary
    from cs_desk.domain.returns.checklist import Checklist
    from cs_desk.domain.returns.return_case import ReturnCase

BUNDLED = read_checklist(Path(__file__).parents[1] / "resources" / "checklist" / "returns.json")


class InMemoryCaseStore:
    """Cases in memory; ``refusal`` is raised in place of the next changes."""

    def __init__(self) -> None:
        self.cases: dict[str, ReturnCase] = {}
        self._summaries: dict[str, CaseSummary] = {}
        self.refusal: StoreFailedError | None = None

    def summaries(self) -> dict[str, CaseSummary]:
        return dict(self._summaries)

    def load(self, case_id: str) -> ReturnCase | None:
        return self.cases.get(case_id)

    def save(self, case: ReturnCase, summary: CaseSummary) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.cases[case.id], self._summaries[case.id] = case, summary


class InMemoryChecklistStore:
    def __init__(self) -> None:
        self._current: Checklist | None = None
        self._kept: dict[str, Checklist] = {}

    def current(self) -> Checklist | None:
        return self._current

    def use(self, checklist: Checklist | None) -> None:
        self._current = checklist

    def version(self, version: str) -> Checklist | None:
        return self._kept.get(version)

    def keep(self, checklist: Checklist) -> None:
        self._kept[checklist.version] = checklist


class InMemoryEvidenceStore:
    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def keep(self, data: bytes) -> str:
        digest = sha256(data).hexdigest()
        self._kept[digest] = data
        return digest

    def read(self, digest: str) -> bytes | None:
        return self._kept.get(digest)


def return_cases(clock, store=None, *, author="小满", evidence=None, checklists=None):
    """Return the cases of a desk that keeps everything in memory."""
    means = CaseMeans(
        store=store or InMemoryCaseStore(),
        evidence=evidence or InMemoryEvidenceStore(),
        clock=clock,
        author=lambda: author,
        transaction=nullcontext,
        retention_days=lambda: 90,
    )
    store = checklists or InMemoryChecklistStore()
    return ReturnCases(Checklists(BUNDLED, store, nullcontext), means)
