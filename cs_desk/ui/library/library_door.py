"""The way from the narrow window into the library's own, and what passes between the two."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot

from cs_desk.app.wording import with_facts
from cs_desk.domain.errors import Sentence
from cs_desk.ui.library.export_page import ExportPage
from cs_desk.ui.library.import_page import ImportPage
from cs_desk.ui.library.library_fittings import LibraryFittings
from cs_desk.ui.library.library_window import LibraryWindow
from cs_desk.ui.library.release_page import ReleasePage
from cs_desk.ui.library.trash_page import TrashPage
from cs_desk.ui.window_frame import restored_frame, written_frame
from cs_desk.ui.words import trouble_shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.library_ports import Enclosed, ImportOutcome
    from cs_desk.app.releases import WentBack
    from cs_desk.domain.library.edition import EditionHead
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.ui.fittings import Fittings
    from cs_desk.ui.library.page import HeadedPage
    from cs_desk.ui.theme import Colours

# No window manager tells it before the window is shown.
_TITLE_BAR = 40


class LibraryDoor(QObject):
    """Opens the library's window with its pages, and keeps it in step with the narrow one.

    Args:
        given: What the narrow window shows and changes.
        colours: The appearance to begin with.
        parent: The narrow window.

    Signals:
        changed: The library is another one now.
        checklist_changed: Returns are worked by another checklist from now on.
    """

    changed = Signal()
    checklist_changed = Signal()

    def __init__(self, given: Fittings, colours: Colours, parent: QObject) -> None:
        super().__init__(parent)
        self._given = given
        self._desk = given.supervisor()
        self._colours = colours
        fittings = LibraryFittings(
            given.desk,
            given.shops,
            given.clock,
            given.icons,
            colours,
            given.desk.finding.readings,
        )
        window = self.window = LibraryWindow(self._desk.library, fittings)
        notices, library = window.notices, self._desk.library
        clock, icons = given.clock, given.icons
        self.imports = ImportPage(
            self._desk.intake,
            notices,
            icons,
            self._desk.beginnings,
            lambda: library.library,
        )
        self.exports = ExportPage(
            lambda: library.library,
            self._desk.enclosures.in_use,
            self._desk.export,
            notices,
            icons,
            clock,
        )
        self.releases = ReleasePage(self._desk.releases, lambda: library.library, notices, icons)
        self.trash = TrashPage(library, notices, icons, clock)
        self._connect()
        self._restore_frame()

    def open(self) -> None:
        """Show the library's window before all others."""
        with trouble_shown(self.window.notices):
            self._desk.library.empty_old_trash()
        self.window.take_in()
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def take_in(self) -> None:
        """Show what others changed meanwhile."""
        if self.window.isVisible():
            self.window.take_in()

    def set_colours(self, colours: Colours) -> None:
        """Draw in ``colours`` from now on."""
        self._colours = colours
        self.window.set_colours(colours)
        for page in self._pages():
            page.set_colours(colours)

    def close(self) -> None:
        """Close the window; what is typed there is kept."""
        self.window.close()

    # -- building ----------------------------------------------------------------------------

    def _pages(self) -> tuple[HeadedPage, ...]:
        return self.imports, self.exports, self.releases, self.trash

    def _connect(self) -> None:
        window = self.window
        window.installEventFilter(self)
        window.changed.connect(self._on_changed)
        window.import_requested.connect(partial(self._show, self.imports, self.imports.open))
        window.export_requested.connect(partial(self._show, self.exports, self.exports.open))
        window.publish_requested.connect(partial(self._show, self.releases, self.releases.open))
        window.trash_requested.connect(partial(self._show, self.trash, self.trash.open))
        self.imports.imported.connect(self._on_imported)
        self.releases.published.connect(self._on_published)
        self.releases.rolled_back.connect(self._on_rolled_back)
        self.trash.restored.connect(self._on_changed_on_a_page)
        for page in self._pages():
            page.set_colours(self._colours)

    def _show(self, page: HeadedPage, begin: Callable[[], None]) -> None:
        self.window.notices.hide()
        self.window.show_page(page)
        begin()

    # -- what was done there -----------------------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        self._given.desk.take_library(self._desk.library.library)
        self.changed.emit()

    @Slot()
    def _on_changed_on_a_page(self) -> None:
        self.window.take_in()
        self._on_changed()

    @Slot(object, object, object)
    def _on_imported(
        self, before: TemplateLibrary, outcome: ImportOutcome, enclosed: Enclosed
    ) -> None:
        """Take in what a worker stored, as one step of undo."""
        told = self._imported_told(outcome)
        with trouble_shown(self.window.notices):
            after, left = outcome.merged.library, outcome.edition
            self._given.take_in_changes()
            self._desk.library.note_import(
                before, after, Sentence("导入"), left, outcome.from_trash
            )
            self._show_changes()
            if enclosed.checklist is not None:
                self.checklist_changed.emit()
        self.window.show_columns()
        if outcome.backup is None:
            self.window.notices.say(self.tr("这个文件里的话术都已经有了，什么都没有改动"))
        elif before == outcome.merged.library:
            self.window.notices.say(self.tr("已换上文件里的退货清单和规则；导入前已备份"))
        else:
            undo = self.window.changes.undo
            self.window.notices.offer(told, self.tr("撤销导入"), undo)

    def _imported_told(self, outcome: ImportOutcome) -> str:
        taken, removed = (
            f"{len(each):,}" for each in (outcome.merged.taken, outcome.merged.removed)
        )
        if outcome.merged.removed:
            return with_facts(self.tr("已导入 %1 条，移走 %2 条；导入前已备份"), taken, removed)
        return with_facts(self.tr("已导入 %1 条；导入前已备份"), taken)

    @Slot(object)
    def _on_published(self, _head: EditionHead) -> None:
        self._on_changed_on_a_page()

    @Slot(object)
    def _on_rolled_back(self, done: WentBack) -> None:
        with trouble_shown(self.window.notices):
            told = Sentence("回到以前的版本")
            self._given.take_in_changes()
            self._desk.library.note_import(
                done.before, done.after, told, done.edition, done.from_trash
            )
            self._show_changes()
        undo = self.window.changes.undo
        self.window.notices.offer(self.tr("话术库已回到这一版"), self.tr("撤销"), undo)

    def _show_changes(self) -> None:
        self.window.take_in()
        # Of many replies each of the windows takes a moment; between the two, keys are answered.
        QTimer.singleShot(0, self._on_changed)

    # -- Qt ----------------------------------------------------------------------------------

    def _restore_frame(self) -> None:
        """Put the window where it stood last time, or beside the narrow one at first."""
        frame = restored_frame(self._given.settings.now.library_place)
        if frame is not None:
            self.window.setGeometry(frame)
            return
        area = self.window.screen().availableGeometry()
        wished = self.window.size()
        # The title bar stands above, where it can be grasped.
        room = QSize(area.width(), area.height() - _TITLE_BAR)
        self.window.resize(wished.boundedTo(room))
        self.window.move(area.topLeft())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember where the window stood when it is closed."""
        if watched is self.window and event.type() == QEvent.Type.Close:
            self.imports.stop()
            place = written_frame(self.window.geometry())
            with trouble_shown(self.window.notices):
                self._given.settings.change(library_place=place)
        return super().eventFilter(watched, event)
