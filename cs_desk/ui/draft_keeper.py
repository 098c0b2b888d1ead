"""Stores what is being typed: soon after typing rests, at once when the window may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from cs_desk.app.wording import trouble
from cs_desk.domain.errors import DeskBusyError, DeskError
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from cs_desk.app.drafts import DraftBox, Drafts
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.reply_room import ReplyRoom
    from cs_desk.ui.shop_page import ShopPage

# A store waits for the disk; between two keys of a word there is no time for that.
_REST_MS = 400
# Who types a long text without a rest loses no more than this.
_LONGEST_MS = 2000


class DraftKeeper(QObject):
    """Keeps the drafts of the room and of the shop's page in step with what is on screen.

    Args:
        box: Where they are kept.
        room: The conversation.
        notices: Where a failure is told, each kind once.
        application: Tells when another program gets the keyboard, and when this one ends.
        parent: The window.
    """

    def __init__(
        self,
        box: DraftBox,
        room: ReplyRoom,
        notices: NoticeBar,
        application: QGuiApplication,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._box = box
        self._room = room
        self._page: ShopPage | None = None
        self._notices = notices
        self._told: set[str] = set()
        self._rest = self._timer(_REST_MS)
        self._longest = self._timer(_LONGEST_MS)
        self._follow(room)
        application.applicationStateChanged.connect(self._on_state)
        application.aboutToQuit.connect(self.keep)

    def keep_page(self, page: ShopPage) -> None:
        """Keep the draft of the shop's page too, now that there is one."""
        self._page = page
        self._follow(page)

    def bring_back(self) -> Drafts | None:
        """Return what was typed before the program ended; None if it cannot be read."""
        try:
            return self._box.bring_back()
        except DeskError as error:
            self._tell_once(error)
            return None

    @Slot()
    def keep(self) -> None:
        """Store what is typed now, or delete what was stored if that is nothing."""
        self._rest.stop()
        self._longest.stop()
        try:
            page = self._page.draft() if self._page is not None else None
            self._box.keep(self._room.draft(), page)
        except DeskBusyError:
            # Another process writes for a moment; what is typed is still on screen.
            self._longest.start()
        except DeskError as error:
            self._tell_once(error)

    def _follow(self, typing: ReplyRoom | ShopPage) -> None:
        typing.draft_changed.connect(self._on_changed)
        typing.draft_due.connect(self.keep)

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(self.keep)
        return timer

    def _tell_once(self, error: DeskError) -> None:
        # The person did not ask for this to be stored, and most likely never needs it.
        told = trouble(error, words)
        if told not in self._told:
            self._told.add(told)
            self._notices.warn(self.tr("没能为正在填写的内容留一份备用。") + told, error)

    @Slot()
    def _on_changed(self) -> None:
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.keep()
