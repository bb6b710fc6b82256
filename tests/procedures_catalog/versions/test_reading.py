"""Versions read again: the one that held on a day."""

from datetime import date, timedelta

import pytest

from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.versions.noting import note_versions
from procedures_catalog.versions.reading import versions_on
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
FIRST = date(2026, 1, 1)


@pytest.fixture
def page(portal):
    """Says 0 from the first day on, 1 and then 2 on the fourth, 3 from the tenth."""
    page = published()
    PublishedVersion.objects.all().delete()
    for number, day in enumerate((1, 4, 4, 10)):
        ProcedurePage.objects.filter(pk=page.pk).update(conditions=f"Có {number} cánh diều.")
        note_versions([page.pk], FIRST + timedelta(days=day - 1))
    return page


def _said(page, day: int) -> str:
    found = versions_on([page.identity_id], FIRST + timedelta(days=day - 1))
    return found[page.identity_id].shown().record.conditions if found else ""


@pytest.mark.parametrize(("day", "number"), [(1, 0), (3, 0), (4, 2), (9, 2), (10, 3), (400, 3)])
def test_on_a_day_held_what_was_said_last_on_it_or_before(page, day, number):
    assert _said(page, day) == f"Có {number} cánh diều."


def test_before_its_first_version_nothing_held(page):
    assert _said(page, 0) == ""


def test_the_versions_of_many_procedures_are_found_in_one_query(page, django_assert_num_queries):
    bring(national_row("1.100002"), national_row("1.100003"))
    identities = [page_of(code).identity_id for code in ("1.100001", "1.100002", "1.100003")]
    with django_assert_num_queries(1):
        assert set(versions_on(identities, date(2099, 1, 1))) == set(identities)
