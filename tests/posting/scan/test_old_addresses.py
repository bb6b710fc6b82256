"""Addresses that other systems printed: by host and path, on an old host, on ours, or typed into the form."""

import pytest

from procedures_catalog.facts.legacy_addresses import normal
from procedures_catalog.models import LegacyAddress
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
PRINTED = "http://cu.example/dvc/chiTiet?ma=7&loai=A"
PATH = PRINTED.removeprefix("http://cu.example")
HOME = "https://thutuc.example"


@pytest.fixture(autouse=True)
def _old_host(settings):
    settings.LEGACY_HOSTS = ["cu.example"]
    settings.ALLOWED_HOSTS = ["testserver", "cu.example"]
    settings.WAGTAILADMIN_BASE_URL = HOME


def _loaded(page=None, printed=PRINTED, **values) -> LegacyAddress:
    address = normal(printed)
    return LegacyAddress.objects.create(
        host=address.host, path=address.path, identity=page.identity if page else None, **values
    )


def _text(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize(
    "path", [PATH, "/dvc/chiTiet?loai=A&ma=7", "/dvc/chiTiet/?ma=7&loai=A", "/dvc/chi%54iet?ma=%37&loai=A"]
)
def test_on_its_old_host_it_leads_to_the_procedure_by_one_redirect(client, path):
    page = published()
    _loaded(page)
    response = client.get(path, headers={"host": "cu.example"})
    assert (response.status_code, response.url) == (302, HOME + page.url)
    assert response["Cache-Control"] == "no-store"


def test_on_our_own_host_its_path_leads_there_too(client):
    page = published()
    _loaded(page)
    assert client.get(PATH).url == page.url


def test_a_path_that_two_hosts_printed_for_two_procedures_leads_nowhere_on_ours(client):
    one, other = published("1.100001"), published("1.100002")
    _loaded(one)
    _loaded(other, PRINTED.replace("cu.example", "khac.example"))
    assert client.get(PATH, follow=True).status_code == 404
    assert client.get(PATH, headers={"host": "cu.example"}).url == HOME + one.url


@pytest.mark.parametrize("path", ["/dvc/chiTiet?ma=8&loai=A", "/dvc/chiTiet", "/khong-co/", "/dvc/%00?ma=%00"])
def test_an_address_that_was_never_loaded_is_not_found(client, path):
    _loaded(published())
    for host in ("testserver", "cu.example"):
        assert client.get(path, headers={"host": host}, follow=True).status_code == 404


def test_nothing_can_be_posted_to_one(client):
    _loaded(published())
    assert client.post("/dvc/chiTiet/?ma=7&loai=A").status_code == 404


def test_an_address_without_a_procedure_says_which_one_it_was(client):
    _loaded(code="CCHC_01", name="Xây dựng <kế hoạch>")
    response = client.get(PATH)
    assert response.status_code == 200
    for words in ("Xây dựng &lt;kế hoạch&gt;", "CCHC_01", 'action="/tim-kiem/"'):
        assert words in _text(response)


def test_a_procedure_that_came_later_is_found_by_the_code(client):
    _loaded(code="1.100001.000.00.00.H37")
    assert client.get(PATH).status_code == 200
    assert client.get(PATH).status_code == 200
    page = published("1.100001")
    assert client.get(PATH).url == page.url


def test_a_procedure_without_a_page_is_told_by_its_short_code(client):
    page = published()
    _loaded(page)
    page.unpublish()
    response = client.get(PATH, follow=True)
    assert response.redirect_chain == [(f"/q/{page.identity.short_code}", 302)]
    assert response.status_code == 200


@pytest.mark.parametrize("typed", [PRINTED, PRINTED.replace("http://", ""), PRINTED.replace("http", "HTTPS")])
def test_one_can_be_typed_into_the_form(client, typed):
    page = published()
    _loaded(page)
    assert client.get("/q/", {"ma": typed}).url == page.url


def test_one_that_was_never_loaded_is_told_and_the_form_stays(client):
    response = client.get("/q/", {"ma": "http://la.example/x?y=<b>"})
    assert response.status_code == 404
    assert "không nhận ra địa chỉ" in _text(response)
    assert "<b>" not in _text(response)


# --- Codes inside addresses, and what is hung on behind -------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/p/home/chi-tiet.html?ma_thu_tuc=1.100001",
        "/vi/chi-tiet?ma=1.100001.000.00.00.H29&zarsrc=30",
        "/thu-tuc-1.100001.html",
    ],
)
def test_an_address_that_was_never_loaded_leads_by_the_code_in_it(client, path):
    page = published()
    assert client.get(path).url == page.url
    assert client.get(path, headers={"host": "cu.example"}).url == HOME + page.url


def test_of_a_code_that_the_portal_lacks_it_does_not_say_that_it_is_gone(client):
    response = client.get("/chi-tiet?ma_thu_tuc=2.999999", follow=True)
    assert response.status_code == 404
    assert "2.999999" in _text(response)
    assert "không biết thủ tục còn áp dụng hay không" in _text(response)
    assert "bãi bỏ" not in _text(response)


@pytest.mark.parametrize("tail", ["&utm_source=zalo&zarsrc=30", "&fbclid=IwAR0", ").", "%E2%80%8B", "%22"])
def test_an_address_that_was_handed_on_leads_to_the_same(client, tail):
    page = published()
    _loaded(page)
    assert client.get(PATH + tail).url == page.url


def test_one_in_capitals_is_found_where_it_was_printed_in_small_letters(client):
    page = published()
    _loaded(page, "http://cu.example/dvc/chitiet")
    assert client.get("/DVC/ChiTiet").url == page.url


@pytest.mark.parametrize("tail", [").", ",", "%E2%80%9D", "%E2%80%8B", "//"])
def test_signs_behind_an_address_of_our_own_do_no_harm(client, tail):
    page = published()
    response = client.get(page.url.rstrip("/") + tail, follow=True)
    assert (response.status_code, response.request["PATH_INFO"]) == (200, page.url)


@pytest.mark.parametrize("path", ["//evil.example/x).", "/%5Cevil.example/x).", "///evil.example//a", "/khong-co)"])
def test_mending_never_leads_away_and_never_goes_round(client, path):
    response = client.get(path, follow=True)
    assert response.status_code == 404
    assert all(url.startswith("/") and not url.startswith(("//", "/\\")) for url, _ in response.redirect_chain)
    assert len(response.redirect_chain) <= 2


def test_the_reader_s_commune_goes_along_and_nothing_else(client, portal):
    page = published("1.100001")
    answer = client.get("/thu-tuc/1-100001/", {"xa": "diều sáo", "utm_source": "x"})
    assert answer["Location"].endswith(f"{page.url}?xa=di%E1%BB%81u+s%C3%A1o")
