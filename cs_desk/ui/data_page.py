"""Where the data lies, its backups, and the ways back to them, on one page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.backup_words import backup_reason, moment_told, restored_told, size_told
from cs_desk.app.wording import trouble, with_facts
from cs_desk.domain.backup import BackupReason
from cs_desk.ui.background import Background
from cs_desk.ui.backup_list import BackupList
from cs_desk.ui.busy_line import BusyLine
from cs_desk.ui.file_choice import FileChoice
from cs_desk.ui.folder_row import FolderRow
from cs_desk.ui.set_aside_list import SetAsideList
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtGui import QHideEvent, QKeyEvent

    from cs_desk.app.ports import BackupStore, Clock
    from cs_desk.app.set_aside import SetAsideRecord
    from cs_desk.domain.backup import Backup
    from cs_desk.domain.errors import DeskError
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.notice_bar import NoticeBar
    from cs_desk.ui.theme import Colours

T = TypeVar("T")

_LOWEST_LIST = 150


class DataPage(QWidget):
    """Makes backups, exports and restores; what was restored can be taken back.

    Args:
        backups: The backups; asked in workers, one call at a time.
        set_aside: Returns the damaged records; asked on the window's own thread.
        data_folder: Path of the folder that holds the store.
        notices: Where outcomes are said.
        icons: The icon set.
        clock: Today's date, for the names of new files and for dates without their year.

    Signals:
        restored: Other content was put in place of all that was stored.
        left: The page was left; a call under way goes on.
    """

    restored = Signal()
    left = Signal()

    def __init__(
        self,
        backups: BackupStore,
        set_aside: Callable[[], Collection[SetAsideRecord]],
        data_folder: str,
        notices: NoticeBar,
        icons: Icons,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._backups = backups
        self._read_set_aside = set_aside
        self._notices = notices
        self._icons = icons
        self._clock = clock
        self._work = Background(self)
        self._reading = Background(self)
        self._read_again = False
        self._focused: QWidget | None = None
        self._before_restore: Backup | None = None
        self._files = FileChoice(self, backups.folder)
        self._back = QToolButton()
        self._busy = BusyLine()
        self._content = QWidget()
        self._data_folder = FolderRow(self.tr("数据文件夹"), data_folder, notices)
        self._backup_folder = FolderRow(self.tr("备份文件夹"), backups.folder, notices)
        self._newest = QLabel()
        self._keep = QPushButton(self.tr("立即备份"))
        self._save_as = QPushButton(self.tr("备份到…"))
        self._export = QPushButton(self.tr("导出全部为 JSON…"))
        self._list = BackupList()
        self._restore = QPushButton(self.tr("恢复这一份"))
        self._restore_file = QPushButton(self.tr("从文件恢复…"))
        self._take_back = QPushButton(self.tr("撤销上次恢复"))
        self._set_aside = SetAsideList()
        self._more = QVBoxLayout()
        self._build()
        self._connect()

    def open(self) -> None:
        """Show what there is now, and take the keyboard."""
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the backups and the damaged records as they are now."""
        self._set_aside.show_records(self._read_set_aside(), self._clock.now())
        started = self._reading.run(self._backups.all, self._on_read, self._on_failed)
        self._read_again = not started

    def add_row(self, row: QWidget) -> None:
        """Show another choice about the data, above where it lies."""
        self._more.addWidget(row)

    def set_colours(self, colours: Colours) -> None:
        """Tint the icon for ``colours``."""
        self._back.setIcon(self._icons.tinted("back", colours.text))

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        self._keep.setProperty("role", "primary")
        for button in (
            self._keep,
            self._save_as,
            self._export,
            self._restore,
            self._restore_file,
            self._take_back,
        ):
            # Enter presses it, as it does in a dialog.
            button.setAutoDefault(True)
        self._restore.setEnabled(False)
        self._take_back.hide()
        self._list.setMinimumHeight(_LOWEST_LIST)
        self._newest.setTextFormat(Qt.TextFormat.PlainText)
        self._newest.setWordWrap(True)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._content)
        self._fill_content()
        column = QVBoxLayout(self)
        # The right margin is inside, where the scroll bar leaves it free.
        column.setContentsMargins(GRID * 2, GRID * 2, 0, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(self._head())
        column.addWidget(scroll, 1)

    def _head(self) -> QHBoxLayout:
        self._back.setIconSize(QSize(16, 16))
        self._back.setAccessibleName(self.tr("返回"))
        self._back.setToolTip(self.tr("返回") + "  Esc")
        title = QLabel(self.tr("数据与备份"))
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GRID * 2, 0)
        head.addWidget(self._back)
        head.addWidget(title, 1)
        head.addWidget(self._busy)
        return head

    def _fill_content(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, GRID * 2, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self._newest)
        column.addWidget(self._keep)
        column.addLayout(_side_by_side(self._save_as, self._export))
        column.addSpacing(GRID * 2)
        column.addWidget(self._list, 1)
        column.addWidget(_muted(self.tr("两天内的全部保留，两周内每天一份，九十天内每周一份。")))
        column.addLayout(_side_by_side(self._restore, self._restore_file))
        column.addWidget(self._take_back)
        column.addWidget(self._set_aside)
        column.addLayout(self._more)
        column.addSpacing(GRID * 2)
        column.addWidget(self._data_folder)
        column.addWidget(self._backup_folder)
        column.addWidget(
            _muted(self.tr("要带走数据，请用「备份到…」：直接复制数据文件夹，可能会不完整。"))
        )

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._keep.clicked.connect(self._on_keep)
        self._save_as.clicked.connect(self._on_save_as)
        self._export.clicked.connect(self._on_export)
        self._list.chosen_changed.connect(self._on_chosen_changed)
        self._list.restore_wanted.connect(self._on_restore)
        self._restore.clicked.connect(self._on_restore)
        self._restore_file.clicked.connect(self._on_restore_file)
        self._take_back.clicked.connect(self._on_take_back)
        self._work.busy_changed.connect(self._on_busy_changed)

    # -- making backups ----------------------------------------------------------------------

    @Slot()
    def _on_keep(self) -> None:
        keep = partial(self._backups.keep, BackupReason.MANUAL)
        self._start(self.tr("正在备份…"), keep, self._on_kept)

    def _on_kept(self, backup: Backup | None) -> None:
        # None only where nothing was changed, which nobody asked for.
        size = size_told(backup.size) if backup else ""
        self._notices.say(self.tr("已备份，%1").replace("%1", size))
        self.refresh()

    @Slot()
    def _on_save_as(self) -> None:
        name = self.tr("客服台备份-%1.db").replace("%1", self._today())
        kind = self.tr("客服台备份")
        self._files.ask_where_to_save(self._save_as, name, kind, self._save_to)

    def _save_to(self, file: str) -> None:
        save = partial(self._backups.save_as, file)
        self._start(self.tr("正在备份…"), save, self._on_saved)

    def _on_saved(self, backup: Backup) -> None:
        self._notices.say(self.tr("已备份到「%1」").replace("%1", _name(backup.file)))

    @Slot()
    def _on_export(self) -> None:
        name = self.tr("客服台数据-%1.json").replace("%1", self._today())
        self._files.ask_where_to_save(self._export, name, self.tr("全部数据"), self._export_to)

    def _export_to(self, file: str) -> None:
        export = partial(self._backups.export_json, file)
        self._start(self.tr("正在导出…"), export, partial(self._on_exported, file))

    def _on_exported(self, file: str, documents: int) -> None:
        told = self.tr("已导出 %1 条记录到「%2」")
        self._notices.say(with_facts(told, str(documents), _name(file)))

    def _today(self) -> str:
        return f"{self._clock.now():%Y-%m-%d}"

    # -- restoring ---------------------------------------------------------------------------

    @Slot()
    def _on_restore(self) -> None:
        chosen = self._list.chosen()
        if chosen is not None:
            seconds = self._list.needs_seconds(chosen)
            told = restored_told(chosen.at, self._clock.now(), words, seconds=seconds)
            self._restore_from(chosen.file, told)

    @Slot()
    def _on_restore_file(self) -> None:
        kind = self.tr("客服台备份")
        self._files.ask_for_file(self._restore_file, "db", kind, self._restore_chosen_file)

    def _restore_chosen_file(self, file: str) -> None:
        self._restore_from(file, self.tr("已从「%1」恢复").replace("%1", _name(file)))

    def _restore_from(self, file: str, told: str) -> None:
        restore = partial(self._backups.restore, file)
        self._start(self.tr("正在恢复…"), restore, partial(self._on_restored, told))

    def _on_restored(self, told: str, before: Backup | None) -> None:
        self._offer_to_take_back(before)
        self.restored.emit()
        self.refresh()
        if before is None:
            self._notices.say(told)
        else:
            self._notices.offer(told, self.tr("撤销 Alt+Z"), self._on_take_back)

    @Slot()
    def _on_take_back(self) -> None:
        if self._before_restore is not None:
            restore = partial(self._backups.restore, self._before_restore.file)
            self._start(self.tr("正在恢复…"), restore, self._on_taken_back)

    def _on_taken_back(self, _before: Backup | None) -> None:
        if self.window().focusWidget() is self._take_back:
            # It goes away now, and would pass the keyboard on to wherever.
            self._restore_file.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer_to_take_back(None)
        self.restored.emit()
        self.refresh()
        self._notices.say(self.tr("已撤销，数据和恢复之前一样"))

    def _offer_to_take_back(self, before: Backup | None) -> None:
        """Offer to put ``before`` in place of what was restored; None ends the offer."""
        self._before_restore = before
        self._take_back.setVisible(before is not None)

    # -- in the background -------------------------------------------------------------------

    def _start(self, told: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Start ``work``; ``told`` says what is under way if it takes long."""
        if self._work.run(work, done, self._on_work_failed):
            # Its offer to undo would be about what is not the last action any more.
            self._notices.hide()
            self._busy.begin(told)

    def _on_work_failed(self, error: DeskError) -> None:
        self._on_failed(error)
        # Before it failed it may have made a backup.
        self.refresh()

    def _on_failed(self, error: DeskError) -> None:
        self._notices.warn(trouble(error, words), error)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - Qt's signal
        if busy:
            # Not the one of another window: a dialog's is gone when the work is done.
            self._focused = self.window().focusWidget()
            self._content.setEnabled(False)
            return
        self._busy.end()
        self._content.setEnabled(True)
        if self._focused is not None and self._content.isAncestorOf(self._focused):
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, backups: tuple[Backup, ...]) -> None:
        if self._read_again:
            self.refresh()
            return
        now = self._clock.now()
        self._list.show_backups(backups, now)
        if backups:
            newest = backups[0]
            told = self.tr("最近备份：%1（%2）")
            moment, why = moment_told(newest.at, now, words), backup_reason(newest.reason, words)
            self._newest.setText(with_facts(told, moment, why))
        else:
            self._newest.setText(self.tr("还没有备份"))

    @Slot()
    def _on_chosen_changed(self) -> None:
        self._restore.setEnabled(self._list.chosen() is not None)

    # -- Qt ----------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """Offer no longer to take a restore back, once the person has gone on to other things."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._offer_to_take_back(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label


def _side_by_side(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID * 2)
    for button in buttons:
        row.addWidget(button, 1)
    return row


def _name(file: str) -> str:
    """Return the name of a file without its folder, whichever system wrote the path."""
    return file.replace("\\", "/").rpartition("/")[2]
