"""Nothing on the screens of signing in, in what is said after something was done, or in a letter, is English."""

import re
from itertools import product

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import Editor
from cms.sign_in.urls import urlpatterns
from tests.cms.sign_in.conftest import DOOR, PASSWORD
from tests.cms.test_desk_english import english, texts
from tests.editors import code_of, with_application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]
OWN = "/tai-khoan/"
ACCOUNTS = re.compile("quantri|canbo|http://testserver")  # names of the tests, which nobody spells
#: What is shown only after something else, which the tests below look at; and what answers no page.
ELSEWHERE = {
    "mfa_authenticate", "account_reset_password_from_key", "mfa_edit_webauthn", "mfa_remove_webauthn",
    "mfa_list_webauthn", "account_set_password", "mfa_login_webauthn", "mfa_reauthenticate_webauthn",
    "mfa_download_recovery_codes", "openid_connect_login", "openid_connect_callback", "end_everywhere", "end_session",
    "take_key",
}  # fmt: skip
WRONG = {"login": "x", "password": "y", "email": "x", "oldpassword": "x", "password1": "1", "password2": "2"}
NAMES = sorted({each.name for each in urlpatterns} - ELSEWHERE)


def foreign(answer) -> list[str]:
    assert answer.status_code == 200, answer
    return [text for text in texts(answer.text) if is_foreign(text)]


def is_foreign(text: str) -> bool:
    return english(ACCOUNTS.sub("", text))


@pytest.fixture
def somebody(settings) -> Client:
    """An editor who has just set up an application, and so has codes on paper."""
    client = Client()
    client.post(DOOR, {"login": "quantri", "password": PASSWORD})
    secret = client.get(f"{OWN}ung-dung/").context["form"].secret
    client.post(f"{OWN}ung-dung/", {"code": code_of(secret)})
    return client


@pytest.mark.parametrize("name", NAMES)
def test_no_screen_says_anything_in_english(somebody, client, name):
    path = reverse(name)
    shown = [answer for answer in (somebody.get(path), client.get(path)) if answer.status_code == 200]
    assert shown or name == "mfa_activate_totp"  # once it is set up it is not set up again
    for answer in shown:
        assert foreign(answer) == []


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_change_password"])
def test_no_complaint_about_a_form_is_english(somebody, client, name):
    for who, sent in product((somebody, client), ({}, WRONG)):
        answer = who.post(reverse(name), sent)
        if answer.status_code == 200:
            assert foreign(answer) == []


def test_neither_is_the_second_step_nor_what_is_said_of_a_wrong_code(client):
    with_application(Editor.objects.get(username="canbo"))
    client.post(DOOR, {"login": "canbo", "password": PASSWORD})
    path = reverse("mfa_authenticate")
    assert foreign(client.get(path)) == []
    for sent in ({"code": "1"}, {}, {"credential": "x"}):
        answer = client.post(path, sent)
        assert foreign(answer) == []


def test_neither_is_the_letter_to_who_forgot_his_password_nor_what_it_leads_to(client, mailoutbox):
    Editor.objects.filter(username="canbo").update(email="can-bo@xa.example")
    assert foreign(client.post(f"{OWN}quen-mat-khau/", {"email": "can-bo@xa.example"}, follow=True)) == []
    (letter,) = mailoutbox
    link = re.search(r"http://testserver(\S+)", letter.body)[1]
    assert not is_foreign(letter.subject)
    assert not is_foreign(letter.body.replace(link, ""))
    opened = client.get(link, follow=True)
    assert foreign(opened) == []
    weak = client.post(opened.request["PATH_INFO"], {"password1": "canbo", "password2": "canbo"})
    assert foreign(weak) == []
    new = "mot-mat-khau-khac-2026"
    done = client.post(opened.request["PATH_INFO"], {"password1": new, "password2": new}, follow=True)
    assert foreign(done) == []
    assert client.post(DOOR, {"login": "canbo", "password": new}).status_code == 302
    assert foreign(Client().get(link, follow=True)) == []


def test_a_letter_is_sent_to_nobody_who_has_no_account(client, mailoutbox):
    assert "Đã nhận yêu cầu" in client.post(f"{OWN}quen-mat-khau/", {"email": "la@xa.example"}, follow=True).text
    assert mailoutbox == []


def test_codes_on_paper_are_a_file_in_vietnamese(somebody):
    answer = somebody.get(reverse("mfa_download_recovery_codes"))
    assert len(re.findall(r"^\d{8}$", answer.text, re.MULTILINE)) == 10
    assert not is_foreign(answer.text)
