"""How files of one format are recognised and read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.exchange.library.assembling import assembled

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.domain.errors import Sentence
    from cs_desk.domain.library.incoming import FileFormat, IncomingLibrary, Progress
    from cs_desk.exchange.library.file_content import FileContent
    from cs_desk.exchange.library.found_replies import FoundLibrary


@dataclass(frozen=True, slots=True)
class FormatReader:
    """One format and how it is read.

    Attributes:
        format: The format.
        name: What people call it.
        endings: How names of its files end, with the dot and in small letters, the usual first.
        recognises: Whether a file's content, not its name, is of this format.
        read: Returns what a file holds.
    """

    format: FileFormat
    name: Sentence
    endings: tuple[str, ...]
    recognises: Callable[[FileContent], bool]
    read: Callable[[FileContent, Progress], IncomingLibrary]


def found_reader(
    format_: FileFormat,
    name: Sentence,
    endings: tuple[str, ...],
    recognises: Callable[[FileContent], bool],
    find: Callable[[FileContent, Progress], FoundLibrary],
) -> FormatReader:
    """Return the reader of a format of others, whose replies are yet to be assembled."""

    def read(content: FileContent, progress: Progress) -> IncomingLibrary:
        # Each is half of the work, so that a bar never goes back.
        found = find(content, lambda done, total: progress(done, 2 * total))
        return assembled(
            found, content, format_, lambda done, total: progress(total + done, 2 * total)
        )

    return FormatReader(format_, name, endings, recognises, read)
