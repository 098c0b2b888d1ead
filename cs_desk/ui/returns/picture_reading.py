"""Pictures read out of attached files: bounded in size, and never anything but pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_PIXELS = 100_000_000
# Drawings that can refer to other files are not among them.
_KINDS = frozenset({b"png", b"jpg", b"jpeg", b"webp", b"bmp", b"gif"})
# A picture longer than this many times its width is shown whole in its tile.
_LONGEST = 4


def picture(data: bytes, width: int) -> QImage | None:
    """Return the picture in ``data``, no wider than ``width`` pixels; None if it holds none.

    A picture of more than a hundred million pixels is refused: it would fill the memory.
    """
    return _read(data, lambda size: _no_wider(size, width))


def thumbnail(data: bytes, side: int) -> QImage | None:
    """Return the picture in ``data``, small enough for a square tile of ``side`` pixels."""
    return _read(data, lambda size: _for_tile(size, side))


def png(image: QImage) -> bytes:
    """Return ``image`` as a PNG file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())


def _read(data: bytes, scaled: Callable[[QSize], QSize]) -> QImage | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    if reader.format().data() not in _KINDS:
        return None
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    reader.setAutoTransform(True)
    reader.setScaledSize(scaled(size))
    image = reader.read()
    return None if image.isNull() else image


def _no_wider(size: QSize, width: int) -> QSize:
    if size.width() <= width:
        return size
    return QSize(width, max(1, size.height() * width // size.width()))


def _for_tile(size: QSize, side: int) -> QSize:
    tile = QSize(side, side)
    longer, shorter = max(size.width(), size.height()), min(size.width(), size.height())
    if longer > shorter * _LONGEST:
        return size.scaled(tile, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    return size.scaled(tile, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
