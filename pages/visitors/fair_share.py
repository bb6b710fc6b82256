"""How much of something one client takes: counted for a while, in the cache alone, under a name that says nothing about
the client and is another one every day."""

from django.core.cache import caches
from django.http import HttpRequest

from agencies.day import asked_on
from pages.visitors.clients import nameless, network_of

#: A cache of its own: whatever fills the other one must not make anybody's count begin anew.
CACHE = "shares"


def is_beyond_its_share(request: HttpRequest, what: str, most: int, seconds: int = 60) -> bool:
    """Counts once more of it; whether the client has had more than `most` in the `seconds` since the first.

    Behind one address sits a whole commune: choose `most` for all of it. Each process counts for itself unless the
    cache is a shared one.
    """
    return is_beyond(share_name(request), what, most, seconds)


def share_name(request: HttpRequest) -> str:
    """The client's name for today, for what is counted when the request is over."""
    return nameless(f"share.{asked_on(request)}", network_of(request))


def is_beyond(whose: str, what: str, most: int, seconds: int = 60) -> bool:
    """The same for a name that somebody has already."""
    key = f"share.{what}.{whose}"
    caches[CACHE].add(key, 0, seconds)
    try:
        return caches[CACHE].incr(key) > most
    except ValueError:  # the cache let go of it just now
        return False
