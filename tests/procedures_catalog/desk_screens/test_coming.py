"""What changes by the day alone tomorrow and this week: beginnings, ends, levels, the province's own text."""

from datetime import date, timedelta

import pytest

from procedures_catalog.desk_screens.coming import changing_by_day
from procedures_catalog.models import ProcedureLevel, ProcedurePage
from tests.procedures_catalog.factories import bring, local_row, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
ON = date(2027, 2, 28)
TOMORROW, IN_A_WEEK, LATER = (ON + timedelta(days=days) for days in (1, 7, 8))
CODES = ("1.100001", "1.100002", "1.100003", "1.100004")


@pytest.fixture(autouse=True)
def _procedures(portal) -> None:
    bring(*map(national_row, CODES))


def codes(key: str) -> list[str]:
    return sorted(changing_by_day(ProcedurePage.objects.all(), key, ON).values_list("code", flat=True))


def dated(code: str, **days: date) -> None:
    ProcedurePage.objects.filter(code=code).update(**days)


def test_a_beginning_and_an_end_are_told_the_day_before_and_the_week_before():
    dated(CODES[0], valid_from=TOMORROW)
    dated(CODES[1], valid_to=IN_A_WEEK)
    dated(CODES[2], valid_from=ON, valid_to=LATER)
    assert codes("tomorrow") == [CODES[0]]
    assert codes("week") == [CODES[0], CODES[1]]


def test_a_level_that_is_handed_on_is_told():
    ProcedureLevel.objects.filter(page=page_of(CODES[0])).update(valid_to=TOMORROW)
    assert codes("tomorrow") == [CODES[0]]


def test_the_provinces_own_text_is_told_that_begins_or_ends():
    for code, days in ((CODES[0], {"valid_from": TOMORROW}), (CODES[1], {"valid_to": TOMORROW})):
        page = page_of(code)
        page.overlay = [("conditions", {"value": "Có diều.", **days})]
        page.save()
    assert codes("tomorrow") == [CODES[0], CODES[1]]


def test_what_is_not_published_changes_nothing():
    bring(local_row("9.100001"), publish=False)
    dated("9.100001", valid_from=TOMORROW)
    assert codes("week") == []
