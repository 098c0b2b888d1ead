"""Starting the desk after a power cut, and looking for what was promised before it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import DeskError
from cs_desk.storage.database import DeskDatabase
from torture.desk_content import LOSS, content_of, digest_of
from torture.desk_folder import SteppingClock, backups_of, start, store_of
from torture.findings import Fault, Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cs_desk.storage.backup_folder import BackupFolder
    from torture.told import Told

# Later than all that the program did.
_LATER_HOURS = 10_000


def examine(
    state: Mapping[str, bytes | None], told: Told, names: set[str], folder: Path
) -> Finding:
    """Start the desk in what a power cut left, and return what is wrong with it.

    Args:
        state: What the disk holds: a path's bytes; None is a folder.
        told: What the program had said.
        names: The backups that it had not thinned out again.
        folder: Where to lay it out; it must not exist.
    """
    _lay_out(state, folder)
    backups = backups_of(folder, SteppingClock(_LATER_HOURS))
    try:
        return (
            _fault_of_backups(folder, backups, told, names)
            or _fault_of_set_aside(folder, told)
            or _fault_of_store(folder, backups, told)
            or _fault_of_next_backup(folder, backups, told)
            or Finding(told.acknowledged)
        )
    except DeskError as error:
        return told.fault(Fault.UNREADABLE, f"{type(error).__name__}: {error}")
    finally:
        shutil.rmtree(folder)


def _lay_out(state: Mapping[str, bytes | None], folder: Path) -> None:
    folder.mkdir()
    for path, content in state.items():
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)


def _fault_of_backups(
    folder: Path, backups: BackupFolder, told: Told, names: set[str]
) -> Finding | None:
    found = {Path(each.file).name: Path(each.file) for each in backups.all()}
    for name in names - found.keys():
        return told.fault(Fault.LOST, f"the acknowledged backup {name} is gone")
    for name, path in found.items():
        # A backup holds what the store held, whether or not it was acknowledged.
        digest = _digest_of_backup(path, folder / "opened")
        if digest not in ([told.kept[name]] if name in told.kept else told.digests):
            return told.fault(Fault.WRONG, f"the backup {name} does not hold what it should")
    return None


def _digest_of_backup(file: Path, folder: Path) -> str:
    folder.mkdir()
    try:
        shutil.copyfile(file, folder / "desk.db")
        with DeskDatabase(folder / "desk.db") as database:
            return "damaged" if database.damaged_rows else digest_of(content_of(database))
    finally:
        shutil.rmtree(folder)


def _fault_of_set_aside(folder: Path, told: Told) -> Finding | None:
    found = len(list((folder / "data" / "damaged").glob("desk-*.db")))
    if found < told.set_aside:
        return told.fault(Fault.LOST, f"{found} of {told.set_aside} damaged stores were kept")
    return None


def _fault_of_store(folder: Path, backups: BackupFolder, told: Told) -> Finding | None:
    database = start(folder, backups)
    if database is None:
        if not told.is_damaged:
            return told.fault(Fault.UNREADABLE, "the store has to be restored, but was not damaged")
        newest = backups.newest_sound()
        assert newest  # or start() would have failed
        backups.restore(newest.file)
        database = DeskDatabase(store_of(folder))
    with database:
        content = content_of(database)
        loss = content.pop(LOSS, None)
        finding = told.judge(digest_of(content))
        if finding.fault:
            return finding
        if loss:
            return told.fault(Fault.WRONG, f"told of a loss that is none: {loss}")
        if database.damaged_rows:
            return told.fault(Fault.WRONG, f"damaged: {list(database.damaged_rows)}")
        database.insert({"key": "written after the power cut"})
        expected = content_of(database)
    with DeskDatabase(store_of(folder)) as database:
        if content_of(database) != expected:
            return told.fault(Fault.LOST, "a change after the power cut is gone")
    return None


def _fault_of_next_backup(folder: Path, backups: BackupFolder, told: Told) -> Finding | None:
    if not told.kept:
        return None
    backups.keep(BackupReason.MANUAL)
    left = [path.name for path in (folder / "backups").glob(".*")]
    return told.fault(Fault.WRONG, f"left behind: {left}") if left else None
