"""The window's clipboard: Qt and pyperclip behind one port, verified, never in the agent's way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal, Slot

from cs_desk.app.ports import CopyFailure, CopyResult, CopyRoute
from cs_desk.desktop.clipboard_contents import clipboard_contents, is_personal
from cs_desk.desktop.clipboard_text import ClipboardText
from cs_desk.desktop.pyperclip_clipboard import refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication

    from cs_desk.desktop.pyperclip_clipboard import PyperclipClipboard
    from cs_desk.desktop.selection_reader import SelectionReader

_RETRY_MILLISECONDS = 20

# Where a text leaves the clipboard when the program that copied it ends.
_DIES_WITH_ITS_OWNER = ("xcb", "wayland")
_KEPT_BY_THE_SYSTEM = ("windows", "cocoa")
_PRIVATE_TO_THE_PROCESS = ("offscreen", "minimal")

_SUPERSEDED = CopyResult(failure=CopyFailure.SUPERSEDED)


@dataclass(frozen=True, slots=True, eq=False)
class _Copy:
    """One call of `DesktopClipboard.put`; two calls with the same text are not the same."""

    text: str
    personal: bool
    done: Callable[[CopyResult], None]


class DesktopClipboard(QObject):
    """The `Clipboard` port over the window system.

    The text goes to Qt first (0.2 ms), then a worker reads it back as other programs see it;
    a claim that failed is repeated once; pyperclip comes next. On Wayland pyperclip comes first,
    for Qt may copy there only in answer to a key or a click. Personal text takes only the Qt route:
    pyperclip cannot keep it out of clipboard histories, so a failure is said, not worked around.
    A later copy replaces one still under way, which is reported as not verified.

    When the program ends, a text that we still own and that is not personal is handed to
    pyperclip, whose tool outlives us.

    Args:
        application: The running application: its clipboard and the moment of its end.
        platform: Qt's name of the window system, ``application.platformName()``.
        pyperclip: The other route.
        reader: What other programs see on that window system.

    Signals:
        _seen: From a worker: a copy, its routes still to try, what other programs see.
        _returned: From a worker: a copy, its routes still to try, pyperclip's result.
    """

    _seen = Signal(object, object, object)
    _returned = Signal(object, object, object)

    def __init__(
        self,
        application: QGuiApplication,
        platform: str,
        pyperclip: PyperclipClipboard,
        reader: SelectionReader,
    ) -> None:
        super().__init__(application)
        self._clipboard = application.clipboard()
        self._platform = platform
        self._pyperclip = pyperclip
        self._reader = reader
        self._workers = QThreadPool(self)
        asked_of_its_owner = reader if platform in _DIES_WITH_ITS_OWNER else None
        self._text = ClipboardText(self._clipboard, asked_of_its_owner, self._workers, self)
        self._current: _Copy | None = None
        self._pyperclip_busy = False
        self._seen.connect(self._on_seen)
        self._returned.connect(self._on_returned)
        application.aboutToQuit.connect(self._hand_over)

    def text(self) -> str:
        """Return the text on the clipboard; see `cs_desk.app.ports.Clipboard`."""
        return self._text.now()

    def tell_of_text(self, changed: Callable[[], None]) -> None:
        """Tell of another text; see `cs_desk.app.ports.Clipboard`."""
        # Queued, for our own copy changes the clipboard too: its caller shall finish first.
        self._text.changed.connect(changed, Qt.ConnectionType.QueuedConnection)

    def put(self, text: str, *, personal: bool, done: Callable[[CopyResult], None]) -> None:
        """Put ``text`` on the clipboard; see `cs_desk.app.ports.Clipboard`."""
        copy = _Copy(text, personal, done)
        older, self._current = self._current, copy
        # pyperclip's tool may still be about to claim the clipboard for the older text.
        if not self._pyperclip_busy:
            self._begin(copy)
        if older:
            older.done(_SUPERSEDED)

    def _begin(self, copy: _Copy) -> None:
        refused = refusal(copy.text)
        if refused:
            QTimer.singleShot(0, partial(self._finish, copy, refused))
        else:
            self._attempt(copy, self._routes(copy), CopyResult(failure=CopyFailure.NOT_VERIFIED))

    def _routes(self, copy: _Copy) -> tuple[CopyRoute, ...]:
        if copy.personal:
            return (CopyRoute.QT, CopyRoute.QT)
        if self._platform != "wayland":
            return (CopyRoute.QT, CopyRoute.QT, CopyRoute.PYPERCLIP)
        if self._reader.available:
            return (CopyRoute.PYPERCLIP, CopyRoute.QT)
        # Without wl-clipboard, pyperclip would fill the clipboard of X programs and be content.
        return (CopyRoute.QT, CopyRoute.QT)

    def _attempt(self, copy: _Copy, routes: tuple[CopyRoute, ...], so_far: CopyResult) -> None:
        """Try the first of ``routes``; with none left, report ``so_far``."""
        if copy is not self._current:
            return
        if not routes:
            self._finish(copy, so_far)
        elif routes[0] is CopyRoute.QT:
            contents = clipboard_contents(copy.text, personal=copy.personal)
            self._clipboard.setMimeData(contents)
            self._workers.start(partial(self._read, copy, routes[1:]))
        else:
            self._pyperclip_busy = True
            self._workers.start(partial(self._copy_by_pyperclip, copy, routes[1:]))

    def _read(self, copy: _Copy, routes: tuple[CopyRoute, ...]) -> None:
        self._seen.emit(copy, routes, self._reader.read())

    def _copy_by_pyperclip(self, copy: _Copy, routes: tuple[CopyRoute, ...]) -> None:
        self._returned.emit(copy, routes, self._pyperclip.copy_now(copy.text))

    def _finish(self, copy: _Copy, result: CopyResult) -> None:
        if copy is self._current:
            self._current = None
            copy.done(result)

    @Slot(object, object, object)
    def _on_seen(self, copy: _Copy, routes: tuple[CopyRoute, ...], seen: str | None) -> None:
        if seen == copy.text or (seen is None and self._qt_vouches()):
            self._finish(copy, CopyResult(route=CopyRoute.QT))
        else:
            failed = CopyResult(
                failure=CopyFailure.NOT_VERIFIED, detail="other programs see another text"
            )
            again = partial(self._attempt, copy, routes, failed)
            QTimer.singleShot(_RETRY_MILLISECONDS, again)

    @Slot(object, object, object)
    def _on_returned(self, copy: _Copy, routes: tuple[CopyRoute, ...], result: CopyResult) -> None:
        self._pyperclip_busy = False
        if copy is not self._current:
            if self._current:
                self._begin(self._current)
        elif result.copied:
            self._finish(copy, result)
        else:
            self._attempt(copy, routes, result)

    def _qt_vouches(self) -> bool:
        """Return whether Qt believes that the clipboard holds what this program put there."""
        # ownsClipboard() is always false where there is no system to ask.
        return self._platform in _PRIVATE_TO_THE_PROCESS or self._clipboard.ownsClipboard()

    @Slot()
    def _hand_over(self) -> None:
        """Leave the clipboard in a state that survives our end."""
        text = ""
        if self._platform not in _KEPT_BY_THE_SYSTEM and self._qt_vouches():
            text = "" if is_personal(self._clipboard.mimeData()) else self._clipboard.text()
            # Nobody may wait for an answer from us any more: pyperclip's read-back would. And
            # contents left to the "offscreen" platform crash its destructor (Qt 6.9 to 6.12).
            self._clipboard.clear()
        self._workers.waitForDone()
        if text and self._platform in _DIES_WITH_ITS_OWNER:
            self._pyperclip.copy_now(text)
