"""The program's icon as macOS wants it: several sizes, as PNG, in one .icns file."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from icon import drawn, png
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

# Types that hold a PNG, and its pixels a side.
_SIZES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
_HEAD = struct.Struct(">4sI")


def write_icns(drawing: Path, icon: Path) -> None:
    """Draw the SVG file ``drawing`` in every size and write them to the file ``icon``."""
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(drawing)
    pictures = {kind: png(drawn(renderer, size)) for kind, size in _SIZES.items()}
    content = b"".join(_HEAD.pack(kind, _HEAD.size + len(p)) + p for kind, p in pictures.items())
    icon.parent.mkdir(parents=True, exist_ok=True)
    icon.write_bytes(_HEAD.pack(b"icns", _HEAD.size + len(content)) + content)
