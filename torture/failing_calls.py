"""The Nth call to the disk fails, for N = 1, 2, 3 … until the operation needs no more of them.

That is how SQLite tests itself. Every kind of call that changes files has its turn, with the
errors of a bad disk and of a full one: once, or for good until the disk is mended, or until the
process is killed.
"""

from __future__ import annotations

import shutil
from itertools import count, product, starmap
from typing import TYPE_CHECKING

from torture.desk_operations import OPERATIONS
from torture.failing_call import FailingCall, Lasting
from torture.failing_process import play
from torture.findings import Fault, Finding, row_of, row_of_skipped
from torture.parallel import in_parallel
from torture.recording import why_not_traced
from torture.scratch import scratch_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from torture.desk_operations import DeskOperation
    from torture.failing_process import Round
    from torture.table import Row

# strace passes over names with a question mark if the processor does not have them.
CALLS = (
    "pwrite64",
    "write",
    "fsync",
    "fdatasync",
    "ftruncate",
    "openat",
    "?unlink,unlinkat",
    "?rename,?renameat,renameat2",
)
ERRORS = ("EIO", "ENOSPC")


def run(_rounds: int, _seed: int) -> list[Row]:
    """Let every call of every operation fail; nothing is left to chance."""
    if why := why_not_traced():
        return [row_of_skipped("failing call", why)]
    shares = [(name, CALLS, ERRORS) for name in OPERATIONS]
    results = in_parallel(examine, shares)
    return [
        row_of(f"failing call, {name}", findings)
        for name, findings in zip(OPERATIONS, results, strict=True)
    ]


def examine(
    name: str,
    calls: Sequence[str],
    errors: Sequence[str],
    lastings: Sequence[Lasting] = tuple(Lasting),
) -> list[Finding]:
    """Do one operation again and again, each time with another call failing.

    Args:
        name: The operation's.
        calls: Kinds of calls that fail, each in its turn.
        errors: What they return.
        lastings: How long they fail.

    Returns:
        What was found each time.
    """
    operation = OPERATIONS[name]
    with scratch_folder() as scratch:
        _warm_up(operation, _made(scratch / "warm"))
        operation.lay_out(_made(scratch / "before"))
        sound = _play(operation, scratch, None)
        before = _play(_Nothing(operation), scratch, None).aftermath.disk
        return [
            _judge(each, call, before, sound.aftermath.disk)
            for first in starmap(FailingCall, product(calls, errors, (1,), lastings))
            for call, each in _until_spared(operation, scratch, first)
        ]


class _Nothing:
    """An operation that does nothing, where another one would begin."""

    name = "nothing"

    def __init__(self, operation: DeskOperation) -> None:
        self.lay_out, self.ready = operation.lay_out, operation.ready

    def act(self, _folder: Path, _database: object) -> str:
        """Do nothing."""
        return ""


def _warm_up(operation: DeskOperation, folder: Path) -> None:
    """Do it once, so that Python imports nothing while a call fails."""
    operation.lay_out(folder)
    database = operation.ready(folder)
    operation.act(folder, database)
    if database is not None:
        database.close()


def _until_spared(
    operation: DeskOperation, scratch: Path, first: FailingCall
) -> Iterator[tuple[FailingCall, Round]]:
    for nth in count(1):
        call = first._replace(nth=nth)
        played = _play(operation, scratch, call)
        if not played.has_struck:
            return
        yield call, played


def _play(operation: DeskOperation, scratch: Path, call: FailingCall | None) -> Round:
    folder = scratch / "now"
    shutil.copytree(scratch / "before", folder)
    try:
        return play(operation, folder, call)
    finally:
        shutil.rmtree(folder)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _judge(played: Round, call: FailingCall, before: object, after: object) -> Finding:
    answer, found = played.answer, played.aftermath
    acknowledged = int(answer.is_done)
    if trouble := answer.trouble or found.trouble:
        return Finding(acknowledged, Fault.UNREADABLE, f"{call}: {_last_line(trouble)}")
    if found.memory != found.disk:
        return Finding(acknowledged, Fault.WRONG, f"{call}: memory is not what the disk holds")
    if answer.is_done and found.disk != after:
        return Finding(acknowledged, Fault.LOST, f"{call}: acknowledged, but not there")
    if not answer.is_done and answer.outcome_known and found.disk != before:
        return Finding(acknowledged, Fault.WRONG, f"{call}: refused, but there: {answer.words}")
    if found.disk not in (before, after):
        return Finding(acknowledged, Fault.WRONG, f"{call}: half a change")
    return Finding(acknowledged)


def _last_line(trouble: str) -> str:
    return trouble.strip().splitlines()[-1]
