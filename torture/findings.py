"""What one round found, and many of them as a row of the table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from torture.table import Row

if TYPE_CHECKING:
    from collections.abc import Sequence


class Fault(Enum):
    """How a round can fail."""

    LOST = "an acknowledged change was lost"
    UNREADABLE = "the store could not be used"
    WRONG = "the store is wrong and does not say so"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one round found.

    Attributes:
        acknowledged: How many changes had been acknowledged.
        fault: What was wrong; None if nothing.
        detail: The same in words.
    """

    acknowledged: int
    fault: Fault | None = None
    detail: str = ""


def row_of(trial: str, findings: Sequence[Finding], note: str = "") -> Row:
    """Return the row of a trial that passes if no round failed."""
    faults = [finding for finding in findings if finding.fault]
    verdict = f"FAILED: {faults[0].detail}" if faults else "nothing lost"
    is_passed = bool(findings) and not faults
    return _row(trial, findings, f"{verdict}; {note}" if note else verdict, is_passed=is_passed)


def row_of_mutant(trial: str, findings: Sequence[Finding]) -> Row:
    """Return the row of a store that was made worse on purpose: it passes if that shows."""
    is_convicted = any(finding.fault for finding in findings)
    verdict = "convicted" if is_convicted else "NOT CONVICTED: the trial is blind to it"
    return _row(trial, findings, verdict, is_passed=is_convicted)


def row_of_skipped(trial: str, why: str) -> Row:
    """Return the row of a trial that this computer does not allow."""
    return _row(trial, (), f"skipped: {why}", is_passed=True)


def _row(trial: str, findings: Sequence[Finding], verdict: str, *, is_passed: bool) -> Row:
    def count(fault: Fault) -> int:
        return sum(finding.fault is fault for finding in findings)

    return Row(
        trial,
        len(findings),
        sum(finding.acknowledged for finding in findings),
        count(Fault.LOST),
        count(Fault.UNREADABLE),
        count(Fault.WRONG),
        is_passed,
        verdict,
    )
