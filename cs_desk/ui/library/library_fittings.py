"""What the library window is given, beside the desk that it works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.ports import Clock
    from cs_desk.app.reply_desk import ReplyDesk
    from cs_desk.app.shops import Shops
    from cs_desk.domain.pinyin import Readings
    from cs_desk.ui.icons import Icons
    from cs_desk.ui.theme import Colours


@dataclass(frozen=True, slots=True)
class LibraryFittings:
    """What the library window shows and asks.

    Attributes:
        reply_desk: Fills replies for the preview.
        shops: The shops to preview for.
        clock: The time.
        icons: The icon set.
        colours: The appearance that the window begins with.
        readings: Reads the table of how characters are read.
    """

    reply_desk: ReplyDesk
    shops: Shops
    clock: Clock
    icons: Icons
    colours: Colours
    readings: Callable[[], Readings]
