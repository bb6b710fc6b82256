"""Who comes in at the desk, for which commune, and that nobody sees another commune's papers."""

import pytest
from django.urls import reverse

from agencies.models import Agency, Role
from cms.access.giving import give
from posting.models import PrintJob
from posting.officer.communes import communes_of
from tests.clock import today
from tests.posting.officer.accounts import COMMITTEE, OTHER, hanging_board, make_editor, signed_in

pytestmark = pytest.mark.django_db

SCREENS = ["officer_desk", "officer_changes", "officer_ledger", "officer_queue", "officer_print", "officer_jobs"]
EVERY_SCREEN = pytest.mark.parametrize("name", SCREENS)


@EVERY_SCREEN
def test_a_stranger_is_asked_to_sign_in_and_led_back(client, portal, name):
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert response.url == f"{reverse('account_login')}?next={reverse(name)}"


@EVERY_SCREEN
def test_an_officer_sees_every_screen_under_the_commune_s_name(desk, name):
    response = desk.get(reverse(name))
    assert response.status_code == 200
    assert "Phường Trường An" in response.content.decode()


@EVERY_SCREEN
def test_an_editor_of_the_desk_without_the_right_is_told_so(province, name):
    response = signed_in(make_editor("bien-tap", "Sở Tư pháp", is_officer=False)).get(reverse(name))
    assert response.status_code == 403
    assert "Cán bộ một cửa" in response.content.decode()


def test_nothing_of_the_desk_may_be_kept_on_the_way(desk):
    kept = desk.get(reverse("officer_desk"))["Cache-Control"]
    assert "no-store" in kept
    assert "private" in kept


def test_signing_in_leads_to_the_desk_and_signing_out_away_from_it(client, officer):
    officer.set_password("mot-hai-ba-bon-5")
    officer.save()
    response = client.post(reverse("account_login"), {"login": "can-bo", "password": "mot-hai-ba-bon-5"})
    assert response.url == reverse("officer_desk")
    assert client.post(reverse("account_logout")).url == reverse("account_login")
    assert client.get(reverse("officer_desk")).status_code == 302


def test_a_wrong_password_is_answered_in_vietnamese_without_saying_which_was_wrong(client, officer):
    page = client.post(reverse("account_login"), {"login": "can-bo", "password": "sai"}).content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in page


def test_nobody_is_led_to_another_site_after_signing_in(client, officer):
    officer.set_password("mot-hai-ba-bon-5")
    officer.save()
    form = {"login": "can-bo", "password": "mot-hai-ba-bon-5", "next": "https://noi-khac.example/"}
    assert client.post(reverse("account_login"), form).url == reverse("officer_desk")


def test_what_was_being_sent_without_signing_in_is_not_asked_for_again(client, portal):
    response = client.post(reverse("officer_sheet"), {"code": "ABCDEFG", "kind": "short"})
    assert response.url == f"{reverse('account_login')}?next={reverse('officer_desk')}"


# --- The commune ----------------------------------------------------------------------------------


@pytest.fixture
def province_desk(province):
    """The browser of somebody of the province who may print."""
    return signed_in(make_editor("tinh", "Sở Tư pháp"))


def test_an_account_whose_agency_was_forgotten_opens_no_commune(province, elsewhere):
    client = signed_in(make_editor("quen", None))
    page = client.post(reverse("officer_commune"), {"commune": elsewhere.pk}).content.decode()
    assert "Chưa có xã, phường nào để làm việc" in page
    assert client.get(reverse("officer_ledger")).url == reverse("officer_commune")


def test_people_of_the_province_choose_a_commune_first_and_keep_it(province_desk, elsewhere):
    assert province_desk.get(reverse("officer_desk")).url == reverse("officer_commune")
    assert province_desk.post(reverse("officer_commune"), {"commune": elsewhere.pk}).url == reverse("officer_desk")
    assert elsewhere.name in province_desk.get(reverse("officer_ledger")).content.decode()


def test_the_administrator_may_do_it_too(province, commune):
    editor = make_editor("quan-tri", None, is_officer=False)
    editor.is_superuser = True
    editor.save()
    client = signed_in(editor)
    client.post(reverse("officer_commune"), {"commune": commune.pk})
    assert client.get(reverse("officer_desk")).status_code == 200


@pytest.mark.parametrize("value", ["", "0", "-1", "x", "9" * 400, "\x00", "1 OR 1=1"])
def test_a_commune_that_is_not_on_the_list_is_not_taken(province_desk, value):
    page = province_desk.post(reverse("officer_commune"), {"commune": value})
    assert page.status_code == 200
    assert "Hãy chọn một xã, phường" in page.content.decode()


