"""How large the built program is, and how fast its window and commands begin beside the source's.

Usage, from the root of the repository: ``python -m benchmarks._built_program dist/cs_desk``; part
of ``make dist``. Ends with status 1 if a bar is missed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import print_bar
from benchmarks.start import ROOT, Screen, compare
from tests.journeys.xsession import XSession

ROUNDS = 9
LARGEST_MB, MOST_TO_START = 110.0, 1.5
LARGEST_SHOWN = 6


def megabytes(folder: Path) -> float:
    """Print the largest files of ``folder``; return the size of all, in millions of bytes."""
    # Links cost nothing; a file's length does not depend on the file system.
    files = [f for f in folder.rglob("*") if f.is_file() and not f.is_symlink()]
    sizes = {str(file.relative_to(folder)): file.stat().st_size / 1e6 for file in files}
    for name in sorted(sizes, key=lambda name: -sizes[name])[:LARGEST_SHOWN]:
        print(f"    {sizes[name]:6.1f} MB  {name}")
    return sum(sizes.values())


def start_ratio(built: Path, rounds: int) -> float:
    """Print how long windows take; return that of the built program in terms of the source's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = folder / "home"
        home.mkdir()
        source = (sys.executable, "-m", "cs_desk", "--data-dir", str(folder / "source"))
        frozen = (str(built / "cs_desk"), "--data-dir", str(folder / "built"))
        with XSession(home) as session:
            screen = Screen(session)
            for command in (source, frozen):
                screen.seconds_to_see(*command)
            print(f"start to a window with the keyboard, median of {rounds}")
            ratios = compare(
                rounds,
                {
                    "from source": lambda: screen.seconds_to_see(*source),
                    "built": lambda: screen.seconds_to_see(*frozen),
                },
            )
    return ratios["built"]


def main() -> int:
    """Print the figures and their bars."""
    built = (ROOT / sys.argv[1]).resolve()
    rounds = int(sys.argv[2]) if sys.argv[2:] else ROUNDS
    print(f"\n{built}")
    size = megabytes(built)
    ratio = start_ratio(built, rounds)
    print_bar("the folder, unpacked", size, LARGEST_MB, "MB")
    print_bar("the built window's start / the source's", ratio, MOST_TO_START, "x")
    return int(size > LARGEST_MB or ratio > MOST_TO_START)


if __name__ == "__main__":
    sys.exit(main())
