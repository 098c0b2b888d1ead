"""Handing the library on: as a file, and remembered as what both sides have in common."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.errors import LibraryRefusedError, Sentence
from cs_desk.domain.library.edition import Edition, EditionHead, EditionOrigin
from cs_desk.domain.library.groups import is_within, normal_group
from cs_desk.domain.library.incoming import FileFormat

if TYPE_CHECKING:
    from cs_desk.app.library_ports import LibraryFiles, LibraryMeans, Written
    from cs_desk.domain.template import TemplateLibrary

WRITABLE = (
    FileFormat.CSDESK,
    FileFormat.QIANNIU,
    FileFormat.XLSX,
    FileFormat.CSV,
    FileFormat.ESPANSO,
    FileFormat.QUICKTEXT,
)
"""The formats that a library can be written in."""

_BY_SUFFIX = {
    ".csdesk": FileFormat.CSDESK,
    ".xlsx": FileFormat.XLSX,
    ".csv": FileFormat.CSV,
    ".yml": FileFormat.ESPANSO,
    ".yaml": FileFormat.ESPANSO,
    ".json": FileFormat.QUICKTEXT,
}


def format_for(file: str) -> FileFormat | None:
    """Return the format that the end of a file's name asks for; None if it is none of ours."""
    name = file.lower()
    return next((form for suffix, form in _BY_SUFFIX.items() if name.endswith(suffix)), None)


def part_of(library: TemplateLibrary, group: str) -> TemplateLibrary:
    """Return ``library`` with the replies of ``group`` and of the headings below it only.

    Raises:
        LibraryRefusedError: No reply is there.
    """
    path = normal_group(group)
    templates = tuple(t for t in library.templates if is_within(t.group, path))
    if not templates:
        raise LibraryRefusedError(Sentence("分组「%1」里没有话术", (group,)))
    groups = tuple(each for each in library.groups if is_within(each, path))
    return replace(library, templates=templates, groups=groups, part=path)


class LibraryExports:
    """Writes the library, or a group of it, and keeps what was handed out as an edition.

    Args:
        means: What work on the library is done with.
        files: Libraries as files.
    """

    def __init__(self, means: LibraryMeans, files: LibraryFiles) -> None:
        self._means = means
        self._files = files

    def export(
        self,
        library: TemplateLibrary,
        file: str,
        format_: FileFormat,
        enclosed: Enclosed = Enclosed(),  # noqa: B008 - frozen
    ) -> Written:
        """Write ``library`` to ``file``, and remember it: it may come back edited.

        Raises:
            LibraryRefusedError: The file may not be written.
            StoreFailedError: It cannot be written.
            DeskBusyError: It was written, but could not be remembered.
        """
        written = self._files.write(library, file, format_, enclosed, self._based_on(library))
        self._means.editions.keep(Edition(self._head(library, format_, written), library))
        return written

    def _based_on(self, library: TemplateLibrary) -> str:
        """Return the hash of the newest edition that ``library`` was made from; empty if none."""
        heads = self._means.editions.heads()
        shared = (h for h in heads if h.origin is not EditionOrigin.EXPORTED and h.sha256)
        return next((h.sha256 for h in shared if h.library_id == library.id), "")

    def _head(self, library: TemplateLibrary, format_: FileFormat, written: Written) -> EditionHead:
        means = self._means
        return EditionHead(
            id=means.new_id(),
            at=means.clock.now(),
            origin=EditionOrigin.EXPORTED,
            format=format_,
            library_id=library.id,
            version=library.version,
            publisher=library.publisher,
            released_at=library.released_at,
            notes=library.notes,
            sha256=written.sha256,
            author=means.author(),
            templates=len(library.templates),
        )
