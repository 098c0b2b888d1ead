"""What people call the formats and encodings of files, and what each format holds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cs_desk.domain.library.incoming import FileFormat

ENCODINGS = ("utf-8", "gb18030", "utf-16", "big5")
"""Encodings to choose from, as Python names them."""


def format_name(format_: FileFormat) -> str:
    """Return what people call a format."""
    return {
        FileFormat.CSDESK: QCoreApplication.translate("FileFormats", "客服台话术库"),
        FileFormat.QIANNIU: QCoreApplication.translate("FileFormats", "千牛快捷短语"),
        FileFormat.XLSX: QCoreApplication.translate("FileFormats", "Excel 表格"),
        FileFormat.CSV: QCoreApplication.translate("FileFormats", "CSV 表格"),
        FileFormat.QUICKTEXT: "QuickText",
        FileFormat.ESPANSO: "espanso",
        FileFormat.BEEFTEXT: "Beeftext",
        FileFormat.TEXTEXPANDER: "TextExpander",
    }[format_]


def format_holds(format_: FileFormat) -> str:
    """Return in a sentence what a format that can be written holds."""
    return {
        FileFormat.CSDESK: QCoreApplication.translate(
            "FileFormats", "全部内容都在：分组、语气、占位符定义，还可以带上退货清单和规则。"
        ),
        FileFormat.XLSX: QCoreApplication.translate(
            "FileFormats", "一行一条，带编码、分组、标签、语气和提示；改完还能导回来对上。"
        ),
        FileFormat.CSV: QCoreApplication.translate(
            "FileFormats", "和 Excel 表格的列一样，UTF-8 编码，各种软件都能打开。"
        ),
        FileFormat.QIANNIU: QCoreApplication.translate(
            "FileFormats", "可以导入千牛：只有编码、内容和分组，别的语气各成一条。"
        ),
        FileFormat.QUICKTEXT: QCoreApplication.translate(
            "FileFormats", "给 QuickText 用：标题、编码、内容和分组。"
        ),
        FileFormat.ESPANSO: QCoreApplication.translate(
            "FileFormats", "给 espanso 用：打出编码就替换成内容，占位符变成表单。"
        ),
    }[format_]


def encoding_name(encoding: str) -> str:
    """Return what people call an encoding, given as Python names it."""
    names = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "big5": "Big5"}
    return names.get(encoding, encoding.upper())


def suffix(format_: FileFormat) -> str:
    """Return how names of files of a format that can be written end."""
    return {
        FileFormat.CSDESK: "csdesk",
        FileFormat.XLSX: "xlsx",
        FileFormat.CSV: "csv",
        FileFormat.QIANNIU: "csv",
        FileFormat.QUICKTEXT: "json",
        FileFormat.ESPANSO: "yml",
    }[format_]
