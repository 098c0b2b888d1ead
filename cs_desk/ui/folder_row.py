"""A folder of the desk: where it is, and a button that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from cs_desk.ui.path_line import PathLine
from cs_desk.ui.theme import GRID

if TYPE_CHECKING:
    from cs_desk.ui.notice_bar import NoticeBar


class FolderRow(QWidget):
    """Names a folder, shows its path, and opens it in the system's file browser."""

    def __init__(
        self, name: str, path: str, notices: NoticeBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._notices = notices
        label = QLabel(name)
        label.setProperty("role", "muted")
        line = PathLine(path, name)
        button = QPushButton(self.tr("打开"))
        button.setAutoDefault(True)
        button.setAccessibleName(f"{button.text()} {name}")
        button.clicked.connect(self._on_open)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(label, 0, 0, 1, 2)
        grid.addWidget(line, 1, 0)
        grid.addWidget(button, 1, 1)

    @Slot()
    def _on_open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(self._path)):
            self._notices.warn(self.tr("系统没有打开这个文件夹，请复制上面的路径，自己打开。"))
