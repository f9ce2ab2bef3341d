"""A model hub on loopback: serves folders as `owner/name` repositories, the way huggingface_hub asks, and fails on demand."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LARGE = 1000
"""Files from this size on are described by their SHA-256, as the hub does with its large ones."""


@dataclass
class Faults:
    """What goes wrong; the file names are those at the end of the address."""

    break_after: dict[str, int] = field(default_factory=dict)
    """The connection breaks off after so many bytes, once."""
    always_break: bool = False
    """... and each time again."""
    status: dict[str, int] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    """Content of the same size that is another."""
    delay: float = 0.0
    """Seconds before each piece of 64 KiB."""
    silent: bool = False
    """Takes questions and never answers."""


class HubServer:
    """`with HubServer(folder) as hub`: repositories are `folder/owner/name`; ask at `hub.url`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults = Faults()
        self.asked: list[tuple[str, str, str]] = []
        """Method, path and Range of each request."""
        self.sent: dict[str, int] = {}
        """Bytes of content that went out, by file name."""
        self.stopped = threading.Event()
        hub = self

        class Handler(_Handler):
            server_hub = hub

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="loopback hub")

    @property
    def url(self) -> str:
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_hub: HubServer

    def do_HEAD(self) -> None:
        self._answer(with_content=False)

    def do_GET(self) -> None:
        self._answer(with_content=True)

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def _answer(self, *, with_content: bool) -> None:
        hub, path = self.server_hub, unquote(urlsplit(self.path).path)
        hub.asked.append((self.command, path, self.headers.get("Range", "")))
        if hub.faults.silent:
            hub.stopped.wait(30)
            self.close_connection = True
            return
        owner, name, resolve, revision, *rest = [*path.strip("/").split("/"), "", "", "", ""][: max(5, path.count("/"))]
        file = hub.folder.joinpath(owner, name, *[part for part in rest if part])
        status = hub.faults.status.get(file.name)
        if status is not None:
            self._refuse(status, {401: "GatedRepo", 404: "EntryNotFound"}.get(status, ""))
        elif resolve != "resolve" or not (hub.folder / owner / name).is_dir():
            self._refuse(404, "RepoNotFound")
        elif revision not in ("main", COMMIT):
            self._refuse(404, "RevisionNotFound")
        elif not file.is_file():
            self._refuse(404, "EntryNotFound")
        else:
            self._give(file, with_content=with_content)

    def _refuse(self, status: int, code: str) -> None:
        self.send_response(status)
        if code:
            self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self._end()

    def _give(self, file: Path, *, with_content: bool) -> None:
        faults, data = self.server_hub.faults, file.read_bytes()
        etag = hashlib.sha256(data).hexdigest() if len(data) >= LARGE else hashlib.sha1(data).hexdigest()
        if file.name in faults.wrong:
            data = bytes(byte ^ 1 for byte in data)
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
        if not with_content:
            start = 0
        self.send_response(206 if start else 200)
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("ETag", f'"{etag}"')
        self.send_header("X-Linked-ETag", f'"{etag}"')
        self.send_header("X-Linked-Size", str(len(data)))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(len(data) - start))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self._end()
        if with_content:
            self._send(file.name, data[start:])

    def _end(self) -> None:
        # A connection that is kept open would keep its thread, too.
        self.send_header("Connection", "close")
        self.close_connection = True
        self.end_headers()

    def _send(self, name: str, data: bytes) -> None:
        hub = self.server_hub
        limit = hub.faults.break_after.get(name, len(data))
        if not hub.faults.always_break:
            hub.faults.break_after.pop(name, None)
        for start in range(0, min(limit, len(data)), 1 << 16):
            if hub.faults.delay and hub.stopped.wait(hub.faults.delay):
                break
            piece = data[start : min(start + (1 << 16), limit)]
            try:
                self.wfile.write(piece)
            except OSError:
                break  # whoever asked has gone
            hub.sent[name] = hub.sent.get(name, 0) + len(piece)
        if limit < len(data):
            self.close_connection = True
