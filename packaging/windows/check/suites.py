"""The test suite on Windows' own Python, as far as it has to do with Windows or needs no screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report import Report
    from wine import Wine

# The journeys drive Linux programs; tests/ui and tests/commands take more than ten minutes each.
_FOLDERS = ("desktop", "storage", "domain", "exchange", "app")
_PYTHON = "/python/python.exe"
_PATIENCE_S = 900


def run_suites(wine: Wine, report: Report) -> None:
    """Run the tests folder by folder; what does not hold on Windows is left out with a reason."""
    for folder in _FOLDERS:
        with report.step(f"tests/{folder}") as step:
            told = wine.run(
                _PYTHON,
                *("-m", "pytest", f"tests/{folder}", "-q", "-p", "no:cacheprovider"),
                *("--tb=short", "--basetemp", "C:\\t", "-rf"),
                seconds=_PATIENCE_S,
            )
            (wine.root.parent / f"tests-{folder}.log").write_text(told.out + told.err)
            step.found = summary(told.out)
            assert told.status == 0, f"{step.found}; see tests-{folder}.log"


def summary(said: str) -> str:
    """Return the counts that pytest ends with."""
    counts = re.findall(r"^.*\b(?:passed|failed|error).* in .*$", said, re.MULTILINE)
    return counts[-1].strip("= \r") if counts else said[-300:].strip()
