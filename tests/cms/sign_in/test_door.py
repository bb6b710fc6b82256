"""One screen for both desks leads each person to his place; the doors that there were before lead to it."""

import pytest
from django.test import Client

from cms.access.upkeep import ensure_access
from cms.models import Editor
from tests.cms.sign_in.conftest import DOOR, PASSWORD
from tests.editors import OFFICERS, in_role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts")]
DESK, COUNTER, ACCOUNT = "/quan-tri/", "/ban/", "/tai-khoan/"


@pytest.fixture
def people(accounts) -> None:
    """An administrator, an editor, an officer, and somebody who may do nothing."""
    ensure_access()
    in_role(Editor.objects.create_user("bientap", password=PASSWORD), "Biên tập viên")
    in_role(Editor.objects.get(username="canbo"), OFFICERS)


@pytest.mark.parametrize(
    ("username", "wanted", "place"),
    [
        ("quantri", "", DESK),
        ("bientap", "", DESK),
        ("canbo", "", COUNTER),
        ("canbo2", "", ACCOUNT),
        ("bientap", "/quan-tri/reports/", "/quan-tri/reports/"),
        ("canbo", "/ban/so/", "/ban/so/"),
        ("canbo", "/quan-tri/pages/3/edit/", COUNTER),
        ("bientap", "/ban/so/", DESK),
        ("canbo", "/thu-tuc/", "/thu-tuc/"),
        ("canbo", "https://noi-khac.example/", COUNTER),
        ("canbo", "//noi-khac.example/", COUNTER),
        ("canbo", "javascript:alert(1)", COUNTER),
    ],
)
def test_each_is_led_to_his_place_or_to_what_he_asked_for_if_it_is_his(people, username, wanted, place):
    client = Client()
    form = {"login": username, "password": PASSWORD, "next": wanted}
    assert client.post(DOOR, form).headers["Location"] == place
    assert client.get(DOOR, {"next": wanted}).headers["Location"] == place


@pytest.mark.parametrize("door", ["/quan-tri/login/", "/ban/dang-nhap/", "/_util/login/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_former_doors_lead_here_with_what_was_asked_for(client, door, method):
    answer = getattr(client, method)(f"{door}?next=/ban/so/")
    assert answer.headers["Location"] == f"{DOOR}?next=/ban/so/"


@pytest.mark.parametrize("desk", ["/quan-tri/", "/quan-tri/pages/", "/ban/", "/ban/so/"])
def test_a_stranger_at_a_desk_is_led_here_and_back(client, desk):
    assert client.get(desk).headers["Location"] == f"{DOOR}?next={desk}"


@pytest.mark.parametrize("way", ["/tai-khoan/dang-xuat/", "/quan-tri/logout/", "/ban/dang-xuat/"])
def test_signing_out_leaves_nothing_in_the_browser(people, way):
    client = Client()
    client.post(DOOR, {"login": "canbo", "password": PASSWORD})
    answer = client.post(way)
    assert answer.headers["Location"] == DOOR
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/ban/").status_code == 302


def test_the_next_person_comes_to_the_same_screen_if_it_is_his(people):
    client = Client()
    client.post(DOOR, {"login": "canbo", "password": PASSWORD})
    answer = client.post("/tai-khoan/dang-xuat/", {"next": "/ban/so/"})
    assert answer.headers["Location"] == f"{DOOR}?next=%2Fban%2Fso%2F"


def test_nobody_makes_himself_an_account(client):
    for path in ("signup/", "dang-ky/", "email/"):
        assert client.get(f"/tai-khoan/{path}").status_code == 404


def test_a_disabled_account_is_told_so_only_after_the_right_password(client):
    Editor.objects.filter(username="canbo").update(is_active=False)
    wrong = client.post(DOOR, {"login": "canbo", "password": "sai"})
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in wrong.text
    right = client.post(DOOR, {"login": "canbo", "password": PASSWORD}, follow=True)
    assert "Tài khoản đang bị khóa" in right.text
    assert client.get("/ban/").status_code == 302
