"""Tells an agent once that the library was changed by a release or an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cs_desk.app.wording import with_facts
from cs_desk.ui.words import trouble_shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.releases import LibraryNews, Releases
    from cs_desk.ui.fittings import Fittings
    from cs_desk.ui.notice_bar import NoticeBar


class NewsTeller(QObject):
    """Knows what the agent has seen of the library.

    Args:
        given: The releases, and what the desk remembers.
        notices: Where news is offered.
        show: Shows what is new.
        parent: The window.
    """

    def __init__(
        self,
        given: Fittings,
        notices: NoticeBar,
        show: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._given = given
        self._notices = notices
        self._show = show
        self._told = ""

    @Slot()
    def look(self) -> None:
        """Offer what is new, each edition once; a fresh desk has seen all there is."""
        with trouble_shown(self._notices):
            newest, seen = self._releases().newest(), self._given.settings.now.seen_edition
            if not seen:
                self.note_seen()
            elif newest not in (seen, self._told):
                self._told = newest
                news = self.news()
                if news is None:
                    self.note_seen()
                else:
                    told, action = self._in_words(news), self.tr("查看 Alt+Z")
                    self._notices.offer(told, action, self._show)

    def news(self) -> LibraryNews | None:
        """Return what is new since the agent last looked; None if there is nothing."""
        return self._releases().news(self._given.settings.now.seen_edition)

    @Slot()
    def note_seen(self) -> None:
        """Remember that the agent has seen all there is now."""
        with trouble_shown(self._notices):
            self._given.settings.change(seen_edition=self._releases().newest())

    def _in_words(self, news: LibraryNews) -> str:
        counted = (
            (self.tr("新增 %1"), news.added),
            (self.tr("改动 %1"), news.changed),
            (self.tr("不再用 %1"), news.removed),
        )
        parts = [with_facts(told, f"{len(found):,}") for told, found in counted if found]
        return with_facts(self.tr("话术库有更新：%1"), self.tr("，").join(parts))

    def _releases(self) -> Releases:
        return self._given.supervisor().releases
