"""Fetching a picture that was dropped from a browser, from servers that behave and that do not."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from imsearch_gui.domain.errors import KnownError, PictureError, QueryError
from imsearch_gui.imaging import remote
from imsearch_gui.imaging.remote import fetch

Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture(scope="module")
def picture(encode: Callable[..., bytes]) -> bytes:
    return encode(Image.new("RGB", (40, 30), "teal"), "PNG")


class Server(ThreadingHTTPServer):
    """Answers with what `answers` holds for a path."""

    daemon_threads = False
    block_on_close = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.done = threading.Event()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.answers[unquote(self.path)](self)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.done.set()
        server.shutdown()
        thread.join()


def gives(data: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def refused(url: str, **options: object) -> str:
    with pytest.raises(KnownError) as caught:
        fetch(url, **options)  # type: ignore[arg-type]
    return str(caught.value)


@pytest.mark.parametrize("headers", [{}, {"Content_Length": "exact"}, {"Content_Type": "application/octet-stream"}])
def test_a_picture_is_fetched(headers: dict[str, str], server: Server, picture: bytes) -> None:
    headers = {name: str(len(picture)) if value == "exact" else value for name, value in headers.items()}
    server.answers["/a.png"] = gives(picture, **headers)
    assert fetch(server.url("/a.png"), allow_private=True) == picture


def test_in_chunks(server: Server, picture: bytes) -> None:
    half = len(picture) // 2
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (picture[:half], picture[half:], b""))

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)

    server.answers["/a"] = answer
    assert fetch(server.url("/a"), allow_private=True) == picture


def test_addresses_as_browsers_show_them(server: Server, picture: bytes) -> None:
    server.answers["/bild é 日.png?x=1 2"] = gives(picture)
    assert fetch(server.url("/bild é%20日.png?x=1 2#part"), allow_private=True) == picture


def test_redirects_are_followed(server: Server, picture: bytes) -> None:
    server.answers |= {"/a": gives(b"", 302, Location="b"), "/b": gives(b"", 308, Location=server.url("/c"))}
    server.answers["/c"] = gives(picture)
    assert fetch(server.url("/a"), allow_private=True) == picture


def test_redirects_in_circles(server: Server) -> None:
    server.answers["/a"] = gives(b"", 301, Location="/a")
    assert "circles" in refused(server.url("/a"), allow_private=True)
    assert len(server.asked) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/a.png", "data:image/png;base64,AAAA"])
def test_a_redirect_leads_nowhere_but_to_the_web(target: str, server: Server) -> None:
    server.answers["/a"] = gives(b"", 302, Location=target)
    assert "only http and https" in refused(server.url("/a"), allow_private=True)


def test_an_answer_that_is_too_large(server: Server, picture: bytes) -> None:
    server.answers |= {"/said": gives(picture, Content_Length=str(len(picture))), "/unsaid": gives(picture)}
    for path in server.answers:
        assert "larger than" in refused(server.url(path), limit_bytes=len(picture) - 1, allow_private=True)
        assert fetch(server.url(path), limit_bytes=len(picture), allow_private=True) == picture


def test_an_endless_answer_is_left(server: Server, picture: bytes) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while not server.done.is_set():
                handler.wfile.write(picture + bytes(1 << 16))
        except OSError:
            server.done.set()

    server.answers["/a"] = answer
    assert "larger than" in refused(server.url("/a"), limit_bytes=1 << 20, allow_private=True)
    assert server.done.wait(10), "the server still sends"


@pytest.mark.parametrize("stage", ["nothing", "head", "body"])
def test_a_server_that_drips_gets_no_more_time_for_it(stage: str, server: Server, picture: bytes) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        start = {"nothing": b"", "head": b"HTTP/1.1 200 OK\r\nX-", "body": b"HTTP/1.1 200 OK\r\n\r\n" + picture[:20]}
        try:
            handler.wfile.write(start[stage])
            while not server.done.wait(0.02):
                if stage != "nothing":
                    handler.wfile.write(b"x")
        except OSError:
            return

    server.answers["/a"] = answer
    # If each byte brought new time this would never end.
    assert "too long" in refused(server.url("/a"), timeout_s=0.3, allow_private=True)


def test_a_status_that_is_no_success(server: Server) -> None:
    server.answers |= {"/404": gives(b"gone", 404), "/500": gives(b"", 500), "/302": gives(b"", 302)}
    for path in server.answers:
        assert f"answered {path[1:]}" in refused(server.url(path), allow_private=True)


def test_what_is_no_picture(server: Server) -> None:
    server.answers |= {"/page": gives(b"<!doctype html><p>a page</p>"), "/empty": gives(b"")}
    with pytest.raises(PictureError, match="not a picture"):
        fetch(server.url("/page"), allow_private=True)
    with pytest.raises(PictureError, match="empty file"):
        fetch(server.url("/empty"), allow_private=True)


def test_a_connection_that_breaks_off(server: Server, picture: bytes) -> None:
    server.answers["/a"] = gives(picture[:50], Content_Length=str(len(picture)))
    assert "broke off" in refused(server.url("/a"), allow_private=True)


def test_a_server_that_speaks_no_http(server: Server) -> None:
    server.answers["/a"] = lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH_9\r\n") and None
    assert "could not be fetched" in refused(server.url("/a"), allow_private=True)
    assert "could not be fetched" in refused(server.url("/a").replace("http:", "https:"), allow_private=True)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Key and certificate for 127.0.0.1 in one file, signed by itself."""
    tool = shutil.which("openssl")
    if tool is None:
        pytest.skip("openssl, which makes a certificate, is not on this machine")
    folder = tmp_path_factory.mktemp("certificate")
    options = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test"]
    files = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(folder / "key"), "-out", str(folder / "pem")]
    subprocess.run([tool, "req", *options, *files], check=True, capture_output=True)
    (folder / "both").write_bytes((folder / "key").read_bytes() + (folder / "pem").read_bytes())
    return folder / "both"


