"""A night asks what is due and writes what counts, whatever happens to it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from pages.asking.ask import Manner
from pages.links.night import Limits, check_links
from pages.models import OutgoingLink
from tests.pages.links.conftest import AT_ONCE, MANNER, NOWHERE, nights

pytestmark = pytest.mark.django_db
FIRST = date(2026, 11, 1)
SECOND, THIRD = FIRST + timedelta(1), FIRST + timedelta(2)


def broken() -> set[str]:
    return set(OutgoingLink.objects.broken().values_list("address", flat=True))


def test_a_link_breaks_on_the_second_night_and_is_whole_as_soon_as_it_opens(site, leading_to):
    gone, there = site.url("/404"), site.url("/200?a=1&b=2")
    leading_to(gone, there)
    check_links(FIRST, MANNER, AT_ONCE)
    assert broken() == set()
    check_links(SECOND, MANNER, AT_ONCE)
    assert broken() == {gone}
    assert OutgoingLink.objects.get(address=gone).failing_since == FIRST
    site.answers["/404"] = 200
    check_links(THIRD, MANNER, AT_ONCE)
    assert broken() == set()


def test_refusals_and_faults_of_a_server_break_nothing(site, leading_to):
    leading_to(*(site.url(f"/{status}") for status in (403, 429, 500)))
    for on in (FIRST, SECOND, THIRD):
        check_links(on, MANNER, AT_ONCE)
    assert set(OutgoingLink.objects.values_list("kind", "nights")) == {("soft", 0)}


def test_a_second_run_of_one_night_asks_nothing_and_counts_nothing(site, leading_to):
    leading_to(site.url("/404"))
    check_links(FIRST, MANNER, AT_ONCE)
    site.log.clear()
    night = check_links(FIRST, MANNER, AT_ONCE)
    assert (night.asked, site.log) == (0, [])
    assert nights(site.url("/404")) == 1


def test_a_name_that_is_gone_counts_while_other_sites_answer(site, leading_to):
    addresses = [f"{NOWHERE}/{number}" for number in range(6)]
    leading_to(site.url("/200"), *addresses)
    check_links(FIRST, MANNER, AT_ONCE)
    check_links(SECOND, MANNER, AT_ONCE)
    assert broken() == set(addresses)


def test_without_a_network_nothing_is_judged(site, leading_to):
    leading_to(f"{NOWHERE}/1", "http://auch-das-nicht.invalid/", "http://127.0.0.1:1/")
    for on in (FIRST, SECOND, THIRD):
        assert check_links(on, MANNER, AT_ONCE).is_network_down
    assert set(OutgoingLink.objects.values_list("kind", "nights", "asked_on")) == {("", 0, None)}


def test_a_network_that_is_lost_on_the_way_is_no_fault_of_the_sites(site, leading_to):
    site.closes_after = 1
    leading_to(site.url("/200"), f"{NOWHERE}/1")
    night = check_links(FIRST, MANNER, Limits(whole=60, pause=0))
    assert night.is_network_down
    assert nights(f"{NOWHERE}/1") == 0


def test_parts_of_one_page_are_asked_once(site, leading_to):
    leading_to(site.url("/200#mot"), site.url("/200#hai"), site.url("/200"))
    assert check_links(FIRST, MANNER, AT_ONCE).asked == 3
    assert site.asked() == ["HEAD /200"]


def test_a_site_that_falls_silent_is_left_for_the_next_night(site, leading_to):
    silent = [f"http://127.0.0.1:1/{number}" for number in range(9)]
    leading_to(site.url("/200", "localhost"), *silent)
    assert check_links(FIRST, MANNER, AT_ONCE).asked == 4
    assert OutgoingLink.objects.filter(asked_on=None).count() == 6


def test_a_site_is_given_a_rest_between_two_questions(site, leading_to):
    leading_to(*(site.url(f"/200?{number}") for number in range(3)))
    check_links(FIRST, MANNER, Limits(whole=60, pause=0.2))
    moments = [moment for *_, moment in site.log]
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(moments))


def test_what_a_night_has_no_time_for_comes_first_in_the_next(site, leading_to):
    paths = [f"/200?{number}" for number in range(6)]
    leading_to(*map(site.url, paths))
    asked: list[str] = []
    for number in range(60):
        night = check_links(FIRST + timedelta(number), MANNER, Limits(whole=0.5, pause=0.4))
        assert night.left == 6 - night.asked
        asked = [path for _, path, *_ in site.log]
        if len(asked) >= len(paths):
            break
    assert set(asked[:6]) == set(paths)


def test_a_link_that_nothing_holds_any_more_is_forgotten(site, leading_to):
    page = leading_to(site.url("/404"), site.url("/200"))
    check_links(FIRST, MANNER, AT_ONCE)
    page.unpublish()
    check_links(SECOND, MANNER, AT_ONCE)
    assert not OutgoingLink.objects.exists()


def test_machines_of_ones_own_network_are_not_asked_unless_a_test_says_so(site, leading_to):
    leading_to(site.url("/404"))
    for on in (FIRST, SECOND):
        check_links(on, Manner("a"), AT_ONCE)
    assert site.log == []
    assert OutgoingLink.objects.get().kind == "unasked"
