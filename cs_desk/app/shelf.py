"""Where the agent looks for a reply."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ShelfKind(StrEnum):
    """What makes a part of the library a shelf."""

    ALL = "all"
    RECENT = "recent"
    FAVOURITES = "favourites"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A part of the library: all of it, what was used lately, favourites, or one group."""

    kind: ShelfKind
    group: str = ""
