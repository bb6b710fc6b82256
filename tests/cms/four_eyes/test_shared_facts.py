"""A counter's hours, a closing, the hotline: one change is told to everybody, until another has looked at it."""

import datetime

import pytest
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import querydict_from_html

from agencies.models import Agency, CommonDay, Role
from cms.access.upkeep import ensure_access
from cms.four_eyes.emergency_screens import CONFIRM_URL
from cms.models import Editor
from pages.models import PortalSettings
from pages.models.emergency import EmergencyPublication, Kind
from tests.cms.four_eyes.test_emergency import front
from tests.editors import browser_of, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def keeper() -> Editor:
    """Who administers the portal."""
    ensure_access()
    return Editor.objects.create_superuser("quan-tri")


@pytest.fixture
def counter() -> Agency:
    return Agency.objects.create(name="Một cửa Xã Gió", kind="counter", opening_hours="Thứ Hai: 7:30–11:30")


def send(user: Editor, address: str, **typed: str) -> None:
    """Opens a form, types, presses."""
    client = browser_of(user)
    form = querydict_from_html(client.get(address).content.decode(), form_id="w-editor-form").dict()
    answer = client.post(address, form | typed)
    assert answer.status_code == 302, answer.content.decode()


def edit(row) -> str:
    return reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])


def test_other_hours_are_told_until_who_publishes_for_the_counter_has_looked(keeper, counter):
    send(keeper, edit(counter), opening_hours="Thứ Hai: 8:00–11:30")
    told = EmergencyPublication.objects.get()
    assert (told.kind, told.title, told.by) == (Kind.SHARED, "Một cửa Xã Gió", keeper)
    assert told.reason == "giờ làm việc: Thứ Hai: 7:30–11:30 → Thứ Hai: 8:00–11:30"
    publisher = member(Role.PUBLISHER, counter, "chi")
    shown = front(publisher)
    assert told.reason in shown.get_text()
    assert reverse("where_used", args=["co-quan", counter.pk]) in str(shown)
    browser_of(publisher).post(reverse(CONFIRM_URL, args=[told.pk]))
    told.refresh_from_db()
    assert told.looked_by == publisher


def test_neither_who_changed_it_nor_another_office_is_the_other_pair_of_eyes(keeper, counter):
    send(keeper, edit(counter), opening_hours="Thứ Hai: 8:00–11:30")
    told = EmergencyPublication.objects.get()
    other = member(Role.PUBLISHER, Agency.objects.create(name="Một cửa Xã Mây", kind="counter"), "minh")
    for person in (keeper, other):
        browser_of(person).post(reverse(CONFIRM_URL, args=[told.pk]))
        told.refresh_from_db()
        assert told.looked_by is None


def test_the_first_hours_of_a_counter_and_another_telephone_are_no_news(keeper):
    counter = Agency.objects.create(name="Một cửa Xã Mây", kind="counter")
    send(keeper, edit(counter), opening_hours="Thứ Hai: 8:00–11:30")
    send(keeper, edit(counter), phone="0900 000 000")
    assert not EmergencyPublication.objects.exists()


def test_a_closing_of_all_counters_is_told_when_it_comes_and_when_it_goes(keeper):
    typed = {"begins": "2027-01-01", "ends": "", "kind": "closed", "reason": "Tết", "hours": "", "source": ""}
    send(keeper, reverse(CommonDay.snippet_viewset.get_url_name("add")), **typed)
    day = CommonDay.objects.get(begins=datetime.date(2027, 1, 1))
    assert "(không ghi) → 01/01/2027: Tết (nghỉ)" in EmergencyPublication.objects.get().reason
    delete = reverse(CommonDay.snippet_viewset.get_url_name("delete"), args=[day.pk])
    browser_of(keeper).post(delete, {"why": "Thủ tướng đổi lịch nghỉ."})
    assert not CommonDay.objects.filter(pk=day.pk).exists()
    assert EmergencyPublication.objects.latest("pk").reason.endswith("→ (không ghi); lý do: Thủ tướng đổi lịch nghỉ.")


def test_another_hotline_is_told_to_who_keeps_the_settings(keeper):
    site = Site.objects.get()
    PortalSettings.objects.update_or_create(site=site, defaults={"hotline": "1900 0000"})
    send(keeper, reverse("wagtailsettings:edit", args=["pages", "portalsettings", site.pk]), hotline="1900 1111")
    told = EmergencyPublication.objects.get()
    assert told.reason == "đường dây nóng: 1900 0000 → 1900 1111"
    another = member(Role.KEEPER, None, "giu")
    assert reverse("where_used", args=["duong-day-nong", site.pk]) in str(front(another))
    browser_of(another).post(reverse(CONFIRM_URL, args=[told.pk]))
    told.refresh_from_db()
    assert told.looked_by == another
