"""Slows down whoever guesses codes."""

from django.http import HttpRequest

from pages.visitors.fair_share import is_beyond_its_share

#: Codes never issued that one client may ask for in a minute. Only misses count: behind one address sits a whole
#: commune, and whoever holds a good paper must never be turned away.
MOST_A_MINUTE = 60
RETRY_AFTER = 60  # seconds


def is_one_miss_too_many(request: HttpRequest) -> bool:
    """Counts a miss; whether the client has had more than its share in this minute."""
    return is_beyond_its_share(request, "codes", MOST_A_MINUTE, RETRY_AFTER)
