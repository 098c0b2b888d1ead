"""The window beside the chat: the shop's head, the room, the shop's page and the notices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cs_desk.app.docking import NARROWEST, WIDEST, Edge
from cs_desk.ui import theme
from cs_desk.ui.banner import PlaceBanners
from cs_desk.ui.desk_menu import FLOATING, DeskMenu
from cs_desk.ui.draft_keeper import DraftKeeper
from cs_desk.ui.first_paint import FirstPaint
from cs_desk.ui.notice_bar import NoticeBar
from cs_desk.ui.reply_room import ReplyRoom
from cs_desk.ui.shop_header import ShopHeader
from cs_desk.ui.window_place import WindowPlace
from cs_desk.ui.words import StandingTrouble, trouble_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMoveEvent, QResizeEvent
    from PySide6.QtWidgets import QApplication

    from cs_desk.app.drafts import DraftBox, ShopPageDraft
    from cs_desk.app.ports import BackupStore, Clock
    from cs_desk.app.reply_desk import ReplyDesk
    from cs_desk.app.set_aside import SetAsideRecord
    from cs_desk.app.settings import Settings
    from cs_desk.app.shops import Shops
    from cs_desk.domain.shop import Shop
    from cs_desk.ui.data_page import DataPage
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.keys_page import KeysPage
    from cs_desk.ui.shop_page import ShopPage

# How often the window looks for changes that a command made meanwhile; one look costs
# microseconds, and a supervisor's script is not watched by the second.
_REFRESH_MS = 1000
_LOWEST = 600
_BUTTON_AND_MARGINS = theme.SEARCH_HEIGHT + 3 * theme.GRID


@dataclass(frozen=True, slots=True)
class Fittings:
    """What the window shows and changes.

    Attributes:
        desk: Replies for the shop in use.
        shops: The shop profiles.
        settings: What the desk remembers.
        drafts: Keeps what is typed and not done.
        backups: The backups of all that is stored.
        set_aside: Returns the damaged records.
        data_folder: Path of the folder that holds the store.
        clock: The time.
        icons: The icon set.
        application: The running Qt application; it wears the theme.
        take_in_changes: Takes in what other processes stored; True if there was anything.
    """

    desk: ReplyDesk
    shops: Shops
    settings: Settings
    drafts: DraftBox
    backups: BackupStore
    set_aside: Callable[[], Collection[SetAsideRecord]]
    data_folder: str
    clock: Clock
    icons: Icons
    application: QApplication
    take_in_changes: Callable[[], bool]


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
        self._shop_page: ShopPage | None = None
        self._data_page: DataPage | None = None
        self._keys_page: KeysPage | None = None
        self._stack = QStackedWidget()
        self._refresh = QTimer(self)
        self._refresh_trouble = StandingTrouble(self.notices)
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
            self._reopen_shop_page(unsaved)
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

    def _connect(self) -> None:
        self._menu.edge_chosen.connect(self._on_edge)
        self._menu.appearance_chosen.connect(self._on_appearance)
        self._menu.shop_requested.connect(self._on_edit_shop)
        self._menu.data_requested.connect(self._on_data)
        self._menu.keys_requested.connect(self._on_keys)
        self._header.shop_chosen.connect(self._on_shop)
        self._header.edit_requested.connect(self._on_edit_shop)
        self._header.add_requested.connect(self._on_add_shop)
        self._header.pin_toggled.connect(self._on_pin)
        self._header.show_pinned(pinned=self._settings.now.pinned)
        self.room.shop_changed.connect(self._show_shops)
        self._refresh.timeout.connect(self._on_refresh)
        self.notices.appeared.connect(self._place_notice)
        self.room.hits.resized.connect(self._place_notice)
        self._stack.currentChanged.connect(self._place_notice)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._show_theme)
        FirstPaint(self).passed.connect(self._fittings.desk.finding.make_ready)
        undo = QShortcut(QKeySequence("Alt+Z"), self)
        undo.activated.connect(self.notices.act)

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
        for page in (self._shop_page, self._data_page, self._keys_page):
            if page is not None:
                page.set_colours(colours)

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
        self._open_shop_page(self._fittings.shops.current)

    @Slot()
    def _on_add_shop(self) -> None:
        self._open_shop_page(None)

    @property
    def shop_page(self) -> ShopPage:
        """The page of a shop's values; built when it is first asked for."""
        return self._shop_page or self._built_shop_page()

    def _built_shop_page(self) -> ShopPage:
        from cs_desk.ui.shop_page import ShopPage  # noqa: PLC0415 - as the page of data

        given, cities = self._fittings, self._fittings.desk.suggest_cities
        page = self._shop_page = ShopPage(given.shops, self.notices, given.icons, cities)
        page.saved.connect(self._on_shop)
        self._add_page(page)
        self._keeper.keep_page(page)
        return page

    def _open_shop_page(self, shop: Shop | None) -> None:
        given_up = self.shop_page.give_up()
        self.notices.hide()
        self._stack.setCurrentWidget(self.shop_page)
        self.shop_page.edit(shop, self._fittings.desk.library)
        self._offer_unsaved(given_up)

    def _offer_unsaved(self, page: ShopPageDraft | None) -> None:
        if page is not None:
            self.notices.offer(
                self.tr("没有保存店铺资料的改动"),
                self.tr("撤销 Alt+Z"),
                partial(self._reopen_shop_page, page),
            )

    def _reopen_shop_page(self, page: ShopPageDraft) -> None:
        given_up = self.shop_page.give_up()
        self._stack.setCurrentWidget(self.shop_page)
        self.shop_page.resume(page, self._fittings.desk.library)
        self._offer_unsaved(given_up)

    @Slot()
    def _on_data(self) -> None:
        page = self._data_page or self._built_data_page()
        if self._stack.currentWidget() is not page:
            self.notices.hide()
            self._stack.setCurrentWidget(page)
            page.open()

    @Slot()
    def show_backups(self) -> None:
        """Show a backup that was made meanwhile, where backups are on screen."""
        if self._data_page is not None:
            self._data_page.refresh()

    def _built_data_page(self) -> DataPage:
        """Build the page when it is first asked for: the start need not wait for it."""
        from cs_desk.ui.data_page import DataPage  # noqa: PLC0415

        given = self._fittings
        facts = given.backups, given.set_aside, given.data_folder
        page = self._data_page = DataPage(*facts, self.notices, given.icons, given.clock)
        page.restored.connect(self._on_refresh)
        page.restored.connect(self._show_theme)
        self._add_page(page)
        return page

    @Slot()
    def _on_keys(self) -> None:
        page = self._keys_page or self._built_keys_page()
        self.notices.hide()
        self._stack.setCurrentWidget(page)
        page.focus()

    def _built_keys_page(self) -> KeysPage:
        from cs_desk.ui.keys_page import KeysPage  # noqa: PLC0415 - as the page of data

        page = self._keys_page = KeysPage(self._fittings.icons)
        self._add_page(page)
        return page

    def _add_page(self, page: ShopPage | DataPage | KeysPage) -> None:
        page.set_colours(self._colours())
        page.left.connect(self._on_page_left)
        self._stack.addWidget(page)

    @Slot()
    def _on_page_left(self) -> None:
        if self._stack.currentWidget() is not self.room:
            # What the page complained of is mended or given up.
            self.notices.hide()
        self._stack.setCurrentWidget(self.room)
        self.room.focus_search()
        if self._shop_page is not None:
            self._offer_unsaved(self._shop_page.give_up())

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

    # -- Qt ----------------------------------------------------------------------------------

    @Slot()
    def _place_notice(self) -> None:
        """Lay the notice over the foot of the list, where it hides no field and no button."""
        margin = 2 * theme.GRID
        width = self.width() - 2 * margin
        height = self.notices.height_for(width)
        hits = self.room.hits
        foot = self.height() - _BUTTON_AND_MARGINS
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
        with trouble_shown(self.notices):
            self._settings.change(**self._place.now())
        super().closeEvent(event)
