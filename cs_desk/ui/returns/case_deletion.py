"""Deletes closed cases whose time is over, in a worker soon after the start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cs_desk.app.wording import trouble, with_facts
from cs_desk.ui.background import Background
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from cs_desk.app.case_ports import CasePurge
    from cs_desk.domain.errors import DeskError
    from cs_desk.ui.notice_bar import NoticeBar


class CaseDeletion(QObject):
    """Deletes cases for good and says so; what could not be deleted waits for the next start."""

    def __init__(self, purge: CasePurge, notices: NoticeBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._purge = purge
        self._notices = notices
        self._background = Background(self)

    def begin(self, case_ids: Collection[str], closed_before: datetime) -> None:
        """Begin; arguments as of ``CasePurge.purge``."""
        work = partial(self._purge.purge, case_ids, closed_before)
        self._background.run(work, partial(self._on_done, len(case_ids)), self._on_failed)

    def _on_done(self, count: int, _nothing: None) -> None:
        if count:
            told = self.tr("%1 张退货单已到保留期限，已彻底删除")
            self._notices.say(with_facts(told, str(count)))

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        told = self.tr("到期的退货单没有删完，下次启动时继续。%1")
        self._notices.warn(with_facts(told, trouble(error, words)), error)
