"""A disk that is really full: 4 MB in memory, 1 MB of it taken by somebody else."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from torture.filled_disk import FilledDisk
from torture.findings import Fault, Finding, row_of, row_of_skipped
from torture.parallel import in_parallel
from torture.recording import ROOT
from torture.scratch import scratch_folder

if TYPE_CHECKING:
    from torture.table import Row

_TRIAL = "full disk"
# SQLite's log alone must not take the disk: half of the 3 MB have to hold documents of 1 KB.
FEWEST_DOCUMENTS = 1_500


def why_not_mounted() -> str:
    """Return why no disk can be mounted here for one process; empty if one can."""
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    try:
        tried = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        return f"no unshare: {error.strerror}"
    return f"no mount: {tried.stderr.strip()}" if tried.returncode else ""


def run(rounds: int, seed: int) -> list[Row]:
    """Fill ``rounds`` disks."""
    if why := why_not_mounted():
        return [row_of_skipped(_TRIAL, why)]
    told = in_parallel(fill, [(seed + number,) for number in range(rounds)])
    fewest = min(each.when_full for each in told)
    note = f"{fewest:,} documents of 1 KB in 3 MB"
    return [row_of(_TRIAL, [judge(each) for each in told], note)]


def fill(seed: int) -> FilledDisk:
    """Fill one disk and return what came of it."""
    with scratch_folder() as folder:
        program = [sys.executable, "-m", "torture.full_disk_writer", str(folder), str(seed)]
        done = subprocess.run(
            ["unshare", "-rm", *program], cwd=ROOT, capture_output=True, text=True, check=False
        )
    if done.returncode:
        return FilledDisk(trouble=done.stderr.strip().splitlines()[-1])
    return FilledDisk(**json.loads(done.stdout))


def judge(disk: FilledDisk) -> Finding:
    """Return what is to be said of one disk that was filled."""
    acknowledged = disk.when_full + disk.with_more_room
    if disk.trouble:
        return Finding(acknowledged, Fault.UNREADABLE, disk.trouble)
    if disk.found < acknowledged:
        gone = acknowledged - disk.found
        return Finding(acknowledged, Fault.LOST, f"{gone} acknowledged documents are gone")
    if not disk.is_equal or disk.found > acknowledged:
        return Finding(acknowledged, Fault.WRONG, "the file holds something else than was shown")
    if not disk.outcome_known:
        return Finding(acknowledged, Fault.WRONG, "refused, but not sure whether it was stored")
    if disk.when_full < FEWEST_DOCUMENTS:
        return Finding(acknowledged, Fault.UNREADABLE, f"full at {disk.when_full} documents")
    if not disk.with_more_room:
        return Finding(acknowledged, Fault.UNREADABLE, "it did not go on when there was room")
    return Finding(acknowledged)
