"""The environment in which programs of the system run when we start them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIBRARY_PATH = "LD_LIBRARY_PATH"
_LIBRARY_PATH_BEFORE = "LD_LIBRARY_PATH_ORIG"
# By these a bootloader knows a process of its own program. It then leaves LD_LIBRARY_PATH as it
# is, and what this process takes for ours, and hides from its tools, is the person's.
_BOOTLOADER = "_PYI_"


def tool_environment(environ: Mapping[str, str], *, frozen: bool) -> dict[str, str]:
    """Return ``environ`` as a program that is not part of ours should see it.

    A PyInstaller bootloader points ``LD_LIBRARY_PATH`` at our bundled libraries and keeps the
    person's value in ``LD_LIBRARY_PATH_ORIG``; xclip and its like must not load ours
    (pyinstaller.org, "Common Issues and Pitfalls", launching external programs).

    Args:
        environ: Our own environment.
        frozen: Whether we run as a built executable.
    """
    if not frozen:
        return dict(environ)
    tools = {name: environ[name] for name in environ if not name.startswith(_BOOTLOADER)}
    tools.pop(_LIBRARY_PATH, None)
    before = tools.pop(_LIBRARY_PATH_BEFORE, None)
    if before is not None:
        tools[_LIBRARY_PATH] = before
    return tools


def is_frozen() -> bool:
    """Return whether we run as a built executable."""
    return bool(getattr(sys, "frozen", False))


def adopt_tool_environment() -> None:
    """Make this process's own environment the one that its children should see."""
    tools = tool_environment(os.environ, frozen=is_frozen())
    for name in os.environ.keys() - tools.keys():
        del os.environ[name]
    os.environ.update(tools)
