"""Where the program begins; it loads of itself only what it is asked for."""

from __future__ import annotations

import sys

from cs_desk import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments == ["--version"] and _tells_version():
        return 0
    from cs_desk.program import run_program  # noqa: PLC0415 - --version needs nothing of it

    return run_program(arguments)


def _tells_version() -> bool:
    """Print the version; False if that fails, which the whole program knows how to tell."""
    if sys.stdout is None:
        return False
    try:
        sys.stdout.write(f"cs-desk {__version__}\n")
        sys.stdout.flush()
    except OSError:
        return False
    return True
