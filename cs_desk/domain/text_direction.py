"""Characters that turn the direction of text, so that people read another text than they send.

No Chinese or English text needs them. They are the twelve of the property Bidi_Control, Unicode
Standard Annex #9, section 2; what they can hide is told in Unicode Technical Report #36.
"""

from __future__ import annotations

import re

DIRECTION_CONTROL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""One such character."""

_REPLACEMENT = "\ufffd"


def without_direction_controls(text: str) -> str:
    """Return ``text`` with every such character left out."""
    return DIRECTION_CONTROL.sub("", text)


def with_direction_controls_shown(text: str) -> str:
    """Return ``text`` with U+FFFD, which can be seen, in place of every such character."""
    return DIRECTION_CONTROL.sub(_REPLACEMENT, text)
