"""Asks for a file, without stopping the window while the person looks for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir, QFileInfo, Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget


class FileChoice:
    """Asks for one file after another; each time where the last one was chosen.

    Args:
        parent: Whose window waits for the answer.
        folder: Where to begin; the person's own folder if it is not there yet.
    """

    def __init__(self, parent: QWidget, folder: str) -> None:
        self._parent = parent
        self._folder = folder

    def ask_where_to_save(
        self,
        button: QPushButton,
        suggested: str,
        kind: str,
        chosen: Callable[[str], None],
        *,
        title: str = "",
    ) -> None:
        """Ask where to write a file; an existing one is replaced only after a question.

        Args:
            button: What was pressed; it says what is going to be done, and gets the keyboard back.
            suggested: The name of the file, with its suffix.
            kind: What files of this kind are called.
            chosen: Takes the path once the dialog is gone; not called if the person changes
                their mind.
            title: What is going to be done, where the button does not say it.
        """
        suffix = suggested.rpartition(".")[2]
        dialog = self._dialog(button, f"{kind} (*.{suffix})", chosen)
        dialog.setWindowTitle(title or button.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(suggested)
        dialog.open()

    def ask_for_file(
        self, button: QPushButton, suffix: str, kind: str, chosen: Callable[[str], None]
    ) -> None:
        """Ask for a file that is there; arguments as in ``ask_where_to_save``."""
        dialog = self._dialog(button, f"{kind} (*.{suffix})", chosen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def _dialog(
        self, button: QPushButton, kinds: str, chosen: Callable[[str], None]
    ) -> QFileDialog:
        # What is no folder would be taken for the name of a file in the folder above it.
        folder = self._folder if QDir(self._folder).exists() else QDir.homePath()
        dialog = QFileDialog(self._parent, button.text(), folder, kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Qt's own Chinese lacks these two.
        label = QFileDialog.DialogLabel
        dialog.setLabelText(label.LookIn, QCoreApplication.translate("QFileDialog", "位置："))
        dialog.setLabelText(label.FileType, QCoreApplication.translate("QFileDialog", "文件类型："))
        files: list[str] = []
        dialog.fileSelected.connect(files.append)
        # The file is told while the dialog still has the keyboard, which its end has to move first.
        dialog.finished.connect(partial(self._on_finished, button, files, chosen))
        return dialog

    def _on_finished(
        self, button: QPushButton, files: list[str], chosen: Callable[[str], None], _result: int
    ) -> None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        for file in files:
            self._folder = QFileInfo(file).absolutePath()
            chosen(file)
