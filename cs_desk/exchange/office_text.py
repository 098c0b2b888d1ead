"""Text in a cell of an Excel workbook, the way Office writes what XML cannot hold."""

from __future__ import annotations

import re

# What looks as if it had been written so is written so, too.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WRITTEN = re.compile("_x([0-9A-Fa-f]{4})_")


def in_office_terms(text: str) -> str:
    """Return ``text`` with ``_x000D_`` and the like for what XML cannot hold."""
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def from_office_terms(text: str) -> str:
    """Return the text that ``in_office_terms`` made ``text`` of."""
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
