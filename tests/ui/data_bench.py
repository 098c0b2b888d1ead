"""The page of backups alone in a narrow window, for its tests."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.ui.data_page import DataPage
from cs_desk.ui.icons import Icons
from cs_desk.ui.notice_bar import NoticeBar
from tests.fakes import FixedClock

ICONS = Path(__file__).parents[2] / "resources" / "icons"
CLOCK = FixedClock(datetime(2026, 11, 22, 15, 0, tzinfo=timezone(timedelta(hours=8))))
PATIENCE_MS = 5000


class Bench:
    """A narrow window with nothing but the page and its notices."""

    def __init__(self, backups):
        self.backups = backups
        self.set_aside = []
        self.heard = []
        self.window = QWidget()
        self.notices = NoticeBar(self.window)
        self.page = DataPage(
            backups, lambda: self.set_aside, "/data/desk", self.notices, Icons(ICONS), CLOCK
        )
        self.page.left.connect(lambda: self.heard.append("left"))
        self.page.restored.connect(lambda: self.heard.append("restored"))
        QVBoxLayout(self.window).addWidget(self.page)
        self.window.resize(320, 600)

    def open(self):
        self.page.open()
        self.settle()

    def settle(self):
        """Let everything under way come to its end."""
        while self.page._work.busy or self.page._reading.busy:
            assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
            QApplication.processEvents()

    def button(self, text):
        return next(b for b in self.page.findChildren(QPushButton) if b.text() == text)

    def press(self, text):
        self.button(text).click()
        self.settle()

    def choose(self, row):
        table = self.page._list._table
        table.setCurrentIndex(table.model().index(row, 0))

    def restore(self, row=0):
        self.choose(row)
        self.press("恢复这一份")

    def rows(self, table=None):
        model = (table or self.page._list._table).model()
        columns = range(model.columnCount())
        return [[model.index(r, c).data() for c in columns] for r in range(model.rowCount())]

    def answer(self, file):
        """Choose ``file`` in the dialog that asks for one."""
        dialog = self.dialog()
        dialog.selectFile(str(file))
        dialog.accept()
        self.settle()

    def dialog(self):
        return next(d for d in self.page.findChildren(QFileDialog) if d.isVisible())

    def answer_by_keyboard(self, file):
        """Walk to the dialog's own button and press Enter."""
        dialog = self.dialog()
        dialog.selectFile(str(file))
        button = dialog.findChild(QDialogButtonBox).buttons()[0]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Return)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()
