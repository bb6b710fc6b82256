"""A session ends when nobody works, by role; what browsers send by themselves is no work."""

import time

import pytest
from django.contrib.auth.models import Permission
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.access.upkeep import ensure_access
from cms.models import Editor
from cms.sign_in import idle
from cms.sign_in.work import kind_of_work
from tests.cms.sign_in.conftest import DOOR, PASSWORD
from tests.editors import in_role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]

MINUTE = 60


@pytest.fixture
def clock(monkeypatch) -> list[int]:
    """The seconds that have gone by; a test moves them."""
    gone = [0]
    monkeypatch.setattr(idle, "_now", lambda: int(time.time()) + gone[0])
    return gone


@pytest.fixture
def people(accounts) -> None:
    """An administrator, an editor and an officer."""
    ensure_access()
    in_role(Editor.objects.create_user("bientap", password=PASSWORD), "Biên tập viên")
    in_role(Editor.objects.get(username="canbo"), "Cán bộ một cửa")


def signed_in(username: str) -> Client:
    client = Client()
    assert client.post(DOOR, {"login": username, "password": PASSWORD}).status_code == 302
    return client


def is_in(client: Client, path: str = "/quan-tri/") -> bool:
    """Whether a screen is answered rather than the door shown."""
    return client.get(path).status_code != 302


@pytest.mark.parametrize(
    ("username", "path", "minutes"),
    [
        ("quantri", "/quan-tri/", 5),
        ("bientap", "/quan-tri/", 15),
        ("canbo", "/ban/xa-phuong/", 30),
    ],
)
def test_each_role_has_its_time(people, clock, username, path, minutes):
    client = signed_in(username)
    clock[0] += minutes * MINUTE - 1
    assert is_in(client, path)
    clock[0] += minutes * MINUTE + 1
    assert not is_in(client, path)


def test_a_role_that_is_given_or_taken_changes_how_long_an_open_session_lasts(people, clock):
    client, editor = signed_in("bientap"), Editor.objects.get(username="bientap")
    keeps_accounts = Permission.objects.get(codename="change_editor")
    editor.user_permissions.add(keeps_accounts)
    assert is_in(client)
    assert f".{5}." in client.cookies[idle.COOKIE].value  # the browser's own clock follows
    editor.user_permissions.remove(keeps_accounts)
    clock[0] += 14 * MINUTE
    assert is_in(client)
    editor.user_permissions.add(keeps_accounts)
    clock[0] += 6 * MINUTE
    assert not is_in(client)


def test_after_the_end_the_door_says_why_and_leads_back(people, clock):
    client = signed_in("quantri")
    clock[0] += 6 * MINUTE
    response = client.get("/quan-tri/reports/site-history/", follow=True)
    assert response.redirect_chain[-1][0] == "/tai-khoan/dang-nhap/?next=/quan-tri/reports/site-history/"
    assert idle.ENDED in response.text
    client = signed_in("canbo")
    clock[0] += 31 * MINUTE
    assert idle.ENDED in client.get("/ban/so/", follow=True).text


def test_what_an_open_form_sends_by_itself_is_no_work(people, clock):
    client = signed_in("quantri")
    for _ in range(6):
        clock[0] += MINUTE
        client.post("/quan-tri/editing-sessions/ping/wagtailcore/page/1/1/")
        client.get("/ban/", headers={idle.BY_ITSELF_HEADER: "1"})
    assert not is_in(client)


def test_who_types_without_sending_stays(people, clock):
    client = signed_in("quantri")
    for _ in range(6):
        clock[0] += MINUTE
        assert client.post("/phien/").status_code == 204
    assert is_in(client)
    clock[0] += 6 * MINUTE
    assert client.post("/phien/").status_code == 403


@pytest.mark.slow
def test_after_a_working_day_everybody_signs_in_anew(people, clock):
    client = signed_in("bientap")
    for _ in range(10 * 6 + 1):
        clock[0] += 10 * MINUTE
        still = is_in(client)
    assert not still


def test_a_cookie_that_is_forged_taken_away_or_of_another_session_helps_nobody(people, clock):
    other = signed_in("bientap")
    for cookie in ("", signing.Signer(salt="x").sign("99999999999.5.99999999999"), None):
        client = signed_in("quantri")
        clock[0] += 6 * MINUTE
        other.get("/quan-tri/")
        client.cookies[idle.COOKIE] = other.cookies[idle.COOKIE].value if cookie is None else cookie
        assert not is_in(client)


def test_work_is_noted_without_writing(people):
    client = signed_in("bientap")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.post("/phien/")
    assert not [query["sql"] for query in queries if not query["sql"].startswith("SELECT")]


def test_citizens_have_no_session_and_are_not_asked_for_one(client):
    response = client.get("/tin-tuc/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert not client.get("/").cookies


def test_who_keeps_accounts_is_an_administrator(accounts):
    keeper = Editor.objects.get(username="canbo2")
    keeper.user_permissions.add(Permission.objects.get(codename="change_editor"))
    assert kind_of_work(Editor.objects.get(pk=keeper.pk)) == "administrators"
