"""Everything that is done with the library as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cs_desk.app.enclosures import Enclosures
    from cs_desk.app.library_exports import LibraryExports
    from cs_desk.app.library_imports import LibraryImports
    from cs_desk.app.library_ports import LibraryFiles


@dataclass(frozen=True, slots=True)
class LibraryWork:
    """What a command does with the library.

    Attributes:
        files: Libraries as files.
        imports: Files into the stored library.
        exports: The stored library into files.
        enclosures: What may travel with it.
    """

    files: LibraryFiles
    imports: LibraryImports
    exports: LibraryExports
    enclosures: Enclosures