def test_communes_that_are_no_more_are_not_on_the_list(province_desk):
    names = {unit.name for unit in province_desk.get(reverse("officer_commune")).context["communes"]}
    assert "Xã Bản Mây" in names
    assert "Xã Khe Đá" not in names


def test_an_officer_has_one_commune_and_cannot_choose_another(desk, elsewhere):
    desk.post(reverse("officer_commune"), {"commune": elsewhere.pk})
    assert "Phường Trường An" in desk.get(reverse("officer_desk")).content.decode()


def test_an_officer_of_a_merged_commune_works_for_the_one_that_holds_its_ground(province):
    agency = Agency.objects.get(name=COMMITTEE)
    agency.unit = agency.unit.__class__.objects.get(name="Phường Bến Cũ")
    agency.save()
    page = signed_in(make_editor("cu", COMMITTEE)).get(reverse("officer_desk")).content.decode()
    assert "Phường Trường An" in page


def test_the_role_says_for_which_commune_whatever_agency_somebody_works_for(province):
    officer = make_editor("hai-noi", COMMITTEE, is_officer=False)
    give(officer, Role.OFFICER, Agency.objects.get(name=OTHER))
    page = signed_in(officer).get(reverse("officer_desk")).content.decode()
    assert ("Xã Bản Mây" in page, "Phường Trường An" in page) == (True, False)


def test_with_the_role_in_two_communes_one_chooses_between_them(province):
    officer = make_editor("hai-noi", COMMITTEE, is_officer=False)
    for name in (COMMITTEE, OTHER):
        give(officer, Role.OFFICER, Agency.objects.get(name=name))
    communes = signed_in(officer).get(reverse("officer_commune")).context["communes"]
    assert {unit.name for unit in communes} == {"Phường Trường An", "Xã Bản Mây"}


def test_an_officer_of_an_agency_that_is_no_communes_works_for_none(province):
    officer = make_editor("so", COMMITTEE, is_officer=False)
    give(officer, Role.OFFICER, Agency.objects.create(name="Sở Gió", kind="department"))
    assert not communes_of(officer, today())


# --- Papers of others -----------------------------------------------------------------------------

TICKS = ["officer_reprint", "officer_hang", "officer_replace", "officer_take_down"]


@pytest.mark.parametrize("name", TICKS)
def test_papers_of_another_commune_are_not_there(foreign_desk, commune, procedures, name):
    paper = hanging_board(commune, procedures)
    assert foreign_desk.post(reverse(name, args=[paper.tag])).status_code == 404
    paper.refresh_from_db()
    assert paper.ended_on is None


def test_papers_of_another_commune_are_not_listed(foreign_desk, commune, procedures):
    paper = hanging_board(commune, procedures)
    assert paper.tag not in foreign_desk.get(reverse("officer_ledger")).content.decode()


@pytest.mark.parametrize("name", ["officer_job", "officer_file"])
def test_printed_files_of_another_commune_are_not_there(foreign_desk, commune, name):
    job = PrintJob.objects.create(unit=commune, kind="short", state="done", file_name="1.pdf")
    assert foreign_desk.get(reverse(name, args=[job.pk])).status_code == 404


def test_a_printing_of_the_administrator_without_a_commune_belongs_to_nobody_s_desk(desk):
    job = PrintJob.objects.create(kind="short", state="done", file_name="1.pdf")
    assert desk.get(reverse("officer_file", args=[job.pk])).status_code == 404


@pytest.mark.parametrize("tag", ["ABCDEFG", "x", "a" * 300, "%00", "1%27", "ă"])
def test_no_tag_breaks_the_ledger(desk, tag):
    assert desk.post(f"/ban/so/{tag}/da-go/").status_code == 404


@pytest.mark.parametrize("number", ["0", "99999999", "9" * 30])
def test_no_number_breaks_the_list_of_printings(desk, number):
    assert desk.get(f"/ban/in/{number}/").status_code == 404
    assert desk.post(f"/ban/hang-cho/{number}/bo/").status_code == 302


def test_a_form_without_the_token_is_refused_in_vietnamese(officer):
    strict = signed_in(officer)
    strict.handler.enforce_csrf_checks = True
    response = strict.post(reverse("officer_queue_empty"))
    assert response.status_code == 403
    assert "Hãy tải lại trang" in response.content.decode()
