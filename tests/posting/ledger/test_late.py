"""A wrong paper is late when it has been wrong for longer than the clock of the law allows."""

from datetime import date, timedelta

import pytest

from posting.ledger.late import late_papers
from posting.ledger.wrong import long_wrong_rows, wrong_rows
from procedures_catalog.models import ProcedurePage, PublishedVersion
from tests.clock import today
from tests.decisions.clock_factory import clock
from tests.posting.factories import commune, days_ago, hung
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
DAY = timedelta(days=1)


@pytest.fixture
def page(portal) -> ProcedurePage:
    return published()


def rename(page: ProcedurePage, days: int) -> None:
    """Published under another name so many days ago."""
    page = page_of(page.code)
    page.official_name = page.title = f"{page.title} khác"
    page.save_revision().publish()
    PublishedVersion.objects.filter(is_current=True).update(noted_at=days_ago(days))


def late(before: date) -> int:
    return long_wrong_rows(today(), before).count()


def test_a_paper_is_late_from_the_day_after_its_procedure_changed(page):
    hung([page])
    rename(page, days=10)
    assert (late(today() - 10 * DAY), late(today() - 9 * DAY)) == (0, 1)


def test_it_counts_from_the_first_change_though_others_followed(page):
    hung([page])
    rename(page, days=10)
    rename(page, days=1)
    assert late(today() - 5 * DAY) == 1


def test_what_was_changed_back_is_right_and_not_late(page):
    hung([page])
    name = page.title
    rename(page, days=10)
    page = page_of(page.code)
    page.official_name = page.title = name
    page.save_revision().publish()
    assert (wrong_rows(today()).count(), late(today())) == (0, 0)


def test_it_counts_from_the_end_of_a_procedure_and_of_the_place(page):
    hung([page])
    ProcedurePage.objects.filter(pk=page.pk).update(valid_to=today() - 3 * DAY)
    assert (late(today() - 3 * DAY), late(today() - 2 * DAY)) == (0, 1)
    ProcedurePage.objects.filter(pk=page.pk).update(valid_to=None)
    hung([page], unit=commune(valid_to=today() - 3 * DAY))
    assert (late(today() - 3 * DAY), late(today() - 2 * DAY)) == (0, 1)


def test_nobody_knows_since_when_a_procedure_is_not_published(page):
    hung([page])
    page_of(page.code).unpublish()
    assert (wrong_rows(today()).count(), late(today())) == (1, 0)


def test_the_clock_says_how_long(page):
    hung([page])
    rename(page, days=10)
    clock("posted", days=1)
    assert late_papers(today()).count() == 1
    clock("posted", days=60)
    assert late_papers(today()).count() == 0
    clock("posted", days=1, is_counted=False)
    assert late_papers(today()).count() == 0
