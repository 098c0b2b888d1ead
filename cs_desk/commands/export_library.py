"""``cs-desk export``: the stored replies as a file of any format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cs_desk.app.library_exports import WRITABLE, format_for, part_of
from cs_desk.app.library_ports import Enclosed
from cs_desk.app.wording import sentence, with_facts
from cs_desk.commands.grammar import DeskCommand, shared_options
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, answer_json, tell
from cs_desk.commands.values import FILE_NAME, WrongValueError
from cs_desk.domain.errors import Sentence
from cs_desk.domain.library.incoming import FileFormat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cs_desk.app.library_ports import Written
    from cs_desk.domain.library.incoming import Remark

_MOST_TOLD = 20
_SUFFIXES = ".csdesk .xlsx .csv .yml .json"


@click.command(
    "export", cls=DeskCommand, help="导出话术：csdesk、千牛、Excel、CSV、espanso、QuickText"
)
@click.argument("file", type=FILE_NAME, metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in WRITABLE]),
    help="文件格式；不写则看 FILE 的后缀",
)
@click.option("--group", metavar="G", help="只导出这个分组，连同下面的分组")
@click.option("--with-checklist", is_flag=True, help="csdesk：带上退货清单")
@click.option("--with-rules", is_flag=True, help="csdesk：带上配送与违规词规则")
@click.option("--json", "as_json", is_flag=True, help="输出一行 JSON")
@shared_options
@click.pass_obj
def export_library(
    invocation: Invocation,
    file: Path,
    form: str | None,
    group: str | None,
    *,
    with_checklist: bool,
    with_rules: bool,
    as_json: bool,
) -> ExitStatus:
    """Write the library, or one group of it, and tell what the format could not hold."""
    format_ = FileFormat(form) if form else format_for(file.name)
    if format_ is None:
        told = Sentence("「%1」的后缀不认识，请用 %2，或写 --format", (file.name, _SUFFIXES))
        raise WrongValueError(told)
    with invocation.desk() as desk:
        library = desk.replies.library
        work = desk.library_work()
        could = work.enclosures.in_use() if with_checklist or with_rules else Enclosed()
        written = work.exports.export(
            part_of(library, group) if group else library,
            str(file),
            format_,
            Enclosed(
                could.checklist if with_checklist else None,
                could.rules if with_rules else (),
            ),
        )
    _report(invocation, file, format_, written, as_json=as_json)
    return ExitStatus.ANSWER_IS_NO if written.left_out else ExitStatus.DONE


def _report(
    invocation: Invocation, file: Path, format_: FileFormat, written: Written, *, as_json: bool
) -> None:
    tr = invocation.tr

    def told(remarks: Sequence[Remark]) -> list[tuple[str, str]]:
        return [(sentence(each.where, tr), sentence(each.reason, tr)) for each in remarks]

    def shaped(remarks: Sequence[Remark]) -> list[dict[str, Any]]:
        return [{"what": what, "reason": why} for what, why in told(remarks)]

    if as_json:
        answer_json(
            {
                "file": str(file),
                "format": format_.value,
                "templates": written.templates,
                "rows": written.rows or written.templates,
                "lost": shaped(written.lost),
                "left_out": shaped(written.left_out),
            }
        )
        return
    answer(str(file))
    for heading, remarks in ((tr("没有导出"), written.left_out), (tr("丢失"), written.lost)):
        for what, why in told(remarks[:_MOST_TOLD]):
            tell(f"{heading} · {what}{tr('：')}{why}")
        if len(remarks) > _MOST_TOLD:
            rest = str(len(remarks) - _MOST_TOLD)
            tell(f"{heading} · {with_facts(tr('还有 %1 处，见 --json。'), rest)}")
    tell(_counted(invocation, written))


def _counted(invocation: Invocation, written: Written) -> str:
    tr, replies = invocation.tr, str(written.templates)
    if written.rows in (0, written.templates):
        return with_facts(tr("已导出 %1 条话术。"), replies)
    told = tr("已导出 %1 条话术（每种语气算一条，文件里共 %2 条）。")
    return with_facts(told, replies, str(written.rows))
