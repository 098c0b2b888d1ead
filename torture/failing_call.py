"""Letting one process's Nth call of a kind fail, as on a bad or a full disk."""

from __future__ import annotations

import signal
import subprocess
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Lasting(Enum):
    """How long calls fail."""

    ONCE = "once"
    UNTIL_FREED = "until the disk is mended"
    UNTIL_KILLED = "until the process is killed"


class FailingCall(NamedTuple):
    """Which call fails, and how.

    Attributes:
        calls: Names of system calls, as strace knows them.
        error: What they return: ``EIO``, ``ENOSPC``.
        nth: The first one that fails, from 1.
        lasting: Whether the later ones fail too.
    """

    calls: str
    error: str
    nth: int
    lasting: Lasting

    def __str__(self) -> str:
        return f"{self.calls} {self.error} at {self.nth} {self.lasting.value}"

    @property
    def when(self) -> str:
        """The moment, as strace writes it."""
        return f"{self.nth}{'' if self.lasting is Lasting.ONCE else '+'}"


class Injection:
    """Lets ``call`` fail in a process that is waiting for us, until ``end``.

    Args:
        pid: The process.
        call: What fails.
        log: Where strace may write.
    """

    def __init__(self, pid: int, call: FailingCall, log: Path) -> None:
        self._log = log
        rule = f"inject={call.calls}:error={call.error}:when={call.when}"
        self._strace = subprocess.Popen(
            ["strace", "-p", str(pid), "-e", f"trace={call.calls}", "-e", rule, "-o", str(log)],
            stderr=subprocess.PIPE,
            text=True,
        )
        told = self._strace.stderr.readline() if self._strace.stderr else ""
        if "attached" not in told:
            self.end()
            raise RuntimeError(told)

    def end(self) -> bool:
        """Let every call succeed again, and return whether one has failed."""
        self._strace.send_signal(signal.SIGINT)
        self._strace.communicate()
        return "(INJECTED)" in self._log.read_text()
