"""``cs-desk case checklist``: the checklist that new cases are worked by, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cs_desk.commands.case_grammar import CaseCommand
from cs_desk.commands.grammar import DeskGroup, shared_options
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, tell
from cs_desk.commands.values import FILE_NAME

if TYPE_CHECKING:
    from pathlib import Path


@click.group(
    "checklist",
    cls=DeskGroup,
    help="新退货单用的清单；处理中的退货单不受影响，可用 case move-on 改用",
)
@shared_options
def checklist() -> None:
    """Hold the commands on the checklist."""


@checklist.command("export", cls=CaseCommand, help="把清单写成文件 FILE（.json）")
@click.argument("file", type=FILE_NAME, metavar="FILE")
@shared_options
@click.pass_obj
def export_checklist(invocation: Invocation, /, *, file: Path) -> ExitStatus:
    """Write the checklist to a file."""
    with invocation.desk() as desk:
        current = desk.cases.checklists.current
        desk.checklist_files().save_checklist(current, str(file))
        answer(str(file.resolve()))
        tell(invocation.tr("已导出清单 %1。").replace("%1", current.version))
        return ExitStatus.DONE


@checklist.command("import", cls=CaseCommand, help="改用文件 FILE 里的清单；有错时说明在哪里")
@click.argument("file", type=FILE_NAME, metavar="FILE")
@shared_options
@click.pass_obj
def import_checklist(invocation: Invocation, /, *, file: Path) -> ExitStatus:
    """Begin new cases by the checklist of a file."""
    with invocation.desk() as desk:
        read = desk.checklist_files().read_checklist(str(file))
        used = desk.cases.checklists.change(read)
        answer(used.version)
        tell(invocation.tr("新退货单改用清单 %1。").replace("%1", used.version))
        return ExitStatus.DONE


@checklist.command("reset", cls=CaseCommand, help="改回程序自带的清单")
@shared_options
@click.pass_obj
def reset_checklist(invocation: Invocation) -> ExitStatus:
    """Begin new cases by the checklist that comes with the program."""
    with invocation.desk() as desk:
        desk.cases.checklists.reset()
        version = desk.cases.checklists.current.version
        answer(version)
        tell(invocation.tr("新退货单改用清单 %1。").replace("%1", version))
        return ExitStatus.DONE
