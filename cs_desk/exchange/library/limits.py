"""How much a file of replies may hold, whatever its format."""

from __future__ import annotations

from cs_desk.domain.errors import InvalidFileError, Sentence

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_ENTRIES = 100_000
"""Most rows or other entries, skipped ones and tones included; what is longer is no library."""
MAX_TEMPLATES = 20_000
MAX_PLACEHOLDERS = 1_000
MAX_TEXT_LENGTH = 10_000
"""Longest body, note or default, in characters."""
MAX_LINE_LENGTH = 200
"""Longest title, code, path of headings or tag, in characters."""
MAX_TAGS = 200
MAX_TONES = 20
"""Of one reply, beside its own."""


def refuse_too_large(data: bytes, file: str) -> None:
    """Refuse a file of so many bytes.

    Raises:
        InvalidFileError: They are too many.
    """
    if len(data) > MAX_FILE_BYTES:
        megabytes = str(MAX_FILE_BYTES // 1024**2)
        raise InvalidFileError(file, Sentence("文件超过 %1 MB", (megabytes,)))


def refuse_too_many(entries: int, file: str) -> None:
    """Refuse a file with so many entries, before memory is spent on each.

    Raises:
        InvalidFileError: They are too many.
    """
    if entries > MAX_ENTRIES:
        raise InvalidFileError(file, Sentence("文件里有超过 %1 条", (f"{MAX_ENTRIES:,}",)))
