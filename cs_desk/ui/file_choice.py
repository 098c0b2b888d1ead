"""Asks for a file, without stopping the window while the person looks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def ask_where_to_save(
    parent: QWidget, title: str, suggested: str, kind: str, chosen: Callable[[str], None]
) -> None:
    """Ask where to write a file; an existing one is replaced only after a question.

    Args:
        parent: Whose window waits for the answer.
        title: What is going to be written.
        suggested: The name of the file, with its suffix.
        kind: What files of this kind are called.
        chosen: Takes the path; not called if the person changes their mind.
    """
    suffix = suggested.rpartition(".")[2]
    dialog = _dialog(parent, title, f"{kind} (*.{suffix})", chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(suggested)
    dialog.open()


def ask_for_file(
    parent: QWidget, title: str, suffix: str, kind: str, chosen: Callable[[str], None]
) -> None:
    """Ask for a file that is there; arguments as in ``ask_where_to_save``."""
    dialog = _dialog(parent, title, f"{kind} (*.{suffix})", chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def _dialog(parent: QWidget, title: str, kinds: str, chosen: Callable[[str], None]) -> QFileDialog:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = QStandardPaths.writableLocation(documents)
    dialog = QFileDialog(parent, title, folder, kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # Qt's own Chinese lacks these two.
    label = QFileDialog.DialogLabel
    dialog.setLabelText(label.LookIn, QCoreApplication.translate("QFileDialog", "位置："))
    dialog.setLabelText(label.FileType, QCoreApplication.translate("QFileDialog", "文件类型："))
    dialog.fileSelected.connect(chosen)
    return dialog
