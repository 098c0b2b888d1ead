"""``cs-desk import``: replies from files, merged with those that are stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cs_desk.app.asked_import import AskedImport
from cs_desk.app.wording import sentence, with_facts
from cs_desk.commands.grammar import DeskCommand, shared_options
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, answer_json, tell
from cs_desk.commands.progress_line import ProgressLine
from cs_desk.commands.values import ENCODING, FILE_NAME
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.library.merge import MergeChoice, MergeKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cs_desk.app.asked_import import AnsweredImport
    from cs_desk.app.library_work import LibraryWork
    from cs_desk.domain.library.incoming import IncomingLibrary, Remark
    from cs_desk.domain.library.merge import MergePlan

_MOST_TOLD = 20


@click.command(
    "import",
    cls=DeskCommand,
    help="导入话术：csdesk、千牛、Excel、CSV、QuickText、espanso、Beeftext、TextExpander",
)
@click.argument("files", nargs=-1, required=True, type=FILE_NAME, metavar="FILE ...")
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in FileFormat]),
    help="文件格式；不写则先看内容，再看文件名",
)
@click.option(
    "--encoding", type=ENCODING, metavar="NAME", help="文字编码，如 gb18030；不写则自动判断"
)
@click.option(
    "--on-clash",
    type=click.Choice([each.value for each in MergeChoice]),
    default=MergeChoice.KEEP.value,
    help="两边都改过的话术：keep 留自己的，replace 用文件里的，both 两个都留",
)
@click.option("--remove", is_flag=True, help="新版里已经去掉的话术，也移到回收站")
@click.option("--with-checklist", is_flag=True, help="文件里有退货清单时，一并使用")
@click.option("--with-rules", is_flag=True, help="文件里有规则时，一并使用")
@click.option("--dry-run", is_flag=True, help="只看结果，不导入")
@click.option("--json", "as_json", is_flag=True, help="每个文件输出一行 JSON")
@shared_options
@click.pass_obj
def import_library(
    invocation: Invocation,
    files: tuple[Path, ...],
    form: str | None,
    encoding: str | None,
    on_clash: str,
    *,
    remove: bool,
    with_checklist: bool,
    with_rules: bool,
    dry_run: bool,
    as_json: bool,
) -> ExitStatus:
    """Read every file first, so that a bad one leaves everything as it was; then merge them."""
    format_ = FileFormat(form) if form else None
    asked = AskedImport(MergeChoice(on_clash), remove, with_checklist, with_rules, dry_run)
    skipped = False
    with invocation.desk() as desk:
        work = desk.library_work()
        read = [_read(invocation, work, file, format_, encoding) for file in files]
        for file, incoming in zip(files, read, strict=True):
            line = ProgressLine(invocation.tr("正在导入"))
            try:
                answered = work.import_file(incoming, asked, line.step)
            finally:
                line.end()
            _report(invocation, file, answered, as_json=as_json)
            skipped |= bool(incoming.skipped)
    return ExitStatus.ANSWER_IS_NO if skipped else ExitStatus.DONE


def _read(
    invocation: Invocation,
    work: LibraryWork,
    file: Path,
    format_: FileFormat | None,
    encoding: str | None,
) -> IncomingLibrary:
    line = ProgressLine(invocation.tr("正在读取"))
    try:
        return work.files.read(str(file), line.step, format_=format_, encoding=encoding)
    finally:
        line.end()


def _report(invocation: Invocation, file: Path, answered: AnsweredImport, *, as_json: bool) -> None:
    tr, plan = invocation.tr, answered.plan
    if as_json:
        answer_json(_shape(invocation, file, answered))
    else:
        answer(f"{file}\t{plan.incoming.format.value}\t{_counted(invocation, answered)}")
        _tell_definitions(invocation, answered)
        _tell_remarks(invocation, tr("没有导入"), plan.incoming.skipped)
        _tell_remarks(invocation, tr("丢失"), plan.incoming.lost)
        _tell_remarks(invocation, tr("注意"), plan.incoming.warnings)
    _tell_titles(invocation, tr("有改动"), plan, MergeKind.CHANGED)
    _tell_titles(invocation, tr("冲突"), plan, MergeKind.CLASHING)
    if plan.older_than is not None:
        tell(with_facts(tr("这是旧版：现在用的是 %1。有改动的都没有换掉。"), plan.older_than))
    if answered.enclosed_left:
        tell(tr("旧版里的退货清单和规则没有用；要用请加 --on-clash replace。"))
    if plan.count(MergeKind.CLASHING):
        tell(tr("冲突的话术按 --on-clash 处理。"))
    if not answered.is_applied:
        tell(tr("只是试看，什么都没有改动。"))


def _counted(invocation: Invocation, answered: AnsweredImport) -> str:
    """Return how many replies of each kind there are; what is missing goes only if asked for."""
    told = (
        invocation.tr("新增 %1，有改动 %2，相同 %3，冲突 %4，移走 %5")
        if answered.takes_removals
        else invocation.tr("新增 %1，有改动 %2，相同 %3，冲突 %4，新版里没有 %5（都留着）")
    )
    return _numbered(told, [answered.plan.count(kind) for kind in MergeKind])


def _tell_definitions(invocation: Invocation, answered: AnsweredImport) -> None:
    counts = answered.definitions
    if any(counts):
        told = invocation.tr("占位符定义：新增 %1，改动 %2，保留自己的 %3")
        tell(_numbered(told, counts))


def _numbered(told: str, counts: Sequence[int]) -> str:
    for place, count in enumerate(counts, 1):
        told = told.replace(f"%{place}", str(count))
    return told


def _tell_titles(invocation: Invocation, what: str, plan: MergePlan, kind: MergeKind) -> None:
    replies = [row.mine or row.theirs for row in plan.rows if row.kind is kind]
    titles = [reply.title for reply in replies if reply is not None]
    for title in titles[:_MOST_TOLD]:
        tell(f"{what} · {title}")
    if len(titles) > _MOST_TOLD:
        rest = str(len(titles) - _MOST_TOLD)
        tell(f"{what} · {with_facts(invocation.tr('还有 %1 条。'), rest)}")


def _tell_remarks(invocation: Invocation, what: str, remarks: Sequence[Remark]) -> None:
    tr = invocation.tr
    for remark in remarks[:_MOST_TOLD]:
        where, why = sentence(remark.where, tr), sentence(remark.reason, tr)
        tell(f"{what} · {where}{tr('：')}{why}")
    if len(remarks) > _MOST_TOLD:
        rest = str(len(remarks) - _MOST_TOLD)
        tell(f"{what} · {with_facts(tr('还有 %1 处，见 --json。'), rest)}")


def _shape(invocation: Invocation, file: Path, answered: AnsweredImport) -> dict[str, Any]:
    plan, tr = answered.plan, invocation.tr
    incoming = plan.incoming

    def told(remarks: Sequence[Remark], place: str) -> list[dict[str, str]]:
        return [{place: sentence(r.where, tr), "reason": sentence(r.reason, tr)} for r in remarks]

    return {
        "file": str(file),
        "format": incoming.format.value,
        "encoding": incoming.encoding,
        **{kind.value: plan.count(kind) for kind in MergeKind},
        "placeholders": {
            kind.value: sum(each.kind is kind for each in plan.placeholders)
            for kind in (MergeKind.NEW, MergeKind.CHANGED, MergeKind.CLASHING)
        },
        "skipped": told(incoming.skipped, "where"),
        "lost": told(incoming.lost, "what"),
        "warnings": told(incoming.warnings, "where"),
        "older_than": plan.older_than,
        "applied": answered.is_applied,
    }
