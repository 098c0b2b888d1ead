"""Windows programs in a Debian chroot with Wine."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ENVIRON = {
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "XDG_RUNTIME_DIR": "/tmp",
    "WINEARCH": "win64",
    "WINEDEBUG": "-all",
    # Neither .NET nor a browser is asked for.
    "WINEDLLOVERRIDES": "mscoree=d;mshtml=d",
    "WINEPREFIX": "/prefix",
}
# Python for Windows ends at once where one of the three is a file or /dev/null.
_ALL_PIPES = 'cat | wine "$@" 2> >(cat >&2) | cat; exit "${PIPESTATUS[1]}"'


@dataclass(frozen=True, slots=True)
class Told:
    """What a program left: its exit status and its words."""

    status: int
    out: str
    err: str


class Wine:
    """One Windows, as empty as after its installation.

    Args:
        root: The chroot.
        environ: What the programs find in their environment besides: the display.

    Attributes:
        root: The same.
        user: The folder of its only user, seen from here.
    """

    def __init__(self, root: Path, environ: Mapping[str, str]) -> None:
        self.root = root
        self.user = root / "prefix" / "drive_c" / "users" / "root"
        self._environ = {**_ENVIRON, **environ}

    def set_up(self) -> None:
        """Make the Windows folders."""
        self.run_linux("sh", "-c", "wineboot -i 2>/dev/null | cat")

    def end(self) -> None:
        """End every program that still runs."""
        self.run_linux("wineserver", "-k", "-w")

    def command(self, *program: str) -> list[str]:
        """Return what starts a Windows program; stdin, stdout and stderr may be anything."""
        return self._in_chroot("bash", "-c", _ALL_PIPES, "wine", *program)

    def run(self, *program: str, stdin: str = "", seconds: float = 60) -> Told:
        """Run a Windows program to its end."""
        return self._run(self.command(*program), stdin, seconds)

    def run_linux(self, *program: str, seconds: float = 300) -> Told:
        """Run a program of the chroot's Debian to its end."""
        return self._run(self._in_chroot(*program), "", seconds)

    def _in_chroot(self, *program: str) -> list[str]:
        environ = [f"{name}={value}" for name, value in self._environ.items()]
        return ["chroot", str(self.root), "env", "-i", "-C", "/desk", *environ, *program]

    def _run(self, command: list[str], stdin: str, seconds: float) -> Told:
        done = subprocess.run(
            command,
            input=stdin.encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
        return Told(done.returncode, done.stdout.decode(), done.stderr.decode())


def windows_path(path: str) -> str:
    """Return a path of the chroot as Windows programs write it."""
    return "Z:" + path.replace("/", "\\")
