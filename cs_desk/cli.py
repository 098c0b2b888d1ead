"""The command line: parses, runs a command, and turns every failure into words and a status."""

from __future__ import annotations

import locale
import os
import sys
from typing import TYPE_CHECKING, TextIO

import click

from cs_desk import __version__
from cs_desk.app.wording import trouble
from cs_desk.commands.backup import backup
from cs_desk.commands.grammar import LANGUAGES, DeskGroup, shared_options, wrong_usage
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, tell
from cs_desk.commands.reply import reply
from cs_desk.commands.restore import restore, way_out_of_damage
from cs_desk.commands.search import search
from cs_desk.commands.shop import shop
from cs_desk.domain.errors import DamagedStoreError, DeskBusyError, DeskError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_INTERRUPTED = 130


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's own signature
    if wanted and not ctx.resilient_parsing:
        answer(f"cs-desk {__version__}")
        ctx.exit()


@click.group(
    cls=DeskGroup,
    invoke_without_command=True,
    help="客服台：在聊天窗口旁边找到、填好并复制话术。不带命令则打开窗口。",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_version,
    help="显示版本",
)
@shared_options
@click.pass_context
def _program(context: click.Context) -> int | None:
    """Open the window, unless a command follows."""
    if context.invoked_subcommand is not None:
        return None
    invocation = context.find_object(Invocation)
    assert invocation is not None  # run() passes it
    return invocation.workplace.window(invocation.data_folder)


for _command in (search, reply, shop, backup, restore):
    _program.add_command(_command)


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
    system = system or locale.getlocale()[0] or ""
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


def _status_of(invocation: Invocation, arguments: Sequence[str]) -> int:
    try:
        # Not click's main(): it would expand a * in a query, and call a closed pipe a "no".
        with _program.make_context("cs-desk", list(arguments), obj=invocation) as context:
            return int(_program.invoke(context) or ExitStatus.DONE)
    except click.exceptions.Exit as over:
        return over.exit_code
    except click.UsageError as error:
        return _usage_failure(error, invocation)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except DeskError as error:
        tell(trouble(error, invocation.tr))
        if isinstance(error, DamagedStoreError):
            tell(way_out_of_damage(invocation))
        busy = isinstance(error, DeskBusyError)
        return ExitStatus.BUSY if busy else ExitStatus.DATA_AT_FAULT


def _drop(*streams: TextIO | None) -> None:
    """Let what is still unwritten go nowhere; Python would complain of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        if stream is not None:
            os.dup2(nowhere, stream.fileno())


def _usage_failure(error: click.UsageError, invocation: Invocation) -> int:
    tell(wrong_usage(error, invocation.tr))
    path = error.ctx.command_path if error.ctx else "cs-desk"
    tell(invocation.tr("用 %1 --help 查看写法。").replace("%1", path))
    return ExitStatus.WRONG_USAGE
