"""Characters that nobody means to enter, and that must not be kept.

Control characters break lines and lists, half a surrogate pair cannot be written to any file, and
what turns the direction of text shows people another text than is there.
"""

from __future__ import annotations

import re

from cs_desk.domain.text_direction import DIRECTION_CONTROL

# Line ends and tabs may stand in a note.
_CONTROL_OR_HALF = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_END_OR_TAB = re.compile("[\t\n\r]")


def is_unfit(text: str) -> bool:
    """Return whether ``text``, of one or more lines, holds such a character."""
    return bool(_CONTROL_OR_HALF.search(text) or DIRECTION_CONTROL.search(text))


def is_unfit_line(text: str) -> bool:
    """Return whether ``text``, of a single line, holds such a character, a line end or a tab."""
    return is_unfit(text) or _LINE_END_OR_TAB.search(text) is not None
