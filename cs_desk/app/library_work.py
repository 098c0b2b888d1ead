"""Everything that is done with the library as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cs_desk.app.asked_import import AnsweredImport
from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.library.merge import MergeChoice

if TYPE_CHECKING:
    from cs_desk.app.asked_import import AskedImport
    from cs_desk.app.enclosures import Enclosures
    from cs_desk.app.library_exports import LibraryExports
    from cs_desk.app.library_imports import LibraryImports
    from cs_desk.app.library_ports import LibraryFiles
    from cs_desk.domain.library.incoming import IncomingLibrary, Progress


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

    def import_file(
        self,
        incoming: IncomingLibrary,
        asked: AskedImport,
        progress: Progress,
    ) -> AnsweredImport:
        """Merge what a file holds with what is stored, as it is asked for.

        The checklist and the rules of an older release are used only where its replies are to
        take the place of ours, too.

        Raises:
            As ``LibraryImports.plan`` and ``apply`` do.
        """
        plan = self.imports.plan(incoming, progress)
        choices, enclosed = asked.choices(plan), asked.enclosed(plan)
        is_unwanted = plan.older_than is not None and asked.on_clash is not MergeChoice.REPLACE
        left = is_unwanted and enclosed != Enclosed()
        if not asked.is_trial:
            used = Enclosed() if left else enclosed
            self.imports.apply(plan, choices, progress, enclosed=used)
        return AnsweredImport(plan, choices, not asked.is_trial, left)
