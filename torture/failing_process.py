"""A process that does one operation while a call fails, and then looks what came of it."""

from __future__ import annotations

import json
import os
import signal
import socket
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from cs_desk.domain.backup import BackupReason
from cs_desk.domain.errors import DeskError, StoreFailedError
from cs_desk.storage.database import DeskDatabase
from torture.desk_content import Content, content_of
from torture.desk_folder import SteppingClock, backups_of, start, store_of
from torture.failing_call import FailingCall, Injection, Lasting

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.storage.backup_folder import BackupFolder
    from torture.desk_operations import DeskOperation

PATIENCE_S = 60.0
DAMAGED: Content = {"": ["damaged, and a sound backup is there"]}

_LATER_HOURS = 100


class Answer(NamedTuple):
    """What the program was told.

    Attributes:
        is_done: Whether the operation returned.
        backup: The backup that it made; empty if none.
        outcome_known: Whether an error means that nothing was changed.
        trouble: What a person must never see: a traceback.
        words: The error's own words.
    """

    is_done: bool
    backup: str = ""
    outcome_known: bool = True
    trouble: str = ""
    words: str = ""


class Aftermath(NamedTuple):
    """What is there when calls succeed again.

    Attributes:
        memory: What the open desk shows.
        disk: What the file holds, read anew.
        trouble: Why the desk does not go on working; empty if it does.
    """

    memory: Content
    disk: Content
    trouble: str = ""


class Round(NamedTuple):
    """One operation with one failing call.

    Attributes:
        has_struck: Whether a call failed; False if the operation has fewer of them.
        answer: What the program was told meanwhile.
        aftermath: What was there afterwards.
    """

    has_struck: bool
    answer: Answer
    aftermath: Aftermath


def play(operation: DeskOperation, folder: Path, call: FailingCall | None) -> Round:
    """Do ``operation`` in a process of its own, with ``call`` failing, and look what came of it.

    The processes are forks of this one, so that they need to import nothing.
    """
    with _Forked(partial(_operate, operation, folder)) as program:
        program.hear()
        injection = Injection(program.pid, call, folder.with_suffix(".log")) if call else None
        program.go_on()
        answer = Answer(*program.hear())
        if call and call.lasting is Lasting.UNTIL_KILLED:
            program.kill()
        has_struck = injection.end() if injection else False
        if not program.is_killed:
            program.go_on()
            return Round(has_struck, answer, Aftermath(*program.hear()))
    with _Forked(partial(_look, folder, answer)) as next_program:
        return Round(has_struck, answer, Aftermath(*next_program.hear()))


class _Forked:
    """A fork of this process that does ``work`` and is killed at the end.

    Args:
        work: Gets a function that tells this process something and waits until it may go on.
    """

    def __init__(self, work: Callable[[Callable[[object], None]], None]) -> None:
        # A socket, because the calls that write to files are those that fail.
        self._socket, theirs = socket.socketpair()
        self.is_killed = False
        self.pid = os.fork()
        if not self.pid:
            try:
                work(partial(_take_turns, theirs))
            finally:
                os._exit(0)
        theirs.close()
        self._socket.settimeout(PATIENCE_S)
        self._told = self._socket.makefile("r")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._told.close()
        self._socket.close()

    def hear(self) -> Any:  # noqa: ANN401  # JSON
        """Return what it tells next."""
        return json.loads(self._told.readline())

    def go_on(self) -> None:
        """Let it go on."""
        self._socket.sendall(b"go\n")

    def kill(self) -> None:
        """End it at once."""
        if not self.is_killed:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self.is_killed = True


def _operate(operation: DeskOperation, folder: Path, tell: Callable[[object], None]) -> None:
    database = operation.ready(folder)
    tell("ready")
    answer = _answer(operation, folder, database)
    tell(answer)
    tell(_aftermath(folder, database, answer))


def _look(folder: Path, answer: Answer, tell: Callable[[object], None]) -> None:
    tell(_aftermath(folder, None, answer))


def _take_turns(parent: socket.socket, told: object) -> None:
    parent.sendall(json.dumps(told).encode() + b"\n")
    parent.recv(3)


def _answer(operation: DeskOperation, folder: Path, database: DeskDatabase | None) -> Answer:
    try:
        backup = operation.act(folder, database)
    except StoreFailedError as error:
        return Answer(is_done=False, outcome_known=error.outcome_known, words=str(error))
    except DeskError as error:
        return Answer(is_done=False, words=f"{type(error).__name__}: {error}")
    except Exception:  # noqa: BLE001  # that none but ours is raised is what is tried here
        return Answer(is_done=False, trouble=traceback.format_exc())
    return Answer(is_done=True, backup=backup)


def _aftermath(folder: Path, database: DeskDatabase | None, answer: Answer) -> Aftermath:
    backups = backups_of(folder, SteppingClock(_LATER_HOURS))
    try:
        trouble = _trouble_of_backups(backups, answer)
        if database is None:
            database = start(folder, backups)
        if database is None:
            return Aftermath(DAMAGED, DAMAGED, trouble or _trouble_of_restoring(backups))
        memory = content_of(database)
        with DeskDatabase(store_of(folder)) as other:
            disk = content_of(other)
        trouble = trouble or _trouble_of_going_on(database, store_of(folder), backups)
    except Exception:  # noqa: BLE001  # the same
        return Aftermath({}, {}, traceback.format_exc())
    return Aftermath(memory, disk, trouble)


def _trouble_of_backups(backups: BackupFolder, answer: Answer) -> str:
    if answer.backup and not Path(answer.backup).exists():
        return f"{answer.backup} was acknowledged, but is gone"
    for backup in backups.all():
        backups.describe(backup.file)
    return ""


def _trouble_of_restoring(backups: BackupFolder) -> str:
    (newest, *_) = backups.all()
    backups.restore(newest.file)
    return ""


def _trouble_of_going_on(database: DeskDatabase, store: Path, backups: BackupFolder) -> str:
    database.table("afterwards").insert({"key": "goes on"})
    expected = content_of(database)
    backups.keep(BackupReason.MANUAL)
    database.close()
    with DeskDatabase(store) as reopened:
        if content_of(reopened) != expected:
            return "the change afterwards is gone"
    left = [path.name for path in Path(backups.folder).glob(".*")]
    return f"left behind: {left}" if left else ""
