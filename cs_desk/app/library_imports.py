"""Importing a library: what it would change, and doing it in one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.app.library_ports import Enclosed, ImportOutcome
from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import DeskBusyError
from cs_desk.domain.library.applied_merge import carry_out
from cs_desk.domain.library.edition import Edition, EditionHead, EditionOrigin
from cs_desk.domain.library.import_base import base_editions, later_release, merge_base
from cs_desk.domain.library.merge_planning import plan_merge
from cs_desk.domain.library.reverting import same_content
from cs_desk.domain.library.trash import TrashedTemplate
from cs_desk.domain.library.validity import untimely_remark
from cs_desk.domain.template import TemplateLibrary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cs_desk.app.enclosures import Enclosures
    from cs_desk.app.library_ports import LibraryMeans
    from cs_desk.app.ports import BackupStore
    from cs_desk.domain.library.incoming import IncomingLibrary, Progress
    from cs_desk.domain.library.merge import MergeBase, MergeChoice, Merged, MergePlan


class LibraryImports:
    """Imports into the stored library.

    Args:
        means: What the library is worked with.
        backups: Where what is stored is copied to before it changes.
        enclosures: The checklist and the rules in use; None where no file's are ever used.
    """

    def __init__(
        self, means: LibraryMeans, backups: BackupStore, enclosures: Enclosures | None = None
    ) -> None:
        self._means = means
        self._backups = backups
        self._enclosures = enclosures

    def plan(self, incoming: IncomingLibrary, progress: Progress) -> MergePlan:
        """Return what importing ``incoming`` would change.

        Raises:
            CancelledError: ``progress`` called it off.
        """
        stored = self._means.store.load()
        mine = stored or TemplateLibrary(self._means.new_id(), incoming.library.name)
        now, trashed = self._means.clock.now(), self._means.trash.all()
        untimely = untimely_remark(incoming.library, f"{now:%Y-%m-%d}")
        if untimely is not None:
            incoming = replace(incoming, warnings=(untimely, *incoming.warnings))
        heads = self._means.editions.heads()
        return plan_merge(
            mine,
            incoming,
            self._base(heads, mine, incoming, progress),
            older_than=later_release(heads, incoming),
            trashed={each for each, held in trashed.items() if now < held.gone_at},
            progress=progress,
        )

    def apply(
        self,
        plan: MergePlan,
        choices: Mapping[str, MergeChoice],
        progress: Progress,
        enclosed: Enclosed = Enclosed(),  # noqa: B008 - frozen
    ) -> ImportOutcome:
        """Back up, then carry out ``plan`` in one transaction.

        Where nothing would change there is neither; but what both sides have in common is kept
        as an edition, if that is news.

        Args:
            plan: What was shown to the person.
            choices: Choices by the rows' keys; the rows' defaults for the others.
            progress: May call it off until the transaction begins.
            enclosed: What of the rest of the file is used from now on.

        Raises:
            CaseRefusedError: The checklist breaks a rule; nothing was changed.
            DeskBusyError: The library was changed since the plan was made, or is held by another
                process; nothing was changed.
            BackupFailedError: No backup could be made; nothing was changed.
            StoreFailedError: It could not be written.
            CancelledError: ``progress`` called it off; nothing was changed.
        """
        merged = carry_out(plan, choices, self._means.new_id)
        edition = self._edition(plan, merged)
        self._require_unchanged(plan)
        progress(0, len(plan.rows))
        if merged.library == plan.mine and not self._would_change(enclosed):
            if edition is not None:
                self._means.editions.keep(edition)
            return ImportOutcome(merged, None, edition)
        backup = self._backups.keep(BackupReason.IMPORT)
        progress(0, len(plan.rows))
        with self._means.transaction():
            self._require_unchanged(plan)
            self._means.store.replace(merged.library)
            returned = self._settle_trash(merged)
            if self._enclosures is not None:
                self._enclosures.use(enclosed)
            if edition is not None:
                self._means.editions.keep(edition)
            # The store may have raised a revision, as of a reply that was deleted once.
            stored = self._means.store.load() or merged.library
        return ImportOutcome(replace(merged, library=stored), backup, edition, returned)

    def _would_change(self, enclosed: Enclosed) -> bool:
        return self._enclosures is not None and self._enclosures.would_change(enclosed)

    def _base(
        self,
        heads: tuple[EditionHead, ...],
        mine: TemplateLibrary,
        incoming: IncomingLibrary,
        progress: Progress,
    ) -> MergeBase:
        def kept() -> Iterator[tuple[EditionHead, TemplateLibrary]]:
            for head in base_editions(heads, incoming):
                progress(0, 2 * len(incoming.library.templates))
                library = self._means.editions.load(head.id)
                # An edition in a damaged row is as if it had never been kept.
                if library is not None:
                    yield head, library

        return merge_base(incoming, kept(), {t.id for t in mine.templates})

    def _require_unchanged(self, plan: MergePlan) -> None:
        """Refuse a plan that was made of another library than is stored now."""
        stored = self._means.store.load()
        is_fresh = stored is None and not plan.mine.templates
        if stored != plan.mine and not is_fresh:
            raise DeskBusyError

    def _edition(self, plan: MergePlan, merged: Merged) -> Edition | None:
        """Return the edition that this import leaves; None if it is no news.

        It is none if it is kept already, if everything in it was declined, and if it is an older
        release of which nothing was taken: it must not pass for the latest one.
        """
        incoming = plan.incoming
        is_unchanged = merged.library == plan.mine
        if plan.older_than is not None and is_unchanged:
            return None
        sha256 = incoming.sha256 or incoming.stated_sha256
        is_known = is_unchanged or not sha256 or self._is_kept(sha256)
        if is_known and _is_in_base(plan, merged):
            return None
        library = replace(
            incoming.library, templates=merged.shared, placeholders=merged.shared_definitions
        )
        head = EditionHead(
            id=self._means.new_id(),
            at=self._means.clock.now(),
            origin=EditionOrigin.IMPORTED,
            format=incoming.format,
            library_id=library.id,
            version=library.version,
            publisher=library.publisher,
            released_at=library.released_at,
            notes=library.notes,
            sha256=sha256,
            author=self._means.author(),
            templates=len(library.templates),
        )
        return Edition(head, library)

    def _is_kept(self, sha256: str) -> bool:
        return any(sha256 and head.sha256 == sha256 for head in self._means.editions.heads())

    def _settle_trash(self, merged: Merged) -> frozenset[str]:
        """Put into the trash what was removed, and take out what came back; return the latter."""
        trash = self._means.trash
        now, author = self._means.clock.now(), self._means.author()
        if merged.removed:
            trash.put([TrashedTemplate(template, now, author) for template in merged.removed])
        returned = frozenset(trash.all().keys() & {template.id for template in merged.taken})
        if returned:
            trash.take(returned)
        return returned


def _is_in_base(plan: MergePlan, merged: Merged) -> bool:
    """Return whether both sides have nothing in common that they had not before."""
    replies, definitions = plan.base.replies, plan.base.placeholders
    return all(same_content(replies.get(t.id), t) for t in merged.shared) and all(
        definitions.get(each.name) == each for each in merged.shared_definitions
    )
