"""The icon set: line drawings on a 16 px grid, tinted by the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

# Drawn once at three times the size, so that it stays sharp at 150 % and 200 %.
_PIXELS = 48


class Icons:
    """Icons read from a folder of SVG files that draw with ``currentColor``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def tinted(self, name: str, colour: str) -> QIcon:
        """Return the icon ``name`` in ``colour`` (``#rrggbb``)."""
        known = self._drawn.get((name, colour))
        if known is None:
            drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            known = self._icon(drawing.replace("currentColor", colour))
            self._drawn[name, colour] = known
        return known

    def file(self, name: str) -> str:
        """Return the path of the icon ``name`` as a style sheet writes it."""
        return (self._folder / f"{name}.svg").as_posix()

    def program(self) -> QIcon:
        """Return the program's own icon."""
        return self._icon((self._folder / "cs_desk.svg").read_text(encoding="utf-8"))

    @staticmethod
    def _icon(drawing: str) -> QIcon:
        pixmap = QPixmap(_PIXELS, _PIXELS)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        renderer.render(painter, QRectF(0, 0, _PIXELS, _PIXELS))
        painter.end()
        return QIcon(pixmap)
