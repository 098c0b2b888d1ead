"""``cs-desk case export``: cases as sheets, tables and evidence for other people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cs_desk.app.wording import with_facts
from cs_desk.commands.case_grammar import CaseCommand, case_options
from cs_desk.commands.case_input import TEXT
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, answer_json, tell
from cs_desk.commands.values import WrongValueError
from cs_desk.domain.errors import Sentence
from cs_desk.domain.returns.worklist import Filter, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cs_desk.commands.invocation import OpenDesk
    from cs_desk.domain.returns.case_view import CaseView

_TABLES = (".csv", ".xlsx")
_SHEETS = (".html", ".pdf")
_OF_MANY = (*_SHEETS, *_TABLES)
_OF_ONE = (*_OF_MANY, ".zip")


@click.command(
    "export",
    cls=CaseCommand,
    help="导出一张退货单，或用 --all 导出全部。后缀 .html .pdf 是单据（--all 时是处理中的交接表），"
    ".csv .xlsx 是表格，.zip 是一张退货单的证据包",
)
@click.argument("given", nargs=-1, type=TEXT, metavar="ID|--all FILE")
@click.option("--all", "every", is_flag=True, help="导出全部退货单")
@case_options
@click.pass_obj
def export(
    invocation: Invocation, /, *, given: tuple[str, ...], every: bool, as_json: bool
) -> ExitStatus:
    """Write one case, or all of them, to a file."""
    case_id, file = _named(given, every=every)
    with invocation.desk() as desk:
        views = _all(invocation, desk, file) if every else [desk.cases.case(case_id)]
        if not views:
            tell(invocation.tr("没有退货单可以导出。"))
            return ExitStatus.ANSWER_IS_NO
        files = desk.case_files()
        if every or file.suffix.lower() in _TABLES:
            files.save_cases(views, str(file))
        else:
            files.save_case(views[0], str(file))
        _tell_of(invocation, file, len(views), as_json=as_json)
        return ExitStatus.DONE


def _named(given: tuple[str, ...], *, every: bool) -> tuple[str, Path]:
    """Return the case, empty for all, and the file.

    Raises:
        click.UsageError: One of them is missing, something else stands there, or the file's
            ending stands for nothing that can be written.
    """
    wanted = 1 if every else 2
    if len(given) < wanted:
        raise click.MissingParameter(
            param=click.Argument(["ID|--all FILE" if not given else "FILE"])
        )
    if len(given) > wanted:
        raise click.UsageError("too many")
    file, endings = Path(given[-1]), _OF_MANY if every else _OF_ONE
    if file.suffix.lower() not in endings:
        told = Sentence("「%1」的后缀应是 %2", (given[-1], " ".join(endings)))
        raise WrongValueError(told)
    return ("" if every else given[0]), file


def _all(invocation: Invocation, desk: OpenDesk, file: Path) -> list[CaseView]:
    """Return the cases of a table, which are all, or of the sheet for those who take over."""
    chosen = Filter.ALL if file.suffix.lower() in _TABLES else Filter.OPEN
    summaries = listed(desk.cases.summaries().values(), chosen, "", invocation.now())

    def found() -> Iterator[CaseView]:
        for summary in summaries:
            view = desk.cases.find(summary.id)
            if view is not None:
                yield view

    return list(found())


def _tell_of(invocation: Invocation, file: Path, count: int, *, as_json: bool) -> None:
    written, size = str(file.resolve()), file.stat().st_size
    if as_json:
        answer_json({"file": written, "cases": count, "bytes": size})
    else:
        answer(written)
    tell(with_facts(invocation.tr("已导出 %1 张退货单。"), str(count)))
