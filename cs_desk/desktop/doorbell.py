"""The doorbell of an open window: a later start rings, and the window comes forward.

It hangs on a local socket (a named pipe on Windows) that only its owner's account may use. Whoever
rings can say one thing only; everything else is turned away unread.
"""

from __future__ import annotations

import hashlib
import os
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST = b"cs-desk: come forward\n"
ANSWER = b"cs-desk: coming\n"

_PATIENCE_MS = 150
_CALLER_MS = 1000
_MOST_CALLERS = 16
# sockaddr_un.sun_path is 104 bytes on macOS and 108 on Linux, with a zero at the end.
_LONGEST_PATH = 103


class Response(Enum):
    """What ringing led to."""

    ANSWERED = "answered"
    SILENT = "silent"
    NOBODY = "nobody"


def doorbell_address(folder: Path, environ: Mapping[str, str]) -> str:
    """Return where the window of a data folder listens: a short name, the same for every start.

    Args:
        folder: The data folder; any way of writing its path leads to the same address.
        environ: Names the user's own folder of sockets, if there is one.
    """
    user = environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())
    known_by = f"{user} {folder.resolve()}".encode(errors="surrogateescape")
    name = f"cs-desk-{hashlib.sha256(known_by).hexdigest()[:16]}"
    runtime = Path(environ.get("XDG_RUNTIME_DIR", ""))
    own = runtime / name
    if runtime.is_absolute() and runtime.is_dir() and len(bytes(own)) <= _LONGEST_PATH:
        return str(own)
    # Qt puts a bare name into the folder of temporary files, on Windows among the pipes.
    return name


def ring(address: str) -> Response:
    """Ask the window at ``address`` to come forward; takes 150 ms at most, without an event loop.

    Returns:
        SILENT if something takes the call but does not answer it in time, NOBODY if nothing takes
        it.
    """
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_PATIENCE_MS):
        timed_out = socket.error() is QLocalSocket.LocalSocketError.SocketTimeoutError
        return Response.SILENT if timed_out else Response.NOBODY
    socket.write(REQUEST)
    said = b""
    while ANSWER.startswith(said) and said != ANSWER and socket.waitForReadyRead(_PATIENCE_MS):
        said += socket.readAll().data()
    if said == ANSWER:
        return Response.ANSWERED
    hung_up = socket.state() is QLocalSocket.LocalSocketState.UnconnectedState
    return Response.NOBODY if hung_up else Response.SILENT


class Doorbell(QObject):
    """Listens until it is closed; needs a running event loop to answer.

    Signals:
        rung: A later start of the program asks the window to come forward.
    """

    rung = Signal()

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self) -> bool:
        """Take calls from now on, in place of a window that died; return whether that works."""
        # Qt makes a socket for one user under another name first: renamed, it takes the old place.
        return self._server.listen(self._address)

    def close(self) -> None:
        """Take no more calls, and leave no socket behind."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            caller = _Caller(socket, self)
            caller.asked.connect(self.rung)
            if len(self.findChildren(_Caller)) > _MOST_CALLERS:
                caller.hang_up()
            else:
                caller.attend()


class _Caller(QObject):
    """One connection, from its first byte to its end a moment later.

    Signals:
        asked: The caller said the one thing that callers may say.
    """

    asked = Signal()

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(len(REQUEST))
        socket.readyRead.connect(self.attend)
        socket.disconnected.connect(self.deleteLater)
        QTimer.singleShot(_CALLER_MS, self, self.hang_up)

    @Slot()
    def attend(self) -> None:
        """Take in what the caller has said so far."""
        said = self._socket.peek(len(REQUEST)).data()
        if said == REQUEST:
            self._socket.write(ANSWER)
            self._socket.disconnectFromServer()
            self.asked.emit()
        elif not REQUEST.startswith(said):
            self.hang_up()

    @Slot()
    def hang_up(self) -> None:
        """End the connection without a word."""
        self._socket.abort()
        self.deleteLater()
