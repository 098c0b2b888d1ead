"""What to do about a store that cannot be opened, asked before there is a window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout

from cs_desk.app.backup_words import backup_reason, moment_told
from cs_desk.app.wording import trouble, with_facts
from cs_desk.ui import theme
from cs_desk.ui.background import Background
from cs_desk.ui.busy_line import BusyLine
from cs_desk.ui.file_choice import FileChoice
from cs_desk.ui.path_line import PathLine
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cs_desk.app.ports import BackupStore, Clock
    from cs_desk.domain.backup import Backup
    from cs_desk.domain.errors import DeskError
    from cs_desk.ui.icons import Icons

_WIDTH = 420


@dataclass(frozen=True, slots=True)
class BrokenStore:
    """What is known of a store that cannot be opened.

    Attributes:
        told: What is wrong with it, as a sentence in the reader's language.
        file: Its path.
        set_aside_in: The folder that the file will be moved to; empty if there is no file.
    """

    told: str
    file: str
    set_aside_in: str = ""


class RecoveryWay(StrEnum):
    """What the person wants done."""

    RESTORE = "restore"
    START_AFRESH = "start_afresh"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Recovery:
    """The person's choice.

    Attributes:
        way: What to do.
        file: The backup to restore; empty otherwise.
    """

    way: RecoveryWay
    file: str = ""


def choose_recovery(
    application: QApplication, icons: Icons, broken: BrokenStore, backups: BackupStore, clock: Clock
) -> Recovery:
    """Ask what to do about a broken store, in the system's light or dark colours."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    colours = theme.DARK if dark else theme.LIGHT
    application.setPalette(theme.palette(colours))
    application.setStyleSheet(theme.style_sheet(colours, icons.file("list_arrow")))
    dialog = RecoveryDialog(broken, backups, clock)
    dialog.setWindowIcon(icons.program())
    dialog.exec()
    return dialog.choice


class RecoveryDialog(QDialog):
    """Says what is wrong and offers the ways on; closing it means to quit.

    Attributes:
        choice: What the person chose.
    """

    def __init__(self, broken: BrokenStore, backups: BackupStore, clock: Clock) -> None:
        super().__init__()
        self.choice = Recovery(RecoveryWay.QUIT)
        self._clock = clock
        self._backups = backups
        self._files = FileChoice(self, backups.folder)
        self._background = Background(self)
        self._found = _wrapped("")
        self._busy = BusyLine()
        self._restore = QPushButton()
        self._restore_file = QPushButton(self.tr("从文件恢复…"))
        self._start_afresh = QPushButton(self.tr("重新开始（空白数据，自带话术库）"))
        self._quit = QPushButton(self.tr("退出"))
        self._build(broken)
        self._connect()
        self._busy.begin(self.tr("正在查找可用的备份…"))
        self._background.run(self._look, self._on_looked, self._on_failed)

    def _build(self, broken: BrokenStore) -> None:
        self.setWindowTitle(self.tr("客服台"))
        self.setFixedWidth(_WIDTH)
        title = _wrapped(self.tr("数据打不开"))
        title.setProperty("role", "title")
        column = QVBoxLayout(self)
        margin = theme.GRID * 4
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(title)
        column.addWidget(_wrapped(broken.told))
        column.addWidget(PathLine(broken.file, self.tr("数据文件")))
        if broken.set_aside_in:
            told = self.tr("这个文件不会被删除，恢复或重新开始时会移到下面的文件夹。")
            column.addWidget(_wrapped(told))
            column.addWidget(PathLine(broken.set_aside_in, self.tr("存放损坏文件的文件夹")))
        column.addWidget(self._found)
        column.addWidget(self._busy)
        self._found.hide()
        self._restore.setProperty("role", "primary")
        self._restore.hide()
        for button in (self._restore, self._restore_file, self._start_afresh, self._quit):
            column.addWidget(button)
        # Until it is known what there is, Enter does nothing that changes anything.
        self._quit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._restore_file.clicked.connect(self._on_restore_file)
        self._start_afresh.clicked.connect(
            partial(self._choose, Recovery(RecoveryWay.START_AFRESH))
        )
        self._quit.clicked.connect(self.reject)
        self._background.busy_changed.connect(self._on_busy_changed)

    def _look(self) -> tuple[Backup | None, int]:
        """Return the newest sound backup; where none is sound, how many there are. For a worker."""
        newest = self._backups.newest_sound()
        return newest, 0 if newest else len(self._backups.all())

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not busy:
            self._busy.end()
            self._busy.hide()
            # What was found says more; but a search that broke is told of by nobody else.
            self._found.setText(self.tr("没能查找备份。如果另存过备份，可以从文件恢复。"))
            self._found.show()
            self.adjustSize()

    def _on_looked(self, found: tuple[Backup | None, int]) -> None:
        newest, number = found
        if newest is not None:
            self._offer(newest)
        elif number:
            told = self.tr("有 %1 份备份，但都已损坏。如果另存过备份，可以从文件恢复。")
            self._say_none(told.replace("%1", str(number)))
        else:
            self._say_none(self.tr("没有可用的备份。如果另存过备份，可以从文件恢复。"))

    def _offer(self, newest: Backup) -> None:
        self._found.hide()
        moment = moment_told(newest.at, self._clock.now(), words)
        told = self.tr("用备份恢复（%1，%2）")
        self._restore.setText(with_facts(told, moment, backup_reason(newest.reason, words)))
        recovery = Recovery(RecoveryWay.RESTORE, newest.file)
        self._restore.clicked.connect(partial(self._choose, recovery))
        self._restore.show()
        self._restore.setDefault(True)
        self._settle(self._restore)

    def _on_failed(self, error: DeskError) -> None:
        self._say_none(trouble(error, words))

    def _say_none(self, told: str) -> None:
        self._found.setText(told)
        self._settle(self._restore_file)

    def _settle(self, button: QPushButton) -> None:
        """Give the keyboard to ``button``, unless the person has moved it meanwhile."""
        if self.focusWidget() is self._quit:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    @Slot()
    def _on_restore_file(self) -> None:
        kind = self.tr("客服台备份")
        self._files.ask_for_file(self._restore_file, "db", kind, self._on_file)

    def _on_file(self, file: str) -> None:
        self._choose(Recovery(RecoveryWay.RESTORE, file))

    def _choose(self, recovery: Recovery, *_: object) -> None:
        self.choice = recovery
        self.accept()


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
