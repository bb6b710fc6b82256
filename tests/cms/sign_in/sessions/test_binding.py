"""A stolen cookie opens nothing elsewhere; who only changes the network confirms once that it is he."""

import pytest
from django.conf import settings as portal_settings
from django.contrib.sessions.models import Session
from django.test import Client

from audit.models import LogRow
from cms.sign_in.sessions.binding import ASKED, ELSEWHERE
from tests.cms.sign_in.conftest import DOOR, PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:{0}.0) Gecko/20100101 Firefox/{0}.0"
CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36"
)
AGAIN = "/tai-khoan/xac-nhan/"


def seen_from(address: str = "203.113.1.2", browser: str = FIREFOX.format(150)) -> dict[str, str]:
    return {"x-forwarded-for": address, "user-agent": browser}


@pytest.fixture
def owner() -> Client:
    """The administrator's browser, signed in."""
    client = Client()
    client.post(DOOR, {"login": "quantri", "password": PASSWORD}, headers=seen_from())
    assert client.get("/quan-tri/", headers=seen_from()).status_code == 200
    return client


def thief_of(owner: Client, *cookies: str) -> Client:
    """Another browser with these cookies of the owner's."""
    thief = Client()
    for name in cookies:
        thief.cookies[name] = owner.cookies[name].value
    return thief


def test_the_cookie_alone_opens_nothing_in_another_browser_and_the_session_is_closed(owner, caplog):
    thief = thief_of(owner, portal_settings.SESSION_COOKIE_NAME)
    assert thief.get("/quan-tri/", headers=seen_from()).status_code == 302
    assert ELSEWHERE in thief.get(DOOR, headers=seen_from()).text
    assert Session.objects.filter(session_key=owner.cookies["sessionid"].value).count() == 0
    assert owner.get("/quan-tri/", headers=seen_from()).status_code == 302
    assert "được dùng ở trình duyệt khác" in caplog.text
    assert LogRow.objects.filter(action="session.foreign").count() == 1


def test_all_cookies_open_nothing_in_another_kind_of_browser(owner):
    thief = thief_of(owner, *owner.cookies)
    assert thief.get("/quan-tri/", headers=seen_from(browser=CHROME)).status_code == 302


def test_all_cookies_in_the_same_kind_of_browser_elsewhere_are_asked_again(owner):
    thief = thief_of(owner, *owner.cookies)
    asked = thief.get("/quan-tri/", headers=seen_from("198.51.100.4"))
    assert asked.headers["Location"] == f"{AGAIN}?next=%2Fquan-tri%2F"
    assert thief.get("/tai-khoan/", headers=seen_from("198.51.100.4")).status_code == 302
    assert thief.post("/phien/", headers=seen_from("198.51.100.4")).status_code == 403
    assert owner.get("/quan-tri/", headers=seen_from()).status_code == 200


def test_who_confirms_in_a_new_network_goes_on_and_is_not_asked_there_again(owner):
    elsewhere = seen_from("198.51.100.4")
    assert ASKED in owner.get("/quan-tri/reports/", headers=elsewhere, follow=True).text
    confirmed = owner.post(f"{AGAIN}?next=/quan-tri/reports/", {"password": PASSWORD}, headers=elsewhere)
    assert confirmed.headers["Location"] == "/quan-tri/reports/"
    for address in ("198.51.100.4", "203.113.1.2", "198.51.7.7"):
        assert owner.get("/quan-tri/", headers=seen_from(address)).status_code == 200


def test_a_form_that_was_sent_from_a_new_network_is_answered_with_what_to_do(owner):
    answer = owner.post("/quan-tri/pages/3/edit/", {"title": "x"}, headers=seen_from("198.51.100.4"))
    assert answer.status_code == 403
    assert "chữ đã gõ vẫn còn" in answer.text


@pytest.mark.parametrize(
    ("began", "later"),
    [("203.113.1.2", "203.113.200.9"), ("2001:db8:1::5", "2001:db8:ffff::6"), ("::ffff:203.113.1.2", "203.113.9.9")],
)
def test_a_telephone_that_wanders_within_its_operators_network_is_not_asked(began, later):
    client = Client()
    client.post(DOOR, {"login": "quantri", "password": PASSWORD}, headers=seen_from(began))
    assert client.get("/quan-tri/", headers=seen_from(later)).status_code == 200


def test_a_browser_that_has_updated_itself_stays(owner):
    assert owner.get("/quan-tri/", headers=seen_from(browser=FIREFOX.format(151))).status_code == 200


@pytest.mark.parametrize("way", ["/tai-khoan/dang-xuat/", "/quan-tri/logout/", "/ban/dang-xuat/"])
def test_signing_out_is_open_from_everywhere(owner, way):
    assert owner.post(way, headers=seen_from("198.51.100.4")).headers["Location"] == DOOR
    assert owner.get("/quan-tri/", headers=seen_from()).status_code == 302


def test_citizens_pages_stay_open_for_whoever_is_held_back(owner):
    assert owner.get("/", headers=seen_from("198.51.100.4")).status_code == 200
