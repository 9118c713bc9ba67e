"""Which addresses may be asked for: those of the public web, and of the private hosts that the workspace names; and
which is that of a site's first page.

The ranges are those of the IANA registries of special addresses, as `ipaddress` knows them (RFC 6890); what it does
not know stands here with its source.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

SCHEMES = ("http", "https")
LONGEST = 2_000
"""Characters of an address; more are no page's (the limit of addresses that prints link)."""
_NAT64 = IPv6Network("64:ff9b::/96")
"""An IPv4 address stands in its last four bytes (RFC 6052)."""
_NAT64_LOCAL = IPv6Network("64:ff9b:1::/48")
"""The same inside of a network of one's own (RFC 8215)."""
_OF_PROTOCOLS = IPv4Network("192.0.0.0/24")
"""For protocols, not for hosts (RFC 6890); `ipaddress` lets some of them through."""
_OF_CLOUDS = (IPv4Address("168.63.129.16"),)
"""Public addresses by which a cloud speaks to its own machines (Azure's, learn.microsoft.com, "What is IP address
168.63.129.16?"); the others, such as 169.254.169.254, are link-local or private."""
_HOME = re.compile(r"/?(?:(?:index|default|home|main)\.\w{2,5})?", re.IGNORECASE)
"""The path of a site's first page."""


@dataclass(frozen=True, slots=True)
class Host:
    """The machine that an address names."""

    name: str
    """In lower case, without the point at its end; an address of IPv6 without its brackets."""
    port: int


def host_of(url: str) -> Host | None:
    """The host that `url` names; None for what is no whole address of http or https, or holds a name or password."""
    if len(url) > LONGEST or not url.isprintable() or " " in url or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in SCHEMES or not parts.hostname or parts.username is not None or parts.password is not None:
        return None
    return Host(parts.hostname.rstrip(".").lower(), port or (443 if parts.scheme == "https" else 80))


def is_allowed(host: str, allowed: Collection[str]) -> bool:
    """Whether the workspace names that very host: then it may lie in a private network."""
    return host.rstrip(".").lower().strip("[]") in {name.rstrip(".").lower().strip("[]") for name in allowed}


def is_public(address: str) -> bool:
    """Whether an IP address, as text, belongs to the public internet; False for what is no IP address.

    Private, loopback, link-local, metadata, multicast and reserved ones do not, in whatever they are wrapped: mapped
    into IPv6, translated (NAT64), or tunnelled (6to4, Teredo).
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return _is_open(found)
    if found in _NAT64:
        return _is_open(IPv4Address(int(found) & 0xFFFFFFFF))
    if found.sixtofour is not None:  # newer Pythons take all of 2002::/16 for private
        return _is_open(found.sixtofour)
    return _is_open(found) and all(_is_open(one) for one in _inside(found))


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        if address.is_site_local or address in _NAT64_LOCAL:
            return False
    elif address in _OF_PROTOCOLS or address in _OF_CLOUDS:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inside(address: IPv6Address) -> list[IPv4Address]:
    """The addresses of IPv4 that one of IPv6 leads to."""
    wrapped = (address.ipv4_mapped, *(address.teredo or ()))
    return [one for one in wrapped if one is not None]


def is_ip(host: str) -> bool:
    """Whether a host is named by its IP address."""
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def is_home(url: str) -> bool:
    """Whether an address is that of a site's first page."""
    parts = urlsplit(url)
    return _HOME.fullmatch(parts.path) is not None and not parts.query
