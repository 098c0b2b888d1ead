"""``cs-desk case``: return cases, from request to refund."""

from __future__ import annotations

import click

from cs_desk.commands.case_change import (
    attach,
    close,
    deadline,
    move_on,
    note,
    reopen,
    tick,
    untick,
    withdraw,
)
from cs_desk.commands.case_checklist import checklist
from cs_desk.commands.case_export import export
from cs_desk.commands.case_look import list_cases, show
from cs_desk.commands.case_new import new
from cs_desk.commands.case_set import set_values
from cs_desk.commands.grammar import DeskGroup, shared_options


@click.group(cls=DeskGroup, help="退货单：从申请到退款，步骤、时限、运费和退款金额")
@shared_options
def case() -> None:
    """Hold the commands on return cases."""


for _command in (
    new,
    list_cases,
    show,
    tick,
    untick,
    note,
    set_values,
    deadline,
    attach,
    close,
    withdraw,
    reopen,
    move_on,
    export,
    checklist,
):
    case.add_command(_command)