def test_a_secure_server_must_prove_its_name(
    server: Server, picture: bytes, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.answers["/a.png"] = gives(picture)
    monkeypatch.setattr(server, "handle_error", lambda *_: None)  # a client that hangs up is what is wanted here
    url = server.url("/a.png").replace("http:", "https:")
    assert "certificate" in refused(url, allow_private=True).lower()
    assert not server.asked
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert fetch(url, allow_private=True) == picture
    assert "certificate" in refused(url.replace("127.0.0.1", "localhost"), allow_private=True).lower()


def test_a_host_with_an_empty_part() -> None:
    assert "could not be fetched" in refused("http://a..b/")


def test_nobody_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert "could not be fetched" in refused(f"http://127.0.0.1:{port}/a.png", allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        *("file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "data:image/png;base64," + "A" * 9999),
        *("", "a.png", "http://", "http:///a.png", "http://[::1", "http://example.org:99999/", "http://example.org:0/"),
    ],
)
def test_addresses_that_are_none_of_the_web(url: str) -> None:
    sentence = refused(url)
    assert "only http and https" in sentence and len(sentence) < 300


@pytest.mark.parametrize("url", ["http://a b.example/", "http://exa\0mple.org/", f"http://{'ü' * 99}.de/"])
def test_hosts_that_cannot_be_written(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("looked up"))
    with pytest.raises(QueryError):
        fetch(url)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_not_asked(host: str, server: Server) -> None:
    sentence = refused(f"http://{host}:{server.server_port}/a.png")
    assert "local network" in sentence or "could not be fetched" in sentence
    assert not server.asked


@pytest.mark.parametrize(
    "address",
    [
        *(
            "10.0.0.1",
            "172.16.5.5",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "224.0.0.1",
            "240.0.0.1",
            "127.9.9.9",
        ),
        *("fe80::1%eth0", "fd00::1", "::", "::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
        # Site-local, IPv4-compatible, IPv4-translated, NAT64 of one's own network; whoever is nearest.
        *("fec0::1", "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b:1::7f00:1", "192.0.0.9", "192.88.99.1"),
    ],
)
def test_addresses_that_are_not_of_the_open_internet(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not remote._is_public(address)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80)), (family, 1, 6, "", (address, 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("connected"))
    # One bad address among good ones is enough.
    assert "local network" in refused("http://pictures.example/a.png")


def test_public_addresses_are_public() -> None:
    assert all(remote._is_public(address) for address in ("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::808:808"))


def test_the_address_that_was_checked_is_the_one_that_is_asked(
    server: Server, picture: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/a.png"] = gives(picture)
    lookups: list[str] = []
    connected: list[object] = []
    genuine = socket.socket.connect

    def getaddrinfo(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        lookups.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", port))]

    def connect(sock: socket.socket, address: tuple[str, int]) -> None:
        connected.append(address)
        genuine(sock, ("127.0.0.1", server.server_port))

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(socket.socket, "connect", connect)
    assert fetch("http://pictures.example/a.png") == picture
    assert lookups == ["pictures.example"] and connected == [("93.184.216.34", 80)]


def test_a_redirect_to_this_machine_is_refused(server: Server, picture: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers |= {"/a": gives(b"", 302, Location=server.url("/secret")), "/secret": gives(picture)}
    genuine = socket.getaddrinfo
    outside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **more: outside if host == "outside" else genuine(host, *rest, **more),
    )
    public = remote._is_public
    first = iter([True])
    monkeypatch.setattr(remote, "_is_public", lambda *address: next(first, False) or public(*address))
    assert "local network" in refused("http://outside/a")
    assert server.asked == ["/a"]
