"""``cs-desk restore``: a backup in place of everything, and how to be told of the way back."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cs_desk.app.backup_words import moment_told
from cs_desk.app.wording import with_facts
from cs_desk.commands.backup import full_shape, shape
from cs_desk.commands.grammar import DeskCommand, shared_options
from cs_desk.commands.invocation import ExitStatus, Invocation, answer_json, tell
from cs_desk.commands.values import FILE_NAME
from cs_desk.domain.errors import BackupFailedError, DataFaultError

if TYPE_CHECKING:
    from cs_desk.domain.backup import Backup


@click.command(cls=DeskCommand, help="用备份文件 FILE 恢复全部数据；现有的数据先备份")
@click.argument("file", type=FILE_NAME, metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="输出一行 JSON")
@shared_options
@click.pass_obj
def restore(invocation: Invocation, /, *, file: Path, as_json: bool) -> ExitStatus:
    """Put a backup in place of all that is stored."""
    backups = invocation.backups()
    try:
        restored = backups.describe(str(file))
        before = backups.restore(str(file))
    except BackupFailedError:
        tell(invocation.tr("没有恢复，因为现有的数据没能先备份。"))
        raise
    except DataFaultError:
        tell(invocation.tr("没有恢复，现有的数据没有变。"))
        raise
    if as_json:
        answer_json({**full_shape(restored), "before": None if before is None else shape(before)})
    told = invocation.tr("已恢复成 %1 的备份「%2」。")
    moment = moment_told(restored.at, invocation.workplace.now(), invocation.tr)
    tell(with_facts(told, moment, str(file)))
    tell(_way_back(invocation, before))
    return ExitStatus.DONE


def way_out_of_damage(invocation: Invocation) -> str:
    """Return what a person can do about a store that is damaged or missing."""
    newest = invocation.backups().newest_sound()
    if newest is None:
        return invocation.tr("没有可以恢复的备份。打开窗口可以从头开始，原来的文件会留着。")
    told = invocation.tr("最近的完好备份是 %1 的，恢复请运行：%2")
    moment = moment_told(newest.at, invocation.workplace.now(), invocation.tr)
    return with_facts(told, moment, _command_to_restore(invocation, newest))


def _way_back(invocation: Invocation, before: Backup | None) -> str:
    if before is None:
        return invocation.tr("恢复前没有完好的数据可备份；如有损坏的文件，留在 damaged 文件夹里。")
    told = invocation.tr("恢复前的数据已备份，想撤销请运行：%1")
    return told.replace("%1", _command_to_restore(invocation, before))


def _command_to_restore(invocation: Invocation, kept: Backup) -> str:
    """Return the command line that restores ``kept``, whatever folder it is run in."""
    words = ["cs-desk", "restore"]
    if invocation.data_folder is not None:
        words += ["--data-dir", str(invocation.data_folder.absolute())]
    words.append(str(Path(kept.file).absolute()))
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
