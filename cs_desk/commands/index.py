"""``cs-desk index``: the search's index of the stored library, made before anybody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cs_desk.commands.grammar import DeskCommand, shared_options
from cs_desk.commands.invocation import ExitStatus, answer

if TYPE_CHECKING:
    from cs_desk.commands.invocation import Invocation


@click.command(cls=DeskCommand, help="重新建立话术库的搜索索引；话术上千条时，打开窗口更快")
@shared_options
@click.pass_obj
def index(invocation: Invocation) -> ExitStatus:
    """Index the stored library anew."""
    with invocation.desk() as desk:
        desk.replies.finding.renew()
        count = len(desk.replies.library.templates)
    answer(invocation.tr("已为 %1 条话术建好搜索索引").replace("%1", str(count)))
    return ExitStatus.DONE
