"""Runs every check; started by scripts/check_windows.sh, which prepares the chroot.

Usage: python packaging/windows/check ROOT HOME
"""

from __future__ import annotations

import sys
from pathlib import Path

from installer import check_installer
from program import build, check_commands, check_window
from report import Report
from suites import run_suites
from wine import Wine

from tests.journeys.xsession import XSession


def main(root: Path, home: Path) -> int:
    """Check everything in turn; return the exit status."""
    report = Report()
    with XSession(home) as session:
        wine = Wine(root, session.essentials)
        try:
            _check(wine, report, session)
        finally:
            wine.end()
    report.tell_table()
    return 0 if report.all_right else 1


def _check(wine: Wine, report: Report, session: XSession) -> None:
    with report.step("Windows folders") as step:
        wine.set_up()
        step.found = wine.run("cmd", "/c", "ver").out.strip()
        assert "Windows" in step.found, step.found
    build(wine, report)
    check_commands(wine, report, wine.root / "built")
    check_window(wine, report, session, wine.root.parent)
    check_installer(wine, report, session)
    run_suites(wine, report)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
