"""A process that says what it does until it is killed."""

from __future__ import annotations

import ctypes
import os
import select
import signal
import sys
import time
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType
    from typing import NoReturn, TypeAlias

    Say: TypeAlias = Callable[[str], None]

PATIENCE_S = 60.0
_PR_SET_PDEATHSIG = 1


class DoomedProcess:
    """A fork of this process, so that it needs to import nothing; it is killed at the end.

    Args:
        work: What it does; it is given a function that says a line to us.
        log: Where its standard output and its errors go.
    """

    def __init__(self, work: Callable[[Say], None], log: Path) -> None:
        self._mouthpiece, mouth = os.pipe()
        self._heard = b""
        self._pid = os.fork()
        if not self._pid:
            os.close(self._mouthpiece)
            _be_the_process(work, mouth, log)
        os.close(mouth)
        # Both do it, so that it is done whoever comes first.
        with suppress(PermissionError, ProcessLookupError):
            os.setpgid(self._pid, self._pid)
        self._is_alive = True

    def __enter__(self) -> DoomedProcess:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.kill()

    def hear_for(self, seconds: float) -> None:
        """Let it go on for so long, or until it ends."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0 and self._hear(left):
            pass

    def hear_until(self, words: str) -> bool:
        """Let it go on until it has said these words, and return whether it did."""
        deadline = time.monotonic() + PATIENCE_S
        while words.encode() not in self._heard:
            left = deadline - time.monotonic()
            if left <= 0 or not self._hear(left):
                return words.encode() in self._heard
        return True

    def kill(self) -> list[str]:
        """Kill it, and what it started, with SIGKILL; return the lines that it said whole."""
        if self._is_alive:
            os.killpg(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            # The pipe ends when the last of them is dead.
            while self._hear(PATIENCE_S):
                pass
            os.close(self._mouthpiece)
            self._is_alive = False
        # It may have died in the middle of a line: a pipe takes a long one piece by piece.
        return self._heard[: self._heard.rfind(b"\n") + 1].decode().splitlines()

    def _hear(self, seconds: float) -> bool:
        if not select.select([self._mouthpiece], [], [], seconds)[0]:
            return True
        said = os.read(self._mouthpiece, 1 << 16)
        self._heard += said
        return bool(said)


def _be_the_process(work: Callable[[Say], None], mouth: int, log: Path) -> NoReturn:
    def say(line: str) -> None:
        # If nobody hears it any more, it fails.
        os.write(mouth, f"{line}\n".encode())

    try:
        os.setpgid(0, 0)
        _die_with_parent()
        send_output_to(log)
        work(say)
    except BrokenPipeError:
        pass
    except BaseException:  # noqa: BLE001  # whatever it is, the trial has to know
        with suppress(BrokenPipeError):
            say("trouble " + " | ".join(traceback.format_exc().splitlines()[-3:]))
    finally:
        os._exit(0)


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def send_output_to(log: Path) -> None:
    """Let this process write its standard output and its errors to ``log``."""
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    sys.stdout.flush()
    sys.stderr.flush()
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    os.close(handle)
