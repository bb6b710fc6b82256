"""Who works at the desk shows a second factor; before that nothing is opened for him."""

import os
import subprocess
import sys
from functools import partial

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.cache import cache
from django.test import Client

from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.models import HomePage
from tests.cms.sign_in.conftest import DOOR, PASSWORD
from tests.editors import OFFICERS, code_of, in_role, with_application
from tests.portal_process import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("people")]
ACCOUNT, STEP_TWO = "/tai-khoan/", "/tai-khoan/dang-nhap/buoc-hai/"


@pytest.fixture
def people(accounts, settings) -> None:
    """An administrator, an editor and an officer, under the rule of a portal that works."""
    settings.SECOND_FACTOR_FOR = {"administrators", "editors"}
    ensure_access()
    in_role(Editor.objects.create_user("bientap", password=PASSWORD), "Biên tập viên")
    in_role(Editor.objects.get(username="canbo"), OFFICERS)


def person(username: str) -> Editor:
    return Editor.objects.get(username=username)


def signed_in(username: str, **more) -> Client:
    client = Client(**more)
    client.post(DOOR, {"login": username, "password": PASSWORD})
    return client


@pytest.mark.parametrize("path", ["/quan-tri/", "/quan-tri/pages/", "/quan-tri/api/main/pages/", "/ban/", "/ban/so/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_has_no_factor_is_led_to_set_one_up_and_opens_nothing_else(path, method):
    client = signed_in("quantri")
    assert getattr(client, method)(path).headers["Location"] == ACCOUNT
    page = client.get(ACCOUNT).text
    assert "đặt xong mới vào được bàn làm việc" in page
    assert "Đặt ứng dụng sinh mã" in page


def test_on_citizens_pages_he_is_nobody_until_then():
    HomePage.objects.get().view_restrictions.create(restriction_type="login")
    client = signed_in("quantri")
    assert client.get("/").headers["Location"] == f"{DOOR}?next=/"
    assert client.post("/phien/").status_code == 403


def test_after_setting_up_an_application_he_is_let_in_and_given_codes_on_paper():
    client = signed_in("bientap")
    client.get("/quan-tri/reports/")
    page = client.get("/tai-khoan/ung-dung/")
    secret = page.context["form"].secret
    answer = client.post("/tai-khoan/ung-dung/", {"code": code_of(secret)}, follow=True)
    assert answer.redirect_chain[-1][0] == "/tai-khoan/ma-du-phong/"
    assert len(answer.context["unused_codes"]) == 10
    assert 'href="/quan-tri/reports/"' in answer.text
    assert client.get("/quan-tri/").status_code == 200


def test_after_the_password_the_code_is_asked_for_and_only_then_the_desk_opens():
    secret = with_application(person("quantri"))
    client = Client()
    answer = client.post(DOOR, {"login": "quantri", "password": PASSWORD, "next": "/quan-tri/pages/"})
    assert answer.headers["Location"].partition("?")[0] == STEP_TWO
    assert client.get("/quan-tri/").status_code == 302
    assert client.get(STEP_TWO).status_code == 200
    assert client.post(STEP_TWO, {"code": code_of(secret)}).headers["Location"] == "/quan-tri/pages/"
    assert client.get("/quan-tri/").status_code == 200


def test_a_code_is_taken_once_whichever_process_answers():
    secret = with_application(person("quantri"))
    code = code_of(secret)
    assert signed_in("quantri").post(STEP_TWO, {"code": code}).status_code == 302
    cache.clear()  # as the memory of another process is
    again = signed_in("quantri").post(STEP_TWO, {"code": code})
    assert again.status_code == 200
    assert "Mã này đã dùng rồi" in again.text


def test_a_clock_that_is_five_minutes_off_is_told_of_with_the_servers_time():
    secret = with_application(person("quantri"))
    for late in (300, -300):
        answer = signed_in("quantri").post(STEP_TWO, {"code": code_of(secret, late)})
        assert answer.status_code == 200
        assert "đồng hồ" in answer.text
        assert "máy chủ ghi" in answer.text
    assert signed_in("quantri").post(STEP_TWO, {"code": code_of(secret)}).status_code == 302


def test_a_code_on_paper_works_once():
    with_application(person("quantri"))
    code = RecoveryCodes.activate(person("quantri")).get_unused_codes()[0]
    assert signed_in("quantri").post(STEP_TWO, {"code": code}).status_code == 302
    assert signed_in("quantri").post(STEP_TWO, {"code": code}).status_code == 200


def test_wrong_codes_are_counted_as_wrong_passwords_are():
    secret = with_application(person("quantri"))
    client = signed_in("quantri")
    for _ in range(5):
        assert client.post(STEP_TWO, {"code": "000000"}).status_code == 200
    refused = client.post(STEP_TWO, {"code": code_of(secret)})
    assert refused.status_code == 429
    assert "Xin thử lại sau" in refused.text
    assert Client().post(DOOR, {"login": "quantri", "password": PASSWORD}).status_code == 429


def test_officers_are_asked_only_where_the_province_says_so(settings):
    assert signed_in("canbo").get("/ban/xa-phuong/").status_code == 200
    settings.SECOND_FACTOR_FOR = {"administrators", "editors", "officers"}
    assert signed_in("canbo").get("/ban/xa-phuong/").headers["Location"] == ACCOUNT


def test_who_has_a_factor_shows_it_even_where_it_is_not_asked_for():
    with_application(person("canbo"))
    client = signed_in("canbo")
    assert client.get("/ban/xa-phuong/").status_code == 302
    assert client.get(DOOR).headers["Location"] == STEP_TWO


def test_a_session_that_was_opened_without_the_factor_shows_it_before_it_goes_on():
    client = signed_in("bientap")
    secret = with_application(person("bientap"))
    asked = client.get("/quan-tri/reports/").headers["Location"]
    assert asked == "/tai-khoan/xac-nhan/ma/?next=%2Fquan-tri%2Freports%2F"
    assert client.post(asked, {"code": code_of(secret)}).headers["Location"] == "/quan-tri/reports/"
    assert client.get("/quan-tri/").status_code == 200


def test_an_old_session_adds_no_factor_beside_one_that_it_has_not_shown():
    old = signed_in("canbo")
    with_application(person("canbo"))
    for path in ("/tai-khoan/", "/tai-khoan/khoa/them/", "/tai-khoan/ma-du-phong/"):
        assert old.get(path).headers["Location"].startswith("/tai-khoan/xac-nhan/ma/")
    assert old.post("/tai-khoan/dang-xuat/").headers["Location"] == DOOR


def test_setting_one_up_ends_the_sessions_that_were_opened_without_it():
    other, here = signed_in("bientap"), signed_in("bientap")
    secret = here.get("/tai-khoan/ung-dung/").context["form"].secret
    here.post("/tai-khoan/ung-dung/", {"code": code_of(secret)})
    assert here.get("/quan-tri/").status_code == 200
    assert other.get("/tai-khoan/").headers["Location"].startswith(DOOR)


def test_who_may_sit_at_no_desk_is_told_so():
    assert "chưa được giao việc ở bàn nào" in signed_in("canbo2").get("/tai-khoan/").text


def test_a_portal_that_works_asks_for_it_and_has_no_exception():
    names = {"PORTAL_SECRET_KEY": "x" * 60, "PORTAL_HOSTS": "a.example", "PORTAL_BASE_URL": "https://a.example"}
    code = "import cms.settings.production as s; print(sorted(s.SECOND_FACTOR_FOR), s.DEMO_WITHOUT_SECOND_FACTOR)"
    run = partial(subprocess.run, [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run(env=os.environ | names).stdout.strip() == "['administrators', 'editors'] False"
    with_officers = run(env=os.environ | names | {"PORTAL_SECOND_FACTOR": "officers"})
    assert with_officers.stdout.strip() == "['administrators', 'editors', 'officers'] False"
    alone = run(env=os.environ | names | {"PORTAL_SECOND_FACTOR": "administrators"})
    assert alone.stdout.strip() == "['administrators', 'editors'] False"
    wrong = run(env=os.environ | names | {"PORTAL_SECOND_FACTOR": "editor"})
    assert "PORTAL_SECOND_FACTOR" in wrong.stderr
    open_line = run(env=os.environ | names | {"PORTAL_OIDC_URL": "http://sso.tinh.example"})
    assert "https" in open_line.stderr.splitlines()[-1]


def test_the_last_factor_of_who_needs_one_is_not_given_up():
    client = signed_in("bientap")
    page = client.get("/tai-khoan/ung-dung/")
    client.post("/tai-khoan/ung-dung/", {"code": code_of(page.context["form"].secret)})
    answer = client.post("/tai-khoan/ung-dung/bo/")
    assert "không bỏ được cách cuối cùng" in answer.text
    assert Authenticator.objects.filter(type="totp").count() == 1


@pytest.mark.parametrize(
    ("allowed", "address", "host", "status"),
    [
        (True, "127.0.0.1", "127.0.0.1:8000", 200),
        (True, "127.0.0.1", "localhost", 200),
        (True, "10.0.0.5", "127.0.0.1:8000", 302),
        (True, "127.0.0.1", "testserver", 302),
        (False, "127.0.0.1", "127.0.0.1:8000", 302),
    ],
)
def test_the_demonstration_does_without_on_ones_own_machine_alone(settings, allowed, address, host, status):
    settings.DEMO_WITHOUT_SECOND_FACTOR = allowed
    client = signed_in("bientap", REMOTE_ADDR=address, headers={"host": host})
    assert client.get("/quan-tri/").status_code == status
    shown = Client(REMOTE_ADDR=address, headers={"host": host}).get(DOOR).text
    assert ("Tài khoản trình diễn" in shown) == (status == 200)


def test_an_account_of_another_name_does_not():
    other = Editor.objects.create_superuser("khac", password=PASSWORD)
    client = signed_in(other.username, headers={"host": "127.0.0.1"})
    assert client.get("/quan-tri/").headers["Location"] == ACCOUNT


def test_its_secrets_lie_encrypted_and_open_with_a_former_key(settings):
    settings.SECOND_FACTOR_SECRETS = ["khoa-cu"]
    secret = with_application(person("quantri"))
    assert secret not in str(Authenticator.objects.values_list("data", flat=True))
    settings.SECOND_FACTOR_SECRETS = ["khoa-moi", "khoa-cu"]
    assert signed_in("quantri").post(STEP_TWO, {"code": code_of(secret)}).status_code == 302
    settings.SECOND_FACTOR_SECRETS = ["khoa-moi"]
    assert "khóa bí mật của cổng đã đổi" in signed_in("quantri").post(STEP_TWO, {"code": code_of(secret)}).text
