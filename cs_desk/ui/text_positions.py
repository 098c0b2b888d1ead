"""Places in a text as Qt counts them: UTF-16 units, where Python counts characters."""

from __future__ import annotations


def utf16_position(text: str, position: int) -> int:
    """Return the number of UTF-16 units before the character at ``position``."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def character_position(text: str, units: int) -> int:
    """Return the number of characters before the UTF-16 unit at ``units``."""
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore"))
