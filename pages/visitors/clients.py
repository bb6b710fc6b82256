"""Who asks: a client's address as the web server in front says it, and a name for it that says nothing about it."""

import ipaddress

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_IPV6_NETWORK = 64  # bits that one household or office has
_PROVIDER = {4: 16, 6: 32}  # bits of an address that stay while a provider gives a client new ones


def address_of(request: HttpRequest) -> Address | None:
    """The client's address: the last of X-Forwarded-For, which the web server in front writes, else the peer's."""
    said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return read_address(said) or read_address(request.META.get("REMOTE_ADDR", ""))


def network_of(request: HttpRequest) -> str:
    """An IPv4 address, or the network of an IPv6 address, all of which one client has; "?" when it is not told."""
    address = address_of(request)
    return "?" if address is None else network_around(address)


def provider_of(request: HttpRequest) -> str:
    """The network of the provider whose client it is, as wide as one that gives out addresses; "?" for none."""
    address = address_of(request)
    return "?" if address is None else str(ipaddress.ip_network((address, _PROVIDER[address.version]), strict=False))


def network_around(address: Address) -> str:
    """The same for an address that is known."""
    bits = 32 if address.version == 4 else _IPV6_NETWORK
    return str(ipaddress.ip_network((address, bits), strict=False))


def nameless(purpose: str, text: str) -> str:
    """A keyed hash for one purpose, from which nobody comes back to the text; equal for equal texts."""
    return salted_hmac(purpose, text, algorithm="sha256").hexdigest()[:32]


def read_address(text: str) -> Address | None:
    """None for what is no address. One of IPv4 that is written as one of IPv6 is the former."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
