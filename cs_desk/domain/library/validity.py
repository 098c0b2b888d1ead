"""The days for which a library is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.incoming import Remark

if TYPE_CHECKING:
    from cs_desk.domain.template import TemplateLibrary


def untimely_remark(library: TemplateLibrary, today: str) -> Remark | None:
    """Return that ``library`` is not meant for today; None if it is, or tells no days.

    Args:
        library: Its days stand as ``2026-12-01``, which compare as they are written.
        today: The day, written likewise.
    """
    whole = Sentence("整个文件")
    if library.valid_until and today > library.valid_until:
        return Remark(whole, Sentence("这一版的有效期到 %1 为止，已经过了", (library.valid_until,)))
    if library.valid_from and today < library.valid_from:
        return Remark(whole, Sentence("这一版从 %1 起才用，现在还没到", (library.valid_from,)))
    return None
