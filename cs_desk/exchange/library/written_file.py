"""What the writer of one format makes of a library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cs_desk.domain.library.incoming import Remark


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A library in one format.

    Attributes:
        data: The file's bytes; the same library gives the same bytes.
        templates: How many replies of the library are in it.
        rows: As how many entries they are there, each tone for itself; 0 if as one each.
        lost: What the format could not hold, with the reply that it belongs to.
        left_out: Replies that are not in it at all.
        sha256: What the file states as the hash of its content; empty if it states none.
    """

    data: bytes
    templates: int
    lost: tuple[Remark, ...] = ()
    left_out: tuple[Remark, ...] = ()
    sha256: str = ""
    rows: int = 0
