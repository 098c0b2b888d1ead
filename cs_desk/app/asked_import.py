"""An import as it is asked for beforehand, without somebody looking at each reply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.library.merge import MergeChoice, MergeKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cs_desk.domain.library.merge import MergePlan


@dataclass(frozen=True, slots=True)
class AskedImport:
    """What is asked for.

    Attributes:
        on_clash: What is done about replies and definitions that clash.
        remove: Whether replies that the file has no more go to the trash.
        with_checklist: Whether the checklist in the file is used from now on.
        with_rules: Whether the rules in it are.
        is_trial: Whether nothing is to be changed.
    """

    on_clash: MergeChoice = MergeChoice.KEEP
    remove: bool = False
    with_checklist: bool = False
    with_rules: bool = False
    is_trial: bool = False

    def choices(self, plan: MergePlan) -> dict[str, MergeChoice]:
        """Return what that means for the rows of ``plan``; for others their defaults stand."""
        asked_for = {MergeKind.CLASHING: self.on_clash}
        if plan.older_than is not None:
            asked_for[MergeKind.CHANGED] = self.on_clash
        if self.remove:
            asked_for[MergeKind.REMOVED] = MergeChoice.REPLACE
        replies = {row.key: asked_for[row.kind] for row in plan.rows if row.kind in asked_for}
        definitions = {p.key: asked_for[p.kind] for p in plan.placeholders if p.kind in asked_for}
        return replies | definitions

    def enclosed(self, plan: MergePlan) -> Enclosed:
        """Return what of the rest of the file is asked for."""
        incoming = plan.incoming
        return Enclosed(
            incoming.checklist if self.with_checklist else None,
            incoming.rules if self.with_rules else (),
        )


class DefinitionCounts(NamedTuple):
    """How many definitions are new, different, or left as they are here."""

    added: int
    changed: int
    kept: int


@dataclass(frozen=True, slots=True)
class AnsweredImport:
    """What an import did, or would do.

    Attributes:
        plan: What it was about.
        choices: What was chosen, by the rows' keys; the rows' defaults for the others.
        is_applied: Whether it was done.
        enclosed_left: Whether a checklist or rules were asked for and left alone, because they
            are those of an older release.
    """

    plan: MergePlan
    choices: Mapping[str, MergeChoice]
    is_applied: bool
    enclosed_left: bool

    @property
    def takes_removals(self) -> bool:
        """Whether replies go that the file has no more."""
        removed = (row.key for row in self.plan.rows if row.kind is MergeKind.REMOVED)
        return any(self.choices.get(key) is MergeChoice.REPLACE for key in removed)

    @property
    def definitions(self) -> DefinitionCounts:
        """What becomes of the definitions in the file that are not ours already."""
        added = changed = kept = 0
        for row in self.plan.placeholders:
            if row.kind is MergeKind.SAME:
                continue
            if self.choices.get(row.key, row.default) is not MergeChoice.REPLACE:
                kept += 1
            elif row.mine is None:
                added += 1
            else:
                changed += 1
        return DefinitionCounts(added, changed, kept)
