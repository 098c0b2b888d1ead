"""``cs-desk case tick`` and the other commands that work a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cs_desk.commands.case_answer import answer_case
from cs_desk.commands.case_grammar import CaseCommand, case_options
from cs_desk.commands.case_input import NOTE, TEXT
from cs_desk.commands.invocation import ExitStatus, Invocation, tell
from cs_desk.commands.values import FILE_NAME
from cs_desk.domain.errors import CaseRefusedError, Sentence, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cs_desk.app.return_cases import ReturnCases
    from cs_desk.domain.returns.case_view import CaseView

# Far more than is kept of one file: what is cut off here is refused for its length.
_MOST_BYTES = 64 * 1024 * 1024


@click.command("tick", cls=CaseCommand, help="勾选检查项；CHECK 是检查项的代码，用 case show 查看")
@click.argument("case_id", type=TEXT, metavar="ID")
@click.argument("checks", type=TEXT, nargs=-1, required=True, metavar="CHECK...")
@case_options
@click.pass_obj
def tick(
    invocation: Invocation, /, *, case_id: str, checks: tuple[str, ...], as_json: bool
) -> ExitStatus:
    """Tick checks, all of them or none."""

    def change(cases: ReturnCases) -> CaseView:
        with cases.transaction():
            return [cases.tick(case_id, check) for check in checks][-1]

    return _change(invocation, change, invocation.tr("已勾选。"), as_json=as_json)


@click.command("untick", cls=CaseCommand, help="取消勾选检查项")
@click.argument("case_id", type=TEXT, metavar="ID")
@click.argument("checks", type=TEXT, nargs=-1, required=True, metavar="CHECK...")
@case_options
@click.pass_obj
def untick(
    invocation: Invocation, /, *, case_id: str, checks: tuple[str, ...], as_json: bool
) -> ExitStatus:
    """Take ticks away, all of them or none."""

    def change(cases: ReturnCases) -> CaseView:
        with cases.transaction():
            return [cases.untick(case_id, check) for check in checks][-1]

    return _change(invocation, change, invocation.tr("已取消勾选。"), as_json=as_json)


@click.command("note", cls=CaseCommand, help="写一条备注，最多 10000 字")
@click.argument("case_id", type=TEXT, metavar="ID")
@click.argument("text", type=NOTE, metavar="TEXT")
@case_options
@click.pass_obj
def note(invocation: Invocation, /, *, case_id: str, text: str, as_json: bool) -> ExitStatus:
    """Write a note down."""

    def change(cases: ReturnCases) -> CaseView:
        return cases.note(case_id, text)

    return _change(invocation, change, invocation.tr("已写下备注。"), as_json=as_json)


@click.command(
    "deadline",
    cls=CaseCommand,
    help="照千牛的倒计时设定 STEP 这一步的时限，如 剩余1天3小时；TEXT 留空则回到按规则计算",
)
@click.argument("case_id", type=TEXT, metavar="ID")
@click.argument("step", type=TEXT, metavar="STEP")
@click.argument("text", type=TEXT, metavar="TEXT")
@case_options
@click.pass_obj
def deadline(
    invocation: Invocation, /, *, case_id: str, step: str, text: str, as_json: bool
) -> ExitStatus:
    """Take over what 千牛 counts down, or go back to the rules."""

    def change(cases: ReturnCases) -> CaseView:
        if text:
            return cases.read_deadline(case_id, step, text)
        return cases.drop_deadline(case_id, step)

    return _change(invocation, change, invocation.tr("已设定时限。"), as_json=as_json)


@click.command("attach", cls=CaseCommand, help="把文件 FILE 存为凭证")
@click.argument("case_id", type=TEXT, metavar="ID")
@click.argument("file", type=FILE_NAME, metavar="FILE")
@case_options
@click.pass_obj
def attach(invocation: Invocation, /, *, case_id: str, file: Path, as_json: bool) -> ExitStatus:
    """Attach a file."""

    def change(cases: ReturnCases) -> CaseView:
        cases.case(case_id)
        return cases.attach(case_id, file.name, _content(file))

    return _change(invocation, change, invocation.tr("已存为凭证。"), as_json=as_json)


@click.command(
    "close",
    cls=CaseCommand,
    help="关闭退货单；还有必做的检查项没有勾选时不关闭，一一列出（JSON 里是 open_checks）",
)
@click.argument("case_id", type=TEXT, metavar="ID")
@case_options
@click.pass_obj
def close(invocation: Invocation, /, *, case_id: str, as_json: bool) -> ExitStatus:
    """Close a case, or name what keeps it open."""
    with invocation.desk() as desk:
        try:
            view = desk.cases.close(case_id)
        except CaseRefusedError as refused:
            if as_json and refused.checks:
                answer_case(invocation, desk, desk.cases.case(case_id))
            raise
        if as_json:
            answer_case(invocation, desk, view)
        tell(invocation.tr("已关闭。"))
        return ExitStatus.DONE


@click.command("withdraw", cls=CaseCommand, help="作废：买家撤销了，或开错了")
@click.argument("case_id", type=TEXT, metavar="ID")
@case_options
@click.pass_obj
def withdraw(invocation: Invocation, /, *, case_id: str, as_json: bool) -> ExitStatus:
    """Close a case that is not to be worked any further."""

    def change(cases: ReturnCases) -> CaseView:
        return cases.withdraw(case_id)

    return _change(invocation, change, invocation.tr("已作废。"), as_json=as_json)


@click.command("reopen", cls=CaseCommand, help="重新打开已关闭的退货单，历史都在")
@click.argument("case_id", type=TEXT, metavar="ID")
@case_options
@click.pass_obj
def reopen(invocation: Invocation, /, *, case_id: str, as_json: bool) -> ExitStatus:
    """Open a closed case again."""

    def change(cases: ReturnCases) -> CaseView:
        return cases.reopen(case_id)

    return _change(invocation, change, invocation.tr("已重新打开。"), as_json=as_json)


@click.command("move-on", cls=CaseCommand, help="改用现在的清单；已经勾选的保留")
@click.argument("case_id", type=TEXT, metavar="ID")
@case_options
@click.pass_obj
def move_on(invocation: Invocation, /, *, case_id: str, as_json: bool) -> ExitStatus:
    """Work a case by the checklist that new cases are worked by."""

    def change(cases: ReturnCases) -> CaseView:
        return cases.move_on(case_id)

    return _change(invocation, change, invocation.tr("已改用现在的清单。"), as_json=as_json)


def _change(
    invocation: Invocation,
    change: Callable[[ReturnCases], CaseView],
    told: str,
    *,
    as_json: bool,
) -> ExitStatus:
    with invocation.desk() as desk:
        view = change(desk.cases)
        if as_json:
            answer_case(invocation, desk, view)
        tell(told)
        return ExitStatus.DONE


def _content(file: Path) -> bytes:
    """Return what is in a file.

    Raises:
        UnreadableFileError: It is no file, or may not be read.
    """
    try:
        if file.is_file():
            with file.open("rb") as opened:
                return opened.read(_MOST_BYTES)
    except OSError as error:
        raise UnreadableFileError(str(file), Sentence("读不到这个文件")) from error
    raise UnreadableFileError(str(file), Sentence("读不到这个文件"))
