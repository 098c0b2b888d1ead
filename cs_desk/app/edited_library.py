"""The library while it is edited: each edit one transaction, one step, and on what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.app.edit_history import EditHistory, EditStep
from cs_desk.app.template_faults import MAX_TEMPLATES
from cs_desk.app.trash_keeping import keep_trash, missing
from cs_desk.domain.errors import LibraryRefusedError, Sentence
from cs_desk.domain.library.reverting import reverted, same_content
from cs_desk.domain.template import TemplateLibrary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from cs_desk.app.library_ports import LibraryMeans
    from cs_desk.domain.template import ReplyTemplate

    Edit = Callable[[TemplateLibrary], TemplateLibrary]


class EditedLibrary:
    """The library, and the steps that were taken in it.

    An edit is a function from a library to a library. It is applied to what is stored when its
    transaction begins, so nothing that others stored is lost. It may raise LibraryRefusedError;
    beside it, DeskBusyError and StoreFailedError come from the store. Then nothing was changed.
    """

    def __init__(self, means: LibraryMeans) -> None:
        self._means = means
        self.now = means.store.load() or TemplateLibrary(means.new_id(), "")
        self.history = EditHistory()
        # The revisions that others gave; what was made from an older one must not replace them.
        self._others_revs = {t.id: t.rev for t in self.now.templates}

    def take(self, library: TemplateLibrary) -> None:
        """Go on with ``library``, which others stored."""
        known = {t.id: t for t in self.now.templates}
        for template in library.templates:
            if known.get(template.id) != template:
                self._others_revs[template.id] = template.rev
        self.now = library

    def refresh(self) -> bool:
        """Take in what others stored; return whether there was anything."""
        stored = self._means.store.load()
        if stored is None or stored == self.now:
            return False
        self.take(stored)
        return True

    def is_outdated(self, template: ReplyTemplate) -> bool:
        """Return whether others changed the reply since ``template`` was made from it."""
        return template.rev < self._others_revs.get(template.id, 0)

    def edit(
        self,
        told: Sentence,
        change: Edit,
        *,
        from_trash: Collection[str] = (),
        also: Callable[[], None] = lambda: None,
    ) -> bool:
        """Carry out one edit, and make it a step; return whether it changed anything.

        Args:
            told: What it does, in words.
            change: The edit. Replies that it leaves out go to the trash.
            from_trash: Those that it takes out of the trash.
            also: What is to be stored in the same transaction.
        """
        before, after = self._stored(change, lambda _gone: True, also)
        if before is not after:
            step = EditStep(told, before, after, frozenset(from_trash))
            self.history = self.history.with_step(step)
        return before is not after

    def note(self, step: EditStep) -> None:
        """Make a step of what was done elsewhere, and stored; of nothing there is no step."""
        self.refresh()
        if step.before != step.after:
            self.history = self.history.with_step(step)

    def undo(self) -> None:
        """Take the last step back; what others changed since stays as they made it."""
        if not self.history.done:
            raise LibraryRefusedError(Sentence("没有可以撤销的操作"))
        step = self.history.done[-1]

        def take_back(library: TemplateLibrary) -> TemplateLibrary:
            left = reverted(library, step.before, step.after)
            if step.edition is not None and left != library:
                self._means.editions.let_go(step.edition.head.id)
            return left

        # A reply that the step brought in is still known here; only one from the trash goes there.
        before, after = self._stored(take_back, step.from_trash.__contains__)
        if before is after:
            self.history = self.history.without_last_done()
            raise LibraryRefusedError(Sentence("这一步改过的内容在别处又改掉了，没有可以撤销的"))
        self.history = self.history.back()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if not self.history.taken_back:
            raise LibraryRefusedError(Sentence("没有可以重做的操作"))
        step = self.history.taken_back[-1]

        def do_again(library: TemplateLibrary) -> TemplateLibrary:
            left = reverted(library, step.after, step.before)
            if step.edition is not None and left != library:
                self._means.editions.keep(step.edition)
            return left

        before, after = self._stored(do_again, lambda _gone: True)
        if before is after:
            self.history = self.history.without_last_taken_back()
            raise LibraryRefusedError(Sentence("这一步改过的内容在别处又改掉了，没有可以重做的"))
        self.history = self.history.forth()

    def _stored(
        self,
        change: Edit,
        is_for_trash: Callable[[str], bool],
        also: Callable[[], None] = lambda: None,
    ) -> tuple[TemplateLibrary, TemplateLibrary]:
        """Carry out one edit; return the library before and after it, the same if it is none."""
        with self._means.transaction():
            # Nobody else stores anything from here on.
            stored = self._means.store.load() or self.now
            if stored != self.now:
                self.take(stored)
            before = self.now
            after = change(before)
            if after == before:
                after = before
            else:
                _refuse_too_many(before, after)
                self._means.store.replace(after)
                keep_trash(self._means, before, after, is_for_trash)
                # With the revisions that the store gave.
                after = self._means.store.load() or after
            also()
        self.now = after
        return before, after


def changed_elsewhere(template: ReplyTemplate) -> Sentence:
    """Return that others changed a reply, and what to do."""
    return Sentence(
        "「%1」刚在别处改过，这次没有保存；请先看看改了什么，再改一次", (template.title,)
    )


def refuse_unseen(seen: TemplateLibrary, library: TemplateLibrary, left: TemplateLibrary) -> None:
    """Raise LibraryRefusedError where an edit takes a reply away that was not seen as it is.

    Args:
        seen: The library as the person saw it.
        library: What is stored.
        left: What is to be stored.
    """
    known = {t.id: t for t in seen.templates}
    for template in missing(library, left):
        if not same_content(known.get(template.id), template):
            raise LibraryRefusedError(changed_elsewhere(template))


def _refuse_too_many(before: TemplateLibrary, after: TemplateLibrary) -> None:
    if len(after.templates) > max(MAX_TEMPLATES, len(before.templates)):
        raise LibraryRefusedError(Sentence("一个话术库最多放 %1 条话术", (str(MAX_TEMPLATES),)))
