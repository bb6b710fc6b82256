"""The desk shows and takes the last day of what ends; the database keeps the day after."""

from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from agencies.models import AdministrativeUnit
from agencies.models.last_day import EndField, LastDayFormField
from vietnamese.days import written

DAY = date(2025, 7, 1)
ROWS = {
    "next_steps-TOTAL_FORMS": "0",
    "next_steps-INITIAL_FORMS": "0",
    "next_steps-MIN_NUM_FORMS": "0",
    "next_steps-MAX_NUM_FORMS": "1000",
}


def address(view: str, *args) -> str:
    return reverse(f"wagtailsnippets_agencies_administrativeunit:{view}", args=args)


@given(st.dates(date(1000, 1, 2)))
def test_the_last_day_that_is_shown_is_typed_as_the_day_that_is_kept(kept):
    field = LastDayFormField(input_formats=["%d/%m/%Y"])
    shown = field.prepare_value(kept)
    assert (kept - shown).days == (kept < date.max)
    assert field.clean(f"{shown:%d/%m/%Y}") == kept
    assert not field.has_changed(kept, f"{shown:%d/%m/%Y}")


def test_the_last_day_of_the_calendar_is_kept_as_it_is():
    assert LastDayFormField().clean("31/12/9999") == date.max
    assert LastDayFormField().prepare_value(date.max) == date.max


def test_what_was_typed_stays_as_it_was_typed():
    assert LastDayFormField().prepare_value("31/2/2026") == "31/2/2026"
    assert LastDayFormField(required=False).clean("") is None


def test_for_migrations_it_is_a_day_as_any_other():
    assert EndField(null=True).deconstruct()[1:] == ("django.db.models.DateField", [], {"null": True})


@pytest.mark.django_db
class TestAtTheDesk:
    """A unit's form and list."""

    @pytest.fixture
    def old(self) -> AdministrativeUnit:
        """A commune whose last day was 30/06/2025."""
        return AdministrativeUnit.objects.create(code="1", name="Xã Cũ", kind="commune", valid_to=DAY)

    def test_a_unit_is_written_with_its_last_day(self, admin_client):
        values = {"name": "Xã Gió", "code": "00009", "kind": "commune", "valid_to": "30/06/2025"} | ROWS
        assert admin_client.post(address("add"), values).status_code == 302
        assert AdministrativeUnit.objects.get(code="00009").valid_to == DAY

    def test_the_form_shows_the_last_day_and_sent_as_it_is_changes_nothing(self, admin_client, old):
        page = admin_client.get(address("edit", old.pk))
        field = page.context["form"]["valid_to"]
        assert 'value="30/06/2025"' in str(field)
        values = {"name": old.name, "code": old.code, "kind": old.kind, "valid_to": "30/06/2025"} | ROWS
        admin_client.post(address("edit", old.pk), values)
        old.refresh_from_db()
        assert old.valid_to == DAY

    def test_one_day_is_a_span_and_none_is_not(self, admin_client):
        values = {"name": "Xã Gió", "code": "00009", "kind": "commune", "valid_from": "01/07/2025"} | ROWS
        refused = admin_client.post(address("add"), values | {"valid_to": "30/06/2025"}).content.decode()
        assert "Phải từ ngày bắt đầu (01/07/2025) trở đi." in refused
        assert admin_client.post(address("add"), values | {"valid_to": "01/07/2025"}).status_code == 302

    def test_the_list_shows_it_and_finds_by_it(self, admin_client, old):
        AdministrativeUnit.objects.create(code="2", name="Xã Mới", kind="commune", valid_from=DAY)
        shown = admin_client.get(address("list")).content.decode()
        assert "Xã Mới" in shown
        assert written(date(2025, 6, 30)) in shown
        found = admin_client.get(address("list"), {"valid_to": "30/06/2025"}).content.decode()
        assert ("Xã Cũ" in found, "Xã Mới" in found) == (True, False)
        assert "Xã Cũ" not in admin_client.get(address("list"), {"valid_to": "01/07/2025"}).content.decode()

    def test_it_is_called_by_its_last_day(self, old):
        assert str(old) == "Xã Cũ (đến hết 30/06/2025)"
