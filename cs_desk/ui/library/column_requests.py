"""What is asked for in the groups and in the list, and is done to the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cs_desk.domain.library.groups import is_within
from cs_desk.ui.library.group_choice import GroupChoice
from cs_desk.ui.library.headings import free_name, joined, parent_of, typed_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cs_desk.ui.library.group_tree import GroupTree
    from cs_desk.ui.library.library_changes import LibraryChanges
    from cs_desk.ui.library.listed_templates import ListedTemplate
    from cs_desk.ui.library.several_page import SeveralPage
    from cs_desk.ui.library.template_list import TemplateList


class ColumnRequests(QObject):
    """Carries out what the columns ask for; where it has to, it asks back.

    Args:
        groups: The groups.
        listed: The replies.
        several: What can be done to many of them.
        changes: Changes the library.
        keep: Keeps what is typed, before its reply is moved or deleted.
        window: The window that asks back.
    """

    def __init__(
        self,
        groups: GroupTree,
        listed: TemplateList,
        several: SeveralPage,
        changes: LibraryChanges,
        keep: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._groups = groups
        self._list = listed
        self._changes = changes
        self._keep = keep
        self._window = window
        groups.add_asked.connect(self._on_add_group)
        groups.name_given.connect(self._on_name_given)
        groups.rename_asked.connect(self._on_rename_group)
        groups.delete_asked.connect(changes.delete_group)
        groups.move_asked.connect(self._on_move_group)
        groups.group_dropped.connect(self._on_group_dropped)
        groups.replies_dropped.connect(self._on_replies_dropped)
        listed.delete_asked.connect(self._on_delete)
        listed.duplicate_asked.connect(self.duplicate)
        listed.move_asked.connect(self.ask_where_to_move)
        listed.place_asked.connect(self._on_place)
        several.move_asked.connect(self._on_move_several)
        several.tag_asked.connect(self._on_tag_several)
        several.duplicate_asked.connect(self.duplicate)
        several.delete_asked.connect(self._on_delete)

    # -- replies -----------------------------------------------------------------------------

    @Slot()
    def _on_delete(self) -> None:
        self._keep()
        if chosen := self._list.view.chosen_ids():
            self._changes.delete(chosen)

    @Slot()
    def duplicate(self) -> None:
        """Put a copy beside each chosen reply."""
        self._keep()
        self._changes.duplicate(self._list.view.chosen_ids())

    @Slot()
    def ask_where_to_move(self) -> None:
        """Ask for the group that the chosen replies go to."""
        if self._list.view.chosen_ids():
            question, none = self.tr("移到哪个分组？"), self.tr("未分组")
            asked = GroupChoice(question, none, self._changes.groups(), self._window)
            asked.picked.connect(self._on_move_several)
            asked.open()

    @Slot(str)
    def _on_move_several(self, group: str) -> None:
        ids = self._list.view.chosen_ids()
        self._on_replies_dropped(ids, group)
        # More may be meant for them: one that is chosen in their stead would get it.
        if len(ids) > 1 and self._list.view.chosen_ids() != ids:
            self._groups.choose(group)
            self._list.choose(*ids)

    @Slot(object, str)
    def _on_replies_dropped(self, ids: tuple[str, ...], group: str) -> None:
        self._keep()
        self._changes.move(ids, group)

    @Slot(object, object)
    def _on_tag_several(self, add: tuple[str, ...], remove: tuple[str, ...]) -> None:
        self._changes.tag(self._list.view.chosen_ids(), add, remove)

    @Slot(object, object)
    def _on_place(self, ids: tuple[str, ...], before: ListedTemplate | None) -> None:
        """Move replies before a row, into the group of that row; None for the end."""
        self._keep()
        if before is None:
            self._changes.move(ids, self._groups.path() or "")
        elif before.template.id not in ids:
            self._changes.move(ids, before.template.group, before.template.id)

    # -- groups ------------------------------------------------------------------------------

    @Slot(str)
    def _on_add_group(self, parent: str) -> None:
        path = free_name(self.tr("新分组"), parent, self._changes.groups())
        self._groups.begin_adding(parent, path.rpartition("/")[2])

    @Slot(str, str)
    def _on_name_given(self, parent: str, name: str) -> None:
        path = typed_path(joined(parent, name))
        if self._changes.add_group(path):
            self._groups.choose(path)

    @Slot(str, str)
    def _on_rename_group(self, path: str, name: str) -> None:
        self._move_group(path, joined(parent_of(path), name))

    def _move_group(self, path: str, new_path: str) -> None:
        """Give a group another path; who is within it stays there."""
        chosen = self._groups.path() or ""
        self._changes.move_group(path, new_path)
        if is_within(chosen, path):
            self._groups.choose(typed_path(new_path + chosen[len(path) :]))

    @Slot(str)
    def _on_move_group(self, path: str) -> None:
        others = [each for each in self._changes.groups() if not is_within(each, path)]
        asked = GroupChoice(self.tr("移到哪个分组下面？"), self.tr("最上层"), others, self._window)
        asked.picked.connect(partial(self._on_group_dropped, path))
        asked.open()

    @Slot(str, str)
    def _on_group_dropped(self, path: str, parent: str) -> None:
        self._move_group(path, joined(parent, path.rpartition("/")[2]))
