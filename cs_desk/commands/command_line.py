"""The command line as click sees it: the program, its commands, and what wrong usage is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cs_desk import __version__
from cs_desk.commands.grammar import DeskGroup, shared_options, wrong_usage
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# A command is imported when it is asked for: nobody waits for the others.
# ruff: noqa: PLC0415


def _search() -> click.Command:
    from cs_desk.commands.search import search

    return search


def _reply() -> click.Command:
    from cs_desk.commands.reply import reply

    return reply


def _shop() -> click.Command:
    from cs_desk.commands.shop import shop

    return shop


def _case() -> click.Command:
    from cs_desk.commands.case import case

    return case


def _import() -> click.Command:
    from cs_desk.commands.import_library import import_library

    return import_library


def _export() -> click.Command:
    from cs_desk.commands.export_library import export_library

    return export_library


def _check() -> click.Command:
    from cs_desk.commands.check import check

    return check


def _index() -> click.Command:
    from cs_desk.commands.index import index

    return index


def _backup() -> click.Command:
    from cs_desk.commands.backup import backup

    return backup


def _restore() -> click.Command:
    from cs_desk.commands.restore import restore

    return restore


# In the order in which people meet them.
_COMMANDS: dict[str, Callable[[], click.Command]] = {
    "search": _search,
    "reply": _reply,
    "shop": _shop,
    "case": _case,
    "import": _import,
    "export": _export,
    "check": _check,
    "index": _index,
    "backup": _backup,
    "restore": _restore,
}


class _ProgramGroup(DeskGroup):
    """The program: its commands by name."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = _COMMANDS.get(cmd_name)
        return found() if found else None


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's own signature
    if wanted and not ctx.resilient_parsing:
        answer(f"cs-desk {__version__}")
        ctx.exit()


@click.group(
    cls=_ProgramGroup,
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
    assert invocation is not None  # answer_command() passes it
    return invocation.workplace.window(invocation.data_folder)


def answer_command(invocation: Invocation, arguments: Sequence[str]) -> int:
    """Parse ``arguments``, run what they ask for, and return the exit status.

    Raises:
        DeskError: What the command met.
    """
    try:
        # Not click's main(): it would expand a * in a query, and call a closed pipe a "no".
        with _program.make_context("cs-desk", list(arguments), obj=invocation) as context:
            return int(_program.invoke(context) or ExitStatus.DONE)
    except click.exceptions.Exit as over:
        return over.exit_code
    except click.UsageError as error:
        return _usage_failure(error, invocation)


def _usage_failure(error: click.UsageError, invocation: Invocation) -> int:
    tell(wrong_usage(error, invocation.tr))
    path = error.ctx.command_path if error.ctx else "cs-desk"
    tell(invocation.tr("用 %1 --help 查看写法。").replace("%1", path))
    return ExitStatus.WRONG_USAGE
