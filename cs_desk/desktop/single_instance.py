"""One window on a data folder: the first start keeps it, later ones call that window forward.

A lock file in the data folder decides who is first, as in KeePassXC. It names the process and the
computer that made it, so the lock of a process that was killed is taken over at once.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QSysInfo

from cs_desk.app.window_claim import WindowClaim

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication

_LOCK_FILE = "desk.window.lock"
_RINGS = 3
_OPENING_SECONDS = 5.0
_PAUSE_SECONDS = 0.02
# A lock file is held microseconds after it is made.
_SURELY_HELD_SECONDS = 2.0
_ASFW_ANY = -1


class SingleInstance:
    """Keeps a data folder to one window.

    In a folder that cannot be written there is no lock file, and whoever listens is the first.

    Args:
        folder: The data folder; it is made if it is missing.
        environ: Our environment: the computer's name, and what `doorbell_address` needs.
        opening_s: Seconds that a window which does not listen yet gets to open.

    Attributes:
        folder: The data folder.
    """

    def __init__(
        self, folder: Path, environ: Mapping[str, str], opening_s: float = _OPENING_SECONDS
    ) -> None:
        self.folder = folder
        self._environ = environ
        self._opening_s = opening_s
        self._lock = QLockFile(str(self.lock_file))
        self._lock.setStaleLockTime(0)  # a window stays open for as long as its agent likes

    @property
    def lock_file(self) -> Path:
        """The file that keeps other windows out."""
        return self.folder / _LOCK_FILE

    @property
    def computer(self) -> str:
        """Name of the computer that made the lock file; empty if that cannot be told."""
        return str(self._lock.getLockInfo()[1])

    def claim(self) -> WindowClaim:
        """Become the one window of the data folder, or call the open one forward."""
        # Qt's network part takes time to load that a first start, as a rule, can do without.
        if self._lock_folder():
            return WindowClaim.FIRST
        from cs_desk.desktop.doorbell import Response, doorbell_address, ring  # noqa: PLC0415

        address = doorbell_address(self.folder, self._environ)
        give_up = time.monotonic() + self._opening_s
        unanswered = 0
        while unanswered < _RINGS and time.monotonic() < give_up:
            _let_another_program_come_forward()
            response = ring(address)
            if response is Response.ANSWERED:
                return WindowClaim.CALLED_FORWARD
            unanswered += response is Response.SILENT
            if response is Response.NOBODY and (settled := self._settle()):
                return settled
        return WindowClaim.NO_ANSWER

    def listen(self, application: QCoreApplication, come_forward: Callable[[], None]) -> None:
        """Call ``come_forward`` for every later start, until ``application`` quits."""
        from cs_desk.desktop.doorbell import Doorbell, doorbell_address  # noqa: PLC0415 - claim()

        doorbell = Doorbell(doorbell_address(self.folder, self._environ), application)
        doorbell.rung.connect(come_forward)
        # Nobody answers any more then: a start that rings had better wait until we have closed.
        application.aboutToQuit.connect(doorbell.close)
        # If it cannot listen, the lock keeps other windows out all the same.
        doorbell.listen()

    def close(self) -> None:
        """Let another start be the first."""
        self._lock.unlock()

    def _settle(self) -> WindowClaim | None:
        """Decide where nobody listens; None if a window may be about to open or has just gone."""
        if not self._can_lock():
            return WindowClaim.FIRST
        if self.computer not in ("", _own_name(self._environ)):
            return WindowClaim.ELSEWHERE
        self._remove_leftover()
        time.sleep(_PAUSE_SECONDS)
        return WindowClaim.FIRST if self._lock_folder() else None

    def _lock_folder(self) -> bool:
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._lock.tryLock(0):
            return False
        with suppress(OSError):
            self.lock_file.chmod(0o600)
        return True

    def _can_lock(self) -> bool:
        """Return whether it was another window that kept us from the lock file."""
        taken = self._lock.error() is QLockFile.LockError.LockFailedError
        # In a folder that became read-only, a lock file may lie that nobody can remove.
        return taken and os.access(self.folder, os.W_OK)

    def _remove_leftover(self) -> None:
        """Remove a lock file that names a living process but that no process holds.

        The system gives the number of a process that died to others. Qt removes nothing that is
        held; a file that was just made may not be held yet.
        """
        with suppress(OSError):
            if time.time() - self.lock_file.stat().st_mtime > _SURELY_HELD_SECONDS:
                self._lock.removeStaleLockFile()


def _own_name(environ: Mapping[str, str]) -> str:
    """Return what Qt's lock files call this computer.

    On Windows that is its NetBIOS name, VM, while QSysInfo tells its host name, vm.
    """
    return (
        environ.get("COMPUTERNAME", "") if sys.platform == "win32" else QSysInfo.machineHostName()
    )


def _let_another_program_come_forward() -> None:
    """Pass on the right to take the foreground, which Windows gives to what the user started."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - for Windows only

        ctypes.windll.user32.AllowSetForegroundWindow(_ASFW_ANY)
