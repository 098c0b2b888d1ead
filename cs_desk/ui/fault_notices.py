"""The window's words for what should never have happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from cs_desk.ui.notice_bar import NoticeBar


class FaultNotices(QObject):
    """Says in the window's notice bar that something went wrong inside the program.

    Args:
        notices: The window's bar; this object lives as long as it does.
    """

    def __init__(self, notices: NoticeBar) -> None:
        super().__init__(notices)
        self._notices = notices

    @Slot()
    def show_fault(self) -> None:
        """Say that the program made an error and goes on."""
        self._notices.warn(
            self.tr("程序里出了一个错，已记下，可以继续用。刚才那一步可能没有完成。")
        )

    @Slot()
    def show_crash(self) -> None:
        """Say that the last run ended by itself."""
        self._notices.say(self.tr("上次客服台意外退出了，数据没有丢。"))
