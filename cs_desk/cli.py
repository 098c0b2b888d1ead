"""The command line: parses, runs a command, and turns every failure into words and a status."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from cs_desk.commands.invocation import LANGUAGES, ExitStatus, Invocation, tell
from cs_desk.domain.errors import DamagedStoreError, DeskBusyError, DeskError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_INTERRUPTED = 130


class PlainStart(NamedTuple):
    """A start of the window on a data folder: the chosen one, or None for the user's own."""

    data_folder: Path | None


def chosen_language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language of messages: the last ``--lang``, else the system's, else Chinese.

    Found before the arguments are parsed, so that wrong usage is answered in it too.
    """
    chosen = ""
    for at, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
        elif argument == "--lang" and at + 1 < len(arguments):
            chosen = arguments[at + 1]
    if chosen in LANGUAGES:
        return chosen
    system = next((environ[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(v)), "")
    system = system or _locale_of_the_system()
    return "en" if system.startswith(("en_", "en.", "English")) else "zh_CN"


def run(invocation: Invocation, arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status; no exception leaves for a bad input."""
    for stream in (sys.stdout, sys.stderr):
        # The result is UTF-8 whatever the locale says; a broken byte goes out as it came in.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        status = _status_of(invocation, arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough.
        _drop(sys.stdout, sys.stderr)
        return ExitStatus.DONE
    except OSError as error:
        # A full disk under the output, as a rule.
        tell(invocation.tr("没有完成：%1").replace("%1", error.strerror or str(error)))
        _drop(sys.stdout)
        return ExitStatus.DATA_AT_FAULT
    return status


def plain_start(arguments: Sequence[str]) -> PlainStart | None:
    """Return what ``arguments`` ask for if that is the window and no more.

    A window opens without the parser of commands, which takes time to load. Everything else,
    wrong usage included, is for that parser.
    """
    folder = None
    rest = list(arguments)
    while rest:
        option, equals, value = rest.pop(0).partition("=")
        if not equals and rest:
            value = rest.pop(0)
        if not value or value.startswith("-"):
            return None
        if option == "--data-dir":
            folder = Path(value)
        elif option != "--lang" or value not in LANGUAGES:
            return None
    return PlainStart(folder)


def _status_of(invocation: Invocation, arguments: Sequence[str]) -> int:
    try:
        start = plain_start(arguments)
        if start is not None:
            invocation.data_folder = start.data_folder
            return invocation.workplace.window(invocation.data_folder)
        from cs_desk.commands.command_line import answer_command  # noqa: PLC0415 - plain_start()

        return answer_command(invocation, arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except DeskError as error:
        return _tell_failure(invocation, error)


def _tell_failure(invocation: Invocation, error: DeskError) -> ExitStatus:
    # Most runs do not fail, and need not wait for the words.
    from cs_desk.app.wording import trouble  # noqa: PLC0415
    from cs_desk.commands.restore import way_out_of_damage  # noqa: PLC0415

    tell(trouble(error, invocation.tr))
    if isinstance(error, DamagedStoreError):
        tell(way_out_of_damage(invocation))
    busy = isinstance(error, DeskBusyError)
    return ExitStatus.BUSY if busy else ExitStatus.DATA_AT_FAULT


def _locale_of_the_system() -> str:
    import locale  # noqa: PLC0415 - for a system that says it in no variable

    return locale.getlocale()[0] or ""


def _drop(*streams: TextIO | None) -> None:
    """Let what is still unwritten go nowhere; Python would complain of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
