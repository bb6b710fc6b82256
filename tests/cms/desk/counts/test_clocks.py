"""The law's clocks on the desk's front page: each number opens a list of as many rows, of one's own agencies alone."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, Role
from cms.desk.day import days_work
from cms.models import Editor
from decisions.models import LegalClock
from procedures_catalog.models import PublishedVersion
from tests.clock import today
from tests.decisions.clock_factory import clock
from tests.decisions.factories import decision
from tests.editors import browser_of, member
from tests.posting.factories import commune, counter_of, days_ago, hung
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
LONG_AGO = timedelta(days=40)
LISTS = ("decisions", "posting_ledger", "legal_clocks")


@pytest.fixture(autouse=True)
def _clocks() -> None:
    for key in ("public", "national", "posted"):
        clock(key)


def counts(person: Editor) -> dict[str, int]:
    """Address → number, of the lists that clocks lead to."""
    works = days_work(person, timezone.now())
    return {work.url: work.count for work in works if work.url.startswith(tuple(map(reverse, LISTS)))}


def listed(person: Editor, url: str) -> int:
    """How many rows the list has."""
    html = BeautifulSoup(browser_of(person).get(url).content.decode(), "html.parser")
    rows = html.select("table.listing tbody tr")
    return len([row for row in rows if not row.select("td[colspan]")])


def test_late_decisions_are_counted_for_their_agency_and_listed():
    own, other = (Agency.objects.create(name=name, slug=name) for name in ("so-gio", "so-may"))
    for agency in (own, own, other):
        decision(agency=agency, signed_on=today() - LONG_AGO)
    decision(agency=own, signed_on=today() - LONG_AGO, national_on=today())
    decision(agency=own, signed_on=today())
    writer = member(Role.WRITER, own)
    assert sorted(counts(writer).values()) == [2, 3]
    assert {url: listed(writer, url) for url in counts(writer)} == counts(writer)


def test_papers_that_are_wrong_for_long_are_counted_for_their_commune_and_listed():
    page = published()
    ours, theirs = (counter_of(commune(number)) for number in (1, 2))
    for counter in (ours, theirs):
        hung([page], counter=counter)
    page = page_of(page.code)
    page.official_name = page.title = "Cấp thẻ thả sáo"
    page.save_revision().publish()
    person = member(Role.WRITER, ours)
    assert counts(person) == {}
    PublishedVersion.objects.filter(is_current=True).update(noted_at=days_ago(40))
    assert counts(person) == {f"{reverse('posting_ledger')}?state=late": 1}
    assert listed(person, f"{reverse('posting_ledger')}?state=late") == 1


def test_the_administrator_is_told_which_clocks_to_check(admin_user):
    assert counts(admin_user) == {}
    clock("public", check_on=today())
    assert counts(admin_user) == {reverse("legal_clocks"): 1}
    assert counts(member(Role.WRITER)) == {}
    html = browser_of(admin_user).get(reverse("legal_clocks")).content.decode()
    assert html.count("Đã đến ngày đối chiếu lại") == 1


def test_a_clock_that_is_not_counted_counts_nothing():
    decision(signed_on=today() - LONG_AGO)
    LegalClock.objects.update(is_counted=False)
    assert counts(member(Role.WRITER)) == {}
