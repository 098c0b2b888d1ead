"""``cs-desk check``: what breaks a rule in the stored replies, in those of a file, or in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cs_desk.commands.grammar import (
    DeskCommand,
    ExclusiveOptionsError,
    moment_option,
    shared_options,
)
from cs_desk.commands.invocation import ExitStatus, Invocation, tell
from cs_desk.commands.values import FILE_NAME

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    cls=DeskCommand, help="检查话术库、FILE 里的话术或一段文字有没有违规的说法和写错的占位符"
)
@click.argument("file", required=False, type=FILE_NAME)
@click.option("--text", metavar="TEXT", help="只检查这段文字")
@click.option("--shop", metavar="NAME", help="用哪家店铺的资料填")
@click.option("--json", "as_json", is_flag=True, help="每处输出一行 JSON")
@moment_option
@shared_options
@click.pass_obj
def check(
    invocation: Invocation, file: Path | None, text: str | None, shop: str | None, *, as_json: bool
) -> ExitStatus:
    """Tell every finding; one that blocks makes the answer a no."""
    if file is not None and text is not None:
        raise ExclusiveOptionsError("FILE", "--text")
    with invocation.desk(file) as desk:
        answering = desk.shops.current if shop is None else desk.shops.named(shop)
        if answering is None:
            tell(invocation.tr("没有店铺「%1」").replace("%1", shop or ""))
            return ExitStatus.ANSWER_IS_NO
        from cs_desk.commands.check_report import CheckReport  # noqa: PLC0415 - help needs no rules

        report = CheckReport(invocation, desk.rule_book(), as_json=as_json)
        if text is not None:
            report.take_text(text, desk, answering)
        else:
            report.take_library(desk, answering)
    return report.finish()
