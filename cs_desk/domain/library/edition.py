"""Editions: what a library was at a moment when it was shared, kept to compare with.

A release is an edition that its publisher numbered. What was imported or exported is one too,
so that a later file can be merged with what both sides started from.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from cs_desk.domain.library.incoming import FileFormat
    from cs_desk.domain.template import TemplateLibrary


class EditionOrigin(StrEnum):
    """How a library became an edition."""

    STARTER = "starter"
    IMPORTED = "imported"
    EXPORTED = "exported"
    RELEASED = "released"
    ROLLED_BACK = "rolled_back"


@dataclass(frozen=True, slots=True)
class EditionHead:
    """What is known of an edition without looking inside.

    Attributes:
        id: Its identity, a uuid.
        at: When it was kept here, with its zone.
        origin: How it came about.
        format: The format of the file; ``csdesk`` for a release.
        library_id: The library that it is an edition of.
        number: Counted up by each release here; 0 for what was not released here; of a library
            that went back to a release, the number of that one.
        version: What its publisher calls it.
        publisher: Who handed it out.
        released_at: Day of its release, as its publisher wrote it.
        notes: What its publisher tells.
        sha256: Of its content as ``csdesk``, whatever the file states; of a library that went
            back to an edition, the hash of that one.
        author: Who kept it here.
        templates: How many replies it holds.
    """

    id: str
    at: datetime
    origin: EditionOrigin
    format: FileFormat
    library_id: str
    number: int = 0
    version: str = ""
    publisher: str = ""
    released_at: str = ""
    notes: str = ""
    sha256: str = ""
    author: str = ""
    templates: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition with its content; immutable from the moment when it was kept."""

    head: EditionHead
    library: TemplateLibrary
