"""How much a file of replies may hold, whatever its format."""

from __future__ import annotations

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_TEMPLATES = 20_000
MAX_PLACEHOLDERS = 1_000
MAX_TEXT_LENGTH = 10_000
"""Longest body, note or default, in characters."""
MAX_LINE_LENGTH = 200
"""Longest title, code, path of headings or tag, in characters."""
MAX_TAGS = 200
MAX_TONES = 20
"""Of one reply, beside its own."""
