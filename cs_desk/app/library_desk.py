"""The supervisor's work on the library: every edit stored at once, and every one taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.app.edit_history import EditStep
from cs_desk.app.edit_words import (
    copied_told,
    deleted_told,
    moved_told,
    restored_told,
    tagged_told,
)
from cs_desk.app.edited_library import EditedLibrary, changed_elsewhere, refuse_unseen
from cs_desk.app.template_faults import (
    MAX_PLACEHOLDERS,
    group_faults,
    placeholder_faults,
    rename_faults,
    tag_faults,
    template_faults,
)
from cs_desk.domain.errors import LibraryRefusedError, Sentence
from cs_desk.domain.library import edits
from cs_desk.domain.library.groups import (
    group_paths,
    is_within,
    normal_group,
    with_group,
    with_renamed_group,
    without_group,
)
from cs_desk.domain.library.reverting import same_content
from cs_desk.domain.template import ReplyTemplate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from cs_desk.app.library_ports import LibraryMeans
    from cs_desk.domain.library.edition import Edition
    from cs_desk.domain.library.trash import TrashedTemplate
    from cs_desk.domain.template import Placeholder, TemplateLibrary

    Edit = Callable[[TemplateLibrary], TemplateLibrary]


class LibraryDesk:
    """The library as its supervisor works on it.

    Every method that changes something has stored it, in one transaction, when it returns, and
    ``undo`` takes it back. It changes what is stored by then, so that nothing is lost that others
    stored meanwhile. Methods raise LibraryRefusedError where the library does not allow what is
    asked, DeskBusyError and StoreFailedError where it cannot be stored. Then nothing was changed.
    """

    def __init__(self, means: LibraryMeans) -> None:
        self._means = means
        self._edited = EditedLibrary(means)

    # -- looking -----------------------------------------------------------------------------

    @property
    def library(self) -> TemplateLibrary:
        """The library as it was last seen."""
        return self._edited.now

    def take(self, library: TemplateLibrary) -> None:
        """Go on with ``library``, which another process or an import stored."""
        self._edited.take(library)

    def refresh(self) -> bool:
        """Take in what others stored; return whether there was anything."""
        return self._edited.refresh()

    # -- replies -----------------------------------------------------------------------------

    def new_template(self, group: str) -> ReplyTemplate:
        """Return an empty reply to fill in; it is stored when it is saved."""
        return ReplyTemplate(self._means.new_id(), "", "", group=normal_group(group))

    def save(self, template: ReplyTemplate) -> ReplyTemplate:
        """Store a new reply, or a changed one, and let go of its draft.

        Args:
            template: The reply; its ``rev`` is that of the reply from which it was made.

        Returns:
            The reply as it is stored.
        """
        template = replace(template, group=normal_group(template.group))
        _refuse(template_faults(template))
        is_known = template.id in self._ids()

        def save(library: TemplateLibrary) -> TemplateLibrary:
            stored = next((t for t in library.templates if t.id == template.id), None)
            if stored is None:
                self._refuse_deleted(template)
            elif same_content(stored, template):
                return library
            elif self._edited.is_outdated(template):
                raise LibraryRefusedError(changed_elsewhere(stored))
            return edits.with_saved(library, template)

        title = (template.title,)
        told = Sentence("修改「%1」", title) if is_known else Sentence("新建「%1」", title)
        self._edited.edit(told, save, also=lambda: self.forget_draft(template.id))
        return next(t for t in self.library.templates if t.id == template.id)

    def duplicate(self, ids: Collection[str]) -> tuple[str, ...]:
        """Put a copy without a code behind each of these replies; return the copies' ids."""
        copies: list[str] = []

        def new_id() -> str:
            copies.append(self._means.new_id())
            return copies[-1]

        told = copied_told(self._titles(ids))
        self._edited.edit(told, lambda library: edits.with_copies(library, ids, new_id))
        return tuple(copies)

    def move(self, ids: Collection[str], group: str, before: str | None = None) -> None:
        """Move replies to a group, before another reply of it or to its end."""
        group = normal_group(group)
        _refuse(group_faults(group))
        told = moved_told(self._titles(ids))
        self._edited.edit(told, lambda library: edits.moved(library, ids, group, before))

    def tag(self, ids: Collection[str], add: tuple[str, ...], remove: tuple[str, ...]) -> None:
        """Add tags to replies, and take tags from them."""
        wanted = tuple(tag.strip() for tag in add if tag.strip())

        def tag(library: TemplateLibrary) -> TemplateLibrary:
            tagged = edits.tagged(library, ids, wanted, remove)
            for template in tagged.templates if wanted else ():
                _refuse(tag_faults(template.tags) if template.id in ids else ())
            return tagged

        self._edited.edit(tagged_told(self._titles(ids)), tag)

    def delete(self, ids: Collection[str]) -> None:
        """Put replies into the trash."""
        told = deleted_told(self._titles(ids))
        self._edited.edit(told, self._of_seen(lambda library: edits.without(library, ids)))

    # -- groups ------------------------------------------------------------------------------

    def add_group(self, path: str) -> None:
        """Add a heading."""
        group = _checked_group(path)

        def add(library: TemplateLibrary) -> TemplateLibrary:
            if group in group_paths(library):
                raise LibraryRefusedError(Sentence("已经有分组「%1」", (group,)))
            return with_group(library, group)

        self._edited.edit(Sentence("新建分组「%1」", (group,)), add)

    def rename_group(self, path: str, new_path: str) -> None:
        """Give a heading another name, or another one above it; all below it follows."""
        old, new = normal_group(path), _checked_group(new_path)

        def rename(library: TemplateLibrary) -> TemplateLibrary:
            if old not in group_paths(library):
                raise LibraryRefusedError(Sentence("没有分组「%1」", (old,)))
            if old != new and is_within(new, old):
                raise LibraryRefusedError(Sentence("分组不能移到它自己下面"))
            renamed = library if old == new else with_renamed_group(library, old, new)
            for group in set(group_paths(renamed)).difference(group_paths(library)):
                _refuse(group_faults(group))
            return renamed

        self._edited.edit(Sentence("把分组「%1」改成「%2」", (old, new)), rename)

    def delete_group(self, path: str) -> None:
        """Delete a heading with all below it; its replies go to the trash."""
        group = _checked_group(path)
        told = Sentence("删除分组「%1」", (group,))
        self._edited.edit(told, self._of_seen(lambda library: without_group(library, group)))

    # -- placeholders ------------------------------------------------------------------------

    def save_placeholder(self, placeholder: Placeholder, was: str | None) -> None:
        """Store a new definition, or a changed one; every reply follows another name.

        Args:
            placeholder: The definition.
            was: The name that it had; None for a new one.
        """
        _refuse(placeholder_faults(placeholder))
        seen = self.library.placeholder(was) if was else None

        def save(library: TemplateLibrary) -> TemplateLibrary:
            stored = library.placeholder(was) if was else None
            if stored != seen or (was and stored is None):
                raise LibraryRefusedError(
                    Sentence("占位符「%1」刚在别处改过或删除了", (was or "",))
                )
            if placeholder.name != was and library.placeholder(placeholder.name):
                raise LibraryRefusedError(Sentence("已经有占位符「%1」", (placeholder.name,)))
            if not was and len(library.placeholders) >= MAX_PLACEHOLDERS:
                most = str(MAX_PLACEHOLDERS)
                raise LibraryRefusedError(Sentence("一个话术库最多定义 %1 个占位符", (most,)))
            saved = edits.with_placeholder(library, placeholder, was)
            _refuse(rename_faults(library, saved))
            return saved

        name = (placeholder.name,)
        told = Sentence("修改占位符「%1」", name) if was else Sentence("新建占位符「%1」", name)
        self._edited.edit(told, save)

    def delete_placeholder(self, name: str) -> None:
        """Delete a definition; replies that use the name keep it."""
        told = Sentence("删除占位符「%1」", (name,))
        self._edited.edit(told, lambda library: edits.without_placeholder(library, name))

    # -- undo and redo -----------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._edited.history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._edited.history.taken_back)

    @property
    def undo_of(self) -> Sentence | None:
        """What ``undo`` would take back."""
        return self._edited.history.done[-1].told if self.can_undo else None

    @property
    def redo_of(self) -> Sentence | None:
        """What ``redo`` would do again."""
        return self._edited.history.taken_back[-1].told if self.can_redo else None

    def undo(self) -> None:
        """Take the last step back; what others changed since stays as they made it."""
        self._edited.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._edited.redo()

    def note_import(
        self,
        before: TemplateLibrary,
        after: TemplateLibrary,
        told: Sentence,
        edition: Edition | None = None,
        from_trash: frozenset[str] = frozenset(),
    ) -> None:
        """Make one step of what was done elsewhere, and stored: an import, a release taken back.

        Args:
            before: The library before it.
            after: The library after it.
            told: What was done, in words.
            edition: The edition that it left, if any.
            from_trash: Ids of the replies that it took out of the trash.
        """
        self._edited.note(EditStep(told, before, after, from_trash, edition))

    # -- the trash ---------------------------------------------------------------------------

    def trash(self) -> tuple[TrashedTemplate, ...]:
        """Return the deleted replies that can be taken back, the last deleted first."""
        now, here = self._means.clock.now(), self._ids()
        deleted = self._means.trash.all().items()
        return tuple(held for k, held in deleted if now < held.gone_at and k not in here)

    def restore(self, ids: Collection[str]) -> None:
        """Put deleted replies back, each at the end of its group."""
        told = restored_told([t.template.title for t in self.trash() if t.template.id in ids])

        def restore(library: TemplateLibrary) -> TemplateLibrary:
            found = [each.template for each in self.trash() if each.template.id in ids]
            if not found:
                raise LibraryRefusedError(Sentence("回收站里已经没有这些话术了"))
            return edits.with_added(library, found)

        self._edited.edit(told, restore, from_trash=ids)

    def delete_for_good(self, ids: Collection[str]) -> None:
        """Delete replies in the trash, and their drafts; that cannot be taken back."""
        with self._means.transaction():
            self._means.trash.take(ids)
            self._means.drafts.forget(ids)

    def empty_old_trash(self) -> None:
        """Delete for good what has been in the trash for long enough."""
        now = self._means.clock.now()
        trashed = self._means.trash.all()
        if old := [each for each, held in trashed.items() if held.gone_at <= now]:
            self.delete_for_good(old)

    # -- drafts ------------------------------------------------------------------------------

    def drafts(self) -> Mapping[str, ReplyTemplate]:
        """Return what was typed and not saved, by the id of its reply.

        The draft of a deleted reply is there again when the reply is.
        """
        deleted = self._means.trash.all().keys() - self._ids()
        return {k: draft for k, draft in self._means.drafts.all().items() if k not in deleted}

    def keep_draft(self, template: ReplyTemplate) -> None:
        """Keep what was typed, in place of the draft before."""
        self._means.drafts.keep(template)

    def forget_draft(self, template_id: str) -> None:
        """Let go of a draft."""
        self._means.drafts.forget((template_id,))

    # -- inside ------------------------------------------------------------------------------

    def _titles(self, ids: Collection[str]) -> list[str]:
        return [t.title for t in self.library.templates if t.id in ids]

    def _ids(self) -> set[str]:
        return {t.id for t in self.library.templates}

    def _of_seen(self, edit: Edit) -> Edit:
        """Return ``edit``, refused where it takes replies away that others changed unseen."""
        seen = self.library

        def checked(library: TemplateLibrary) -> TemplateLibrary:
            left = edit(library)
            refuse_unseen(seen, library, left)
            return left

        return checked

    def _refuse_deleted(self, template: ReplyTemplate) -> None:
        if template.id in self._means.trash.all():
            told = Sentence("「%1」已经删除了，要保存请先从回收站里恢复", (template.title,))
            raise LibraryRefusedError(told)


def _refuse(faults: Iterable[Sentence]) -> None:
    for fault in faults:
        raise LibraryRefusedError(fault)


def _checked_group(path: str) -> str:
    group = normal_group(path)
    if not group:
        raise LibraryRefusedError(Sentence("分组还没有名称"))
    _refuse(group_faults(group))
    return group
