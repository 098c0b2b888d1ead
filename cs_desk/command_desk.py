"""The desk as one command finds it: opened, its condition told, and a change followed up."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cs_desk.app.no_usage import NoUsage
from cs_desk.app.place_warnings import PlaceRisk, PlaceWarning, place_warning
from cs_desk.commands.invocation import OpenDesk, tell
from cs_desk.commands.routine_backup import follow_change
from cs_desk.desktop.blocking_clipboard import BlockingClipboard
from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard
from cs_desk.desktop.selection_reader import SelectionReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cs_desk.app.checklists import ChecklistFiles
    from cs_desk.app.ports import Clock
    from cs_desk.data_folder import OpenFolder
    from cs_desk.domain.template import TemplateLibrary
    from cs_desk.equipment import Equipment


@contextmanager
def command_desk(
    equipment: Equipment, data_folder: Path | None, library: Path | None, clock: Clock
) -> Iterator[OpenDesk]:
    """Open the desk for one command.

    Args:
        equipment: What the run works with.
        data_folder: The folder that the person chose; None for the user's own.
        library: A file whose replies take the place of the stored ones for this command.
        clock: What replies and cases take for the time. Backups, and what is deleted after its
            time, go by the machine's own.
    """
    chosen = _library_of(library) if library else None
    with ExitStack() as opened:
        data = equipment.data_folder(data_folder)
        if chosen and not data.store.exists():
            # A library that is only visited leaves nothing behind.
            data = equipment.data_folder(Path(opened.enter_context(TemporaryDirectory())))
        folder = opened.enter_context(data.open())
        # What was typed for a buyer may not outlive its time, whoever comes first.
        folder.drafts.bring_back()
        # Its replies are not ours to count either.
        usage = NoUsage() if chosen else folder.usage
        stock = chosen or equipment.library(folder, data)
        search = equipment.search_means(None if chosen else data)
        clipboard = _clipboard(equipment.environ)
        timed = replace(equipment, clock=clock)
        replies = timed.reply_desk(folder, stock, usage, clipboard, search)
        _tell_condition(equipment, folder)
        before = folder.database.rows()
        yield OpenDesk(
            replies,
            folder.shops,
            partial(timed.return_cases, folder, data),
            partial(timed.case_files, folder, data),
            partial(_checklist_files, data.store),
            partial(equipment.library_work, folder, data),
            partial(equipment.rule_book, folder),
        )
        if folder.database.rows() != before:
            _tell_of_place(equipment, data.path)
            follow_change(data.backups, equipment.clock.now(), equipment.translate)


def _library_of(file: Path) -> TemplateLibrary:
    # Only visitors wait for the reader of files that travel.
    from cs_desk.exchange.library.reading import read_library_file  # noqa: PLC0415

    return read_library_file(file, lambda _done, _total: None).library


def _checklist_files(store: Path) -> ChecklistFiles:
    # Few commands wait for it to load.
    from cs_desk.checklist_files import WrittenChecklistFiles  # noqa: PLC0415

    return WrittenChecklistFiles(store)


def _clipboard(environ: Mapping[str, str]) -> BlockingClipboard:
    platform = "wayland" if environ.get("WAYLAND_DISPLAY") else "xcb"
    return BlockingClipboard(PyperclipClipboard(environ), SelectionReader(platform, environ))


def _tell_condition(equipment: Equipment, folder: OpenFolder) -> None:
    for told in equipment.condition_told(folder):
        tell(told)
    if folder.database.read_only:
        tell(place_warning(PlaceWarning(PlaceRisk.READ_ONLY), equipment.translate))


def _tell_of_place(equipment: Equipment, folder: Path) -> None:
    """Say what about the folder may cost the next change."""
    # Only those who change something wait for it to load.
    from cs_desk.desktop.data_place import warnings_about  # noqa: PLC0415

    for warning in warnings_about(folder):
        tell(place_warning(warning, equipment.translate))
