"""What comes in by the window: drops, pastes, addresses, messages of other processes, and the program's own small files."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from library_targets import scratch
from making import PATHS, TEXTS, Chooser, Target
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QImage

from imsearch_gui import disk
from imsearch_gui.bridge.images import to_png
from imsearch_gui.bridge.intake import Kind, promises, read_mime, read_text
from imsearch_gui.bridge.preview import first_readable
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.crash_file import mark_told, reports_left
from imsearch_gui.domain import settings
from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging.remote import _is_public, fetch
from imsearch_gui.releases import read_release
from imsearch_gui.wishes import Wishes

FORMATS = ("text/plain", "text/uri-list", "text/x-moz-url", "text/html", "application/x-qt-image", "image/png", "x/y")
ADDRESSES = (
    "file://host/share/x.png",
    "file:///dev/zero",
    "file:///dev/stdin",
    "file:///proc/self/mem",
    "file:///proc/kmsg",
    "file:///a%00b.png",
    "file:///%ff%fe",
    "file:",
    "data:image/png;base64," + "A" * 10_000,
    "javascript:alert(1)",
    "http://",
    "http://[::1",
    "http://a" + "b" * 5000,
    "http://\u0661\u0662\u0667.0.0.1/",
    "https://user:word@host:99999/",
    "ftp://host/x",
    "http://x/\r\nHost: y",
    "//host/share",
    "\\\\host\\share",
    "~nobody-here/x",
)
HOSTS = (
    *(
        "127.0.0.1",
        "2130706433",
        "0177.0.0.1",
        "0x7f.1",
        "127.1",
        "0",
        "0.0.0.0",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
    ),
    *(
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[2002:7f00:1::]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b:1::1]",
    ),
    *(
        "[fe80::1%25lo]",
        "[fc00::1]",
        "[::127.0.0.1]",
        "[ff02::1]",
        "[2001:0:0:0:0:0:80ff:fffe]",
        "localhost",
        "100.64.0.1",
    ),
    *(
        "[::ffff:0:127.0.0.1]",
        "[fec0::1]",
        "[64:ff9b:1::7f00:1]",
        "192.0.0.9",
        "198.18.0.1",
        "192.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "224.0.0.1",
    ),
)
"""This machine and the network around it, in every spelling."""


def drop(data: bytes) -> str:
    choose = Chooser(data)
    mime = QMimeData()
    for _ in choose.some(4):
        match choose.number(4):
            case 0:
                content = choose.pick((choose.bytes(200), *(text.encode() for text in ADDRESSES), b"\xff\xfe" * 50))
                mime.setData(choose.pick(FORMATS), QByteArray(content))
            case 1:
                mime.setText(choose.pick((*ADDRESSES, *PATHS, *TEXTS)) * (1 + choose.number(3)))
            case 2:
                urls = [QUrl(choose.pick((*ADDRESSES, *PATHS))) for _ in choose.some(5)]
                mime.setUrls(urls * choose.pick((1, 1, 1, 500)))
            case _:
                mime.setImageData(choose.pick((QImage(), QImage(3, 3, QImage.Format.Format_RGB32), 5, "x")))
    promises(mime)
    came = read_mime(mime)
    return _taken(came)


def text(data: bytes) -> str:
    """Words, paths and addresses that are typed or pasted."""
    return _taken(read_text(data.decode("utf-8", "surrogateescape").replace("\x01", "\ud800")))


def _taken(came: object) -> str:
    kind = came.kind  # type: ignore[attr-defined]
    with suppress(KnownError):
        if kind is Kind.PICTURES:
            first_readable(came.paths[:20])  # type: ignore[attr-defined]
        elif kind is Kind.IMAGE:
            to_png(came.image)  # type: ignore[attr-defined]
        elif kind is Kind.URL:
            url = came.url  # type: ignore[attr-defined]
            assert url.startswith(("http://", "https://")), url
            assert "\n" not in url
    return "refused" if kind is Kind.NOTHING else "taken"


def message(data: bytes) -> str:
    """What another process of this user writes to the socket."""
    try:
        wishes = Wishes.from_bytes(data)
    except ValueError:
        return "refused"
    with suppress(KnownError):
        first_readable(wishes.paths[:20])
    for path in (*wishes.paths, *([wishes.library] if wishes.library else [])):
        assert path.is_absolute()
    return "taken"


def made_up_message(data: bytes) -> str:
    import json

    choose = Chooser(data)
    told = {"version": 1, "paths": ["/a.png"], "library": None, "samples": False, "token": ""}
    for _ in range(1 + choose.number(3)):
        told[choose.pick(tuple(told))] = choose.json()
    return message(json.dumps(told).encode())


def address(data: bytes) -> str:
    """Addresses of this machine and its network: none of them is ever asked."""
    choose = Chooser(data)
    host = choose.pick(HOSTS)
    url = f"{choose.pick(('http', 'https', 'HTTP', 'ftp', 'file'))}://{choose.pick(('', 'a@', 'a:b@'))}{host}"
    url += choose.pick(("", ":80", ":0", ":99999", ":x")) + choose.pick(("", "/x.png", "/\r\nX: y", "?a", "#b", "/%zz"))
    try:
        fetch(url, timeout_s=0.05)
    except KnownError:
        return "refused"
    raise AssertionError(f"{url} was fetched")


def numeric_address(data: bytes) -> str:
    """Any IPv6 address that holds one of this machine is no public one."""
    import ipaddress

    for host in HOSTS:
        with suppress(ValueError):
            assert not _is_public(str(ipaddress.ip_address(host.strip("[]").replace("%25", "%")))), host
    choose = Chooser(data)
    prefix = choose.pick(("64:ff9b::", "::ffff:", "2002:"))
    inner = choose.pick((0x7F000001, 0x0A000001, 0xC0A80101, 0xA9FEA9FE, 0, 0x64400001))
    if prefix == "2002:":
        whole = (0x2002 << 112) | (inner << 80) | choose.number(2**64)
    else:
        whole = int(ipaddress.ip_address(f"{prefix}0:0" if prefix != "64:ff9b::" else "64:ff9b::")) | inner
    assert not _is_public(str(ipaddress.IPv6Address(whole)))
    own = ipaddress.ip_network((whole | (0x2A01 << 112), 48 + choose.number(81)), strict=False)
    assert not _is_public(str(own[choose.number(own.num_addresses)]), (own,))
    return "refused"


def settings_file(data: bytes) -> str:
    file = scratch() / "settings.ini"
    file.write_bytes(data)
    store = SettingsStore(file)
    every = [value for value in vars(settings).values() if isinstance(value, settings.Setting)]
    assert every
    for setting in every:
        assert type(store.get(setting)) is type(setting.default)
    store.recent()
    store.watched()
    store.folders()
    store.model_of(Path("/x"))
    store.seconds_of("x")
    store.state("window")
    store.keep_seconds("x", 1.0)
    store.used(Path("/y"))
    store.close()
    return "taken"


def crash_reports(data: bytes) -> str:
    choose = Chooser(data[:16])
    folder = scratch() / "crashes"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "told").mkdir(parents=True)
    names = ("1.txt", "99999999999.txt", "x.txt", "-1.txt", "told/x.txt", "told/5.txt", "0x10.txt", "told/\u0661.txt")
    for _ in choose.some(4):
        (folder / choose.pick(names)).write_bytes(data)
    if choose.number(4) == 0:
        (folder / "dir.txt").mkdir()
    if choose.number(4) == 0:
        (folder / "link.txt").symlink_to("/dev/zero")
    mark_told(folder, reports_left(folder))
    return "taken"


def leftovers(data: bytes) -> str:
    """A note of another machine says which place was taken; nothing but an empty file of that folder may go."""
    folder = scratch() / "leftovers" / "inner"
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "empty").touch()
    (folder.parent / "empty").touch()
    (folder / "full").write_text("dear")
    (folder / "inside").mkdir()
    note = folder / ".imsearch-00000000-1-1.place"
    note.write_bytes(data)
    os.utime(note, (1, 1))
    disk.clear(folder)
    left = {path.name for path in folder.iterdir()}
    assert left in ({"empty", "full", "inside"}, {"full", "inside"}), left
    assert (folder.parent / "empty").exists()
    return "refused" if "empty" in left else "taken"


def release(data: bytes) -> str:
    """What a server says of newer versions."""
    try:
        told = read_release(data)
    except KnownError:
        return "refused"
    assert told.page.startswith("https://")
    assert len(told.version) < 500
    return "taken"


def made_up_release(data: bytes) -> str:
    import json

    choose = Chooser(data)
    told = {"tag_name": "v0.2.0", "html_url": "https://x/"}
    told[choose.pick(tuple(told))] = choose.pick((choose.json(), choose.pick(ADDRESSES), choose.pick(TEXTS)))
    return release(json.dumps(told).encode())


def words(data: bytes) -> str:
    """Small languages of our own."""
    plain = data.decode(errors="replace")
    CleaningRules.parse(plain)
    try:
        Region.parse(plain).clipped(100, 100)
    except KnownError:
        return "refused"
    return "taken"


_INI = b"""[window]\nrecent_libraries="[\\"/a\\"]"\nmodels="{}"\nseconds="{}"\n[acting]\nfolders="[]"\n[search]\ntop=50\n"""

TARGETS = (
    Target("drop", lambda: (b"",), drop, raw=True),
    Target("text", lambda: (*(one.encode() for one in (*ADDRESSES, *TEXTS, *PATHS)), b"/a\x01\xff"), text),
    Target("handed over", lambda: (Wishes((Path("/a.png"),), Path("/library")).to_bytes(), b"[" * 10_000), message),
    Target("handed over, made up", lambda: (b"",), made_up_message, raw=True),
    Target("address", lambda: (b"",), address, raw=True),
    Target("numeric address", lambda: (b"",), numeric_address, raw=True),
    Target(
        "settings",
        lambda: (_INI, b"[window]\nrecent_libraries=" + b"[" * 5000, b"[a]\nx=@Variant(\\0)\n"),
        settings_file,
    ),
    Target("crash reports", lambda: (b"Fatal Python error: x\n",), crash_reports),
    Target("leftovers", lambda: (b"empty", b"full", b"../empty", b"inside", b"empty\0", b"x" * 300), leftovers),
    Target(
        "newer release",
        lambda: (b'{"tag_name": "v0.2.0", "html_url": "https://example.org/v0.2.0"}', b"[" * 5000),
        release,
    ),
    Target("newer release, made up", lambda: (b"",), made_up_release, raw=True),
    Target("regions and rules", lambda: (b"1,2,3,4", b"CleaningRules(min_side=2, rgb_only=True)"), words),
)
