"""Reads the clipboard as other programs see it, through a tool of the system, within a limit.

Qt answers from its own memory while it believes that it owns the clipboard, and on X it can
believe so wrongly: a claim with a stale timestamp is ignored by the server, yet
``QClipboard.ownsClipboard()`` stays true. Only a reader outside of Qt sees the truth. Reading
blocks: call it from a worker, because the owner to be asked may be our own window.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from cs_desk.desktop.tool_environment import is_frozen, tool_environment

if TYPE_CHECKING:
    from collections.abc import Mapping

TIME_LIMIT_SECONDS = 0.5

# By Qt's platform name. Elsewhere QClipboard.ownsClipboard() asks the system itself, or the
# clipboard is private to the process ("offscreen"), where an outside reader sees another one.
_TOOLS: dict[str, tuple[tuple[str, ...], ...]] = {
    "xcb": (
        ("xclip", "-selection", "clipboard", "-o", "-target", "UTF8_STRING"),
        ("xsel", "--clipboard", "--output"),
    ),
    "wayland": (("wl-paste", "--no-newline", "--type", "text"),),
}
_NOTHING_THERE = (b"not available", b"Nothing is copied")


class SelectionReader:
    """Asks the installed tools, one after the other, what is on the clipboard.

    Args:
        platform: Qt's platform name.
        environ: Our environment: where the tools are, and which display.
        time_limit: Seconds that one tool may take.
    """

    def __init__(
        self, platform: str, environ: Mapping[str, str], *, time_limit: float = TIME_LIMIT_SECONDS
    ) -> None:
        self._environ = tool_environment(environ, frozen=is_frozen())
        self._time_limit = time_limit
        path = environ.get("PATH")
        self._commands = [
            (found, *arguments)
            for name, *arguments in _TOOLS.get(platform, ())
            if (found := shutil.which(name, path=path))
        ]

    @property
    def available(self) -> bool:
        """Whether any tool is installed."""
        return bool(self._commands)

    def read(self) -> str | None:
        """Return the text that others see, empty if none; None if no tool could tell."""
        for command in self._commands:
            seen = self._ask(command)
            if seen is not None:
                return seen
        return None

    def _ask(self, command: tuple[str, ...]) -> str | None:
        import subprocess  # noqa: PLC0415 - whoever does not ask need not wait for it

        try:
            answer = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=self._environ,
                timeout=self._time_limit,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        if answer.returncode == 0:
            return answer.stdout.decode(errors="replace")
        if any(words in answer.stderr for words in _NOTHING_THERE):
            return ""
        return None
