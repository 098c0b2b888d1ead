"""The port ``LibraryIntake``: imports that a worker makes while the window stays alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cs_desk.app.library_ports import Enclosed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from cs_desk.app.library_ports import ImportOutcome, LibraryFiles
    from cs_desk.app.library_work import LibraryWork
    from cs_desk.domain.library.incoming import FileFormat, Progress
    from cs_desk.domain.library.merge import MergeChoice, MergePlan


class DeskIntake:
    """Opens the store anew for each call; see ``cs_desk.app.library_ports.LibraryIntake``.

    Args:
        files: Libraries as files.
        work: Opens the store, on the thread that calls it, and gives what is done with it.
    """

    def __init__(
        self,
        files: LibraryFiles,
        work: Callable[[], AbstractContextManager[LibraryWork]],
    ) -> None:
        self._files = files
        self._work = work

    def plan(
        self,
        file: str,
        progress: Progress,
        *,
        format_: FileFormat | None = None,
        encoding: str | None = None,
    ) -> MergePlan:
        """Return what importing a file would change; see the port."""
        incoming = self._files.read(file, progress, format_=format_, encoding=encoding)
        with self._work() as work:
            return work.imports.plan(incoming, progress)

    def apply(
        self,
        plan: MergePlan,
        choices: Mapping[str, MergeChoice],
        progress: Progress,
        enclosed: Enclosed = Enclosed(),  # noqa: B008 - frozen
    ) -> ImportOutcome:
        """Back up, then carry out a plan in one transaction; see the port."""
        with self._work() as work:
            return work.imports.apply(plan, choices, progress, enclosed)
