"""Whose turn a review is: the person's, then the substitute's, then the agency's administrator's; behind the walls."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, Role
from cms.desk.day import days_work
from cms.desk.page_reviews.due import reviews_due, reviews_seen
from cms.models import Deputising, Editor
from pages.models import PageReview
from procedures_catalog.models import ProcedurePage
from tests.clock import today
from tests.editors import browser_of, member
from tests.procedures_catalog.factories import page_of, published, shelf

pytestmark = pytest.mark.django_db
ON = date(2027, 3, 1)
WAIT = timedelta(days=settings.PAGE_REVIEW_WAIT_DAYS)
DAY = timedelta(days=1)


@pytest.fixture
def agency(portal) -> Agency:
    return Agency.objects.create(name="Sở Gió", slug="so-gio")


@pytest.fixture
def people(agency) -> dict[str, Editor]:
    """By what they are to the page; the other head is another agency's."""
    other = Agency.objects.create(name="Sở Mây", slug="so-may")
    return {
        "person": member(Role.WRITER, agency, "lan"),
        "substitute": member(Role.PUBLISHER, agency, "may"),
        "colleague": member(Role.WRITER, agency, "gio"),
        "head": member(Role.UNIT_ADMIN, agency, "quan"),
        "other head": member(Role.UNIT_ADMIN, other, "nui"),
        "stranger": member(Role.WRITER, other, "song"),
    }


@pytest.fixture
def page(agency) -> ProcedurePage:
    page = published()
    page.move(shelf(agency), pos="last-child")
    return page_of(page.code)


def review(page: ProcedurePage, people: dict[str, Editor], **more) -> PageReview:
    """One that falls due on ON."""
    given = {"review_on": ON, "person": people["person"], "substitute": people["substitute"], **more}
    return PageReview.objects.create(page=page.page_ptr, **given)


def turn(people: dict[str, Editor], on: date) -> list[str]:
    """Whose it is on a day."""
    return [name for name, who in people.items() if reviews_due(Editor.objects.get(pk=who.pk), on).exists()]


def test_it_goes_from_the_person_to_the_substitute_to_the_head_as_days_pass(page, people):
    review(page, people)
    assert turn(people, ON - DAY) == []
    assert turn(people, ON) == turn(people, ON + WAIT - DAY) == ["person"]
    assert turn(people, ON + WAIT) == turn(people, ON + 2 * WAIT - DAY) == ["person", "substitute"]
    assert turn(people, ON + 2 * WAIT) == ["person", "substitute", "head"]


def test_while_the_person_is_away_it_is_the_substitutes_at_once(page, people):
    review(page, people)
    away = Deputising.objects.create(
        absent=people["person"], deputy=people["colleague"], begins=ON, ends=ON + 3 * DAY, made_at=timezone.now()
    )
    assert turn(people, ON) == ["person", "substitute"]
    assert turn(people, ON + 3 * DAY) == ["person"]
    Deputising.objects.filter(pk=away.pk).update(over_at=timezone.now())
    assert turn(people, ON) == ["person"]


def test_whose_account_is_disabled_or_gone_is_stood_in_for(page, people):
    made = review(page, people)
    Editor.objects.filter(pk=people["person"].pk).update(is_active=False)
    assert turn(people, ON) == ["substitute"]
    PageReview.objects.filter(pk=made.pk).update(person=None, substitute=None)
    assert turn(people, ON) == ["head"]


def test_who_works_for_the_agency_no_more_sees_it_no_more(page, people):
    review(page, people)
    people["person"].groups.clear()
    assert turn(people, ON) == []
    assert reviews_seen(people["stranger"]).count() == 0


def test_the_front_page_counts_it_and_the_list_has_as_many(page, people):
    review(page, people, review_on=today())
    for name, count in (("person", 1), ("colleague", 0), ("stranger", 0)):
        who = Editor.objects.get(pk=people[name].pk)
        counts = [work.count for work in days_work(who, timezone.now()) if work.url == reverse("page_reviews")]
        html = browser_of(who).get(reverse("page_reviews")).content.decode()
        assert (sum(counts), html.count(reverse("page_review", args=[page.pk]))) == (count, count)
