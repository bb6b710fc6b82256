"""Whatever somebody holds is typed into the form for codes: it leads on, or is told what it is."""

from itertools import product

import pytest

from procedures_catalog.facts.short_code import ALPHABET, is_well_formed
from procedures_catalog.models import LegacyAddress, ProcedureIdentity, ProcedurePage
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def _text(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize(
    "written",
    [
        "Mã TTHC: 1.100001", "１．１００００１", "1.10OOO1", "mã 1100001", "1.100001.000.00.00.H29",
        "(TTHC 1-100001)", "https://dvc.tinh.vn/#/chi-tiet?ma=1.100001",
        "Xem https://dvc.vn/x?ma_thu_tuc=1.100001, nhé", "/thu-tuc/1.100001", "http://x.vn/thu-tuc/1-100001-ten-cu…",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fx.vn%2Fx%3Fma%3D1.100001",
    ],
)  # fmt: skip
def test_a_national_code_however_it_is_wrapped(client, written):
    page = published("1.100001")
    assert client.get("/q/", {"ma": written}, follow=True).redirect_chain[-1][0] == page.url


@pytest.mark.parametrize(
    "written",
    [
        "(http://x.vn/q/{})", "Xem http://x.vn/q/{}, nhé", "<http://x.vn/q/{}>", "[tên](http://x.vn/q/{})", "q/{}",
        "mã {}", "http://x.vn//q//{}", "https://l.facebook.com/l.php?u=https%3A%2F%2Fx.vn%2Fq%2F{}&h=1",
        "http:\\\\x.vn\\q\\{}",
    ],
)  # fmt: skip
def test_our_own_code_however_it_is_wrapped(client, written):
    page = published("1.100001")
    typed = written.format(page.identity.short_code)
    assert client.get("/q/", {"ma": typed}, follow=True).redirect_chain[-1][0] == page.url


@pytest.mark.parametrize("written", ["{}", "mã {}", "({})", "http://x.vn/q/{}, nhé"])
def test_a_code_of_letters_alone_is_one_too(client, written):
    page = published("1.100001")
    code = next(f"XEQKF{tail}" for tail in map("".join, product(ALPHABET, repeat=2)) if is_well_formed(f"XEQKF{tail}"))
    ProcedureIdentity.objects.filter(pk=page.identity_id).update(short_code=code)
    assert client.get("/q/", {"ma": written.format(code)}, follow=True).redirect_chain[-1][0] == page.url


def test_the_address_of_one_of_our_pages_leads_there(client):
    page = published("1.100001")
    for written in (f"https://x.vn{page.url}?xa=1", f"xem {page.url.rstrip('/')} nhé", f"x.vn{page.url}phieu.pdf"):
        assert client.get("/q/", {"ma": written}, follow=True).redirect_chain[-1][0] == page.url


@pytest.mark.parametrize(
    "address", ["/thu-tuc/1100001/", "/thu-tuc/M%C3%A3%201.100001", "/thu-tuc/1.1000O1", "/THU-TUC/1-100001-x/"]
)
def test_below_the_catalogue_a_code_leads_on_in_every_spelling(client, address):
    page = published("1.100001")
    assert client.get(address, follow=True).redirect_chain[-1][0] == page.url


def test_a_decisions_number_is_looked_for(client):
    response = client.get("/q/", {"ma": "Quyết định 12/QĐ-BVC"})
    assert (response.status_code, response.url.partition("?")[0]) == (302, "/tim-kiem/")


@pytest.mark.parametrize("number", ["H29.12-250701-0001", "001203012345", "0912345678"])
def test_somebodys_number_is_told_and_not_shown_again(client, number):
    for response in (client.get("/q/", {"ma": number}), client.get(f"/q/{number}")):
        assert response.status_code == 200
        assert "không phải mã thủ tục" in _text(response)
        assert number not in _text(response)


def test_what_was_never_public_is_told_as_what_the_portal_lacks(client):
    bring(national_row("1.100001"), publish=False)
    page = page_of("1.100001")
    for address in ("/q/?ma=1.100001", "/thu-tuc/1.100001", "/thu-tuc/1-100001-x/", "/q/1-100001"):
        response = client.get(address, follow=True)
        assert response.status_code == 404
        assert "Cổng chưa có thủ tục mang mã này" in _text(response)
        assert "đã cũ" not in _text(response)
    assert client.get(f"/q/{page.identity.short_code}").status_code == 404


def test_of_what_was_withdrawn_without_a_day_nobody_says_that_it_has_ended(client):
    page = published("1.100001")
    page.unpublish()
    shown = _text(client.get("/q/?ma=1.100001", follow=True))
    assert "không biết thủ tục còn áp dụng hay không" in shown
    assert "bãi bỏ" not in shown
    page.valid_to = today()
    page.save()
    assert "đã bị bãi bỏ" in _text(client.get("/q/?ma=1.100001", follow=True))


def test_an_address_behind_the_mark_of_a_page_is_tied_and_found(client):
    page = published("1.100001")
    LegacyAddress.objects.create(host="cu.example", path="/#/tt?id=7", identity=page.identity)
    assert client.get("/q/", {"ma": "http://cu.example/#/tt/?id=7&utm_source=x"}).url == page.url
    assert client.get("/q/", {"ma": "http://cu.example/#/tt?id=8"}).status_code == 404


def test_words_are_looked_for_and_nothing_leads_away(client):
    assert client.get("/q/", {"ma": "đăng ký khai sinh"}).url.startswith("/tim-kiem/?q=")
    for typed in (
        "//evil.example/x y",
        "https://evil.example/thu-tuc/x",
        "javascript:alert(1) a",
        "/\\evil.example/q/",
    ):
        response = client.get("/q/", {"ma": typed})
        assert response.status_code == 404 or response.url.startswith(("/tim-kiem/?q=", "/q/"))


def test_it_costs_the_same_whatever_is_held(client, django_assert_max_num_queries):
    page = published("1.100001")
    published("1.100002")
    for typed in (
        "1.100001",
        page.identity.short_code,
        f"http://x.vn/q/{page.identity.short_code}",
        "H29.12-250701-0001",
    ):
        with django_assert_max_num_queries(3):
            client.get("/q/", {"ma": typed})
    assert ProcedurePage.objects.count() == 2
