"""How many entries a file may list, skipped ones included, before it counts as none of replies."""

from __future__ import annotations

from cs_desk.domain.errors import InvalidFileError, Sentence

MAX_ENTRIES = 100_000


def refuse_too_many(entries: int, file: str) -> None:
    """Refuse a file with so many entries, before memory is spent on each.

    Raises:
        InvalidFileError: They are too many.
    """
    if entries > MAX_ENTRIES:
        raise InvalidFileError(file, Sentence("文件里有超过 %1 条", (f"{MAX_ENTRIES:,}",)))
