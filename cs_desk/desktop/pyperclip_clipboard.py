"""The clipboard through pyperclip: used, bounded in time, and never believed without reading back.

pyperclip runs in a child process (`pyperclip_child`), not in a thread, because a thread that waits
for a hung xclip can be neither stopped nor given a stdout and an environment of its own. The child
costs about 60 ms; only the command line and the window's second attempt pay for it.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from cs_desk.app.ports import CopyFailure, CopyResult, CopyRoute
from cs_desk.desktop.pyperclip_child import CHILD_ARGUMENT, ChildExit
from cs_desk.desktop.tool_environment import is_frozen, tool_environment

# Hardly ever needed, and never before the window is seen.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping

TIME_LIMIT_SECONDS = 2.0

_FAILURES = {
    ChildExit.NO_TOOL: CopyFailure.NO_TOOL,
    ChildExit.HELD: CopyFailure.HELD,
    ChildExit.NOT_VERIFIED: CopyFailure.NOT_VERIFIED,
}
_DETAIL_CHARACTERS = 300
_NO_WINDOW = 0x08000000  # subprocess.CREATE_NO_WINDOW, which only Windows has


def refusal(text: str) -> CopyResult | None:
    """Return why ``text`` cannot be copied by any route; None if it can.

    An empty text is refused because a dead clipboard reads as empty too; a lone surrogate because
    Qt drops it silently and pyperclip raises after it has started its tool.
    """
    if not text:
        return CopyResult(failure=CopyFailure.REFUSED_TEXT, detail="empty text")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return CopyResult(
            failure=CopyFailure.REFUSED_TEXT, detail=f"{error.reason} at {error.start}"
        )
    return None


class PyperclipClipboard:
    """Copies through pyperclip and waits for the verified result; needs no Qt.

    It cannot mark a text as private: clipboard histories keep what it copies.

    Args:
        environ: Our environment: where the tools are, and which display.
        time_limit: Seconds after which the child and its tools are killed.
    """

    def __init__(
        self, environ: Mapping[str, str], *, time_limit: float = TIME_LIMIT_SECONDS
    ) -> None:
        self._environ = environ
        self._time_limit = time_limit

    def copy_now(self, text: str) -> CopyResult:
        """Copy ``text``; return within the time limit, whatever the tool does."""
        import tempfile

        refused = refusal(text)
        if refused:
            return refused
        # A file, not a pipe: xclip keeps what it is given for as long as it owns the clipboard.
        with tempfile.TemporaryFile() as said:
            status = self._run_child(text.encode(), said)
            said.seek(0)
            detail = said.read().decode(errors="replace").strip()[-_DETAIL_CHARACTERS:]
        if status is None:
            return CopyResult(failure=CopyFailure.TIMED_OUT, detail=detail)
        if status == ChildExit.COPIED:
            return CopyResult(route=CopyRoute.PYPERCLIP)
        return CopyResult(failure=self._failure(status, detail), detail=detail)

    def _run_child(self, data: bytes, said: IO[bytes]) -> int | None:
        """Return the child's exit status; None if it had to be killed."""
        import subprocess

        with subprocess.Popen(
            _child_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env=_child_environment(self._environ),
            **_apart(),
        ) as process:
            try:
                process.communicate(data, timeout=self._time_limit)
            except subprocess.TimeoutExpired:
                return None
            finally:
                if process.poll() is None:
                    _kill_with_tools(process)
            return process.returncode

    def _failure(self, status: int, detail: str) -> CopyFailure:
        # xclip, xsel: "Can't open display"; wl-copy: "Failed to connect to a Wayland server".
        if "open display" in detail or "Wayland server" in detail:
            return CopyFailure.NO_DISPLAY
        try:
            failure = _FAILURES[ChildExit(status)]
        except ValueError:
            return CopyFailure.NOT_VERIFIED
        if failure is CopyFailure.NO_TOOL and _lacks_display(self._environ):
            return CopyFailure.NO_DISPLAY
        return failure


def _child_command() -> list[str]:
    if is_frozen():
        return [sys.executable, CHILD_ARGUMENT]
    # -P: a pyperclip.py in the folder where the person stands is not ours to run.
    return [sys.executable, "-P", "-m", "cs_desk.desktop.pyperclip_child"]


def _child_environment(environ: Mapping[str, str]) -> dict[str, str]:
    child = tool_environment(environ, frozen=is_frozen())
    if sys.platform == "darwin":
        # pbcopy decodes by locale, and a program started from the Finder has none.
        child.setdefault("LC_CTYPE", "UTF-8")
    if not is_frozen():
        source = str(Path(__file__).parents[2])
        child["PYTHONPATH"] = os.pathsep.join(filter(None, [source, environ.get("PYTHONPATH")]))
    return child


def _apart() -> dict[str, Any]:
    """Return what keeps the child's group, or console window, apart from ours."""
    windows = sys.platform == "win32"
    return {"creationflags": _NO_WINDOW} if windows else {"start_new_session": True}


def _kill_with_tools(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _lacks_display(environ: Mapping[str, str]) -> bool:
    has_display = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    return sys.platform not in ("win32", "darwin") and not has_display
