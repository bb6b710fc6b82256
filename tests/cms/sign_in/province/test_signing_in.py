"""Somebody signs in by his account of the province, at a real provider that runs as a process of its own."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.test import Client

from cms.access.upkeep import ensure_access
from cms.models import Editor
from tests.cms.sign_in.conftest import DOOR, PASSWORD
from tests.editors import code_of, in_role, with_application
from tests.oidc.provider import answer_of, running_provider
from tests.oidc.serve import CLIENT, SECRET
from tests.postgres.server import free_port

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("accounts", "province")]
ENTER, STEP_TWO, ACCOUNT = "/tai-khoan/tinh/", "/tai-khoan/dang-nhap/buoc-hai/", "/tai-khoan/"


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    """The province's server for accounts."""
    with running_provider(tmp_path_factory.mktemp("oidc"), f"http://testserver{ENTER}tra-loi/") as address:
        yield address


def point_to(settings, address: str) -> None:
    app = {"provider_id": "tinh", "name": "tài khoản của tỉnh", "client_id": CLIENT, "secret": SECRET}
    settings.OIDC_URL = address
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app | {"settings": {"server_url": address}}]}
    }


@pytest.fixture
def province(settings, provider) -> None:
    """The portal knows the province's server, and asks editors for a second factor."""
    point_to(settings, provider)
    settings.SECOND_FACTOR_FOR = {"administrators", "editors"}
    ensure_access()


def editor(address: str, name: str = "nguoi") -> Editor:
    """An account that an administrator has made, with this address."""
    made = Editor.objects.create_user(name, address, PASSWORD)
    in_role(made, "Biên tập viên")
    return made


def come_back(client: Client, username: str, wanted: str = ""):
    """The portal leads to the provider, somebody signs in there, and the portal answers what that says."""
    asked = client.get(ENTER, {"next": wanted} if wanted else {}).headers["Location"]
    return client.get(answer_of(asked, username))


def test_who_is_known_by_his_verified_address_comes_in_and_is_known_by_his_subject_from_then_on(client):
    person = editor("Lan@Tinh.example")
    assert come_back(client, "lan").status_code == 302
    Editor.objects.filter(pk=person.pk).update(email="dia-chi-khac@tinh.example")
    again = Client()
    assert come_back(again, "lan").status_code == 302
    assert again.session["_auth_user_id"] == str(person.pk)
    assert SocialAccount.objects.get().user == person


def test_the_providers_word_gives_no_second_factor_unless_the_settings_say_so(client, settings):
    editor("lan.2fa@tinh.example")
    come_back(client, "lan-2fa")
    assert client.get("/quan-tri/").headers["Location"] == ACCOUNT
    settings.OIDC_SECOND_FACTOR = {"mfa"}
    other = Client()
    assert come_back(other, "lan-2fa", "/quan-tri/reports/").headers["Location"] == "/quan-tri/reports/"
    assert other.get("/quan-tri/").status_code == 200


def test_a_provider_that_asked_for_a_password_alone_does_not_count(client, settings):
    settings.OIDC_SECOND_FACTOR = {"mfa"}
    editor("lan@tinh.example")
    come_back(client, "lan")
    assert client.get("/quan-tri/").headers["Location"] == ACCOUNT


def test_who_has_a_factor_here_shows_it_after_the_provider(client):
    person = editor("lan@tinh.example")
    secret = with_application(person)
    assert come_back(client, "lan").headers["Location"].partition("?")[0] == STEP_TWO
    assert client.get("/quan-tri/").status_code == 302
    assert client.post(STEP_TWO, {"code": code_of(secret)}).headers["Location"] == "/quan-tri/"
    assert Authenticator.objects.filter(user=person).count() == 1


@pytest.mark.parametrize(
    ("username", "address", "said"),
    [
        ("nguoi-la", "la@noi-khac.example", "không có đúng một tài khoản"),
        ("chua-xac-minh", "", "chưa nhận ra bạn"),
    ],
)
def test_nobody_gets_an_account_by_the_provider_alone(client, username, address, said):
    editor("chua@tinh.example")
    answer = come_back(client, username)
    assert answer.status_code == 403
    assert said in answer.text
    assert address in answer.text
    assert "người quản trị" in answer.text
    assert "_auth_user_id" not in client.session
    assert SocialAccount.objects.count() == 0


def test_no_second_account_bears_an_address_so_that_none_is_guessed(client):
    person = editor("lan@tinh.example")
    with pytest.raises(ValidationError, match="Mỗi địa chỉ chỉ của một tài khoản"):
        editor("LAN@tinh.example", "nguoi-hai")
    come_back(client, "lan")
    assert SocialAccount.objects.get().user == person


def test_the_first_time_the_accounts_own_second_factor_is_asked_for_whatever_the_provider_says(client, settings):
    settings.OIDC_SECOND_FACTOR = {"mfa"}
    with_application(editor("lan.2fa@tinh.example"))
    assert come_back(client, "lan-2fa").headers["Location"].partition("?")[0] == STEP_TWO
    assert client.get("/quan-tri/").status_code == 302


def test_a_disabled_account_stays_closed(client):
    Editor.objects.filter(pk=editor("lan@tinh.example").pk).update(is_active=False)
    assert "Tài khoản đang bị khóa" in come_back(client, "lan").text
    assert "_auth_user_id" not in client.session


def test_nobody_ties_a_foreign_account_to_himself(client):
    person = editor("khac@tinh.example")
    client.post(DOOR, {"login": person.username, "password": PASSWORD})
    asked = client.get(ENTER, {"process": "connect"}).headers["Location"]
    assert client.get(answer_of(asked, "lan")).status_code == 403
    assert SocialAccount.objects.count() == 0


def test_an_answer_that_nobody_asked_for_is_not_taken(client):
    editor("lan@tinh.example")
    for query in ("?code=abc&state=xyz", "", "?error=access_denied"):
        answer = client.get(f"{ENTER}tra-loi/{query}", follow=True)
        assert "Chưa đăng nhập được bằng tài khoản của tỉnh" in answer.text
    asked = client.get(ENTER).headers["Location"]
    stolen = answer_of(asked, "lan")
    assert "Chưa đăng nhập được" in Client().get(stolen, follow=True).text


def test_while_the_provider_is_down_who_has_a_password_here_signs_in(client, settings):
    point_to(settings, f"http://127.0.0.1:{free_port()}")
    answer = client.get(ENTER)
    assert answer.status_code == 503
    assert "vẫn đăng nhập được bằng mật khẩu" in answer.text
    assert "Đăng nhập bằng tài khoản của tỉnh" in client.get(DOOR).text
    assert client.post(DOOR, {"login": "quantri", "password": PASSWORD}).status_code == 302


def test_a_provider_that_dies_on_the_way_is_told_of(client, settings, provider):
    editor("lan@tinh.example")
    answer = answer_of(client.get(ENTER).headers["Location"], "lan")
    point_to(settings, f"http://127.0.0.1:{free_port()}")
    assert client.get(answer).status_code == 503


def test_without_a_provider_there_is_no_such_way(client, settings):
    settings.OIDC_URL = ""
    assert client.get(ENTER).status_code == 404
    assert client.get(f"{ENTER}tra-loi/").status_code == 404
    assert "tài khoản của tỉnh" not in client.get(DOOR).text
