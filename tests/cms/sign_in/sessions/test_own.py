"""Everybody sees where he is signed in, and ends it there or everywhere."""

import datetime

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from cms.models import Editor
from cms.sign_in.sessions import own
from tests.cms.sign_in.conftest import DOOR, PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]
ACCOUNT = "/tai-khoan/"
PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36"


def signed_in(username: str = "quantri", address: str = "203.113.1.2") -> Client:
    client = Client(headers={"x-forwarded-for": address, "user-agent": PHONE})
    client.post(DOOR, {"login": username, "password": PASSWORD})
    return client


def test_the_list_tells_browser_wider_network_and_times_of_ones_own_sessions_alone():
    client = signed_in()
    signed_in(address="198.51.100.4")
    signed_in("canbo", "192.0.2.9")
    sessions = client.get(ACCOUNT).context["sessions"]
    assert {(each.browser, each.network, each.is_this) for each in sessions} == {
        ("Chrome, Android", "203.113.…", True),
        ("Chrome, Android", "198.51.…", False),
    }
    page = client.get(ACCOUNT).text
    assert "203.113.1" not in page
    assert client.session.session_key not in page


def test_a_network_with_zeros_is_told_as_any_other():
    sessions = signed_in(address="10.0.0.7").get(ACCOUNT).context["sessions"]
    assert [each.network for each in sessions] == ["10.0.…"]


def test_one_of_them_is_ended_from_another():
    here, there = signed_in(), signed_in(address="198.51.100.4")
    name = next(each.name for each in here.get(ACCOUNT).context["sessions"] if not each.is_this)
    assert here.post(f"/tai-khoan/phien/{name}/dong/").headers["Location"] == ACCOUNT
    assert there.get("/quan-tri/").status_code == 302
    assert here.get("/quan-tri/").status_code == 200


def test_nobody_ends_a_session_of_somebody_else():
    here, other = signed_in(), signed_in("canbo")
    name = other.get(ACCOUNT).context["sessions"][0].name
    here.post(f"/tai-khoan/phien/{name}/dong/")
    assert other.get(ACCOUNT).status_code == 200


def test_signing_out_everywhere_ends_this_one_too_and_nobody_elses():
    here, there, other = signed_in(), signed_in(address="198.51.100.4"), signed_in("canbo")
    answer = here.post("/tai-khoan/phien/dong-het/", follow=True)
    assert "Đã đăng xuất ở mọi nơi (2 phiên)" in answer.text
    assert here.get("/quan-tri/").status_code == there.get("/quan-tri/").status_code == 302
    assert other.get(ACCOUNT).status_code == 200


@pytest.mark.parametrize("path", ["/tai-khoan/phien/dong-het/", "/tai-khoan/phien/x/dong/"])
def test_a_link_ends_nothing(path):
    assert signed_in().get(path).status_code == 405


def _a_while_ago(client: Client, minutes: int) -> None:
    session = client.session
    session["signed_in_at"] -= minutes * 60
    session.save()


def test_when_a_session_was_last_seen_is_noted_every_ten_minutes(settings):
    settings.SESSION_IDLE_MINUTES = settings.SESSION_IDLE_MINUTES | {"administrators": 60}
    client = signed_in()
    _a_while_ago(client, 9)
    client.get("/quan-tri/")
    assert own.SEEN not in client.session
    _a_while_ago(client, 2)
    client.get("/quan-tri/")
    (line,) = client.get(ACCOUNT).context["sessions"]
    assert timezone.now() - line.seen < datetime.timedelta(minutes=1)
    assert timezone.now() - line.began > datetime.timedelta(minutes=10)


def test_where_the_database_takes_nothing_that_is_left_out(settings, monkeypatch):
    settings.SESSION_IDLE_MINUTES = settings.SESSION_IDLE_MINUTES | {"administrators": 60}
    client = signed_in()
    _a_while_ago(client, 11)

    def refuse(*_: object, **__: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(Session, "save", refuse)
    assert client.get("/quan-tri/").status_code == 200


def test_a_new_password_ends_all_other_sessions():
    here, there = signed_in(), signed_in(address="198.51.100.4")
    new = "mot-mat-khau-khac-2026"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post("/tai-khoan/mat-khau/", form).headers["Location"] == ACCOUNT
    assert here.get("/quan-tri/").status_code == 200
    assert there.get("/quan-tri/").status_code == 302


def test_all_sessions_of_somebody_are_ended_for_who_takes_his_account_away():
    client = signed_in("canbo")
    signed_in("canbo2")
    assert own.end_sessions(Editor.objects.get(username="canbo")) == 1
    assert client.get(ACCOUNT).status_code == 302
