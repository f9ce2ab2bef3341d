"""A picture on the web, dropped from a browser: fetched with limits, so that an address cannot do more than give a picture."""

from __future__ import annotations

import ipaddress
import socket
import time
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from imsearch_gui import __version__
from imsearch_gui.domain.errors import QueryError

LIMIT_BYTES = 50 << 20
TIMEOUT_S = 20.0
_BLOCK = 1 << 16


def fetch(
    url: str, *, limit_bytes: int = LIMIT_BYTES, timeout_s: float = TIMEOUT_S, allow_private: bool = False
) -> bytes:
    """What lies at `url`; raises QueryError for anything but http and https, for private addresses, and past the limits.

    `allow_private` lets addresses of this machine and of the local network through, which a page of the web has no business to
    make the program ask for.
    """
    _check(url, allow_private)
    opener = urllib.request.build_opener(_CheckedRedirects(allow_private))
    request = urllib.request.Request(url, headers={"User-Agent": f"imsearch/{__version__}", "Accept": "image/*"})
    until = time.monotonic() + timeout_s
    try:
        with opener.open(request, timeout=timeout_s) as answer:
            return _read(answer, url, limit_bytes, until)
    except urllib.error.HTTPError as error:
        error.close()
        raise QueryError(f"The picture at {url} could not be fetched: the server answered {error.code}.") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise QueryError(f"The picture at {url} could not be fetched ({reason}): save it and drop the file.") from error


class _CheckedRedirects(urllib.request.HTTPRedirectHandler):
    """Every address on the way is held to the same rules."""

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        _check(newurl, self._allow_private)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check(url: str, allow_private: bool) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise QueryError(f"{url} is no address of a picture on the web: only http and https are fetched.")
    if allow_private:
        return
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 0, proto=socket.IPPROTO_TCP)
    except OSError as error:
        raise QueryError(f"{parts.hostname} was not found: are you connected to the internet?") from error
    for *_, address in found:
        if not ipaddress.ip_address(str(address[0]).partition("%")[0]).is_global:
            raise QueryError(f"{url} lies on this machine or in the local network, which a web page may not ask for.")


def _read(answer: IO[bytes], url: str, limit: int, until: float) -> bytes:
    data = bytearray()
    while block := answer.read(_BLOCK):
        data += block
        if len(data) > limit:
            raise QueryError(f"The picture at {url} is larger than {limit >> 20} MB: save it and drop the file.")
        if time.monotonic() > until:
            raise QueryError(f"The picture at {url} took too long to come: save it and drop the file.")
    return bytes(data)
