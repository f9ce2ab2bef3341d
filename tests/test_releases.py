"""Whether there is a newer version, asked of a server on this machine that answers as GitHub does."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from imsearch_gui import __version__, paths
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.releases import LIMIT_BYTES, VARIABLE, Release, newer_release, releases_address

PAGE = "https://example.org/releases/v0.3.0"


class Server:
    """Answers one thing, and remembers what it was told."""

    def __init__(self) -> None:
        self.status = 200
        self.body = b""
        self.headers: dict[str, str] = {}
        self.address = ""

    def says(self, **fields: object) -> None:
        self.body = json.dumps(fields).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.headers = dict(self.headers.items())
            self.send_response(state.status)
            self.send_header("Content-Length", str(len(state.body)))
            self.end_headers()
            self.wfile.write(state.body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        state.address = f"http://127.0.0.1:{web.server_port}/latest"
        yield state
        web.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("there", "here", "newer"),
    [
        ("v0.3.0", "0.2.9", True),
        ("0.10.0", "0.9.0", True),
        ("v0.3.0", "0.3.0", False),
        ("v0.3", "0.3.0", False),
        ("v0.2.0", "0.3.0", False),
        ("v1.0.0rc1", "1.0.0", False),
    ],
)
def test_only_a_newer_version_is_told(server: Server, there: str, here: str, newer: bool) -> None:
    server.says(tag_name=there, html_url=PAGE)
    found = newer_release(server.address, version=here)
    assert found == (Release(there.removeprefix("v"), PAGE) if newer else None)


def test_nothing_is_sent_but_name_and_version(server: Server) -> None:
    server.says(tag_name="v99", html_url=PAGE)
    newer_release(server.address)
    assert server.headers.pop("User-Agent") == f"imsearch/{__version__}"
    assert server.headers.keys() <= {"Host", "Accept", "Accept-Encoding", "Connection"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Log in to the network of this hotel</html>",
        b"[]",
        b'{"tag_name": "nightly", "html_url": "https://example.org"}',
        b'{"tag_name": "v9", "html_url": "file:///etc/passwd"}',
        b'{"tag_name": "v9", "html_url": "http://example.org"}',
        b'{"tag_name": "v9", "html_url": "https://"}',
        b'{"tag_name": "v9"}',
        b'{"tag_name": "v9+%s", "html_url": "https://example.org"}' % (b"a" * 5000),
        b"\xff\xfe",
        b"[" * 200_000,
    ],
)
def test_an_answer_of_another_form_is_a_sentence(server: Server, body: bytes) -> None:
    server.body = body
    with pytest.raises(KnownError, match="could not be read"):
        newer_release(server.address)


def test_a_refusal_says_which(server: Server) -> None:
    server.status = 503
    with pytest.raises(KnownError, match=r"127\.0\.0\.1 \(the server answered 503\)"):
        newer_release(server.address)


def test_an_answer_without_an_end_is_left(server: Server) -> None:
    server.body = b" " * (LIMIT_BYTES + 1)
    with pytest.raises(KnownError, match="too long"):
        newer_release(server.address)


def test_nobody_there_is_a_sentence(unused_port: int) -> None:
    with pytest.raises(KnownError, match="could not be asked at 127"):
        newer_release(f"http://127.0.0.1:{unused_port}/")


def test_files_are_no_address() -> None:
    with pytest.raises(KnownError, match="no address of the web"):
        newer_release("file:///etc/hostname")


def test_the_build_says_where_and_the_environment_overrides_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(paths, "releases_file", lambda: tmp_path / "releases.txt")
    assert releases_address() == ""
    (tmp_path / "releases.txt").write_text("https://example.org/latest\n")
    assert releases_address() == "https://example.org/latest"
    monkeypatch.setenv(VARIABLE, "https://example.com/latest")
    assert releases_address() == "https://example.com/latest"
    monkeypatch.setenv(VARIABLE, "")
    assert releases_address() == ""


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port
