"""Where a person wants a file of the desk's data to be written, and what must not happen to it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.domain.errors import BackupFailedError, Sentence
from cs_desk.storage.backup_file import is_backup
from cs_desk.storage.json_export import is_export_head
from cs_desk.storage.placed_file import COMPANIONS
from cs_desk.storage.restoring import pending_file

if TYPE_CHECKING:
    from collections.abc import Callable

_EXPORT_HEAD = 256


def chosen_backup(file: str, database_file: Path) -> Path:
    """Return the path at which a backup may be written.

    Raises:
        BackupFailedError: Something else stands there, or there is no such folder.
        OSError: What stands there cannot be looked at.
    """
    return _chosen(Path(file), database_file, is_backup)


def chosen_export(file: str, database_file: Path) -> Path:
    """Return the path at which a JSON export may be written; see ``chosen_backup``."""
    return _chosen(Path(file), database_file, _is_export)


def is_part_of_store(file: Path, database_file: Path) -> bool:
    """Return whether ``file`` is the store's own file, by whatever name, or belongs to it."""
    own = [database_file, pending_file(database_file)]
    own += [database_file.with_name(database_file.name + suffix) for suffix in COMPANIONS]
    return any(_resolved(file) == _resolved(each) or _is_same(file, each) for each in own)


def _chosen(file: Path, database_file: Path, is_ours: Callable[[Path], bool]) -> Path:
    target = _resolved(file)
    obstacle = _obstacle(target, database_file, is_ours)
    if obstacle is not None:
        raise BackupFailedError(obstacle)
    return target


def _obstacle(
    target: Path, database_file: Path, is_ours: Callable[[Path], bool]
) -> Sentence | None:
    place = (str(target),)
    if not target.parent.is_dir():
        return Sentence("没有文件夹「%1」，请先建好，或换一个位置", (str(target.parent),))
    if target.is_dir():
        return Sentence("「%1」是一个文件夹，请写上文件名", place)
    if is_part_of_store(target, database_file):
        return Sentence("「%1」是正在使用的数据文件，请换一个文件名", place)
    if target.exists() and not (target.is_file() and is_ours(target)):
        return Sentence("「%1」已经存在，而且不是客服台写的备份，没有覆盖，请换一个文件名", place)
    # SQLite would add the changes of another file's log to it.
    if any(target.with_name(target.name + suffix).exists() for suffix in COMPANIONS):
        return Sentence("「%1」正被别的程序使用，请换一个文件名", place)
    return None


def _is_export(file: Path) -> bool:
    with file.open("rb") as opened:
        return is_export_head(opened.read(_EXPORT_HEAD))


def _resolved(file: Path) -> Path:
    # Path.resolve raises where links lead in a circle.
    return Path(os.path.realpath(file))


def _is_same(file: Path, own: Path) -> bool:
    try:
        return file.samefile(own)
    except OSError:
        return False
