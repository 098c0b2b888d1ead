"""The pages behind the menu: a shop's values, data and backups, keys; built when asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from cs_desk.ui.library_news import NewsTeller
from cs_desk.ui.words import trouble_shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget

    from cs_desk.app.drafts import ShopPageDraft
    from cs_desk.domain.shop import Shop
    from cs_desk.ui.data_page import DataPage
    from cs_desk.ui.draft_keeper import DraftKeeper
    from cs_desk.ui.fittings import Fittings
    from cs_desk.ui.keys_page import KeysPage
    from cs_desk.ui.news_page import NewsPage
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.returns.checklist_page import ChecklistPage
    from cs_desk.ui.shop_page import ShopPage
    from cs_desk.ui.theme import Colours

    Page = ShopPage | DataPage | KeysPage | ChecklistPage | NewsPage

P = TypeVar("P", "ShopPage", "DataPage", "KeysPage", "ChecklistPage", "NewsPage")

# A page is imported and built when it is first asked for: the start need not wait for it.
# ruff: noqa: PLC0415


class DeskPages(QObject):
    """Shows one page at a time in place of the rooms.

    Signals:
        left: The page on screen was left.
        shop_saved: A shop's values were stored.
        restored: Other content was put in place of all that was stored.
        checklist_changed: Returns are worked by another checklist from now on.

    Attributes:
        news_teller: Knows what the agent has seen of the library.
    """

    left = Signal()
    shop_saved = Signal(object)
    restored = Signal()
    checklist_changed = Signal()

    def __init__(
        self,
        stack: QStackedWidget,
        fittings: Fittings,
        notices: NoticeBar,
        colours: Callable[[], Colours],
        keeper: DraftKeeper,
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._fittings = fittings
        self._notices = notices
        self._colours = colours
        self._keeper = keeper
        self._shop: ShopPage | None = None
        self._data: DataPage | None = None
        self._keys: KeysPage | None = None
        self._checklist: ChecklistPage | None = None
        self._news: NewsPage | None = None
        self.news_teller = NewsTeller(fittings, notices, self.open_news, self)

    def set_colours(self, colours: Colours) -> None:
        """Draw what was built in ``colours`` from now on."""
        for page in (self._shop, self._data, self._keys, self._checklist, self._news):
            if page is not None:
                page.set_colours(colours)

    # -- a shop's values ---------------------------------------------------------------------

    @property
    def shop(self) -> ShopPage:
        """The page of a shop's values."""
        return self._shop or self._built_shop()

    def open_shop(self, shop: Shop | None) -> None:
        """Show the values of ``shop``; of a new one for None."""
        given_up = self.shop.give_up()
        self._notices.hide()
        self._stack.setCurrentWidget(self.shop)
        self.shop.edit(shop, self._fittings.desk.library)
        self._offer_unsaved(given_up)

    def reopen_shop(self, page: ShopPageDraft) -> None:
        """Show the page with what was typed into it and not saved."""
        given_up = self.shop.give_up()
        self._stack.setCurrentWidget(self.shop)
        self.shop.resume(page, self._fittings.desk.library)
        self._offer_unsaved(given_up)

    def give_up(self) -> None:
        """Give up what was not saved, and offer to take that back."""
        if self._shop is not None:
            self._offer_unsaved(self._shop.give_up())

    def _built_shop(self) -> ShopPage:
        from cs_desk.ui.shop_page import ShopPage

        given, cities = self._fittings, self._fittings.desk.suggest_cities
        page = self._shop = ShopPage(given.shops, self._notices, given.icons, cities)
        page.saved.connect(self.shop_saved)
        self._keeper.keep_page(page)
        return self._added(page)

    def _offer_unsaved(self, page: ShopPageDraft | None) -> None:
        if page is not None:
            self._notices.offer(
                self.tr("没有保存店铺资料的改动"),
                self.tr("撤销 Alt+Z"),
                partial(self.reopen_shop, page),
            )

    # -- the others --------------------------------------------------------------------------

    @Slot()
    def open_data(self) -> None:
        """Show where the data lies, and its backups."""
        page = self._data or self._built_data()
        if self._stack.currentWidget() is not page:
            self._show(page)
            page.open()

    @Slot()
    def show_backups(self) -> None:
        """Show a backup that was made meanwhile, where backups are on screen."""
        if self._data is not None:
            self._data.refresh()

    @Slot()
    def open_keys(self) -> None:
        """Show the keys."""
        page = self._keys or self._built_keys()
        self._show(page)
        page.focus()

    @Slot()
    def open_checklist(self) -> None:
        """Show the checklist of returns, for a supervisor."""
        page = self._checklist or self._built_checklist()
        self._show(page)
        page.open()

    @Slot()
    def open_news(self) -> None:
        """Show what is new in the library since the agent last looked."""
        with trouble_shown(self._notices):
            news = self.news_teller.news()
            if news is None:
                self._notices.say(self.tr("上次看过以后，话术库没有更新"))
                return
            page = self._news or self._built_news()
            self._show(page)
            page.show_news(news)

    def _built_news(self) -> NewsPage:
        from cs_desk.ui.news_page import NewsPage

        page = self._news = NewsPage(self._fittings.icons)
        page.seen.connect(self.news_teller.note_seen)
        return self._added(page)

    def _built_data(self) -> DataPage:
        from cs_desk.ui.data_page import DataPage
        from cs_desk.ui.returns.retention_row import RetentionRow

        given = self._fittings
        facts = given.backups, given.set_aside, given.data_folder
        page = self._data = DataPage(*facts, self._notices, given.icons, given.clock)
        page.add_row(RetentionRow(given.settings, self._notices))
        page.restored.connect(self.restored)
        return self._added(page)

    def _built_keys(self) -> KeysPage:
        from cs_desk.ui.keys_page import KeysPage

        page = self._keys = KeysPage(self._fittings.icons)
        return self._added(page)

    def _built_checklist(self) -> ChecklistPage:
        from cs_desk.ui.returns.checklist_page import ChecklistPage

        desk, icons = self._fittings.case_desk(), self._fittings.icons
        files = desk.checklist_files
        page = ChecklistPage(desk.cases.checklists, self._notices, icons, files)
        self._checklist = page
        page.changed.connect(self.checklist_changed)
        return self._added(page)

    def _show(self, page: Page) -> None:
        self._notices.hide()
        self._stack.setCurrentWidget(page)

    def _added(self, page: P) -> P:
        page.set_colours(self._colours())
        page.left.connect(self.left)
        self._stack.addWidget(page)
        return page
