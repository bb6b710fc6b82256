"""Slows down whoever guesses codes: counts a client's misses for a minute, in the cache alone, under a name that says
nothing about the client."""

import ipaddress

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

#: Codes never issued that one client may ask for in a minute. Only misses count: behind one address sits a whole
#: commune, and whoever holds a good paper must never be turned away.
MOST_A_MINUTE = 60
RETRY_AFTER = 60  # seconds
_KEPT = 120  # seconds
_IPV6_NETWORK = 64  # bits that one household or office has


def is_one_miss_too_many(request: HttpRequest) -> bool:
    """Counts a miss; whether the client has had more than its share in this minute.

    Each process counts for itself unless the cache is a shared one.
    """
    now = timezone.localtime()
    key = f"posting.misses.{_nameless(_client(request), f'{now:%Y%m%d}')}.{now:%H%M}"
    cache.add(key, 0, _KEPT)
    try:
        return cache.incr(key) > MOST_A_MINUTE
    except ValueError:  # the cache let go of it just now
        return False


def _nameless(client: str, day: str) -> str:
    """A keyed hash that is another one every day, so that it leads to no address and cannot be followed."""
    return salted_hmac(f"posting.misses.{day}", client, algorithm="sha256").hexdigest()[:32]


def _client(request: HttpRequest) -> str:
    """The client's address as the web server in front says it (the last of X-Forwarded-For), else the peer's."""
    said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return _network(said) or _network(request.META.get("REMOTE_ADDR", "")) or "?"


def _network(text: str) -> str:
    """An IPv4 address, or the network of an IPv6 address, all of which one client has; "" for what is none."""
    try:
        bits = 32 if ipaddress.ip_address(text).version == 4 else _IPV6_NETWORK
        return str(ipaddress.ip_network(f"{text}/{bits}", strict=False))
    except ValueError:
        return ""
