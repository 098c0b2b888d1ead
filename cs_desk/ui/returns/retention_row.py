"""How long closed return cases are kept, told and chosen on one line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cs_desk.app.wording import with_facts
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import trouble_shown

if TYPE_CHECKING:
    from cs_desk.app.settings import Settings
    from cs_desk.ui.notice_bar import NoticeBar

_CHOICES = (30, 60, 90, 180, 365)


class RetentionRow(QWidget):
    """Chooses the days after which a closed case is deleted for good, backups included."""

    def __init__(
        self, settings: Settings, notices: NoticeBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._notices = notices
        self._days = QComboBox()
        self._days.setAccessibleName(self.tr("退货单关闭后保留多久"))
        self._build()
        self.show_stored()
        self._days.activated.connect(self._on_chosen)

    def show_stored(self) -> None:
        """Show what is stored now."""
        kept = self._settings.now.retention_days
        self._days.clear()
        for days in sorted({*_CHOICES, kept}):
            self._days.addItem(with_facts(self.tr("%1 天"), str(days)), days)
        self._days.setCurrentIndex(self._days.findData(kept))

    def _build(self) -> None:
        label = QLabel(self.tr("退货单关闭后保留"))
        label.setBuddy(self._days)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(label)
        row.addWidget(self._days)
        row.addStretch(1)
        told = QLabel(self.tr("到期后在启动时彻底删除，备份、凭证和日志里的也一起删除。"))
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setProperty("role", "muted")
        told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(told)

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        self._keep(self._days.itemData(index))

    def _keep(self, days: int) -> None:
        before = self._settings.now.retention_days
        with trouble_shown(self._notices):
            self._settings.change(retention_days=days)
            told = self.tr("退货单关闭后保留 %1 天，下次启动时生效")
            undo = partial(self._keep, before)
            self._notices.offer(with_facts(told, str(days)), self.tr("撤销 Alt+Z"), undo)
        self.show_stored()
