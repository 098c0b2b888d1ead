"""The clipboard port for a command: it waits, within pyperclip's limit, and then reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cs_desk.app.ports import CopyResult
    from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard
    from cs_desk.desktop.selection_reader import SelectionReader


class BlockingClipboard:
    """Copies through pyperclip before ``put`` returns; a command has nothing else to do."""

    def __init__(self, pyperclip: PyperclipClipboard, reader: SelectionReader) -> None:
        self._pyperclip = pyperclip
        self._reader = reader

    def text(self) -> str:
        """Return what a tool of the system reads from the clipboard."""
        return self._reader.read() or ""

    def tell_of_text(self, changed: Callable[[], None]) -> None:
        """Do nothing: ``text`` waits for its answer, and a command asks once."""

    def put(self, text: str, *, personal: bool, done: Callable[[CopyResult], None]) -> None:
        """Copy ``text`` and report the verified result.

        A command line has no private clipboard: who asks a script to copy personal text gets it.
        """
        del personal
        done(self._pyperclip.copy_now(text))
