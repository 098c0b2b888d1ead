"""What travels with a library beside its replies: the checklist of returns, and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.library.incoming import RuleDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from cs_desk.app.checklists import Checklists
    from cs_desk.app.library_ports import RuleStore


class Enclosures:
    """The checklist and the rules in use.

    Args:
        checklists: The checklist of returns.
        rules: Rules that were imported.
        bundled: Reads the bundled rules, by their names.
        transaction: Makes one transaction of what is stored inside.
    """

    def __init__(
        self,
        checklists: Checklists,
        rules: RuleStore,
        bundled: Mapping[str, Callable[[], bytes]],
        transaction: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._checklists = checklists
        self._rules = rules
        self._bundled = bundled
        self._transaction = transaction

    def in_use(self) -> Enclosed:
        """Return everything that may travel with the library."""
        rules = (
            RuleDocument(name, self._rules.get(name) or read())
            for name, read in self._bundled.items()
        )
        return Enclosed(self._checklists.current, tuple(rules))

    def would_change(self, enclosed: Enclosed) -> bool:
        """Return whether using ``enclosed`` would change anything."""
        if enclosed.checklist not in {None, self._checklists.current}:
            return True
        in_use = {rules.name: rules.content for rules in self.in_use().rules}
        return any(in_use.get(rules.name) != rules.content for rules in enclosed.rules)

    def use(self, enclosed: Enclosed) -> None:
        """Use what came with a file from now on; what it does not hold stays as it is.

        Raises:
            CaseRefusedError: Its checklist breaks a rule; nothing was changed.
            DeskBusyError: Another process held the store too long; nothing was changed.
            StoreFailedError: It could not be written.
        """
        with self._transaction():
            if enclosed.checklist is not None:
                self._checklists.change(enclosed.checklist)
            for rules in enclosed.rules:
                self._rules.use(rules)
