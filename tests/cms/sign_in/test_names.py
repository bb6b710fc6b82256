"""No account is named like another, and no address carries a second line."""

import pytest
from django.urls import reverse

from cms.models import Editor
from cms.sign_in.names import looks

pytestmark = pytest.mark.django_db


@pytest.fixture
def add(portal, client):
    """An administrator fills in the form of a new account."""
    client.force_login(Editor.objects.create_superuser("quan-tri", "quan-tri@tinh.example"))

    def fill_in(username: str, email: str = "moi@xa.example"):
        form = {"username": username, "email": email, "first_name": "Bộ", "last_name": "Cán"}
        return client.post(reverse("wagtailusers_users:add"), form)

    return fill_in


@pytest.mark.parametrize(
    "name",
    ["LAN.SoYTe", "lan.s0yte", "lan.soyte\u200b", "ｌａｎ.soyte", "lan.ѕoyte", "lаn.soyte", "lan．soyte",
     "1an.soyte", "Ian.soyte"],
)  # fmt: skip
def test_a_name_that_looks_like_another_is_refused_in_words(add, name):
    Editor.objects.create_user("lan.soyte")
    answer = add(name)
    assert answer.status_code == 200
    assert "nhìn giống tên này" in answer.text or "chỉ gồm chữ không dấu" in answer.text
    assert Editor.objects.count() == 2


def test_a_name_that_differs_is_taken(add):
    Editor.objects.create_user("lan.soyte")
    assert add("lan.soxaydung").status_code == 302


def test_an_account_of_before_with_marks_is_looked_like_too(add):
    Editor.objects.create_user("lan.sởyte")
    assert "nhìn giống tên này" in add("lan.soyte").text


def test_what_names_are_taken_for():
    assert looks("MAI") & looks("mai")
    assert looks("xa10") & looks("xalo")
    assert not looks("mai") & looks("mal")


@pytest.mark.parametrize(
    "email", ["moi@xa.example\nBcc: la@noi-khac.example", "moi@xa.example\r\nla@x.vn", "moi@\n.vn"]
)
def test_an_address_with_a_line_break_is_refused_in_words(add, client, email):
    answer = add("can-bo-moi", email)
    assert answer.status_code == 200
    assert "viết trên một dòng" in answer.text
    assert Editor.objects.count() == 1
    client.logout()
    assert "viết trên một dòng" in client.post("/tai-khoan/quen-mat-khau/", {"email": email}).text
