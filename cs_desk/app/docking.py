"""Where the window stands: along a screen's edge, or where it stood last time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NARROWEST = 320
WIDEST = 480

# What must be on a screen for a hand to take hold of the title bar.
_GRIP_WIDTH = 64
_GRIP_HEIGHT = 32


class Edge(StrEnum):
    """The side of the screen at which the window stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in Qt's device-independent pixels; ``right`` and ``bottom`` lie outside."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column that is no longer inside."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row that is no longer inside."""
        return self.y + self.height

    def area(self) -> int:
        """Return the number of pixels inside."""
        return self.width * self.height


def dock(available: Rect, width: int, edge: Edge) -> Rect:
    """Return the frame that fills the height of ``available`` at its ``edge``.

    Args:
        available: A screen's area without task bars and panels.
        width: The wished width with the frame; kept between `NARROWEST` and `WIDEST`, and never
            wider than the screen.
        edge: The side to stand at.
    """
    fitting = min(max(width, NARROWEST), WIDEST, available.width)
    x = available.x if edge is Edge.LEFT else available.right - fitting
    return Rect(x, available.y, fitting, available.height)


def restore(saved: Rect, screens: Iterable[Rect]) -> Rect | None:
    """Return the frame at which a window that stood at ``saved`` comes back.

    It is ``saved`` itself as long as its title bar can be reached, however much of the rest hangs
    over an edge: people put windows there on purpose. A frame that no longer fits, after a change
    of resolution or scale, is made as large as the screen.

    Args:
        saved: Frame at the end of the last run.
        screens: Available area of every present screen, without task bars and panels.

    Returns:
        None if its title bar is on no present screen; the caller then docks afresh.
    """
    reachable = [screen for screen in screens if _can_be_grasped(saved, screen)]
    # Across two screens, the one that does not make it smaller counts.
    return max((_fitted(saved, screen) for screen in reachable), key=Rect.area, default=None)


def _can_be_grasped(frame: Rect, available: Rect) -> bool:
    shown = min(frame.right, available.right) - max(frame.x, available.x)
    return (
        shown >= min(_GRIP_WIDTH, frame.width)
        and available.y <= frame.y <= available.bottom - _GRIP_HEIGHT
    )


def _fitted(frame: Rect, available: Rect) -> Rect:
    too_wide = frame.width > available.width
    too_high = frame.height > available.height
    return Rect(
        x=available.x if too_wide else frame.x,
        y=available.y if too_high else frame.y,
        width=min(frame.width, available.width),
        height=min(frame.height, available.height),
    )
