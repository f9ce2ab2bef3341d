"""One window for each user and each set of settings: a second start hands over what it was asked for, and ends.

Loaded at every start before anything else, so it imports QtCore and QtNetwork and nothing heavier.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import platformdirs
from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from imsearch_gui import paths
from imsearch_gui.wishes import Wishes

CONNECT_MS = 300
ANSWER_MS = 2000
"""A window that does not answer by then is at its end: the new start opens one of its own."""
PATIENCE_MS = 5000
"""Whoever has connected and says nothing for so long is sent away."""
LONGEST = 4_000_000
"""Bytes of a message; far more than a command line can hold."""
LOCK_MS = 3000
TAKEN = b"taken\n"
END = b"\n"

_log = logging.getLogger(__name__)


def address(settings: Path | None = None) -> str | None:
    """Where the window of this user and these settings listens; None where there is no place that only the user can write to."""
    folder = settings or platformdirs.user_config_path(paths.APP, appauthor=False)
    # Qt's, since Python's would load OpenSSL at every start.
    digest = QCryptographicHash.hash(os.fsencode(folder.absolute()), QCryptographicHash.Algorithm.Sha256)
    name = bytes(digest.toHex().data()).decode()[:16]
    if sys.platform == "win32":
        return f"imsearch-{os.environ.get('USERNAME', '')}-{name}"
    place = _own_folder()
    return None if place is None else str(place / f"imsearch-{name}.socket")


def hand_over(wishes: Wishes, where: str | None = None) -> bool:
    """Give wishes to the window that is open; False where there is none that takes them."""
    where = where or address()
    if where is None:
        return False
    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(CONNECT_MS):
        return False
    socket.write(wishes.to_bytes() + END)
    answer = b""
    while len(answer) < len(TAKEN) and socket.waitForReadyRead(ANSWER_MS):
        answer += bytes(socket.readAll().data())
    socket.abort()
    return answer == TAKEN


class Reception(QObject):
    """Takes what later starts hand over. Whatever else comes in is written to the log and forgotten."""

    wished = Signal(object)
    """Wishes"""

    def __init__(self, where: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._where = where or address()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def open(self) -> bool:
        """Listen from now on; False where another window does already, or where nobody can."""
        if self._where is None:
            _log.warning("no place for a socket: every start opens a window of its own")
            return False
        # Of two starts at the same moment, the second must not take the socket of the first for one that is left over.
        lock = QLockFile(f"{self._where}.lock") if sys.platform != "win32" else None
        if lock is not None and not lock.tryLock(LOCK_MS):
            return False
        try:
            if self._is_taken():
                return False
            QLocalServer.removeServer(self._where)
            listening = self._server.listen(self._where)
            if not listening:
                _log.warning("later starts cannot hand over: %s", self._server.errorString())
            return listening
        finally:
            if lock is not None:
                lock.unlock()

    def receive(self, take: Callable[[Wishes], object]) -> None:
        """Give to `take` what has come and what comes; until this is called, visitors wait, as long as they do (ANSWER_MS)."""
        self.wished.connect(take)
        self._server.newConnection.connect(self._greet)
        self._greet()

    def close(self) -> None:
        """Listen no more; the socket is gone."""
        self._server.close()

    def _is_taken(self) -> bool:
        assert self._where is not None
        probe = QLocalSocket()
        probe.connectToServer(self._where)
        taken = probe.waitForConnected(CONNECT_MS)
        probe.abort()
        return taken

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
                _Visitor(socket, self)
            else:
                socket.deleteLater()  # tired of waiting, it has opened a window of its own

    def take(self, message: bytes) -> bool:
        """Pass on what a message wishes; False where it is none."""
        try:
            wishes = Wishes.from_bytes(message)
        except ValueError as error:
            _log.warning("a message that makes no sense was ignored: %s", error)
            return False
        self.wished.emit(wishes)
        return True


class _Visitor(QObject):
    """One connection: takes a line, answers, and is gone."""

    def __init__(self, socket: QLocalSocket, reception: Reception) -> None:
        super().__init__(reception)
        self._socket, self._reception = socket, reception
        self._said = b""
        socket.setParent(self)
        # One byte more than may be: that is enough to know.
        socket.setReadBufferSize(LONGEST + 1)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self._send_away)
        patience.start(PATIENCE_MS)
        self._read()

    def _read(self) -> None:
        self._said += bytes(self._socket.readAll().data())
        line, end, _ = self._said.partition(END)
        if end:
            self._said = b""
            self._socket.readyRead.disconnect(self._read)
            if self._reception.take(line):
                self._socket.write(TAKEN)
            self._socket.disconnectFromServer()
        elif len(self._said) > LONGEST:
            self._send_away()

    def _send_away(self) -> None:
        _log.warning("a connection that said nothing sensible was closed after %d bytes", len(self._said))
        self._said = b""
        self._socket.abort()
        self.deleteLater()


def _own_folder() -> Path | None:
    """A folder that nobody else can write to: in a shared one, another user could put a socket of theirs in our place."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and _is_ours(Path(runtime)):
        return Path(runtime)
    folder = Path(tempfile.gettempdir()) / f"imsearch-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return folder if _is_ours(folder) else None


def _is_ours(folder: Path) -> bool:
    try:
        about = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(about.st_mode) and about.st_uid == os.getuid() and not about.st_mode & 0o022
