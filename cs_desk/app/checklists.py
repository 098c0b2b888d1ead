"""The checklist in use: the bundled one, or what a supervisor made of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Protocol

from cs_desk.app.checklist_faults import checklist_faults
from cs_desk.domain.errors import CaseRefusedError, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from cs_desk.app.case_ports import ChecklistStore
    from cs_desk.domain.returns.checklist import Checklist

_LONGEST_BASE = 40


class ChecklistFiles(Protocol):
    """Checklists as files that supervisors hand on."""

    def read_checklist(self, file: str) -> Checklist:
        """Return the checklist in a file.

        Raises:
            DataFaultError: It is no sound checklist; the error says where.
        """

    def save_checklist(self, checklist: Checklist, file: str) -> None:
        """Write a checklist; a file of the same name is replaced, all or nothing.

        Raises:
            CaseRefusedError: ``file`` has another ending, or may not be replaced.
            StoreFailedError: It could not be written.
        """


class Checklists:
    """The checklist that new cases begin with, and the versions that older ones keep.

    Args:
        bundled: The checklist that comes with the program.
        store: What was edited, and every version that is needed again.
        transaction: Makes every change inside one change, or none.
    """

    def __init__(
        self,
        bundled: Checklist,
        store: ChecklistStore,
        transaction: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._bundled = bundled
        self._store = store
        self._transaction = transaction

    @property
    def current(self) -> Checklist:
        """The checklist that new cases begin with."""
        return self._store.current() or self._bundled

    @property
    def is_edited(self) -> bool:
        """Whether a supervisor's checklist stands in place of the bundled one."""
        return self._store.current() is not None

    def version(self, version: str) -> Checklist | None:
        """Return the checklist of this version; None if it is not known here.

        What was kept comes first: it is what the cases of that version began with.
        """
        kept = self._store.version(version)
        if kept is not None:
            return kept
        return next(
            (each for each in (self.current, self._bundled) if each.version == version), None
        )

    def begin(self) -> Checklist:
        """Return the checklist for a new case, and keep it: a later program may bundle another.

        Raises:
            DeskBusyError: Another process held the store too long.
            StoreFailedError: It could not be written.
        """
        current = self.current
        if self._store.version(current.version) is None:
            self._store.keep(current)
        return current

    def change(self, checklist: Checklist) -> Checklist:
        """Begin new cases by ``checklist`` from now on; open ones keep theirs.

        Other content gets a version of its own, so that a version always means the same. A
        checklist that was in use before comes back under the version that it had.

        Returns:
            The checklist with its version.

        Raises:
            CaseRefusedError: It breaks a rule of checklists; nothing was changed.
            DeskBusyError: Another process held the store too long; nothing was changed.
            StoreFailedError: It could not be written.
        """
        for fault in checklist_faults(checklist):
            raise CaseRefusedError(Sentence("%1：%2", (fault.where, fault.reason)))
        if checklist == self._bundled:
            self.reset()
            return checklist
        # Nobody else may come to the same version meanwhile.
        with self._transaction():
            if self._store.version(checklist.version) != checklist:
                checklist = replace(checklist, version=self._next_version(checklist.version))
                self._store.keep(checklist)
            self._store.use(checklist)
        return checklist

    def reset(self) -> None:
        """Begin new cases by the bundled checklist again.

        Raises:
            DeskBusyError: Another process held the store too long; nothing was changed.
            StoreFailedError: It could not be written.
        """
        self._store.use(None)

    def _next_version(self, version: str) -> str:
        """Return a version that means nothing yet: ``2026.11.0+1`` follows ``2026.11.0``.

        A release of the program bundles versions without ``+``, so it can never mean one of these.
        """
        base, _, edits = version.partition("+")
        first = int(edits) + 1 if edits.isascii() and edits.isdigit() else 1
        versions = (f"{base[:_LONGEST_BASE]}+{number}" for number in count(first))
        return next(each for each in versions if self.version(each) is None)
