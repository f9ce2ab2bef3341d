"""A picture of the web, in a process that can be ended at any moment."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from imsearch_gui.bridge.fetching import Fetch
from imsearch_gui.domain.errors import QueryError


@pytest.fixture
def picture(tmp_path: Path, draw: Any) -> bytes:
    file: Path = draw(tmp_path / "boat.png", 1)
    return file.read_bytes()


@pytest.fixture
def server(picture: bytes) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/boat.png"
            self.send_response(200 if found else 404)
            self.send_header("Content-Length", str(len(picture) if found else 0))
            self.end_headers()
            self.wfile.write(picture if found else b"")

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{web.server_port}"
        web.shutdown()
        thread.join()


def test_what_lies_at_an_address(server: str, picture: bytes) -> None:
    assert Fetch(f"{server}/boat.png", allow_private=True).run() == picture


def test_what_does_not_is_a_sentence(server: str) -> None:
    with pytest.raises(QueryError, match="404"):
        Fetch(f"{server}/none.png", allow_private=True).run()


def test_this_machine_is_not_asked_for_a_web_page(server: str) -> None:
    with pytest.raises(QueryError, match="local network"):
        Fetch(f"{server}/boat.png").run()


def test_a_server_that_never_answers_is_left_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        fetch = Fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/boat.png", allow_private=True)
        came: list[Any] = []

        def run() -> None:
            with pytest.raises(QueryError) as error:
                fetch.run()
            came.append(str(error.value))

        thread = threading.Thread(target=run)
        thread.start()
        visitor, _ = silent.accept()
        fetch.cancel()
        thread.join()
        visitor.close()
    assert "was not fetched" in came[0]


def test_what_was_cancelled_before_it_began_does_not_begin() -> None:
    fetch = Fetch("http://127.0.0.1:1/boat.png", allow_private=True)
    fetch.cancel()
    fetch.cancel()
    with pytest.raises(QueryError):
        fetch.run()
