"""The program's icon as Windows wants it: several sizes in one .ico file, drawn from the SVG.

Usage: python packaging/windows/icon.py resources/icons/cs_desk.svg cs_desk.ico
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

# The title bar, lists, the task bar and large icons, at 100 % to 200 %.
_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_FROM_HERE_ON_PNG = 256
_HEADER = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")
_BITMAP = struct.Struct("<IiiHHIIiiII")


def write_icon(drawing: Path, icon: Path) -> None:
    """Draw the SVG file ``drawing`` in every size and write them to the file ``icon``."""
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(drawing)
    icon.parent.mkdir(parents=True, exist_ok=True)
    icon.write_bytes(icon_file([drawn(renderer, size) for size in _SIZES]))


def drawn(renderer: QSvgRenderer, size: int) -> QImage:
    """Return the drawing in ``size`` times ``size`` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return image


def icon_file(images: list[QImage]) -> bytes:
    """Return the images as an .ico file (learn.microsoft.com, "Icons", the file format)."""
    contents = [
        png(image) if image.width() >= _FROM_HERE_ON_PNG else bitmap(image) for image in images
    ]
    at = _HEADER.size + _ENTRY.size * len(images)
    entries = []
    for image, content in zip(images, contents, strict=True):
        side = image.width() % 256  # 0 says 256
        entries.append(_ENTRY.pack(side, side, 0, 0, 1, 32, len(content), at))
        at += len(content)
    return _HEADER.pack(0, 1, len(images)) + b"".join(entries + contents)


def bitmap(image: QImage) -> bytes:
    """Return the pixels from the last row up, and after them the mask that old programs read."""
    size = image.width()
    rows = [bytes(image.constScanLine(row))[: size * 4] for row in reversed(range(size))]
    pixels = b"".join(rows)
    mask_row = (size + 31) // 32 * 4
    header = _BITMAP.pack(_BITMAP.size, size, size * 2, 1, 32, 0, len(pixels), 0, 0, 0, 0)
    return header + pixels + bytes(mask_row * size)


def png(image: QImage) -> bytes:
    """Return the image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


if __name__ == "__main__":
    write_icon(*map(Path, sys.argv[1:]))
