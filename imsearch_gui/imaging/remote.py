"""A picture on the web, dropped from a browser: fetched with limits, so that an address cannot do more than give a picture.

A web page decides what address is dropped, so it must not make the program ask this machine or the local network, which the page
itself may not: no private address, and none of a network that this machine is in (`near`). Names are resolved here, every address
is checked, and the connection is made to the very address that was checked: a name that answers differently the second time gains
nothing. For the same reason no proxy is used.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import time
from collections.abc import Sequence
from contextlib import closing
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from imsearch_gui import __version__, tls
from imsearch_gui.domain.errors import PictureError, QueryError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.reasons import SAVE_IT
from imsearch_gui.imaging.formats import kind_of
from imsearch_gui.imaging.near import Network, near_networks
from imsearch_gui.imaging.sniff import HEAD_BYTES

LIMIT_BYTES = 50 << 20
TIMEOUT_S = 20.0
_MOST_REDIRECTS = 5
_BLOCK = 1 << 16
_UNICAST = ipaddress.ip_network("2000::/3")
"""All that was ever given out of IPv6; what else there is stands for something nearer, or for IPv4 in ways nobody needs."""
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""How a network without IPv4 reaches it (RFC 6052)."""
_NEAR = (ipaddress.ip_network("192.0.0.0/24"), ipaddress.ip_network("192.88.99.0/24"))
"""Whoever is nearest answers to these: a router (RFC 7723), a relay (RFC 3068)."""
_URL_SIGNS = "/%:@!$&'()*+,;=~"
_HEADERS = {
    "User-Agent": f"imsearch/{__version__}",
    "Accept": "image/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


def fetch(
    url: str, *, limit_bytes: int = LIMIT_BYTES, timeout_s: float = TIMEOUT_S, allow_private: bool = False
) -> bytes:
    """The picture file at `url`, at most `limit_bytes` long, within `timeout_s` seconds for everything together.

    `allow_private` lets addresses of this machine and of the local network through. Raises QueryError, or PictureError where
    what comes is no picture. The time that the system takes to resolve a name counts, but is not cut short.
    """
    until = time.monotonic() + timeout_s
    data = _follow(url, until, limit_bytes, allow_private)
    try:
        kind_of(data[:HEAD_BYTES])
    except PictureError as error:
        raise PictureError(SAVE_IT.format(error.reason), name=_shown(url)) from error
    return data


def _follow(url: str, until: float, limit: int, allow_private: bool) -> bytes:
    here = url
    for _ in range(_MOST_REDIRECTS + 1):
        parts = _parts(here)
        try:
            with closing(_connection(parts, until, allow_private)) as connection:
                connection.request("GET", _target(parts), headers=_HEADERS)
                with connection.getresponse() as answer:
                    if answer.status == 200:
                        return _body(answer, url, limit)
                    onward = answer.getheader("Location")
                    if answer.status not in (301, 302, 303, 307, 308) or not onward:
                        sentence = tr(
                            "{0} could not be fetched: the server answered {1}; save the picture and drop the file."
                        )
                        raise QueryError(sentence.format(_shown(url), answer.status))
        except TimeoutError as error:
            sentence = tr("{0} took too long to come: save the picture and drop the file.")
            raise QueryError(sentence.format(_shown(url))) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            # ValueError: a host name or a header that cannot be written (UnicodeError, InvalidURL)
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            sentence = tr("{0} could not be fetched ({1}): save the picture and drop the file.")
            raise QueryError(sentence.format(_shown(url), reason)) from error
        here = urljoin(here, onward)
    raise QueryError(tr("{0} leads in circles: save the picture and drop the file.").format(_shown(url)))


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port or an IPv6 address that is none
        usable = False
    if not usable:
        sentence = tr("{0} is no address of a picture on the web: only http and https are fetched.")
        raise QueryError(sentence.format(_shown(url)))
    return parts


def _target(parts: SplitResult) -> str:
    """What is asked of the server; signs that browsers show but HTTP does not know are escaped, escapes are kept."""
    target = quote(parts.path or "/", safe=_URL_SIGNS)
    return f"{target}?{quote(parts.query, safe=_URL_SIGNS + '?')}" if parts.query else target


def _connection(parts: SplitResult, until: float, allow_private: bool) -> http.client.HTTPConnection:
    assert parts.hostname is not None
    kind = _SecureConnection if parts.scheme == "https" else _PlainConnection
    host = parts.hostname if parts.hostname.isascii() else parts.hostname.encode("idna").decode("ascii")
    return kind(host, parts.port or kind.default_port, until, allow_private)


def _body(answer: http.client.HTTPResponse, url: str, limit: int) -> bytes:
    data = bytearray()
    while block := answer.read(min(_BLOCK, limit + 1 - len(data))):
        data += block
        if len(data) > limit:
            sentence = tr("{0} is larger than {1:.3g} MB: save the picture and drop the file.")
            raise QueryError(sentence.format(_shown(url), limit / (1 << 20)))
    if answer.length:  # `read` says nothing of a connection that broke off
        sentence = tr("{0} could not be fetched (the connection broke off): save the picture and drop the file.")
        raise QueryError(sentence.format(_shown(url)))
    return bytes(data)


def _shown(url: str) -> str:
    """An address may be a megabyte of `data:`; a sentence shows its beginning."""
    return url if len(url) <= 100 else f"{url[:99]}…"


class _PlainConnection(http.client.HTTPConnection):
    """Connects to a checked address only, and lets everything take no longer than until a moment."""

    def __init__(self, host: str, port: int, until: float, allow_private: bool) -> None:
        super().__init__(host, port)
        self._until = until
        self._allow_private = allow_private

    def connect(self) -> None:
        self.sock = _Timed(_dial(self.host, self.port, self._until, self._allow_private), self._until)


class _SecureConnection(_PlainConnection):
    default_port = http.client.HTTPS_PORT

    def connect(self) -> None:
        plain = _dial(self.host, self.port, self._until, self._allow_private)
        try:
            secure = tls.context().wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise
        self.sock = _Timed(secure, self._until)


def _dial(host: str, port: int, until: float, allow_private: bool) -> socket.socket:
    """A connection to the first address of `host` that answers; QueryError where any of them is not of the open internet."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not allow_private:
        near = near_networks()
        for *_, address in found:
            if not _is_public(str(address[0]), near):
                sentence = tr(
                    "{0} lies on this machine or in the local network, which a web page may not ask for: save the picture and drop"
                    " the file."
                )
                raise QueryError(sentence.format(host))
    failure: OSError = OSError(tr("no address"))
    for family, kind, protocol, _, address in found:
        plain = socket.socket(family, kind, protocol)
        try:
            plain.settimeout(_left(until))
            plain.connect(address)
        except OSError as error:
            plain.close()
            failure = error
        else:
            return plain
    raise failure


def _is_public(text: str, near: Sequence[Network] = ()) -> bool:
    """Whether an address is one of the open internet and in no network of `near`; of an IPv6 address that stands for an IPv4 one,
    whether that is."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if address in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        elif address not in _UNICAST:
            return False
        if inner and not _is_public(str(inner), near):
            return False
    if any(address in network for network in near):
        return False
    return address.is_global and not address.is_multicast and not any(address in network for network in _NEAR)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Timed:
    """A socket as http.client wants it, whose every read gets only the time that is left for all of them.

    A timeout of the socket alone would begin anew with each byte that a slow server sends.
    """

    def __init__(self, sock: socket.socket, until: float) -> None:
        self._sock = sock
        self._until = until
        self._is_read = False

    def sendall(self, data: Any) -> None:
        self._sock.settimeout(_left(self._until))
        self._sock.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        assert mode == "rb"
        self._is_read = True
        return io.BufferedReader(_TimedReader(self._sock, self._until))

    def close(self) -> None:
        """The connection lets go of its socket before the answer is read; from then on the reader closes it."""
        if not self._is_read:
            self._sock.close()


class _TimedReader(io.RawIOBase):
    def __init__(self, sock: socket.socket, until: float) -> None:
        self._sock = sock
        self._until = until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(_left(self._until))
        return self._sock.recv_into(buffer)

    def close(self) -> None:
        self._sock.close()
        super().close()
