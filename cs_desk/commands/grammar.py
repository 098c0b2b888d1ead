"""The grammar of the command line: options that all commands share, and help in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cs_desk.app.wording import sentence, with_facts
from cs_desk.commands.invocation import LANGUAGES, Invocation
from cs_desk.commands.values import ASSIGNMENT, FILE_NAME, MOMENT, WrongValueError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


def translate(context: click.Context, text: str) -> str:
    """Return ``text`` in the language of this run."""
    invocation = context.find_object(Invocation)
    return invocation.tr(text) if invocation else text


class _HelpInWords:
    """Help whose headings and texts are translated when they are shown."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined] # click.Command's
        told = " ".join(translate(ctx, piece) for piece in pieces)
        formatter.write_usage(ctx.command_path, told, prefix=translate(ctx, "用法："))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        told = self.help  # type: ignore[attr-defined] # click.Command's
        if told:
            formatter.write_paragraph()
            formatter.write_text(translate(ctx, told))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [
            (names, _help_in_words(ctx, param.help or "", told))
            for param in self.get_params(ctx)  # type: ignore[attr-defined] # click.Command's
            # The usage line names the arguments, and the help text tells what they are.
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
            for names, told in [record]
        ]
        with formatter.section(translate(ctx, "选项")):
            formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc] # click's
        if option is not None:
            option.help = "显示帮助"
        return option


def _help_in_words(ctx: click.Context, text: str, record: str) -> str:
    """Translate the help ``text`` at the start of a record; click adds ``[x>=1]`` by itself."""
    return translate(ctx, text) + record.removeprefix(text)


class DeskCommand(_HelpInWords, click.Command):
    """A command of the desk."""


class DeskGroup(_HelpInWords, click.Group):
    """The program, or a command with commands of its own."""

    command_class = DeskCommand
    group_class = type

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with a line each."""
        rows = [
            (name, translate(ctx, (command.help or "").split("\n")[0]))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section(translate(ctx, "命令")):
            formatter.write_dl(rows)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the commands in the order in which people meet them."""
        return list(self.commands)


class ExclusiveOptionsError(click.UsageError):
    """Two options that contradict each other."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")
        self.first = first
        self.second = second


def _take_data_folder(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    invocation = ctx.find_object(Invocation)
    if value is not None and invocation is not None:
        invocation.data_folder = value


def _take_moment(ctx: click.Context, _param: click.Parameter, value: datetime | None) -> None:
    invocation = ctx.find_object(Invocation)
    if value is not None and invocation is not None:
        invocation.moment = value


def moment_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--now``, for commands whose answer depends on the time."""
    add = click.option(
        "--now",
        type=MOMENT,
        metavar="ISO",
        expose_value=False,
        callback=_take_moment,
        help="把这一刻当作现在，如 2026-11-17T23:59；没写时区的按中国时间",
    )
    return add(command)


def shared_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that stand before or after any command."""
    # The language is chosen before parsing, so that wrong usage is answered in it too.
    language = click.option(
        "--lang", type=click.Choice(LANGUAGES), expose_value=False, help="提示用的语言"
    )
    folder = click.option(
        "--data-dir",
        type=FILE_NAME,
        metavar="DIR",
        expose_value=False,
        callback=_take_data_folder,
        help="数据文件夹；不写则用系统为本程序准备的文件夹",
    )
    return folder(language(command))


def wrong_usage(error: click.UsageError, tr: Callable[[str], str]) -> str:
    """Return in words what is wrong with a command line."""
    if isinstance(error, click.NoSuchOption):
        return tr("没有 %1 这个选项").replace("%1", error.option_name)
    if isinstance(error, click.NoSuchCommand):
        return tr("没有 %1 这个命令").replace("%1", error.command_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return tr("缺少 %1").replace("%1", error.param.make_metavar(_context(error)))
    if isinstance(error, WrongValueError):
        return _wrong_value(error, tr)
    if isinstance(error, click.BadParameter) and error.param is not None:
        if error.param.type is ASSIGNMENT:
            return tr("「%1」应写成 名称=值").replace("%1", error.message)
        return tr("%1 的值不合要求").replace("%1", "/".join(error.param.opts))
    if isinstance(error, ExclusiveOptionsError):
        return with_facts(tr("%1 和 %2 只能选一个"), error.first, error.second)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return tr("后面还要写一个命令")
    if isinstance(error, click.BadOptionUsage):
        return tr("%1 后面要写一个值").replace("%1", error.option_name)
    return tr("参数太多，或写法不对")


def _wrong_value(error: WrongValueError, tr: Callable[[str], str]) -> str:
    reason = sentence(error.reason, tr)
    if error.param is None:
        return reason
    option = isinstance(error.param, click.Option)
    name = "/".join(error.param.opts) if option else error.param.make_metavar(_context(error))
    return f"{name}{tr('：')}{reason}"


def _context(error: click.UsageError) -> click.Context:
    return error.ctx or click.Context(click.Command(None))
