"""Where the program is put together: the only place, with ``window``, that knows every layer."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cs_desk import paths
from cs_desk.app.no_usage import NoUsage
from cs_desk.app.place_warnings import PlaceRisk, PlaceWarning, place_warning
from cs_desk.catalogue import read_catalogue
from cs_desk.cli import chosen_language, run
from cs_desk.commands.invocation import ExitStatus, Invocation, OpenDesk, tell
from cs_desk.commands.routine_backup import follow_change
from cs_desk.desktop import pyperclip_child
from cs_desk.desktop.blocking_clipboard import BlockingClipboard
from cs_desk.desktop.clock import SystemClock
from cs_desk.desktop.display import display_answers
from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard
from cs_desk.desktop.selection_reader import SelectionReader
from cs_desk.equipment import Equipment
from cs_desk.exchange.csdesk import read_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from cs_desk.data_folder import OpenFolder
    from cs_desk.storage.backup_folder import BackupFolder


class Program:
    """Opens desks and windows on data folders."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    @contextmanager
    def desk(self, data_folder: Path | None, library: Path | None = None) -> Iterator[OpenDesk]:
        """Open the desk for one command."""
        equipment = self._equipment
        chosen = read_library(library) if library else None
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
            clipboard = self._clipboard()
            replies = equipment.reply_desk(
                folder, chosen or equipment.library(folder), usage, clipboard
            )
            self._tell_condition(folder)
            before = folder.database.rows()
            yield OpenDesk(replies, folder.shops)
            if folder.database.rows() != before:
                self._tell_of_place(data.path)
                follow_change(data.backups, equipment.clock.now(), equipment.translate)

    def backups(self, data_folder: Path | None) -> BackupFolder:
        """Return the backups of a data folder, whatever state its store is in."""
        return self._equipment.data_folder(data_folder).backups

    def now(self) -> datetime:
        """Return the present moment, in China's zone."""
        return self._equipment.clock.now()

    def window(self, data_folder: Path | None) -> int:
        """Show the window until it is closed."""
        equipment = self._equipment
        if not display_answers(equipment.environ, sys.platform):
            tell(
                equipment.translate(
                    "连不上屏幕，窗口打不开。请在桌面里启动，或用命令行（cs-desk --help）。"
                )
            )
            return ExitStatus.DATA_AT_FAULT
        # Commands answer without Qt, which takes longer to load than they take to run.
        from cs_desk.window import open_window  # noqa: PLC0415

        return open_window(equipment, equipment.data_folder(data_folder))

    def _clipboard(self) -> BlockingClipboard:
        environ = self._equipment.environ
        platform = "wayland" if environ.get("WAYLAND_DISPLAY") else "xcb"
        return BlockingClipboard(PyperclipClipboard(environ), SelectionReader(platform, environ))

    def _tell_condition(self, folder: OpenFolder) -> None:
        for told in self._equipment.condition_told(folder):
            tell(told)
        if folder.database.read_only:
            tell(place_warning(PlaceWarning(PlaceRisk.READ_ONLY), self._equipment.translate))

    def _tell_of_place(self, folder: Path) -> None:
        """Say what about the folder may cost the next change."""
        # Only those who change something wait for it to load.
        from cs_desk.desktop.data_place import warnings_about  # noqa: PLC0415

        for warning in warnings_about(folder):
            tell(place_warning(warning, self._equipment.translate))


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments == [pyperclip_child.CHILD_ARGUMENT]:
        # A built executable has no interpreter to start the child with, only itself.
        return pyperclip_child.main()
    resources = paths.resources()
    language = chosen_language(arguments, os.environ)
    catalogue = read_catalogue(resources / "i18n" / "en.ts") if language == "en" else {}
    equipment = Equipment(resources, os.environ, catalogue, SystemClock())
    invocation = Invocation(Program(equipment), equipment.translate)
    try:
        return run(invocation, arguments)
    except Exception as error:  # noqa: BLE001 - the last resort: a person never meets a traceback
        _log_fault(equipment, invocation, error)
        told = equipment.translate("程序出错了，刚才的操作可能没有完成：%1")
        tell(told.replace("%1", f"{type(error).__name__} {error}"))
        return ExitStatus.DATA_AT_FAULT


def _log_fault(equipment: Equipment, invocation: Invocation, error: Exception) -> None:
    from cs_desk.desktop.event_log import EventLog  # noqa: PLC0415 - hardly ever needed

    folder = equipment.data_folder(invocation.data_folder)
    EventLog(folder.log, equipment.clock).fault("command", error)
