"""Broken links are told to whoever is to mend them, with the places that hold them, and to nobody else."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from agencies.models import Agency
from cms.desk.broken_links import REPORT, broken_links
from cms.desk.day import days_work
from pages.asking.verdict import BROKEN_NIGHTS, HARD
from pages.links.on_pages import ensure_on_pages
from pages.models import HomePage, OutgoingLink
from procedures_catalog.models import LibraryForm, ProcedurePage, ProcedureShelfPage
from tests.cms.desk.test_day import person
from tests.pages.factories import make_content, settled
from tests.pages.links.conftest import body_of
from tests.procedures_catalog.factories import published
from tests.procedures_catalog.forms.conftest import papers_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
GONE = "https://nop.example/het"


def broken(address: str = GONE, nights: int = BROKEN_NIGHTS) -> None:
    told = "máy chủ trả lời 404: không có trang này"
    values = {"kind": HARD, "nights": nights, "told": told, "failing_since": date(2026, 11, 5)}
    OutgoingLink.objects.update_or_create(address=address, defaults=values)


def filed_at(address: str, code: str, **values) -> ProcedurePage:
    page = published(code)
    ProcedurePage.objects.filter(pk=page.pk).update(filing_url=address, **values)
    return page


def addresses_for(user) -> list[str]:
    return [link.address for link in broken_links(user)]


@pytest.fixture
def offices(portal):
    """Two agencies."""
    return [Agency.objects.create(name=name, slug=slug) for name, slug in (("Sở Diều", "so-d"), ("Sở Sáo", "so-s"))]


def test_the_day_counts_them_and_the_list_says_where_since_when_and_why(client):
    page = filed_at(GONE, "1.100001")
    broken()
    broken("https://nop.example/mot-dem", nights=1)
    user = person("bien-tap")
    works = {work.url: work.count for work in days_work(user, timezone.now())}
    assert works[reverse(REPORT)] == 1
    client.force_login(user)
    [row] = BeautifulSoup(client.get(reverse(REPORT)).content, "html.parser").select("table.listing tbody tr")
    text = " ".join(row.get_text(" ").split())
    assert all(words in text for words in (GONE, "404", "05/11/2026", "1.100001", "nộp trực tuyến"))
    assert row.find("a", href=reverse("wagtailadmin_pages:edit", args=[page.pk]))


def test_each_agency_reads_of_its_own_procedures_and_of_nobodys(offices):
    mine, other = offices
    filed_at(f"{GONE}/mine", "1.100001", agency=mine)
    filed_at(f"{GONE}/other", "1.100002", agency=other)
    filed_at(f"{GONE}/nobody", "1.100003")
    for name in ("mine", "other", "nobody"):
        broken(f"{GONE}/{name}")
    assert addresses_for(person("a", agency=mine)) == [f"{GONE}/mine", f"{GONE}/nobody"]
    assert addresses_for(person("b", agency=other)) == [f"{GONE}/nobody", f"{GONE}/other"]
    assert len(addresses_for(person("c"))) == 3


def test_a_procedure_on_the_shelf_of_an_agency_is_its_own(offices):
    mine, other = offices
    page = filed_at(GONE, "1.100001")
    ProcedureShelfPage.objects.filter(pk=page.get_parent().pk).update(agency=mine)
    broken()
    assert addresses_for(person("a", agency=mine)) == [GONE]
    assert addresses_for(person("b", agency=other)) == []


def test_links_in_bodies_are_the_writers_and_go_as_soon_as_one_is_mended(offices):
    mine, other = offices
    page = make_content(HomePage.objects.get(), body=body_of("https://a.example/1", GONE), agency=mine)
    ensure_on_pages()
    broken()
    assert addresses_for(person("a", agency=mine)) == [GONE]
    assert addresses_for(person("b", agency=other)) == []
    page.body = page.body.stream_block.to_python(body_of("https://a.example/1"))
    page.save_revision().publish()
    assert addresses_for(person("c", agency=mine)) == []


def test_forms_settings_redirects_and_agencies_are_of_those_who_may_change_them(offices, admin_user):
    published("1.100001", **papers_of("Tờ khai mẫu CT01"))
    LibraryForm.objects.filter(key="ct01").update(national_url=f"{GONE}/ct01")
    Agency.objects.filter(pk=offices[0].pk).update(website=f"{GONE}/so")
    settled(feedback_url=f"{GONE}/phan-anh")
    Redirect.objects.create(old_path="/cu", redirect_link=f"{GONE}/cu")
    for name in ("ct01", "cu", "so", "phan-anh"):
        broken(f"{GONE}/{name}")
    assert addresses_for(person("a")) == []
    assert addresses_for(person("b", "Người duyệt")) == [f"{GONE}/{name}" for name in ("ct01", "phan-anh")]
    assert addresses_for(admin_user) == [f"{GONE}/{name}" for name in ("ct01", "cu", "phan-anh", "so")]


def test_the_list_asks_as_much_for_many_as_for_few(client):
    client.force_login(person("bien-tap"))

    def questions(first: int, last: int) -> int:
        for number in range(first, last):
            filed_at(f"{GONE}/{number}", f"1.{100_000 + number}")
            broken(f"{GONE}/{number}")
        client.get(reverse(REPORT))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(REPORT)).status_code == 200
        return len(asked)

    assert questions(0, 2) == questions(2, 20)


def test_of_many_places_the_rest_is_counted(client):
    for number in range(8):
        filed_at(GONE, f"1.{100_000 + number}")
    broken()
    client.force_login(person("bien-tap"))
    assert "và 3 nơi khác" in client.get(reverse(REPORT)).content.decode()
    assert client.get(reverse(REPORT), {"export": "csv"}).status_code == 200
