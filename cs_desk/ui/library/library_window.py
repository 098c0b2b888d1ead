"""The supervisor's window: groups, the replies of one group, and the editor of one reply."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.ui import theme
from cs_desk.ui.library.column_requests import ColumnRequests
from cs_desk.ui.library.editing import Editing
from cs_desk.ui.library.group_tree import GroupTree
from cs_desk.ui.library.headings import headings
from cs_desk.ui.library.library_changes import LibraryChanges
from cs_desk.ui.library.library_head import LibraryHead
from cs_desk.ui.library.listed_templates import ListedTemplates
from cs_desk.ui.library.notice_foot import NoticeFoot
from cs_desk.ui.library.placeholder_page import PlaceholderPage
from cs_desk.ui.library.several_page import SeveralPage
from cs_desk.ui.library.template_editor import TemplateEditor
from cs_desk.ui.library.template_list import TemplateList
from cs_desk.ui.notice_bar import NoticeBar
from cs_desk.ui.words import trouble_shown

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from cs_desk.app.library_desk import LibraryDesk
    from cs_desk.domain.template import Placeholder, ReplyTemplate
    from cs_desk.ui.library.library_fittings import LibraryFittings
    from cs_desk.ui.library.page import HeadedPage

_SIZE = QSize(1180, 760)
_LEAST = QSize(900, 560)
_COLUMNS = (210, 330, 620)
_LEAST_COLUMNS = (150, 220, 400)


class LibraryWindow(QWidget):
    """Three columns, and pages that take their place.

    Args:
        desk: The library as its supervisor works on it.
        given: What else the window shows and asks.

    Signals:
        changed: The library was changed here; others may take it in.
        import_requested: A file is to be read in.
        export_requested: The library is to be written to a file.
        publish_requested: A release is to be made.
        trash_requested: The deleted replies are to be shown.
    """

    changed = Signal()
    import_requested = Signal()
    export_requested = Signal()
    publish_requested = Signal()
    trash_requested = Signal()

    def __init__(self, desk: LibraryDesk, given: LibraryFittings) -> None:
        super().__init__()
        self._desk = desk
        self._given = given
        self._colours = given.colours
        self._listed = ListedTemplates(desk.library, {})
        self.notices = NoticeBar(self)
        self.changes = LibraryChanges(desk, self.notices, self)
        self.head = LibraryHead()
        self.groups = GroupTree()
        self.list = TemplateList(given.colours)
        self.editor = TemplateEditor(given)
        self.editing = Editing(desk, self.editor, self.notices, self)
        self.several = SeveralPage()
        self._requests = ColumnRequests(
            self.groups, self.list, self.several, self.changes, self.editing.keep, self
        )
        self.placeholders: PlaceholderPage | None = None
        self._nothing = QLabel()
        self._third = QStackedWidget()
        widest = _COLUMNS[0] + _COLUMNS[1]
        self._foot = NoticeFoot(self.notices, widest, (self.groups, self.list), self)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._show()
        self.list.choose_first()
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_in(self) -> None:
        """Show what others changed, and what was changed here on a page of its own."""
        with trouble_shown(self.notices):
            self._desk.refresh()
        self._show()

    def show_page(self, page: HeadedPage) -> None:
        """Show ``page`` in place of the columns, with the keyboard; its ``left`` leads back."""
        self.editing.keep()
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
            page.left.connect(self.show_columns)
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_columns(self) -> None:
        """Show the columns again, with the keyboard in the list."""
        self._stack.setCurrentWidget(self._columns)
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_colours(self, colours: theme.Colours) -> None:
        """Draw in ``colours`` from now on; the application wears them already."""
        self._colours = colours
        self.list.set_colours(colours)
        self.editor.body.set_colours(colours)
        self.editor.preview.set_colours(colours)
        if self.placeholders is not None:
            self.placeholders.set_colours(colours)

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle(self.tr("话术库"))
        self.setWindowIcon(self._given.icons.program())
        self.setMinimumSize(_LEAST)
        self.resize(_SIZE)
        self._nothing.setObjectName("emptyState")
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setText(self.tr("选一条话术来看和改\n或按 Ctrl+N 新建"))
        for page in (self._nothing, self.editor, self.several):
            self._third.addWidget(page)
        self._columns.setChildrenCollapsible(False)
        self._columns.setHandleWidth(theme.GRID * 2)
        parts = zip((*self._foot.holders, self._third), _LEAST_COLUMNS, strict=True)
        for part, least in parts:
            part.setMinimumWidth(least)
            self._columns.addWidget(part)
        self._columns.setSizes(list(_COLUMNS))
        self._columns.setStretchFactor(2, 1)
        self._columns.setContentsMargins(theme.GRID * 2, 0, theme.GRID, theme.GRID * 2)
        self._stack.addWidget(self._columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._connect_head()
        self.groups.chosen.connect(self.list.show_group)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self._on_entered)
        self.list.tag_asked.connect(self._on_tag_asked)
        self.changes.changed.connect(self._on_changed)
        self.editing.saved.connect(self._on_saved)
        self.editing.given_up.connect(self._on_given_up)
        self.editing.fresh_kept.connect(self._on_fresh_kept)
        self.editing.marked.connect(self._on_marked)
        self.editor.edited.connect(self._show_clash)
        self.editor.define_asked.connect(self.define)
        self._bind("Ctrl+Z", self.changes.undo)
        self._bind("Ctrl+Shift+Z", self.changes.redo)
        self._bind("Ctrl+Y", self.changes.redo)
        self._bind("Ctrl+N", self.begin_new)
        self._bind("Ctrl+S", self._on_save)
        self._bind("Ctrl+F", self._on_find)
        self._bind("Ctrl+I", self.import_requested.emit)
        self._bind("Ctrl+E", self.export_requested.emit)
        # These mean the columns, and nothing while a page stands in their place.
        self._bind("Ctrl+M", self._requests.ask_where_to_move, self._columns)
        self._bind("Ctrl+T", self._on_tag_asked, self._columns)
        self._bind("F8", self.editor.go_to_next, self._columns)
        self._bind("Shift+F8", partial(self.editor.go_to_next, back=True), self._columns)
        copying = self._bind("Ctrl+D", self._requests.duplicate, self.list)
        copying.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _connect_head(self) -> None:
        self.head.undo_asked.connect(self.changes.undo)
        self.head.redo_asked.connect(self.changes.redo)
        self.head.new_asked.connect(self.begin_new)
        self.head.placeholders_asked.connect(self.show_placeholders)
        self.head.import_asked.connect(self.import_requested)
        self.head.export_asked.connect(self.export_requested)
        self.head.publish_asked.connect(self.publish_requested)
        self.head.trash_asked.connect(self.trash_requested)

    def _bind(self, keys: str, slot: object, part: QWidget | None = None) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), part or self)
        shortcut.activated.connect(slot)
        return shortcut

    # -- showing -----------------------------------------------------------------------------

    def _show(self) -> None:
        """Show the library as it is now, everywhere."""
        library = self._desk.library
        with trouble_shown(self.notices):
            self._listed = ListedTemplates(library, self._desk.drafts())
        templates = self._listed.templates
        shown = headings(library, templates)
        paths = tuple(heading.path for heading in shown)
        unfiled = sum(1 for template in templates if not template.group)
        self.head.show_library(self._desk)
        self.several.offer_groups(paths)
        self.editor.show_library(library, paths)
        self.editing.take(*self._kept(self.editing.open_id))
        self.groups.show_groups(shown, len(templates), unfiled)
        self.list.show_templates(self._listed)
        if self.placeholders is not None:
            self.placeholders.show_library(library)
        self._show_several()
        self._show_clash()

    @Slot()
    def _show_clash(self) -> None:
        typed = self.editor.template()
        if typed is not None:
            self.editor.fields.show_clash(self._listed.with_code(typed.code, typed.id))

    @Slot(str, object)
    def _on_chosen(self, current: str, chosen: tuple[str, ...]) -> None:
        """Open the one chosen reply; show what can be done to several."""
        if len(chosen) > 1:
            self.editing.keep()
            self._third.setCurrentWidget(self.several)
            self._show_several()
            return
        only = chosen[0] if chosen else current
        if not only:
            if not self.editing.is_unlisted():
                self.editing.close()
                self._third.setCurrentWidget(self._nothing)
            return
        self._open(only)

    def _show_several(self) -> None:
        if self._third.currentWidget() is self.several:
            known = (self._listed.get(each) for each in self.list.view.chosen_ids())
            self.several.show_templates([template for template in known if template])

    def _open(self, template_id: str) -> None:
        if template_id != self.editing.open_id:
            with trouble_shown(self.notices):
                self.editing.keep()
                self.editing.open(*self._kept(template_id))
        self._third.setCurrentWidget(self.editor)
        self._show_clash()

    def _kept(self, template_id: str) -> tuple[ReplyTemplate | None, ReplyTemplate | None]:
        """Return a reply as it is stored, and its draft."""
        return self._listed.stored.get(template_id), self._listed.drafts.get(template_id)

    # -- what was changed --------------------------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
        self._show()

    @Slot(object)
    def _on_saved(self, stored: ReplyTemplate) -> None:
        self._on_changed()
        self._reveal(stored.id)
        told, odd = self.tr("已保存「%1」"), self.editor.oddities()
        if odd:
            told = self.tr("已保存「%1」，还有 %2 处提示")
        self.notices.say(with_facts(told, stored.title, str(odd)))

    @Slot(str)
    def _on_given_up(self, _template_id: str) -> None:
        self._show()
        if not self.editing.open_id:
            self._third.setCurrentWidget(self._nothing)

    @Slot()
    def _on_fresh_kept(self) -> None:
        open_id = self.editing.open_id
        self._show()
        self._reveal(open_id)

    @Slot(str, bool)
    def _on_marked(self, template_id: str, unsaved: bool) -> None:  # noqa: FBT001 - Qt's signal
        if template_id not in self._listed.stored:
            self._show()
            return
        with trouble_shown(self.notices):
            self._listed = ListedTemplates(self._desk.library, self._desk.drafts())
            self.list.mark_unsaved(template_id, self._listed, unsaved=unsaved)

    def _reveal(self, template_id: str) -> None:
        """Choose a reply in the list; its group is opened if another one hides it."""
        if not self.list.holds(template_id):
            self.groups.choose(None)
        self.list.choose(template_id)

    # -- replies -----------------------------------------------------------------------------

    @Slot()
    def begin_new(self) -> None:
        """Open an empty reply of the chosen group, with the keyboard in its title."""
        self.show_columns()
        with trouble_shown(self.notices):
            self.editing.open(None, self._desk.new_template(self.groups.path() or ""))
        self.list.choose_none()
        self._third.setCurrentWidget(self.editor)
        self._show_clash()
        self.editor.focus_title()

    @Slot()
    def _on_save(self) -> None:
        """Save what the page on screen edits."""
        shown = self._stack.currentWidget()
        if shown is self.placeholders and self.placeholders is not None:
            self.placeholders.save()
        elif shown is self._columns and self._third.currentWidget() is self.editor:
            self.editing.save()

    @Slot()
    def _on_find(self) -> None:
        self.show_columns()
        self.list.seek()

    @Slot()
    def _on_entered(self) -> None:
        if self._third.currentWidget() is self.editor:
            self.editor.focus_body()

    @Slot()
    def _on_tag_asked(self) -> None:
        page = self._third.currentWidget()
        if page is self.several:
            self.several.focus_tags()
        elif page is self.editor:
            self.editor.focus_tags()

    # -- placeholders ------------------------------------------------------------------------

    @Slot()
    def show_placeholders(self) -> None:
        """Show the definitions of placeholders."""
        page = self.placeholders
        if page is None:
            page = self.placeholders = PlaceholderPage(self._given.icons)
            page.set_colours(self._colours)
            page.save_asked.connect(self._on_save_placeholder)
            page.delete_asked.connect(self.changes.delete_placeholder)
        page.show_library(self._desk.library)
        self.show_page(page)

    @Slot(object, object)
    def _on_save_placeholder(self, placeholder: Placeholder, was: str | None) -> None:
        if self.changes.save_placeholder(placeholder, was) and self.placeholders is not None:
            self.placeholders.choose(placeholder.name)

    @Slot(str)
    def define(self, name: str) -> None:
        """Show the definitions, with a new one of this name begun."""
        self.show_placeholders()
        if self.placeholders is not None:
            self.placeholders.begin(name)

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from a page back to the columns, and from the editor to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_columns()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed as a draft."""
        self.editing.keep()
        super().closeEvent(event)
