"""Feeds of what changed: each tells of its own procedures, in words that stand, and a correction renews an entry."""

import datetime
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree
from django.utils import timezone

from agencies.models import Agency
from pages.models import ShownChange
from procedures_catalog.models import ChangeNote, ProcedureAgency
from procedures_catalog.versions import news
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
ATOM = "{http://www.w3.org/2005/Atom}"
CONDITIONS, SECTOR = "Yêu cầu, điều kiện thực hiện", "Lĩnh vực"


@pytest.fixture(autouse=True)
def _two(portal) -> None:
    """One procedure of kites, which an agency of the registry has a part in, and one of flutes; both changed."""
    for code, sector in (("1.100001", "Diều"), ("1.100002", "Sáo")):
        published(code, **{SECTOR: sector, "Tên thủ tục": f"Thả {sector}"})
        bring(national_row(code, **{SECTOR: sector, "Tên thủ tục": f"Thả {sector}", CONDITIONS: "Có <dây> & gió."}))
    agency = Agency.objects.create(name="Phòng Diều", kind="department")
    ProcedureAgency.objects.create(page=page_of("1.100001"), role="executing", registered=agency, name="")


def entries(client, address: str) -> list[Element]:
    """The entries of a feed."""
    ShownChange.note()
    return ElementTree.fromstring(client.get(address).content).findall(f"{ATOM}entry")


def titles(client, address: str) -> set[str]:
    return {each.findtext(f"{ATOM}title") for each in entries(client, address)}


def test_each_feed_tells_of_its_own(client):
    page = page_of("1.100001")
    assert titles(client, "/thu-tuc.atom") == {"Thả Diều", "Thả Sáo"}
    for address in ("/thu-tuc/linh-vuc/dieu/", "/co-quan/phong-dieu/", page.url):
        assert titles(client, f"{address}thay-doi.atom") == {"Thả Diều"}


@pytest.mark.parametrize("address", ["/thu-tuc/linh-vuc/gio/", "/co-quan/gio/", "/thu-tuc/gio/"])
def test_of_what_there_is_not_there_is_no_feed(client, address):
    assert client.get(f"{address}thay-doi.atom").status_code == 404


def test_a_procedure_that_is_taken_down_has_no_feed(client):
    page = page_of("1.100001")
    page.unpublish()
    assert client.get(f"{page.url}thay-doi.atom", follow=True)["Content-Type"].startswith("text/html")


def test_an_entry_says_what_changed_and_leads_to_the_line_of_the_history(client):
    entry = entries(client, f"{page_of('1.100001').url}thay-doi.atom")[0]
    assert entry.find(f"{ATOM}summary").get("type") == "html"
    assert entry.findtext(f"{ATOM}summary") == "Yêu cầu, điều kiện: Có diều. → Có &lt;dây&gt; &amp; gió"
    assert entry.find(f"{ATOM}link").get("href").endswith(f"{page_of('1.100001').url}#ban-2")
    assert entry.find(f"{ATOM}category").get("term") == "Diều"


def test_what_people_wrote_is_read_sign_by_sign_and_is_no_markup(client):
    ChangeNote.objects.filter(version__number=2).update(text="Lệ phí < 5 triệu <img src=x>")
    entry = entries(client, f"{page_of('1.100001').url}thay-doi.atom")[0]
    assert entry.findtext(f"{ATOM}summary") == "Lệ phí &lt; 5 triệu &lt;img src=x&gt;"


def test_a_correction_renews_the_entry_and_keeps_its_id(client):
    address = f"{page_of('1.100001').url}thay-doi.atom"
    before = entries(client, address)[0]
    at = timezone.now() + datetime.timedelta(hours=1)
    ChangeNote.objects.filter(version__number=2).update(text="Nay phải có dây", corrected_at=at)
    after = entries(client, address)[0]
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    assert after.findtext(f"{ATOM}summary") == "Nay phải có dây"
    assert after.findtext(f"{ATOM}updated") > before.findtext(f"{ATOM}updated")
    assert after.findtext(f"{ATOM}published") == before.findtext(f"{ATOM}published")


def test_a_feed_has_a_bounded_number_of_entries(client, monkeypatch):
    monkeypatch.setattr(news, "FEWEST", 1000)
    bring(*(national_row(f"1.2000{number:02}", number, **{SECTOR: "Diều"}) for number in range(2, 50)))
    assert len(entries(client, "/thu-tuc/linh-vuc/dieu/thay-doi.atom")) == 30
