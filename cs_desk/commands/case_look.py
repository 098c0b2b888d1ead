"""``cs-desk case list`` and ``cs-desk case show``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cs_desk.app.case_wording import (
    case_status_told,
    left_until,
    outcome_told,
    reason_told,
)
from cs_desk.commands.case_answer import answer_case
from cs_desk.commands.case_grammar import CaseCommand, case_options
from cs_desk.commands.case_input import TEXT
from cs_desk.commands.case_told import case_told
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, tell
from cs_desk.domain.returns.kinds import CaseStatus
from cs_desk.domain.returns.masking import masked_name, masked_text
from cs_desk.domain.returns.worklist import Filter, listed

if TYPE_CHECKING:
    from datetime import datetime

    from cs_desk.domain.returns.case_summary import CaseSummary


@click.command("show", cls=CaseCommand, help="显示一张退货单；买家昵称等打码")
@click.argument("case_id", type=TEXT, metavar="ID")
@case_options
@click.pass_obj
def show(invocation: Invocation, /, *, case_id: str, as_json: bool) -> ExitStatus:
    """Show one case."""
    with invocation.desk() as desk:
        view = desk.cases.case(case_id)
        if as_json:
            answer_case(invocation, desk, view)
        else:
            answer(case_told(view, desk.cases.retention_days, invocation.now(), invocation.tr))
        return ExitStatus.DONE


@click.command("list", cls=CaseCommand, help="列出退货单，最急的在前；一张也没有时退出码是 1")
@click.argument("query", type=TEXT, nargs=-1, metavar="[QUERY]...")
@click.option(
    "--status",
    type=click.Choice(["open", "closed", "all"]),
    default="open",
    help="open 处理中（默认），closed 已关闭，all 全部",
)
@click.option("--overdue", is_flag=True, help="只列出已经超时的")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="最多几张；不写则全部")
@case_options
@click.pass_obj
def list_cases(
    invocation: Invocation,
    /,
    *,
    query: tuple[str, ...],
    status: str,
    overdue: bool,
    limit: int | None,
    as_json: bool,
) -> ExitStatus:
    """List the cases, most urgent first."""
    chosen = Filter.OVERDUE if overdue else Filter(status)
    with invocation.desk() as desk:
        now = invocation.now()
        found = listed(desk.cases.summaries().values(), chosen, " ".join(query), now)
        if overdue and status == Filter.CLOSED:
            # Nothing of a closed case is overdue any more.
            found = ()
        for summary in found[:limit]:
            if not as_json:
                answer(_line(summary, now, invocation))
            elif (view := desk.cases.find(summary.id)) is not None:
                answer_case(invocation, desk, view)
        if not found:
            tell(invocation.tr("没有这样的退货单。"))
        return ExitStatus.DONE if found else ExitStatus.ANSWER_IS_NO


def _line(summary: CaseSummary, now: datetime, invocation: Invocation) -> str:
    """Return what one line of the list tells."""
    tr = invocation.tr
    closed = summary.status is CaseStatus.CLOSED
    left = case_status_told(summary.status, tr) if closed else left_until(summary.due, now, tr)
    told = (
        summary.id,
        left or "-",
        summary.step_title or "-",
        reason_told(summary.reason, tr),
        outcome_told(summary.outcome, tr),
        masked_name(summary.buyer),
        summary.order,
        masked_text(summary.item, summary.nicks),
    )
    return "\t".join(told)
