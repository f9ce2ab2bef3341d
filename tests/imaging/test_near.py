"""Addresses of the open internet that belong to this computer, or to one beside it."""

from __future__ import annotations

import ipaddress
import socket
from types import SimpleNamespace

import psutil
import pytest

from imsearch_gui.domain.errors import QueryError
from imsearch_gui.imaging.near import near_networks
from imsearch_gui.imaging.remote import fetch

Row = tuple[int, str, str | None, str | None]


def fake(monkeypatch: pytest.MonkeyPatch, **interfaces: list[Row]) -> None:
    """Interfaces with rows of (family, address, mask, other end)."""
    rows = {
        name: [
            SimpleNamespace(family=family, address=address, netmask=mask, ptp=other)
            for family, address, mask, other in rows
        ]
        for name, rows in interfaces.items()
    }
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: rows)


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses of the open internet at each interface, and one of another kind that has none."""
    fake(
        monkeypatch,
        lo=[(socket.AF_INET, "127.0.0.1", "255.0.0.0", None), (socket.AF_INET6, "::1", None, None)],
        eth0=[
            (socket.AF_PACKET, "02:fc:00:00:00:01", None, None),
            (socket.AF_INET, "52.10.20.30", "255.255.255.240", None),
            (socket.AF_INET6, "2a01:4f8:1:2::5", "ffff:ffff:ffff:ffff::", None),
            (socket.AF_INET6, "fe80::1%eth0", "ffff:ffff:ffff:ffff::", None),
        ],
        wlan0=[(socket.AF_INET6, "2a02:8070:9:9::7", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", None)],
        wifi=[(socket.AF_INET6, "2a03:8070:9:9::7", None, None)],
        tun0=[(socket.AF_INET, "51.20.0.1", "255.255.255.255", "51.20.7.7")],
        odd=[(socket.AF_INET, "53.9.9.9", "0.0.0.0", None)],
    )


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is asked, whoever it is."""

    def connect(*_: object) -> None:
        raise OSError(113, "would have been asked")

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.mark.parametrize(
    "host",
    [
        "52.10.20.30",
        "52.10.20.17",
        "[2a01:4f8:1:2::5]",
        "[2a01:4f8:1:2:abcd::1]",
        "[::ffff:52.10.20.17]",
        "[64:ff9b::52.10.20.17]",
        "[2002:340a:1411::1]",
        "[2a02:8070:9:9::7]",
        "[2a02:8070:9:9::1]",
        "[2a03:8070:9:9:1::]",
        "51.20.0.1",
        "51.20.7.7",
        "53.9.9.9",
    ],
)
@pytest.mark.usefixtures("at_home", "nobody")
def test_this_computer_and_those_beside_it_are_not_asked(host: str) -> None:
    with pytest.raises(QueryError, match="on this machine or in the local network"):
        fetch(f"http://{host}/router/restart.png")


@pytest.mark.parametrize(
    "host", ["52.10.20.33", "52.10.20.15", "[2a01:4f8:1:3::5]", "51.20.0.2", "53.9.9.8", "[2a02:8070:9:8::1]"]
)
@pytest.mark.usefixtures("at_home", "nobody")
def test_others_are_asked(host: str) -> None:
    with pytest.raises(QueryError, match="would have been asked"):
        fetch(f"http://{host}/a.png")


@pytest.mark.usefixtures("nobody")
def test_where_the_system_does_not_tell_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(psutil, "net_if_addrs", fails)
    with pytest.raises(QueryError, match=r"could not be fetched \(Permission denied\)"):
        fetch("http://52.10.20.33/a.png")


def test_the_interfaces_of_this_machine_can_be_read() -> None:
    assert any(ipaddress.ip_address("127.0.0.1") in network for network in near_networks())
