"""``cs-desk backup``: a verified copy of everything, or everything as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

import click

from cs_desk.app.backup_words import backup_reason, size_told
from cs_desk.app.wording import with_facts
from cs_desk.commands.grammar import DeskCommand, ExclusiveOptionsError, shared_options
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, answer_json, tell
from cs_desk.commands.values import FILE_NAME
from cs_desk.domain.backup import BackupReason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cs_desk.domain.backup import Backup, BackupContent

DB = "db"
JSON = "json"


@click.command(cls=DeskCommand, help="备份全部数据；不写 FILE 则存进备份文件夹")
@click.argument("file", required=False, type=FILE_NAME, metavar="[FILE]")
@click.option("--list", "to_list", is_flag=True, help="列出备份文件夹里的备份，新的在前")
@click.option(
    "--format",
    "form",
    type=click.Choice([DB, JSON]),
    help="db：可以恢复的备份；json：给别的程序读，TinyDB 能打开；不写则看 FILE 的后缀",
)
@click.option("--json", "as_json", is_flag=True, help="每个备份输出一行 JSON")
@shared_options
@click.pass_obj
def backup(
    invocation: Invocation, /, *, file: Path | None, to_list: bool, form: str | None, as_json: bool
) -> ExitStatus:
    """Keep a backup, list those that are kept, or export everything."""
    if to_list:
        return _list(invocation, file, form, as_json=as_json)
    if form is None:
        form = JSON if file is not None and file.suffix.lower() == ".json" else DB
    if form == JSON and file is None:
        raise click.MissingParameter(param=click.Argument(["FILE"]))
    # Opened first, so that a fresh folder has its library and damage is told as everywhere.
    with invocation.desk():
        if form == JSON and file is not None:
            return _export(invocation, file, as_json=as_json)
        return _keep(invocation, file, as_json=as_json)


def shape(kept: Backup) -> dict[str, Any]:
    """Return a backup as scripts read it."""
    return {
        "file": kept.file,
        "at": kept.at.isoformat(),
        "reason": kept.reason.value,
        "bytes": kept.size,
    }


def full_shape(content: BackupContent) -> dict[str, Any]:
    """Return a backup, with what is in it, as scripts read it."""
    return {
        **shape(content),
        "format_version": content.format,
        "documents": dict(content.documents),
    }


def _keep(invocation: Invocation, file: Path | None, *, as_json: bool) -> ExitStatus:
    backups = invocation.backups()
    kept = backups.save_as(str(file)) if file else backups.keep(BackupReason.MANUAL)
    assert kept is not None  # only ``if_changed`` allows none
    if as_json:
        answer_json(full_shape(backups.describe(kept.file)))
    else:
        answer(kept.file)
    tell(invocation.tr("已备份并核对无误（%1）。").replace("%1", size_told(kept.size)))
    return ExitStatus.DONE


def _export(invocation: Invocation, file: Path, *, as_json: bool) -> ExitStatus:
    count = invocation.backups().export_json(str(file))
    written, size = str(file.resolve()), file.stat().st_size
    if as_json:
        answer_json({"file": written, "format": JSON, "bytes": size, "documents": count})
    else:
        answer(written)
    told = invocation.tr("已导出 %1 条记录（%2）。这个文件给别的程序读，不能用来恢复。")
    tell(with_facts(told, str(count), size_told(size)))
    return ExitStatus.DONE


def _list(
    invocation: Invocation, file: Path | None, form: str | None, *, as_json: bool
) -> ExitStatus:
    for name, given in (("FILE", file), ("--format", form)):
        if given is not None:
            raise ExclusiveOptionsError("--list", name)
    backups = invocation.backups()
    kept = backups.all()
    if not kept:
        tell(invocation.tr("「%1」里还没有备份。").replace("%1", backups.folder))
        return ExitStatus.ANSWER_IS_NO
    if as_json:
        for each in kept:
            answer_json(shape(each))
        return ExitStatus.DONE
    reasons = _aligned([backup_reason(each.reason, invocation.tr) for each in kept])
    for each, reason in zip(kept, reasons, strict=True):
        answer(f"{each.at:%Y-%m-%d %H:%M:%S}  {reason}  {size_told(each.size):>8}  {each.file}")
    return ExitStatus.DONE


def _aligned(texts: Iterable[str]) -> list[str]:
    """Return ``texts`` padded to the width of the widest, as a terminal shows them."""
    widths = {text: sum(1 + (east_asian_width(c) in "WF") for c in text) for text in texts}
    widest = max(widths.values())
    return [text + " " * (widest - widths[text]) for text in texts]
