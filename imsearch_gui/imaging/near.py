"""The networks that this computer is in, as its interfaces say.

An address may be one of the open internet and yet that of this very computer, or of one beside it that no router stands before:
with IPv6, machines at home and in an office have such addresses.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_LINK_BITS = 64
"""The prefix of a link in IPv6 (RFC 4291, section 2.5.1). An interface may name a longer one, or none: an address by DHCPv6 stands
alone there, while its neighbours are reached by what the router has announced."""


def near_networks() -> tuple[Network, ...]:
    """Those of all interfaces; raises OSError where the system does not tell."""
    import psutil

    found = psutil.net_if_addrs().values()
    return tuple(dict.fromkeys(network for part in found for one in part for network in _networks(one)))


def _networks(one: object) -> Iterator[Network]:
    """Of one address of an interface: its own, and that of the other end of a line between two."""
    if getattr(one, "family", None) in (socket.AF_INET, socket.AF_INET6):
        yield _network(str(getattr(one, "address", "")), getattr(one, "netmask", None))
        if (other := getattr(one, "ptp", None)) is not None:
            yield _network(str(other), None)


def _network(address: str, mask: str | None) -> Network:
    place = ipaddress.ip_address(address.partition("%")[0])
    bits = 0 if mask is None else int(ipaddress.ip_address(mask)).bit_count()
    if place.version == 6:
        bits = min(bits or _LINK_BITS, _LINK_BITS)
    # A mask of nothing would be the whole internet: then it is only this address.
    return ipaddress.ip_network((place, bits or place.max_prefixlen), strict=False)
