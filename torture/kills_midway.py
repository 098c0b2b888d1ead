"""The desk is killed while it does something long, and started again."""

from __future__ import annotations

import random
import shutil
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import DataFaultError, DeskError
from cs_desk.storage.database import DeskDatabase
from torture.desk_content import Content, content_of
from torture.desk_folder import SteppingClock, backups_of, store_of
from torture.findings import Fault, Finding
from torture.kills_backups import fault_of_backups
from torture.kills_operations import MIDWAY
from torture.kills_process import DoomedProcess
from torture.scratch import scratch_folder

if TYPE_CHECKING:
    from torture.desk_operations import DeskOperation
    from torture.kills_process import Say

_READY, _DONE = "ready", "done"
_LATER_HOURS = 1_000
# Some are killed only after the end.
_LATEST = 2.0


class State(NamedTuple):
    """A desk at one moment.

    Attributes:
        content: What it holds; None if it is damaged and has to be restored.
        backups: The names of its backups.
    """

    content: Content | None
    backups: frozenset[str]


def kill_midway(name: str, kills: int, seed: int) -> list[Finding]:
    """Kill one of ``MIDWAY`` again and again, and return what each round found."""
    chance = random.Random(f"{name} {seed}")
    (operation,) = (each for each in MIDWAY if each.name == name)
    with scratch_folder() as scratch:
        template = scratch / "before"
        template.mkdir()
        operation.lay_out(template)
        before = _state(template)
        shutil.copytree(template, scratch / "after")
        took_s = _do(operation, scratch / "after")
        after = _state(scratch / "after")
        findings = []
        for number in range(kills):
            folder = scratch / f"{number}"
            shutil.copytree(template, folder)
            with DoomedProcess(partial(_act, operation, folder), scratch / "log") as process:
                process.hear_until(_READY)
                process.hear_for(chance.uniform(0, _LATEST * took_s))
                said = process.kill()
            findings.append(_examine(folder, before, after, said))
            shutil.rmtree(folder)
        return findings


def _do(operation: DeskOperation, folder: Path) -> float:
    """Do it to its end; return how many seconds it took when nothing had to be imported."""
    for _ in range(2):
        shutil.rmtree(folder)
        shutil.copytree(folder.with_name("before"), folder)
        database = operation.ready(folder)
        started = time.monotonic()
        operation.act(folder, database)
        took_s = time.monotonic() - started
        if database is not None:
            database.close()
    return took_s


def _act(operation: DeskOperation, folder: Path, say: Say) -> None:
    database = operation.ready(folder)
    say(_READY)
    operation.act(folder, database)
    say(_DONE)
    time.sleep(3600)


def _state(folder: Path) -> State:
    """Return the state of a desk, which is not changed by that."""
    copy = folder.with_name("looked at")
    shutil.copytree(folder, copy)
    try:
        names = frozenset(path.name for path in (folder / "backups").glob("desk-*.db"))
        return State(_start(copy), names)
    finally:
        shutil.rmtree(copy)


def _start(folder: Path) -> Content | None:
    """Start the desk as the program does; None if a backup has to be restored."""
    backups = backups_of(folder, SteppingClock(_LATER_HOURS))
    backups.finish_restore()
    store = store_of(folder)
    if not store.exists() and backups.all():
        return None

    def keep() -> None:
        backups.keep(BackupReason.MIGRATION)

    try:
        with DeskDatabase(store, before_migration=keep) as database:
            return content_of(database)
    except DataFaultError:
        return None


def _examine(folder: Path, before: State, after: State, said: list[str]) -> Finding:
    is_done = _DONE in said
    trouble = [line for line in said if line.startswith("trouble")]
    try:
        fault, told = (
            Fault.UNREADABLE,
            "".join(trouble) or fault_of_backups(store_of(folder), folder / "backups"),
        )
        if not told:
            fault, told = _fault(folder, before, after, is_done=is_done)
        if not told:
            fault, told = Fault.UNREADABLE, _trouble_of_going_on(folder)
    except DeskError as error:
        fault, told = Fault.UNREADABLE, f"{type(error).__name__}: {error}"
    return Finding(int(is_done), fault if told else None, told)


def _fault(folder: Path, before: State, after: State, *, is_done: bool) -> tuple[Fault, str]:
    found = _state(folder)
    if found.content not in (before.content, after.content):
        return Fault.WRONG, "the store is neither the old nor the new one"
    if is_done and found != after:
        return Fault.LOST, "what was acknowledged is not there"
    if gone := before.backups & after.backups - found.backups:
        return Fault.LOST, f"the backups {sorted(gone)} are gone"
    if alien := found.backups - before.backups - after.backups:
        return Fault.WRONG, f"the backups {sorted(alien)} are there"
    is_changed = before.content != after.content and found.content == after.content
    new = (folder / "backups" / name for name in found.backups - before.backups)
    was_kept = (
        _content_of_backup(file, folder.with_name("opened")) == before.content for file in new
    )
    if is_changed and before.content is not None and not any(was_kept):
        return Fault.LOST, "the backup of what was there before is not there"
    aside = (folder / "data" / "damaged").glob("desk-*.db")
    if is_changed and before.content is None and not list(aside):
        return Fault.LOST, "the damaged store was not kept"
    return Fault.WRONG, ""


def _trouble_of_going_on(folder: Path) -> str:
    """Start, restore the newest backup, write and back up; return what fails of that."""
    backups = backups_of(folder, SteppingClock(_LATER_HOURS, 1))
    _start(folder)
    newest = backups.newest_sound()
    if newest:
        expected = _content_of_backup(Path(newest.file), folder.with_name("opened"))
        backups.restore(newest.file)
        if _start(folder) != expected:
            return "the newest backup does not come back"
    with DeskDatabase(store_of(folder), busy_timeout_s=0) as database:
        database.insert({"key": "afterwards"})
        expected = content_of(database)
    backups.keep(BackupReason.MANUAL)
    if _start(folder) != expected:
        return "a change afterwards is gone"
    places = folder / "data", folder / "backups"
    left = [path.name for place in places for path in (*place.glob(".*"), *place.glob("*.rest*"))]
    return f"left behind: {left}" if left else ""


def _content_of_backup(file: Path, folder: Path) -> Content:
    folder.mkdir()
    try:
        shutil.copyfile(file, folder / "desk.db")
        with DeskDatabase(folder / "desk.db") as database:
            return content_of(database)
    finally:
        shutil.rmtree(folder)
