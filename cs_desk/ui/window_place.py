"""Keeps the window in its place: docked to an edge, pinned on top, back where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

from cs_desk.app.docking import WIDEST, Edge, Rect, dock, restore
from cs_desk.ui.window_frame import read_frame, screen_areas, written_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from cs_desk.app.settings import Settings

_FIRST_WIDTH = 380
_FIRST_HEIGHT = 820
# Nearer than this, the window counts as standing at the edge.
_APART = 24


class WindowPlace:
    """Moves one window and remembers where it stands."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        self._window = window
        self._settings = settings
        self._wished: Rect | None = None

    def restore(self) -> None:
        """Put the window where it stood last time, or beside the right edge at first."""
        known = self._settings.now
        if known.edge in set(Edge):
            self.dock(Edge(known.edge), self._width_before())
            return
        saved = read_frame(known.place)
        back = restore(saved, screen_areas()) if saved else None
        if back is None:
            area = self._screen().availableGeometry()
            height = min(_FIRST_HEIGHT, area.height())
            back = Rect(area.right() + 1 - _FIRST_WIDTH, area.top(), _FIRST_WIDTH, height)
        self._put(back)

    def dock(self, edge: Edge, width: int | None = None) -> None:
        """Stand at ``edge`` of the window's screen at its full height."""
        wished = width or self._window.frameGeometry().width()
        self._put(dock(_available(self._screen()), wished, edge))

    def float_free(self) -> None:
        """Leave the edge: a little away from it and not as tall."""
        area = self._screen().availableGeometry()
        frame = self._window.frameGeometry()
        height = min(_FIRST_HEIGHT, area.height() * 9 // 10)
        leftmost, rightmost = area.left() + _APART, area.right() - frame.width() - _APART
        inside = min(max(frame.x(), leftmost), rightmost)
        self._put(Rect(inside, area.top() + _APART, frame.width(), height))

    def pin(self, *, pinned: bool) -> None:
        """Stay on top of other windows, or no more; the window keeps its place."""
        window = self._window
        if bool(window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) == pinned:
            return
        shown, place = window.isVisible(), window.pos()
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, pinned)
        if shown:
            window.move(place)
            window.show()

    def settle(self) -> None:
        """Put the window in its place again once it has a frame; later moves are the person's."""
        framed = self._window.frameGeometry() != self._window.geometry()
        if self._wished is not None and framed:
            self._put(self._wished)

    def now(self) -> dict[str, str]:
        """Return what to remember of the window's place."""
        frame = self._window.frameGeometry()
        return {
            "edge": self._edge_now(),
            "screen": self._screen().name(),
            "place": written_frame(frame),
        }

    def _put(self, frame: Rect) -> None:
        """Give the window the outer frame ``frame``."""
        window = self._window
        outer, inner = window.frameGeometry(), window.geometry()
        wide = outer.width() - inner.width()
        tall = outer.height() - inner.height()
        # Before a window manager has framed the window, its title bar counts as nothing.
        self._wished = None if wide or tall else frame
        window.move(QPoint(frame.x, frame.y))
        window.resize(QSize(min(frame.width - wide, WIDEST), frame.height - tall))

    def _edge_now(self) -> str:
        """Return the edge that the window is docked to; a hand may have dragged it away."""
        edge = self._settings.now.edge
        frame, area = self._window.frameGeometry(), self._screen().availableGeometry()
        stays = {
            Edge.LEFT: abs(frame.left() - area.left()) < _APART,
            Edge.RIGHT: abs(frame.right() - area.right()) < _APART,
        }
        return edge if edge in stays and stays[Edge(edge)] else ""

    def _width_before(self) -> int:
        saved = read_frame(self._settings.now.place)
        return saved.width if saved else _FIRST_WIDTH

    def _screen(self) -> QScreen:
        if self._window.isVisible():
            return self._window.screen()
        name = self._settings.now.screen
        named = (s for s in QGuiApplication.screens() if s.name() == name)
        return next(named, QGuiApplication.primaryScreen())


def _available(screen: QScreen) -> Rect:
    area: QRect = screen.availableGeometry()
    return Rect(area.x(), area.y(), area.width(), area.height())
