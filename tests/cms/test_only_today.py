"""No public address passes over the day that it names: it tells of it, says that it shows today, or refuses."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.core.management import call_command
from django.test import Client

from agencies.day import day_looked_at
from agencies.models import Agency
from tests.clock import today
from tests.closed_pages import OPEN, furnish
from tests.procedures_catalog.factories import page_of
from tests.public_addresses import addresses
from vietnamese.days import written

pytestmark = pytest.mark.django_db
DAY = today() + timedelta(days=90)


def _passed_over(address: str, asked: str, *, is_day: bool) -> bool:
    """Whether the answer is one of today that says nothing of the day."""
    response = Client().get(f"{address}{'&' if '?' in address else '?'}ngay={asked}")
    if response.status_code >= 400:
        return False
    if response.status_code >= 300:
        return f"ngay={asked}" not in unquote(response["Location"]) and not day_looked_at(response.wsgi_request)
    if is_day:
        said = b"" if response.streaming else response.content
        return not day_looked_at(response.wsgi_request) and written(DAY) not in said.decode("utf-8", "replace")
    return True


def test_no_public_address_passes_over_its_day(portal):
    furnish(portal)
    call_command("rebuild_index", verbosity=0)
    every = addresses()
    assert [each for each in every if _passed_over(each, DAY.isoformat(), is_day=True)] == []
    assert [each for each in every if _passed_over(each, "abc", is_day=False)] == []


def test_a_page_of_today_alone_says_so_and_leads_to_itself_without_the_day(client, portal):
    said = client.get("/", {"ngay": DAY.isoformat(), "x": "1"})
    assert f"Trang này chỉ có nội dung hôm nay</strong>, không có của ngày {written(DAY)}" in said.content.decode()
    assert 'href="/?x=1">bỏ ngày này' in said.content.decode()
    assert said["X-Robots-Tag"] == "noindex"
    assert "chỉ có nội dung hôm nay" not in client.get("/", {"ngay": today().isoformat()}).content.decode()


def test_what_cannot_say_so_is_refused(client, portal):
    feed = client.get("/tin-tuc.atom", {"ngay": DAY.isoformat()})
    assert (feed.status_code, "chỉ có nội dung hôm nay" in feed.content.decode()) == (400, True)
    suggested = client.get("/api/v1/suggest", {"q": "diều", "ngay": "abc"})
    assert (suggested.status_code, "detail" in suggested.json()) == (422, True)


def test_a_code_that_is_typed_or_scanned_leads_to_the_day(client, portal):
    furnish(portal)
    page = page_of(OPEN)
    led = client.get(f"/q/{page.identity.short_code}", {"ngay": DAY.isoformat()})
    assert led["Location"].endswith(f"{page.get_url()}?ngay={DAY.isoformat()}")
    assert client.get(f"/q/{page.identity.short_code}", {"ngay": "abc"}).status_code == 400


def test_a_list_of_an_agency_that_ended_leads_on_with_the_day(client, portal):
    centre = Agency.objects.create(name="Trung tâm Diều", kind="counter", valid_to=today())
    Agency.objects.filter(pk=centre.pk).update(parent=Agency.objects.create(name="UBND", kind="provincial_committee"))
    led = client.get(f"/co-quan/{centre.slug}/thu-tuc/", {"ngay": DAY.isoformat()})
    assert led["Location"].endswith(f"?ngay={DAY.isoformat()}")
