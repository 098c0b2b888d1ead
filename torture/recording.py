"""Running a program under strace, to learn what it asked of the disk and when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from torture.strace_lines import CALLS, StraceReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torture.disk_operations import Operation

ROOT = Path(__file__).parents[1]


def why_not_traced() -> str:
    """Return why no process can be traced here; empty if one can."""
    if which("strace") is None:
        return "strace is not installed"
    probe = ["strace", "-f", "--seccomp-bpf", "-e", "trace=write", "-o", "/dev/null", "true"]
    tried = subprocess.run(probe, capture_output=True, text=True, check=False)
    return f"strace may not trace: {tried.stderr.strip()}" if tried.returncode else ""


def record(folder: Path, arguments: Sequence[str]) -> list[Operation]:
    """Run ``python`` with ``arguments`` and return its operations on ``folder``, in order.

    Raises:
        RuntimeError: The program failed.
        UnknownCallError: It used a call that cannot be followed.
    """
    lines = folder.with_suffix(".strace")
    command = ["strace", "-f", "--seccomp-bpf", "-xx", "-y", "-s", "100000000"]
    command += ["-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(lines)]
    # These do not show what they copy; without them, Python reads and writes.
    command += ["-e", "inject=sendfile,copy_file_range:error=ENOSYS"]
    done = subprocess.run(
        [*command, sys.executable, *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    with lines.open() as file:
        return list(StraceReader(folder).read(file))
