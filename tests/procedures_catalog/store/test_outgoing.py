"""With its own link broken a procedure is still handed in online, and papers know nothing of it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consequences.registry import touched
from pages.links.night import check_links
from pages.models import OutgoingLink
from procedures_catalog.models import LibraryForm, ProcedurePage, PublishedVersion
from tests.pages.links.conftest import AT_ONCE, MANNER
from tests.pages.links.other_site import OtherSite
from tests.procedures_catalog.factories import published
from tests.procedures_catalog.forms.conftest import papers_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
FIRST = date(2026, 11, 1)


@pytest.fixture
def site():
    """A site that is really served."""
    served = OtherSite()
    yield served
    served.close()


def two_nights() -> None:
    for number in range(2):
        check_links(FIRST + timedelta(number), MANNER, AT_ONCE)


def filed_at(url: str, code: str = "1.100001") -> ProcedurePage:
    """A published procedure that is handed in online at an address."""
    return published(code, **{"Liên kết nộp trực tuyến": url, "Mức độ dịch vụ công": "Toàn trình"})


def filing(client, code: str = "1.100001") -> dict:
    return client.get(f"/api/v1/procedures/{code}").json()["filing_online"]


def test_a_broken_own_link_becomes_a_search_by_code_at_once_and_comes_back_at_once(client, site):
    address = site.url("/404")
    page = filed_at(address)
    check_links(FIRST, MANNER, AT_ONCE)
    assert f'href="{address}"' in client.get(page.url).content.decode()
    check_links(FIRST + timedelta(1), MANNER, AT_ONCE)
    shown = client.get(page.url).content.decode()
    assert address not in shown
    assert "Tìm mã 1.100001 trên Cổng Dịch vụ công quốc gia" in shown
    assert filing(client) == {
        "label": "Tìm mã 1.100001 trên Cổng Dịch vụ công quốc gia",
        "url": "https://dichvucong.gov.vn",
        "code": "1.100001",
        "reason": "",
    }
    site.answers["/404"] = 200
    check_links(FIRST + timedelta(2), MANNER, AT_ONCE)
    assert f'href="{address}"' in client.get(page.url).content.decode()
    assert filing(client)["url"] == address


def test_a_link_that_is_mended_at_the_desk_is_offered_at_once(client, site):
    page = filed_at(site.url("/404"))
    two_nights()
    page.refresh_from_db()
    page.filing_url = site.url("/200")
    page.save_revision().publish()
    assert f'href="{site.url("/200")}"' in client.get(page.url).content.decode()


def test_what_is_not_clear_changes_nothing(client, site):
    page = filed_at(site.url("/503"))
    two_nights()
    assert f'href="{site.url("/503")}"' in client.get(page.url).content.decode()


def test_whether_a_link_is_broken_costs_a_page_no_question(client, site):
    page = filed_at(site.url("/404"))

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(page.url)
        return len(asked)

    client.get(page.url)
    before = questions()
    two_nights()
    client.get(page.url)
    assert questions() == before


def test_a_form_without_a_file_loses_its_broken_national_page_and_is_had_at_the_counter(client, site):
    published("1.100001", **papers_of("Tờ khai mẫu CT01"))
    LibraryForm.objects.filter(key="ct01").update(national_url=site.url("/410"))
    form = reverse("form", args=["ct01"])
    assert site.url("/410") in client.get(form).content.decode()
    two_nights()
    shown = client.get(form).content.decode()
    assert site.url("/410") not in shown
    assert "lấy mẫu tại nơi nộp" in shown


def test_a_night_makes_no_version_and_touches_no_paper(site):
    filed_at(site.url("/404"))
    versions = list(PublishedVersion.objects.values_list("pk", "parts"))
    told = []
    hear = lambda sender, what, **_: told.append((sender, what))  # noqa: E731 - kept as long as the test
    touched.connect(hear)
    two_nights()
    touched.disconnect(hear)
    assert list(PublishedVersion.objects.values_list("pk", "parts")) == versions
    [(sender, what)] = told
    assert sender is OutgoingLink
    assert (what.papers, what.entries) == (frozenset(), frozenset())
    assert ProcedurePage.objects.get().url in what.pages
