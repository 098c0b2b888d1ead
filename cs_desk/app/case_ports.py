"""What return cases need from outside, as Protocols; adapters are chosen in ``program.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from cs_desk.domain.returns.case_summary import CaseSummary
    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.domain.returns.checklist import Checklist
    from cs_desk.domain.returns.return_case import ReturnCase


class CaseStore(Protocol):
    """The return cases, open and closed."""

    def summaries(self) -> Mapping[str, CaseSummary]:
        """Return the summary of every case, keyed by its id; cheap while nothing changed."""

    def load(self, case_id: str) -> ReturnCase | None:
        """Return a case; None if there is none with this id."""

    def save(self, case: ReturnCase, summary: CaseSummary) -> None:
        """Store a new case, or a known one's change, with its summary.

        Raises:
            DeskBusyError: Another process held the store too long; nothing was changed.
            StoreFailedError: It could not be written.
        """


class ChecklistStore(Protocol):
    """The checklist that a supervisor edited, and every version that a case was begun with."""

    def current(self) -> Checklist | None:
        """Return the edited checklist; None while the bundled one is in use."""

    def use(self, checklist: Checklist | None) -> None:
        """Begin new cases by ``checklist`` from now on; by the bundled one for None."""

    def version(self, version: str) -> Checklist | None:
        """Return a version that was kept; None if it was not."""

    def keep(self, checklist: Checklist) -> None:
        """Keep a version for the cases that are worked by it."""


class EvidenceStore(Protocol):
    """Pictures and other files that were attached to cases, by the hash of their content."""

    def keep(self, data: bytes) -> str:
        """Store ``data`` and return its SHA-256, hexadecimal; what is stored already stays.

        Raises:
            StoreFailedError: It could not be written.
        """

    def read(self, sha256: str) -> bytes | None:
        """Return what has this hash; None if it is not there, or not what it was."""


class CasePurge(Protocol):
    """Deletes closed cases for good, wherever anything of them is kept.

    Its methods may take seconds and may be called on any thread.
    """

    def purge(self, case_ids: Collection[str], closed_before: datetime) -> None:
        """Delete these cases from the store, its log, every backup, the evidence and the logs.

        Args:
            case_ids: The cases that are over their retention.
            closed_before: What was set aside or logged before this moment goes too, since it
                may hold something of them.

        Raises:
            DeskBusyError: Another process held the store too long; the next start goes on.
            StoreFailedError: Something could not be deleted; the next start goes on.
        """


class CaseFiles(Protocol):
    """Cases as files for other people: sheets, tables, and evidence for the platform.

    The kind of file is told by its name's ending. A file of the same name is replaced, all or
    nothing. Personal data is masked.
    """

    def save_case(self, view: CaseView, file: str) -> None:
        """Write one case: ``.html`` or ``.pdf`` for its sheet, ``.zip`` for its evidence.

        Raises:
            CaseRefusedError: ``file`` has another ending, or may not be replaced.
            StoreFailedError: It could not be written.
        """

    def save_cases(self, views: Sequence[CaseView], file: str) -> None:
        """Write many cases: ``.html`` or ``.pdf`` to hand over, ``.csv`` or ``.xlsx`` as a table.

        Raises:
            CaseRefusedError: ``file`` has another ending, or may not be replaced.
            StoreFailedError: It could not be written.
        """
