"""A sheet as a PDF on A4 paper, rendered by Qt from the same HTML that browsers show.

It needs Qt's fonts, and so an application, but neither a window nor a screen: where a command
has none, one that draws nowhere is made for the while.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

from cs_desk.desktop.sheet_pages import Page, Span, pages_of

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

_DOTS_PER_INCH = 300
_MARGINS_MM = QMarginsF(16, 16, 16, 10)
_FOOT_MM = 8.0
_LINE_MM = 0.27
_QUIET = "#6b7280"


class _ClosedDocument(QTextDocument):
    """A document that shows only what it holds: no picture or style from anywhere else."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:  # noqa: N802 - Qt's name
        """Return an empty picture, whatever is asked for; for nothing, Qt reads the file itself."""
        del kind, name
        empty = QImage(1, 1, QImage.Format.Format_ARGB32)
        empty.fill(0)
        return empty


def pdf_of(html: str) -> bytes:
    """Return a page of HTML as a PDF on A4 paper, pages numbered, fonts inside.

    It takes tenths of a second; call it from the thread that Qt runs in. Whoever calls it puts
    the bytes in their place.

    Args:
        html: A standalone page; nothing that it refers to is loaded.
    """
    with_fonts = QGuiApplication.instance() or QGuiApplication(_arguments(sys.platform))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _print(html, _writer(buffer))
    del with_fonts
    return bytes(buffer.data().data())


def _arguments(platform: str) -> list[str]:
    # Elsewhere "offscreen" knows none of the system's fonts, and a screen is always there.
    return ["cs-desk"] if platform in {"win32", "darwin"} else ["cs-desk", "-platform", "offscreen"]


def _writer(buffer: QBuffer) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_MARGINS_MM, QPageLayout.Unit.Millimeter)
    writer.setCreator("CS Desk")
    return writer


def _print(html: str, writer: QPdfWriter) -> None:
    document = _laid_out(html, writer)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    pages = pages_of(document, writer.height() - _dots(_FOOT_MM))
    painter = QPainter(writer)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            writer.newPage()
        _draw_page(document, page, painter)
        _draw_number(f"{number} / {len(pages)}", painter, writer)
    painter.end()


def _laid_out(html: str, writer: QPdfWriter) -> QTextDocument:
    document = _ClosedDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(html)
    document.setTextWidth(writer.width())
    return document


def _draw_page(document: QTextDocument, page: Page, painter: QPainter) -> None:
    head = page.head.height if page.head else 0.0
    if page.head is not None:
        _draw_part(document, page.head, 0.0, painter)
    # A row's lower line belongs to both pages.
    shown = Span(page.content.top, page.content.bottom + _dots(_LINE_MM))
    _draw_part(document, shown, head, painter)


def _draw_part(document: QTextDocument, part: Span, at: float, painter: QPainter) -> None:
    painter.save()
    painter.translate(0, at - part.top)
    document.drawContents(painter, QRectF(0, part.top, document.textWidth(), part.height))
    painter.restore()


def _draw_number(told: str, painter: QPainter, writer: QPdfWriter) -> None:
    font = painter.font()
    font.setPointSizeF(8)
    painter.setFont(font)
    painter.setPen(QColor(_QUIET))
    where = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
    painter.drawText(QRectF(0, 0, writer.width(), writer.height()), where, told)


def _dots(millimetres: float) -> float:
    return millimetres / 25.4 * _DOTS_PER_INCH
