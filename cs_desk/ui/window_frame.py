"""The frame of a window as it is remembered: ``x,y,width,height`` in logical pixels."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from cs_desk.app.docking import Rect, restore


def written_frame(frame: QRect) -> str:
    """Return ``frame`` as it is remembered."""
    return f"{frame.x()},{frame.y()},{frame.width()},{frame.height()}"


def read_frame(text: str) -> Rect | None:
    """Return a remembered frame; None if ``text`` is none."""
    parts = text.split(",")
    try:
        x, y, width, height = (int(part) for part in parts)
    except ValueError:
        return None
    return Rect(x, y, width, height)


def restored_frame(text: str) -> QRect | None:
    """Return a remembered frame where today's screens still show it; None if none does."""
    saved = read_frame(text)
    back = restore(saved, screen_areas()) if saved else None
    return QRect(back.x, back.y, back.width, back.height) if back else None


def screen_areas() -> list[Rect]:
    """Return what windows may cover of each screen."""
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    return [Rect(area.x(), area.y(), area.width(), area.height()) for area in areas]
