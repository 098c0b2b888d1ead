"""The text on the clipboard, as far as it is known: asking for it never waits.

On X and Wayland the text comes from the program that copied it, and Qt waits for that program in
the window's thread: one that hangs holds the window up for 15 s (QClipboard.text, Qt 6 on X). So
there a worker reads the text through a tool that can be given up. Elsewhere the system itself
keeps the text and answers at once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtCore import QThreadPool
    from PySide6.QtGui import QClipboard

    from cs_desk.desktop.selection_reader import SelectionReader


class ClipboardText(QObject):
    """Follows the clipboard for as long as someone asks.

    Nothing is read before the first question, nor after a change until the next one. A text that
    may be outdated is not told: nobody sends one buyer what was copied for another.

    Args:
        clipboard: Qt's clipboard, which knows when there is another text.
        reader: What reads the text on a window system where reading may hang; None elsewhere.
        workers: Where ``reader`` may wait.
        parent: The owner.

    Signals:
        changed: `now` may answer otherwise than it did last.
        _read: From a worker: how many changes it knew of, and the text; None if it got no answer.
    """

    changed = Signal()
    _read = Signal(int, object)

    def __init__(
        self,
        clipboard: QClipboard,
        reader: SelectionReader | None,
        workers: QThreadPool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._reader = reader
        self._workers = workers
        self._known: str | None = None
        self._changes = 0
        self._reading = False
        self._wanted = False
        self._read.connect(self._on_read)
        clipboard.dataChanged.connect(self._on_data_changed)

    def now(self) -> str:
        """Return the text; empty if there is none, or while it is being read."""
        self._wanted = True
        if self._reader is None:
            return self._clipboard.text()
        if self._known is None and not self._reading:
            self._begin(self._reader)
        return self._known or ""

    def _begin(self, reader: SelectionReader) -> None:
        self._reading = True
        self._workers.start(partial(self._work, reader, self._changes))

    def _work(self, reader: SelectionReader, changes: int) -> None:
        self._read.emit(changes, reader.read())

    @Slot()
    def _on_data_changed(self) -> None:
        self._known = None
        self._changes += 1
        self._tell()

    @Slot(int, object)
    def _on_read(self, changes: int, text: str | None) -> None:
        self._reading = False
        if changes == self._changes:
            self._known = text
        # A hung program is not asked again on its own account: that would never end.
        if changes != self._changes or text:
            self._tell()

    def _tell(self) -> None:
        """Say that there is something new, once per question."""
        if self._wanted:
            self._wanted = False
            self.changed.emit()
