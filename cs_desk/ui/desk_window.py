"""The window beside the chat: the shop's head, the room, the shop's page and the notices."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cs_desk.app.docking import NARROWEST, WIDEST, Edge
from cs_desk.ui import theme
from cs_desk.ui.banner import PlaceBanners
from cs_desk.ui.desk_menu import FLOATING, DeskMenu
from cs_desk.ui.desk_pages import DeskPages
from cs_desk.ui.draft_keeper import DraftKeeper
from cs_desk.ui.due_count import DueCount
from cs_desk.ui.first_paint import FirstPaint
from cs_desk.ui.notice_bar import NoticeBar
from cs_desk.ui.reply_room import ReplyRoom
from cs_desk.ui.room_bar import Room, RoomBar
from cs_desk.ui.shop_header import ShopHeader
from cs_desk.ui.window_place import WindowPlace
from cs_desk.ui.words import StandingTrouble, trouble_shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMoveEvent, QResizeEvent

    from cs_desk.domain.shop import Shop
    from cs_desk.ui.fittings import Fittings
    from cs_desk.ui.library.library_door import LibraryDoor
    from cs_desk.ui.returns.case_room import CaseRoom
    from cs_desk.ui.shop_page import ShopPage

# How often the window looks for changes that a command made meanwhile; one look costs
# microseconds, and a supervisor's script is not watched by the second.
_REFRESH_MS = 1000
# Deadlines are told by the minute; every look is taken at the clock anew, so that neither sleep
# nor a clock set right puts it out.
_DEADLINES_MS = 15_000
# What is new in the library can wait until the start is over.
_NEWS_MS = 500
_LOWEST = 600
_BUTTON_AND_MARGINS = theme.SEARCH_HEIGHT + 3 * theme.GRID


class DeskWindow(QWidget):
    """The desk's one window, 320 to 480 pixels wide by design."""

    def __init__(self, fittings: Fittings) -> None:
        super().__init__()
        self._fittings = fittings
        self._settings = fittings.settings
        self._place = WindowPlace(self, fittings.settings)
        colours = self._colours()
        # Before there is a part to wear it: later, Qt would dress every part twice.
        self._dress(colours)
        self.notices = NoticeBar(self)
        self._menu = DeskMenu(self._settings.now, self)
        self._header = ShopHeader(fittings.icons, self._menu)
        self.place_banners = PlaceBanners(fittings.icons, colours)
        self.room = ReplyRoom(
            fittings.desk, fittings.settings, self.notices, fittings.icons, colours
        )
        application = fittings.application
        self._keeper = DraftKeeper(fittings.drafts, self.room, self.notices, application, self)
        self._cases: CaseRoom | None = None
        self._library: LibraryDoor | None = None
        self._chosen_room = Room.REPLIES
        self._stack = QStackedWidget()
        self.room_bar = RoomBar(fittings.icons)
        self.pages = DeskPages(self._stack, fittings, self.notices, self._colours, self._keeper)
        self._refresh = QTimer(self)
        self._deadlines = QTimer(self)
        self._refresh_trouble = StandingTrouble(self.notices)
        self.due = DueCount(fittings, self.room_bar, self._refresh_trouble, self)
        self._build()
        self._connect()
        self._colour_parts(colours)
        self._show_shops()

    def open(self) -> None:
        """Show the window where it was, with the keyboard in the search box."""
        self._place.pin(pinned=self._settings.now.pinned)
        self._place.restore()
        self.show()
        self.room.focus_search()
        self._bring_back_drafts()
        self._refresh.start(_REFRESH_MS)
        self._deadlines.start(_DEADLINES_MS)

    @Slot()
    def come_forward(self) -> None:
        """Stand before every other window, with the keyboard in the search box."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.room.focus_search()

    def _bring_back_drafts(self) -> None:
        drafts = self._keeper.bring_back()
        if drafts is None:
            return
        if drafts.conversation is not None:
            self.room.bring_back(drafts.conversation)
        page = drafts.shop_page
        # The program may have ended between the saving of the page and the end of its draft.
        unsaved = page and page.beyond(self._fittings.shops.with_id(page.shop))
        if unsaved is not None:
            self.pages.reopen_shop(unsaved)
            self.notices.say(self.tr("已取回没有保存的店铺资料"))

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle(self.tr("客服台"))
        self.setWindowIcon(self._fittings.icons.program())
        self.setMinimumSize(QSize(NARROWEST, _LOWEST))
        self.setMaximumWidth(WIDEST)
        self._stack.addWidget(self.room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self._header)
        column.addWidget(self.place_banners)
        column.addWidget(self._stack, 1)
        column.addWidget(self.room_bar)

    def _connect(self) -> None:
        self._menu.edge_chosen.connect(self._on_edge)
        self._menu.appearance_chosen.connect(self._on_appearance)
        self._menu.shop_requested.connect(self._on_edit_shop)
        self._menu.data_requested.connect(self.pages.open_data)
        self._menu.keys_requested.connect(self.pages.open_keys)
        self._menu.checklist_requested.connect(self.pages.open_checklist)
        self._menu.library_requested.connect(self.open_library)
        self._menu.news_requested.connect(self.pages.open_news)
        self.pages.left.connect(self._on_page_left)
        self.pages.shop_saved.connect(self._on_shop)
        self.pages.restored.connect(self._on_refresh)
        self.pages.restored.connect(self._show_theme)
        self.pages.checklist_changed.connect(self._show_cases)
        self.room_bar.room_chosen.connect(self._enter)
        self._header.shop_chosen.connect(self._on_shop)
        self._header.edit_requested.connect(self._on_edit_shop)
        self._header.add_requested.connect(self._on_add_shop)
        self._header.pin_toggled.connect(self._on_pin)
        self._header.show_pinned(pinned=self._settings.now.pinned)
        self.room.shop_changed.connect(self._show_shops)
        self._refresh.timeout.connect(self._on_refresh)
        self._deadlines.timeout.connect(self._on_deadlines)
        self.notices.appeared.connect(self._place_notice)
        self.room.hits.resized.connect(self._place_notice)
        self._stack.currentChanged.connect(self._place_notice)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._show_theme)
        painted = FirstPaint(self).passed
        painted.connect(self._fittings.desk.finding.make_ready)
        painted.connect(self.due.count)
        painted.connect(partial(QTimer.singleShot, _NEWS_MS, self.pages.news_teller.look))
        self._bind("Alt+Z", self.notices.act)
        self._bind("Alt+1", partial(self._enter, Room.REPLIES))
        self._bind("Alt+2", partial(self._enter, Room.CASES))
        self._bind("Ctrl+R", self._on_new_case)

    def _bind(self, keys: str, slot: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(slot)

    # -- theme -------------------------------------------------------------------------------

    def _colours(self) -> theme.Colours:
        chosen = self._settings.now.appearance
        scheme = QGuiApplication.styleHints().colorScheme()
        dark = chosen == "dark" or (chosen == "system" and scheme == Qt.ColorScheme.Dark)
        return theme.DARK if dark else theme.LIGHT

    @Slot()
    def _show_theme(self) -> None:
        colours = self._colours()
        self._dress(colours)
        self.room.set_colours(colours)
        self._colour_parts(colours)

    def _dress(self, colours: theme.Colours) -> None:
        # On the application, for the lists that fields open are windows of their own.
        self._fittings.application.setPalette(theme.palette(colours))
        self._fittings.application.setStyleSheet(
            theme.style_sheet(colours, self._fittings.icons.file("list_arrow"))
        )

    def _colour_parts(self, colours: theme.Colours) -> None:
        self._header.set_colours(colours)
        self.place_banners.set_colours(colours)
        self.room_bar.set_colours(colours)
        self.pages.set_colours(colours)
        for part in (self._cases, self._library):
            if part is not None:
                part.set_colours(colours)

    @Slot(str)
    def _on_appearance(self, appearance: str) -> None:
        with trouble_shown(self.notices):
            self._settings.change(appearance=appearance)
        self._show_theme()
        self.room.focus_search()

    # -- shops -------------------------------------------------------------------------------

    @Slot()
    def _show_shops(self) -> None:
        shops = self._fittings.shops
        self._header.show_shops(shops.current, shops.all())

    @Slot(object)
    def _on_shop(self, shop: Shop) -> None:
        with trouble_shown(self.notices):
            self._fittings.desk.switch_shop(shop)
        self._show_shops()
        self.room.show_library()

    @Slot()
    def _on_edit_shop(self) -> None:
        self.pages.open_shop(self._fittings.shops.current)

    @Slot()
    def _on_add_shop(self) -> None:
        self.pages.open_shop(None)

    @property
    def shop_page(self) -> ShopPage:
        """The page of a shop's values; built when it is first asked for."""
        return self.pages.shop

    @Slot()
    def _on_page_left(self) -> None:
        if self._stack.currentWidget() is not self._room():
            # What the page complained of is mended or given up.
            self.notices.hide()
        self._enter(self._chosen_room)
        self.pages.give_up()

    # -- rooms -------------------------------------------------------------------------------

    @property
    def cases(self) -> CaseRoom:
        """The room of return cases; built when it is first entered."""
        return self._cases or self._built_cases()

    def _built_cases(self) -> CaseRoom:
        from cs_desk.ui.returns.case_room import CaseRoom  # noqa: PLC0415 - the start need not wait for it

        given = self._fittings
        room = self._cases = CaseRoom(given, self.notices, self._colours())
        room.changed.connect(self.due.count)
        room.left.connect(partial(self._enter, Room.REPLIES))
        room.checklist_requested.connect(self.pages.open_checklist)
        room.reply_requested.connect(self._on_reply_requested)
        self._stack.addWidget(room)
        return room

    def _room(self) -> QWidget:
        return self.room if self._chosen_room is Room.REPLIES else self.cases

    @Slot(object)
    def _enter(self, room: Room) -> None:
        """Show a room, with the keyboard where it is needed there."""
        self._chosen_room = room
        self.room_bar.choose(room)
        with trouble_shown(self.notices):
            self._stack.setCurrentWidget(self._room())
            if room is Room.CASES:
                self.cases.enter()
            else:
                self.room.focus_search()

    @Slot()
    def _on_new_case(self) -> None:
        self._enter(Room.CASES)
        self.cases.begin_case()

    @Slot(str, object)
    def _on_reply_requested(self, template_id: str, given: Mapping[str, str]) -> None:
        """Serve the buyer of a case: show a reply among the others, with what the case gives."""
        template = self._fittings.desk.library.find(template_id)
        if template is not None:
            self._enter(Room.REPLIES)
            self.room.serve(template, given)

    @Slot()
    def _on_deadlines(self) -> None:
        self.due.show()
        if self._cases is not None:
            self._cases.refresh()

    @Slot()
    def _show_cases(self) -> None:
        if self._cases is not None:
            self._cases.show_stored()

    # -- the library ---------------------------------------------------------------------------

    @Slot()
    def open_library(self) -> None:
        """Show the library's own window; built when it is first asked for."""
        from cs_desk.ui.library.library_door import LibraryDoor  # noqa: PLC0415 - likewise

        if self._library is None:
            self._library = LibraryDoor(self._fittings, self._colours(), self)
            self._library.changed.connect(self._on_library)
            self._library.checklist_changed.connect(self._show_cases)
        self._library.open()

    @Slot()
    def _on_library(self) -> None:
        self.room.show_library()
        QTimer.singleShot(_NEWS_MS, self.pages.news_teller.look)

    # -- place -------------------------------------------------------------------------------

    @Slot(str)
    def _on_edge(self, edge: str) -> None:
        if edge == FLOATING:
            self._place.float_free()
        else:
            self._place.dock(Edge(edge))
        with trouble_shown(self.notices):
            self._settings.change(edge="" if edge == FLOATING else edge)
        self.room.focus_search()

    @Slot(bool)
    def _on_pin(self, pinned: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._place.pin(pinned=pinned)
        self._header.show_pinned(pinned=pinned)
        with trouble_shown(self.notices):
            self._settings.change(pinned=pinned)
        self.room.focus_search()

    # -- changes from elsewhere --------------------------------------------------------------

    @Slot()
    def _on_refresh(self) -> None:
        with self._refresh_trouble.shown():
            if self._fittings.take_in_changes():
                self._show_shops()
                self.room.show_library()
                self._show_cases()
                self.due.count()
                self.pages.news_teller.look()
                if self._library is not None:
                    self._library.take_in()

    # -- Qt ----------------------------------------------------------------------------------

    @Slot()
    def _place_notice(self) -> None:
        """Lay the notice over the foot of the list, where it hides no field and no button."""
        margin = 2 * theme.GRID
        width = self.width() - 2 * margin
        height = self.notices.height_for(width)
        hits = self.room.hits
        foot = self.room_bar.y() - _BUTTON_AND_MARGINS
        if hits.isVisible():
            foot = hits.mapTo(self, hits.rect().bottomLeft()).y()
        self.notices.setGeometry(margin, foot - height - margin, width, height)
        self.notices.raise_()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Notice when the window manager has framed the window."""
        super().moveEvent(event)
        self._place.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a notice in its place."""
        super().resizeEvent(event)
        self._place_notice()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the search box from the head too."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_page_left()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place, and what is typed and not done."""
        self._keeper.keep()
        if self._library is not None:
            self._library.close()
        with trouble_shown(self.notices):
            self._settings.change(**self._place.now())
        super().closeEvent(event)
