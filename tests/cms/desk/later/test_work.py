"""Sets of dated changes on the desk's front page: each number opens a list of as many, of one's own agencies alone."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from agencies.models import Agency, Role
from cms.desk.later.work import waiting_sets
from procedures_catalog.models import ChangeSet
from tests.clock import today
from tests.editors import browser_of, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def made(agency: Agency | None, day: date, state: str = "approved", failure: str = "") -> ChangeSet:
    return ChangeSet.objects.create(title=f"Gói {state}", day=day, state=state, agency=agency, failure=failure)


def test_every_number_opens_a_list_of_as_many_sets():
    own, other = (Agency.objects.create(name=name, slug=name) for name in ("so-gio", "so-may"))
    for agency in (own, other, None):
        for days in (-1, 1, 1, 5, 9):
            made(agency, today() + timedelta(days=days))
        made(agency, today() - timedelta(days=2), failure="Mất điện")
        ChangeSet.objects.filter(agency=agency, day=today() + timedelta(days=9)).update(is_moved=True)
        for state in ("draft", "submitted", "checked"):
            made(agency, today() + timedelta(days=3), state)
    for step in ("check", "reopen"):
        ChangeSet.objects.get(agency=own, state="submitted").steps.create(step=step, at=timezone.now())
    publisher = member(Role.PUBLISHER, own)
    counts = {url: count for count, _, url, _ in waiting_sets(publisher, today())}
    assert sorted(counts.values()) == [1, 1, 1, 1, 1, 1, 2, 3, 3]
    client = browser_of(publisher)
    pages = {url: BeautifulSoup(client.get(url).content.decode(), "html.parser") for url in counts}
    assert {url: len(html.select("table.listing tbody tr")) for url, html in pages.items()} == counts
