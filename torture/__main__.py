"""Run the trials and print their table.

Usage, from the root of the repository: ``python -m torture [--seed N] [--share N] [TRIAL …]``
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from torture import damage, failing_calls, full_disk, fuzz, kills, power_cuts
from torture.table import Row, table_of

if TYPE_CHECKING:
    from collections.abc import Callable


class Trial(NamedTuple):
    """A trial and how often it is done in the long form; for ``fuzz``, seconds for each reader."""

    run: Callable[[int, int], list[Row]]
    rounds: int


TRIALS = {
    "kills": Trial(kills.run, 1_000),
    "damage": Trial(damage.run, 300),
    "power": Trial(power_cuts.run, 2_000),
    "calls": Trial(failing_calls.run, 1),
    "full": Trial(full_disk.run, 10),
    "fuzz": Trial(fuzz.run, 60),
}

_ALL = "all"


def main() -> int:
    """Run the chosen trials; return 1 if one failed."""
    chosen = _arguments()
    rows: list[Row] = []
    for name in TRIALS if _ALL in chosen.trials else chosen.trials:
        trial = TRIALS[name]
        started = time.monotonic()
        rows += trial.run(max(1, trial.rounds * chosen.share // 100), chosen.seed)
        print(f"{name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    print(table_of(rows))
    return not all(row.is_passed for row in rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m torture", description="Run the trials and print their table."
    )
    names = (*TRIALS, _ALL)
    parser.add_argument(
        "trials", nargs="*", metavar=f"{{{','.join(names)}}}", default=_ALL, choices=names
    )
    parser.add_argument("--seed", type=int, default=1, help="another one tries other states")
    parser.add_argument("--share", type=int, default=100, help="per cent of the rounds")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
