"""The browser remembers a commune only at the reader's wish: one cookie, a code in it, taken back at any time."""

import pytest
from django.test import Client
from django.urls import reverse

from posting.place.chosen import COOKIE
from tests.posting.factories import commune, counter_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def kites(portal):
    unit = commune(1, code="98001", name="Xã Diều Sáo")
    counter_of(unit)
    return unit


def _post(client, **data):
    return client.post(reverse("my_commune"), data)


def test_looking_and_choosing_by_address_remembers_nothing(client, kites):
    answer = client.get(reverse("my_commune"), {"xa": "98001"})
    assert "Xã Diều Sáo" in answer.content.decode()
    assert COOKIE not in answer.cookies


def test_it_is_remembered_and_leads_back(client, kites):
    answer = _post(client, lam="nho", xa="dieu sao", ve="/thu-tuc/?q=gio")
    cookie = answer.cookies[COOKIE]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("98001", True, "Lax")
    assert answer["Location"] == "/thu-tuc/?q=gio"
    assert "Đang nhớ" in client.get(reverse("my_commune")).content.decode()


def test_it_is_forgotten(client, kites):
    _post(client, lam="nho", xa="98001")
    answer = _post(client, lam="quen")
    assert answer.cookies[COOKIE].value == ""
    assert "Đang nhớ" not in client.get(reverse("my_commune")).content.decode()


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/" + "x" * 400, "javascript:1", "/\\evil"]
)
def test_it_leads_to_no_other_site(client, kites, back):
    assert "evil" not in _post(client, lam="nho", xa="98001", ve=back)["Location"]


def test_what_is_no_commune_is_shown_with_a_sentence(client, kites):
    answer = _post(client, lam="nho", xa="Không Có")
    assert answer.status_code == 200
    assert "không có tên này" in answer.content.decode()
    assert COOKIE not in answer.cookies


def test_a_form_of_another_site_changes_nothing(client, kites):
    answer = client.post(
        reverse("my_commune"), {"lam": "nho", "xa": "98001"}, headers={"Origin": "https://evil.example"}
    )
    assert (answer.status_code, COOKIE in answer.cookies) == (403, False)


def test_one_s_own_form_needs_no_token(kites):
    browser = Client(enforce_csrf_checks=True)
    assert not browser.get(reverse("my_commune")).cookies
    sent = browser.post(reverse("my_commune"), {"lam": "nho", "xa": "98001"}, headers={"Origin": "http://testserver"})
    assert sent.cookies[COOKIE].value == "98001"
