"""Which addresses of the network are public, and what the others are.

The registries of IANA for special addresses, written out: what `ipaddress` says of them
differs between releases of Python.
"""

from __future__ import annotations

from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)
from typing import Final

_OWN: Final = "this computer"
_PRIVATE: Final = "a private network"
_LINK: Final = "the local link, where clouds keep their keys"
_RESERVED: Final = "a reserved range"
_TUNNEL: Final = "a tunnel"
_MANY: Final = "many computers at once"

_V4: Final[dict[str, str]] = {
    "0.0.0.0/8": _OWN,
    "10.0.0.0/8": _PRIVATE,
    "100.64.0.0/10": "the network of a provider",
    "127.0.0.0/8": _OWN,
    "168.63.129.16/32": "the keys of a cloud",
    "169.254.0.0/16": _LINK,
    "172.16.0.0/12": _PRIVATE,
    "192.0.0.0/24": _RESERVED,
    "192.0.2.0/24": _RESERVED,
    "192.88.99.0/24": _TUNNEL,
    "192.168.0.0/16": _PRIVATE,
    "198.18.0.0/15": _RESERVED,
    "198.51.100.0/24": _RESERVED,
    "203.0.113.0/24": _RESERVED,
    "224.0.0.0/4": _MANY,
    "240.0.0.0/4": _RESERVED,
}
_V6: Final[dict[str, str]] = {
    "::/128": _OWN,
    "::1/128": _OWN,
    "64:ff9b:1::/48": _PRIVATE,
    "2001::/23": _TUNNEL,
    "2001:db8::/32": _RESERVED,
    "2002::/16": _TUNNEL,
    "3fff::/20": _RESERVED,
    "fc00::/7": _PRIVATE,
    "fe80::/10": _LINK,
    "fec0::/10": _PRIVATE,
    "ff00::/8": _MANY,
}
_KINDS_V4: Final = [(IPv4Network(net), kind) for net, kind in _V4.items()]
_KINDS_V6: Final = [(IPv6Network(net), kind) for net, kind in _V6.items()]
_PUBLIC_V6: Final = IPv6Network("2000::/3")
"""All that is given to anybody so far."""
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
"""Where a network without IPv4 reaches its hosts (NAT64)."""


def kind_of(host: str) -> str | None:
    """What is not public about an address of the network; None where it is.

    Args:
        host: As a socket has it: "192.0.2.1", "fe80::1%eth0".
    """
    try:
        address = ip_address(host)
    except ValueError:
        return "no address that is known"
    if isinstance(address, IPv4Address):
        return _kind_v4(address)
    inner = _inside(address)
    if inner is not None:
        return _kind_v4(inner)
    kind = next((kind for net, kind in _KINDS_V6 if address in net), None)
    return kind or (None if address in _PUBLIC_V6 else _RESERVED)


def _kind_v4(address: IPv4Address) -> str | None:
    return next((kind for net, kind in _KINDS_V4 if address in net), None)


def _inside(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
