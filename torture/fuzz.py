"""Files that anybody may send: every reader of libraries refuses them in words, and goes on.

Bombs are read under a limit of memory; damaged files are made by a fuzzer that watches which
branches of the readers they reach.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from cs_desk.domain.library.incoming import FileFormat
from torture.bombs import BOMBS, REFUSED
from torture.findings import Fault, Finding, row_of, row_of_skipped
from torture.parallel import in_parallel
from torture.scratch import scratch_folder

if TYPE_CHECKING:
    from torture.table import Row

_MEMORY = 700_000_000
_SPARE_SECONDS = 60
_RUNS = re.compile(r"Done (\d+) runs")
_EXCEPTION = re.compile(r"[A-Za-z_][\w.]*(?:Error|Exception)\b")
_TOLD = 160


def run(rounds: int, seed: int) -> list[Row]:
    """Read every bomb, then fuzz each reader for ``rounds`` seconds."""
    rows = [row_of(f"bombs, {_MEMORY // 1_000_000} MB of memory", bombs())]
    if find_spec("atheris") is None:
        return [*rows, row_of_skipped("fuzzed files", "atheris is not there for this Python")]
    found = in_parallel(fuzz, [(format_, rounds, seed) for format_ in FileFormat])
    return rows + [
        row_of(f"fuzzed files, {format_}", [finding], f"{runs:,} files")
        for format_, (finding, runs) in zip(FileFormat, found, strict=True)
    ]


def bombs(limit: int = _MEMORY, *, every: bool = True) -> list[Finding]:
    """Return what came of each bomb under a limit of memory in bytes."""
    arguments = [str(limit), *(["all"] if every else [])]
    done = subprocess.run(
        [sys.executable, "-m", "torture.bombs", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    told = dict(line.split("\t", 1) for line in done.stdout.splitlines())
    return [
        _finding(told.get(bomb.name, done.stderr.strip()[-_TOLD:]), bomb.name)
        for bomb in BOMBS
        if every or bomb.is_quick
    ]


def fuzz(format_: FileFormat, seconds: int, seed: int) -> tuple[Finding, int]:
    """Return what damaged files did to the reader of a format, and how many they were."""
    with scratch_folder() as folder:
        arguments = (format_, str(seconds), str(seed), str(folder))
        done = subprocess.run(
            [sys.executable, "-m", "torture.fuzz_reader", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds + _SPARE_SECONDS,
            check=False,
        )
        broken = next(folder.glob("*-*"), None) if done.returncode else None
        content = "" if broken is None else f" {broken.read_bytes()[:_TOLD]!r}"
    counted = _RUNS.search(done.stdout)
    runs = int(counted[1]) if counted else 0
    if done.returncode == 0 and runs:
        return Finding(0), runs
    return Finding(0, Fault.WRONG, f"{_exception(done.stdout)}{content}"), runs


def _finding(told: str, name: str) -> Finding:
    if told.startswith(REFUSED):
        return Finding(0)
    return Finding(0, Fault.WRONG, f"{name}: {told}")


def _exception(told: str) -> str:
    lines = [line for line in told.splitlines() if _EXCEPTION.match(line)]
    return lines[0] if lines else told.strip()[-_TOLD:]
