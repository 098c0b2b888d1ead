"""What the window does to the library: each change is told, and offered to be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cs_desk.app.wording import sentence, with_facts
from cs_desk.domain.library.edits import renamed_in
from cs_desk.domain.library.groups import group_paths, is_within
from cs_desk.ui.words import trouble_shown, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cs_desk.app.library_desk import LibraryDesk
    from cs_desk.domain.errors import Sentence
    from cs_desk.domain.template import Placeholder, ReplyTemplate
    from cs_desk.ui.notice_bar import NoticeBar


@dataclass(frozen=True, slots=True)
class _Made:
    """What a change did: to the library, and to drafts before and after it."""

    in_library: bool
    before: Mapping[str, ReplyTemplate]
    after: Mapping[str, ReplyTemplate]

    def drafts_to_bring_back(self, now: Mapping[str, ReplyTemplate]) -> list[ReplyTemplate]:
        """Return the drafts as they were, of those that nobody typed into since."""
        return [
            draft
            for key, draft in self.before.items()
            if self.after.get(key) != draft and now.get(key) == self.after.get(key)
        ]


class LibraryChanges(QObject):
    """Changes the library on behalf of the columns.

    New replies that only a draft holds are moved, tagged and deleted like the others; what is
    done to them is no step of undo, as nothing of them is in the library.

    Signals:
        changed: The library, or a draft, is another one.
    """

    changed = Signal()

    def __init__(self, desk: LibraryDesk, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notices = notices

    # -- replies -----------------------------------------------------------------------------

    def delete(self, ids: Sequence[str]) -> None:
        """Put replies into the trash; new ones that only a draft holds are forgotten."""
        stored, fresh = self._parted(ids)

        def act() -> None:
            if stored:
                self._desk.delete(stored)
            for each in fresh:
                self._desk.forget_draft(each)

        told = self._counted(ids, self.tr("已删除「%1」"), self.tr("已删除 %1 条话术"))
        self._do(act, told)

    def move(self, ids: Sequence[str], group: str, before: str | None = None) -> None:
        """Move replies to a group."""
        stored, _fresh = self._parted(ids)

        def act() -> None:
            if stored:
                self._desk.move(stored, group, before)
            self._follow_in_drafts(ids, lambda draft: replace(draft, group=group))

        place = group or self.tr("未分组")
        self._do(act, with_facts(self.tr("已移到「%1」：%2 条"), place, str(len(ids))))

    def tag(self, ids: Sequence[str], add: tuple[str, ...], remove: tuple[str, ...]) -> None:
        """Add tags to replies, and take tags from them."""
        stored, _fresh = self._parted(ids)

        def follow(draft: ReplyTemplate) -> ReplyTemplate:
            kept = [tag for tag in (*draft.tags, *add) if tag not in remove]
            return replace(draft, tags=tuple(dict.fromkeys(kept)))

        def act() -> None:
            if stored:
                self._desk.tag(stored, add, remove)
            self._follow_in_drafts(ids, follow)

        names = self.tr("、").join(add or remove)
        told = self.tr("已加标签「%1」：%2 条") if add else self.tr("已去掉标签「%1」：%2 条")
        self._do(act, with_facts(told, names, str(len(ids))))

    def duplicate(self, ids: Sequence[str]) -> None:
        """Put a copy beside each of these replies."""
        stored, _fresh = self._parted(ids)
        if stored:
            told = self._counted(stored, self.tr("已复制「%1」"), self.tr("已复制 %1 条话术"))
            self._do(lambda: self._desk.duplicate(stored), told)

    # -- groups ------------------------------------------------------------------------------

    def add_group(self, path: str) -> bool:
        """Add a heading; return whether it is there."""
        told = with_facts(self.tr("已新建分组「%1」"), path)
        return self._do(lambda: self._desk.add_group(path), told)

    def move_group(self, path: str, new_path: str) -> None:
        """Give a group another path; what is below it follows."""
        if path == new_path:
            return

        def follow(draft: ReplyTemplate) -> ReplyTemplate:
            if not is_within(draft.group, path):
                return draft
            return replace(draft, group=new_path + draft.group[len(path) :])

        def act() -> None:
            self._desk.rename_group(path, new_path)
            self._follow_in_drafts(tuple(self._desk.drafts()), follow)

        self._do(act, with_facts(self.tr("分组「%1」现在是「%2」"), path, new_path))

    @Slot(str)
    def delete_group(self, path: str) -> None:
        """Delete a group; its replies go to the trash."""
        templates = self._desk.library.templates
        count = sum(1 for template in templates if is_within(template.group, path))
        told = with_facts(self.tr("已删除分组「%1」"), path)
        if count:
            told = with_facts(self.tr("已删除分组「%1」，%2 条话术进了回收站"), path, str(count))
        self._do(lambda: self._desk.delete_group(path), told)

    def groups(self) -> tuple[str, ...]:
        """Return the path of every group."""
        return group_paths(self._desk.library)

    # -- placeholders ------------------------------------------------------------------------

    def save_placeholder(self, placeholder: Placeholder, was: str | None) -> bool:
        """Store a definition; return whether it is stored."""
        name = placeholder.name

        def follow(draft: ReplyTemplate) -> ReplyTemplate:
            return _renamed(draft, was, name) if was is not None else draft

        def act() -> None:
            self._desk.save_placeholder(placeholder, was)
            self._follow_in_drafts(tuple(self._desk.drafts()), follow)

        return self._do(act, with_facts(self.tr("已保存占位符「%1」"), name))

    def delete_placeholder(self, name: str, where: str) -> None:
        """Delete a definition.

        Args:
            name: Its name.
            where: What is told of the replies that still use it; empty if there are none.
        """
        told = with_facts(self.tr("已删除占位符「%1」"), name)
        self._do(lambda: self._desk.delete_placeholder(name), f"{told}\n{where}".strip())

    # -- undo --------------------------------------------------------------------------------

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        self._step(self._desk.undo, self._desk.undo_of, self.tr("已撤销：%1"))

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(self._desk.redo, self._desk.redo_of, self.tr("已重做：%1"))

    # -- inside ------------------------------------------------------------------------------

    def _do(self, act: Callable[[], object], told: str) -> bool:
        """Make a change, tell it, and offer to take it back; return whether it was made."""
        done = False
        with trouble_shown(self._notices):
            library, drafts = self._desk.library, self._desk.drafts()
            act()
            done = True
            made = _Made(self._desk.library is not library, drafts, self._desk.drafts())
            self.changed.emit()
            self._notices.offer(told, self.tr("撤销"), partial(self._take_back, made))
        return done

    def _take_back(self, made: _Made) -> None:
        with trouble_shown(self._notices):
            now = self._desk.drafts()
            for draft in made.drafts_to_bring_back(now):
                self._desk.keep_draft(draft)
            if made.in_library:
                self._desk.undo()
            self.changed.emit()
            self._notices.say(self.tr("已撤销"))

    def _step(self, act: Callable[[], None], what: Sentence | None, told: str) -> None:
        if what is None:
            return
        with trouble_shown(self._notices):
            act()
            self.changed.emit()
            self._notices.say(with_facts(told, sentence(what, words)))

    def _parted(self, ids: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of stored replies, and those of new ones that only a draft holds."""
        known = {template.id for template in self._desk.library.templates}
        drafts = self._desk.drafts()
        stored = tuple(each for each in ids if each in known)
        fresh = tuple(each for each in ids if each not in known and each in drafts)
        return stored, fresh

    def _follow_in_drafts(
        self, ids: Sequence[str], change: Callable[[ReplyTemplate], ReplyTemplate]
    ) -> None:
        """Change drafts likewise: saved later, they would take the change back."""
        known = {template.id: template for template in self._desk.library.templates}
        drafts = self._desk.drafts()
        for each in ids:
            if each in drafts:
                stored = known.get(each)
                changed = change(drafts[each])
                if changed != drafts[each]:
                    rev = stored.rev if stored else changed.rev
                    self._desk.keep_draft(replace(changed, rev=rev))

    def _counted(self, ids: Sequence[str], one: str, many: str) -> str:
        if len(ids) != 1:
            return with_facts(many, str(len(ids)))
        drafts = self._desk.drafts()
        found = self._desk.library.find(ids[0]) or drafts.get(ids[0])
        return with_facts(one, found.title if found else "")


def _renamed(draft: ReplyTemplate, was: str, name: str) -> ReplyTemplate:
    """Return a draft with another name of a placeholder in all its texts."""
    tones = tuple(replace(v, body=renamed_in(v.body, was, name)) for v in draft.tones)
    return replace(draft, body=renamed_in(draft.body, was, name), tones=tones)
