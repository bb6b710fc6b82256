"""One client has its share, whatever others take."""

from django.core.cache import cache
from django.test import RequestFactory

from pages.visitors.fair_share import is_beyond_its_share


def takes(address: str, what: str = "codes", times: int = 1) -> list[bool]:
    """Whether each time was one too many."""
    asked = RequestFactory().get("/", headers={"x-forwarded-for": address})
    return [is_beyond_its_share(asked, what, 2) for _ in range(times)]


def test_what_is_beyond_the_share_is_told():
    assert takes("192.0.2.1", times=4) == [False, False, True, True]


def test_another_client_and_another_thing_are_counted_apart():
    takes("192.0.2.1", times=3)
    assert takes("192.0.2.2") == [False]
    assert takes("192.0.2.1", "letters") == [False]


def test_whatever_fills_the_cache_makes_no_count_begin_anew():
    takes("192.0.2.1", times=3)
    for number in range(1_000):
        cache.set(str(number), number)
    assert takes("192.0.2.1") == [True]
