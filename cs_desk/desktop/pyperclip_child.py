"""The child process in which pyperclip runs: text on stdin, the outcome as exit status.

pyperclip waits for xclip and its like without a limit, never looks at their exit status, and lets
them keep our stdout open for as long as they own the clipboard, so that ``cs-desk … | cat`` hangs
(pyperclip issues #116, #228, #247, #274). In a process of its own, all of that can be contained.
"""

from __future__ import annotations

import os
import sys
import time
from enum import IntEnum
from typing import TYPE_CHECKING

from cs_desk.desktop.tool_environment import adopt_tool_environment

if TYPE_CHECKING:
    from collections.abc import Callable

CHILD_ARGUMENT = "--copy-from-stdin"
"""The only argument with which a built executable is asked to be this child."""

SETTLE_SECONDS = 0.4
"""How long a copied text may take to become readable: xclip and xsel answer before they own it."""

_POLL_SECONDS = 0.005


class ChildExit(IntEnum):
    """What became of the text."""

    COPIED = 0
    NO_TOOL = 10
    HELD = 11
    NOT_VERIFIED = 12


def main() -> ChildExit:
    """Copy stdin, UTF-8, and read it back."""
    adopt_tool_environment()
    # pyperclip would take Qt bindings when it finds no tool, and their text dies with this process.
    sys.modules.update({"qtpy": None, "PyQt5": None})  # type: ignore[dict-item]  # None: no import
    # Imported here, so that whoever reads the exit statuses does not pay for it.
    import pyperclip  # type: ignore[import-untyped]  # noqa: PLC0415  # has no stubs; see above

    with os.fdopen(0, "rb") as stdin:
        text = stdin.read().decode()
    try:
        pyperclip.copy(text)
        return _verified(text, pyperclip.paste)
    except pyperclip.PyperclipWindowsException as error:
        sys.stderr.write(str(error))
        return ChildExit.HELD
    except pyperclip.PyperclipException as error:
        sys.stderr.write(str(error))
        return ChildExit.NO_TOOL


def _verified(text: str, paste: Callable[[], str]) -> ChildExit:
    """Wait until the clipboard gives ``text`` back."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while paste() != text:
        if time.monotonic() > deadline:
            return ChildExit.NOT_VERIFIED
        time.sleep(_POLL_SECONDS)
    return ChildExit.COPIED


if __name__ == "__main__":
    sys.exit(main())
