"""Where the program is put together: the only place, with ``window``, that knows every layer."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cs_desk import paths
from cs_desk.cli import chosen_language, run
from cs_desk.commands.invocation import ExitStatus, Invocation, tell
from cs_desk.desktop.clock import StoppedClock, SystemClock
from cs_desk.desktop.display import display_answers
from cs_desk.desktop.pyperclip_child import CHILD_ARGUMENT
from cs_desk.equipment import Equipment

# What only one of window, command and failure needs is imported where that begins: a person
# waits for the one that was asked for, and never for the others.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from cs_desk.commands.invocation import OpenDesk
    from cs_desk.storage.backup_folder import BackupFolder


class Program:
    """Opens desks and windows on data folders."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    def desk(
        self, data_folder: Path | None, library: Path | None, moment: datetime | None
    ) -> AbstractContextManager[OpenDesk]:
        """Open the desk for one command."""
        from cs_desk.command_desk import command_desk

        clock = StoppedClock(moment) if moment else self._equipment.clock
        return command_desk(self._equipment, data_folder, library, clock)

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
        from cs_desk.window import open_window

        return open_window(equipment, equipment.data_folder(data_folder))


def run_program(arguments: list[str]) -> int:
    """Run what ``arguments`` ask for and return the exit status."""
    if arguments == [CHILD_ARGUMENT]:
        # A built executable has no interpreter to start the child with, only itself.
        from cs_desk.desktop import pyperclip_child

        return pyperclip_child.main()
    resources = paths.resources()
    english = chosen_language(arguments, os.environ) == "en"
    equipment = Equipment(
        resources, os.environ, _english(resources) if english else {}, SystemClock()
    )
    invocation = Invocation(Program(equipment), equipment.translate)
    try:
        return run(invocation, arguments)
    except Exception as error:  # noqa: BLE001 - the last resort: a person never meets a traceback
        _log_fault(equipment, invocation, error)
        told = equipment.translate("程序出错了，刚才的操作可能没有完成：%1")
        tell(told.replace("%1", f"{type(error).__name__} {error}"))
        return ExitStatus.DATA_AT_FAULT


def _english(resources: Path) -> dict[str, str]:
    from cs_desk.catalogue import read_catalogue

    return read_catalogue(resources / "i18n" / "en.ts")


def _log_fault(equipment: Equipment, invocation: Invocation, error: Exception) -> None:
    from cs_desk.desktop.event_log import EventLog

    folder = equipment.data_folder(invocation.data_folder)
    EventLog(folder.log, equipment.clock).fault("command", error)
