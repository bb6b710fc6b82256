"""A link is broken after several nights without anything behind it, and whole as soon as it opens."""

from datetime import date

import pytest

from pages.asking.verdict import HARD, OK, SOFT, UNASKED, Answer, Standing, after, carries

FIRST, SECOND, THIRD = (date(2026, 11, day) for day in (1, 2, 3))


def stands(*kinds: str) -> Standing:
    standing = Standing()
    for kind, on in zip(kinds, (FIRST, SECOND, THIRD), strict=False):
        standing = after(standing, Answer(kind, ""), on)
    return standing


def test_one_night_is_no_proof_two_are():
    assert not stands(HARD).is_broken
    assert stands(HARD, HARD) == Standing(2, FIRST)
    assert stands(HARD, HARD).is_broken


def test_what_is_not_clear_breaks_nothing_and_mends_nothing():
    assert stands(SOFT, SOFT, SOFT) == Standing()
    assert stands(HARD, HARD, SOFT).is_broken
    assert stands(HARD, SOFT, HARD).is_broken


@pytest.mark.parametrize("kind", [OK, UNASKED])
def test_what_opens_or_is_not_asked_is_whole_at_once(kind):
    assert stands(HARD, HARD, kind) == Standing()


@pytest.mark.parametrize(
    ("reached", "asked", "found"), [(0, 0, False), (0, 1, False), (1, 2, True), (1, 5, True), (1, 6, False)]
)
def test_nearly_all_sites_silent_is_the_network(reached, asked, found):
    assert carries(reached, asked) is found
