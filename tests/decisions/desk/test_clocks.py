"""The screen of the law's clocks: the administrator's alone, all in one form, each change in the log."""

from datetime import date

import pytest
from django.urls import reverse

from agencies.models import Role
from audit.models import LogRow
from decisions.models import LegalClock
from tests.decisions.clock_factory import clock
from tests.editors import browser_of, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def clocks() -> list[LegalClock]:
    LegalClock.objects.all().delete()
    return [clock("public"), clock("national")]


def given(rows: list[LegalClock], **first: str) -> dict[str, str]:
    """What the form sends, with other words in its first clock."""
    sent = {"form-TOTAL_FORMS": str(len(rows)), "form-INITIAL_FORMS": str(len(rows))}
    for place, row in enumerate(rows):
        said = {"id": row.pk, "says": row.says, "working_days": row.working_days, "citation": row.citation}
        said |= {"check_on": "01/01/2090", "is_counted": "on", **(first if place == 0 else {})}
        sent |= {f"form-{place}-{name}": str(value) for name, value in said.items()}
    return sent


def test_the_administrator_changes_days_and_citation_and_the_log_tells_it(clocks, admin_client):
    answer = admin_client.post(reverse("legal_clocks"), given(clocks, working_days="3", check_on="01/03/2027"))
    assert answer.status_code == 302
    changed = LegalClock.objects.get(key="public")
    assert (changed.working_days, changed.check_on) == (3, date(2027, 3, 1))
    assert LogRow.objects.filter(kind="decisions.legalclock").exists()


@pytest.mark.parametrize("days", ["0", "91", "năm"])
def test_days_that_no_clock_has_are_refused_and_what_was_typed_stays(clocks, admin_client, days):
    html = admin_client.post(reverse("legal_clocks"), given(clocks, working_days=days, citation="Điều 2")).content
    assert "error-message" in html.decode()
    assert "Điều 2" in html.decode()
    assert LegalClock.objects.get(key="public").working_days == 5


def test_a_clock_whose_day_has_come_says_so(clocks, admin_client):
    said = "Đã đến ngày đối chiếu lại trích dẫn"
    assert said not in admin_client.get(reverse("legal_clocks")).content.decode()
    clock("public", check_on=date(2026, 1, 1))
    assert said in admin_client.get(reverse("legal_clocks")).content.decode()


def test_nobody_else_opens_it():
    for role in (Role.WRITER, Role.PUBLISHER, Role.KEEPER):
        assert browser_of(member(role)).get(reverse("legal_clocks")).status_code in (302, 403, 404)
