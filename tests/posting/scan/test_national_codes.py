"""National codes where nobody planned for them: typed, in place of a short code, in an address that leads nowhere."""

from urllib.parse import quote

import pytest
from wagtail.models import PageViewRestriction

from procedures_catalog.facts.short_code import check_character
from procedures_catalog.models import ProcedureIdentity
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
SPELLINGS = ["1.100001", "1100001", "1.100001.000.00.00.H36", "1-100001", "(1.100001)", "1.100001,", "1 100001"]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_one_typed_into_the_form_leads_on(client, typed):
    page = published("1.100001")
    assert client.get("/q/", {"ma": typed}, follow=True).redirect_chain[-1] == (page.url, 302)


@pytest.mark.parametrize("written", SPELLINGS)
@pytest.mark.parametrize("door", ["/q/{}", "/q/{}/", "/Q/{}"])
def test_one_in_place_of_a_short_code_leads_on(client, door, written):
    page = published("1.100001")
    assert client.get(door.format(quote(written)), follow=True).redirect_chain[-1] == (page.url, 302)


@pytest.mark.parametrize(
    "address",
    [
        "/thu-tuc/1.100001",
        "/thu-tuc/1.100001)",
        "/thu-tuc/1-100001/",
        "/thu-tuc/1-100001-ten-da-doi-tu-lau/",
        "/thu-tuc/1-100001-bi-cat-do/?utm_source=zalo",
        "/p/home/chi-tiet.html?ma_thu_tuc=1.100001",
        "/chi-tiet?id=5&ma=1.100001.000.00.00.H36",
        "/1.100001",
    ],
)
def test_an_address_with_one_in_it_leads_on(client, address):
    page = published("1.100001")
    response = client.get(address, follow=True)
    assert response.redirect_chain[-1] == (page.url, 302)


def test_an_address_that_only_lacks_its_last_stroke_gets_that_for_good(client):
    page = published("1.100001")
    response = client.get(page.url.rstrip("/"))
    assert (response.status_code, response.url) == (301, page.url)


@pytest.mark.parametrize(
    "address", ["/q/?ma=2.999999", "/q/2.999999", "/q/2-999999", "/thu-tuc/2.999999", "/thu-tuc/2-999999/"]
)
def test_one_that_the_portal_lacks_is_told_with_the_way_on(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "2.999999" in response.content.decode()
    assert "dichvucong.gov.vn" in response.content.decode()
    assert "hệ thống khác" not in response.content.decode()


@pytest.mark.parametrize("address", ["/2024-123456/", "/thu-tuc/khong-co/", "/a/1-1000011/"])
def test_what_is_no_code_of_the_portal_is_simply_not_found(client, address):
    published("1.100001")
    assert "Không có trang này" in client.get(address).content.decode()


def test_a_short_code_of_figures_alone_is_no_national_code(client):
    page = published("1.100001")
    code = next(f"{n}{check_character(str(n))}" for n in range(234567, 999999) if _of_figures(n))
    ProcedureIdentity.objects.filter(pk=page.identity_id).update(short_code=code)
    published(f"{code[0]}.{code[1:]}")
    assert client.get(f"/q/{code})", follow=True).redirect_chain[-1] == (page.url, 302)
    assert client.get("/q/", {"ma": code}, follow=True).redirect_chain[-1] == (page.url, 302)
    assert client.get(f"/q/{code[0]}.{code[1:]}", follow=True).redirect_chain[-1] != (page.url, 302)


def _of_figures(number: int) -> bool:
    return not set(str(number)) & {"0", "1"} and check_character(str(number)).isdigit()


def test_a_procedure_behind_a_password_is_not_named_by_its_code(client):
    page = published("1.100001")
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="password", password="diều")
    assert "1-100001-" not in client.get("/thu-tuc/1-100001/").get("Location", "")
    assert "1-100001-" not in client.get("/thu-tuc/1.100001").get("Location", "")
