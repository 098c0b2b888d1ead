"""``cs-desk import``: replies from files, merged with those that are stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cs_desk.app.library_ports import Enclosed
from cs_desk.app.wording import sentence, with_facts
from cs_desk.commands.grammar import DeskCommand, shared_options
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, answer_json, tell
from cs_desk.commands.progress_line import ProgressLine
from cs_desk.commands.values import FILE_NAME
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.library.merge import MergeChoice, MergeKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

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
@click.option("--encoding", metavar="NAME", help="文字编码，如 gb18030；不写则自动判断")
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
    skipped = False
    with invocation.desk() as desk:
        work = desk.library_work()
        read = [_read(invocation, work, file, format_, encoding) for file in files]
        for file, incoming in zip(files, read, strict=True):
            plan = work.imports.plan(incoming, ProgressLine("").step)
            if not dry_run:
                choices = _choices(plan, MergeChoice(on_clash), remove=remove)
                _apply(invocation, work, plan, choices)
                work.enclosures.use(
                    Enclosed(
                        incoming.checklist if with_checklist else None,
                        incoming.rules if with_rules else (),
                    )
                )
            _report(invocation, file, plan, applied=not dry_run, as_json=as_json)
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


def _apply(
    invocation: Invocation, work: LibraryWork, plan: MergePlan, choices: Mapping[str, MergeChoice]
) -> None:
    line = ProgressLine(invocation.tr("正在导入"))
    try:
        work.imports.apply(plan, choices, line.step)
    finally:
        line.end()


def _choices(plan: MergePlan, on_clash: MergeChoice, *, remove: bool) -> dict[str, MergeChoice]:
    """Return what was asked for; the defaults of an older release stand unless it says more."""
    asked_for = {MergeKind.CLASHING: on_clash}
    if plan.older_than is not None:
        asked_for[MergeKind.CHANGED] = on_clash
    if remove:
        asked_for[MergeKind.REMOVED] = MergeChoice.REPLACE
    replies = {row.key: asked_for[row.kind] for row in plan.rows if row.kind in asked_for}
    definitions = {p.key: asked_for[p.kind] for p in plan.placeholders if p.kind in asked_for}
    return replies | definitions


def _report(
    invocation: Invocation, file: Path, plan: MergePlan, *, applied: bool, as_json: bool
) -> None:
    tr, incoming = invocation.tr, plan.incoming
    if as_json:
        answer_json(_shape(invocation, file, plan, applied=applied))
    else:
        counts = (str(plan.count(kind)) for kind in MergeKind)
        told = tr("新增 %1，有改动 %2，相同 %3，冲突 %4，已移除 %5")
        for place, count in enumerate(counts, 1):
            told = told.replace(f"%{place}", count)
        answer(f"{file}\t{incoming.format.value}\t{told}")
        _tell_remarks(invocation, tr("没有导入"), incoming.skipped)
        _tell_remarks(invocation, tr("丢失"), incoming.lost)
        _tell_remarks(invocation, tr("注意"), incoming.warnings)
    if plan.older_than is not None:
        tell(with_facts(tr("这是旧版：现在用的是 %1。有改动的都没有换掉。"), plan.older_than))
    if plan.count(MergeKind.CLASHING):
        tell(tr("冲突的话术按 --on-clash 处理。"))
    if not applied:
        tell(tr("只是试看，什么都没有改动。"))


def _tell_remarks(invocation: Invocation, what: str, remarks: Sequence[Remark]) -> None:
    tr = invocation.tr
    for remark in remarks[:_MOST_TOLD]:
        where, why = sentence(remark.where, tr), sentence(remark.reason, tr)
        tell(f"{what} · {where}{tr('：')}{why}")
    if len(remarks) > _MOST_TOLD:
        rest = str(len(remarks) - _MOST_TOLD)
        tell(f"{what} · {with_facts(tr('还有 %1 处，见 --json。'), rest)}")


def _shape(invocation: Invocation, file: Path, plan: MergePlan, *, applied: bool) -> dict[str, Any]:
    incoming, tr = plan.incoming, invocation.tr

    def told(remarks: Sequence[Remark], place: str) -> list[dict[str, str]]:
        return [{place: sentence(r.where, tr), "reason": sentence(r.reason, tr)} for r in remarks]

    return {
        "file": str(file),
        "format": incoming.format.value,
        "encoding": incoming.encoding,
        **{kind.value: plan.count(kind) for kind in MergeKind},
        "skipped": told(incoming.skipped, "where"),
        "lost": told(incoming.lost, "what"),
        "warnings": told(incoming.warnings, "where"),
        "older_than": plan.older_than,
        "applied": applied,
    }
