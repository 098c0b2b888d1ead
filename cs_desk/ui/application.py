"""Qt made ready for the desk: its name, font, style and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QStyleFactory

from cs_desk.ui.theme import body_font
from cs_desk.ui.translator import CatalogueTranslator

if TYPE_CHECKING:
    from collections.abc import Mapping


def application(catalogue: Mapping[str, str]) -> QApplication:
    """Return the running Qt application, speaking Chinese unless ``catalogue`` translates it."""
    running = QApplication(["cs_desk"])
    running.setApplicationName("cs_desk")
    running.setDesktopFileName("cs_desk")
    # One style everywhere: native ones ignore parts of a style sheet, each a different part.
    running.setStyle(QStyleFactory.create("Fusion"))
    running.setFont(body_font())
    # The menus of Qt's own fields (撤销, 粘贴 …) speak the language of the window.
    chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    english = QLocale(QLocale.Language.English)
    QLocale.setDefault(english if catalogue else chinese)
    qt_words = QTranslator(running)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not catalogue and qt_words.load("qtbase_zh_CN", folder):
        running.installTranslator(qt_words)
    if catalogue:
        running.installTranslator(CatalogueTranslator(catalogue, running))
    return running


def show_last_words(sentence: str) -> None:
    """Say why the window cannot open, where no window can say it."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - hardly ever needed

    title = QCoreApplication.translate("wording", "客服台")
    box = QMessageBox(QMessageBox.Icon.Warning, title, sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
