"""Whether there is a display to open a window on: Qt aborts the whole process if not."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_X_DISPLAY = re.compile(r"(?P<host>[^:]*):(?P<number>\d+)(?:\.\d+)?")
_FIRST_X_PORT = 6000
_TIME_LIMIT_SECONDS = 2.0


def display_answers(environ: Mapping[str, str], platform: str) -> bool:
    """Return whether a display that ``environ`` names takes a connection.

    Args:
        environ: Our environment.
        platform: ``sys.platform``; only Linux and its kin ask for a display by name.
    """
    if platform in ("win32", "darwin") or environ.get("QT_QPA_PLATFORM"):
        return True
    wayland = environ.get("WAYLAND_DISPLAY")
    if wayland and _answers(str(Path(environ.get("XDG_RUNTIME_DIR", "/")) / wayland)):
        return True
    found = _X_DISPLAY.fullmatch(environ.get("DISPLAY", ""))
    if found is None:
        return False
    number = int(found["number"])
    if found["host"] in ("", "unix"):
        # The abstract name first: a container may share it without sharing the folder.
        local = f"/tmp/.X11-unix/X{number}"  # where X servers listen
        return _answers("\0" + local) or _answers(local)
    return _answers((found["host"], _FIRST_X_PORT + number))


def _answers(address: str | tuple[str, int]) -> bool:
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(_TIME_LIMIT_SECONDS)
        try:
            connection.connect(address)
        except OSError:
            return False
    return True
