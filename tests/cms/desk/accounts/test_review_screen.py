"""Every half year who keeps accounts goes through the list of them; what he decided is done, kept and cannot change."""

import csv
import datetime
import io
import json

import pytest
from django.contrib.auth import SESSION_KEY
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, Role
from audit.models import LogRow
from audit.verifying import verify
from audit.wording import details_in_words
from cms.access.giving import give, roles_of
from cms.access.review.deciding import finish
from cms.access.upkeep import ensure_access
from cms.desk.accounts.review_lines import STALE, WHY
from cms.desk.day import days_work
from cms.desk.rows.guard import OPENED
from cms.models import AccountsReview, Decision, Editor, ReviewedAccount
from tests.clock import today
from tests.editors import browser_of, member, with_application

pytestmark = pytest.mark.django_db
SCREEN = "/quan-tri/ra-soat-tai-khoan/"
LONG_AGO = datetime.timedelta(days=200)


@pytest.fixture
def agency(portal) -> Agency:
    """A department, and another one."""
    ensure_access()
    member(Role.WRITER, Agency.objects.create(name="Sở Mây", kind="department"), "nguoi-khac")
    return Agency.objects.create(name="Sở Gió", kind="department")


@pytest.fixture
def people(agency) -> list[Editor]:
    """Three who have been there for long."""
    names = {"lan": Role.PUBLISHER, "minh": Role.WRITER, "hoa": Role.OFFICER}
    found = [member(role, agency, name) for name, role in names.items()]
    Editor.objects.update(date_joined=timezone.now() - LONG_AGO)
    with_application(found[0])
    return found


@pytest.fixture
def keeper(agency, people) -> Editor:
    return member(Role.UNIT_ADMIN, agency, "quan-tri")


@pytest.fixture
def admin(keeper) -> Client:
    return browser_of(keeper)


def decided(people: list[Editor], *decisions: str, **more: str) -> dict[str, str]:
    """What is sent, with a remark for each."""
    sent = {f"decision-{person.pk}": each for person, each in zip(people, decisions, strict=False)}
    return sent | {f"remark-{person.pk}": "Đã chuyển việc." for person in people} | more


def opened(admin: Client) -> dict[str, str]:
    """What the form, opened now, knows of what is stored."""
    return {OPENED: admin.get(SCREEN).context.get(OPENED, "")}


def sent(admin: Client, form: dict[str, str], **more) -> HttpResponse:
    """What the screen answers to a form that was opened just before."""
    return admin.post(SCREEN, opened(admin) | form, **more)


def waiting(user: Editor) -> str:
    return next((work.text for work in days_work(user, timezone.now()) if work.url == SCREEN), "")


def test_the_list_tells_of_each_account_and_of_nobody_elses(admin, people):
    shown = admin.get(SCREEN).text
    assert all(person.username in shown for person in people)
    assert "nguoi-khac" not in shown
    for said in ("Công bố – Sở Gió", "chưa lần nào", ">có<", "3 tài khoản đến hạn"):
        assert said in shown


def test_what_was_decided_is_done_kept_in_the_log_and_told_in_a_file(admin, keeper, people, agency):
    sessions = [browser_of(person) for person in people]
    answer = sent(admin, decided(people, "keep", "take", "disable", finish=""), follow=True)
    assert "Đã kết thúc lần rà soát" in answer.text
    lan, minh, hoa = (Editor.objects.get(pk=person.pk) for person in people)
    assert (roles_of(lan), roles_of(minh), hoa.is_active) == ([(Role.PUBLISHER, agency)], [], False)
    assert [SESSION_KEY in each.session for each in sessions] == [True, False, False]
    told = json.loads(LogRow.objects.get(action="accounts.review").details)["accounts"]
    assert {(row["account"], row["decision"], row["factor"]) for row in told} == {
        ("lan", "keep", True),
        ("minh", "take", False),
        ("hoa", "disable", False),
    }
    assert verify().fault is None
    file = admin.get("/quan-tri/bao-cao/ra-soat-tai-khoan/?export=csv").getvalue().decode("utf-8-sig")
    rows = {row["Tên đăng nhập"]: row for row in csv.DictReader(io.StringIO(file))}
    assert rows["minh"]["Quyết định"] == "Rút mọi vai trò"
    assert rows["minh"]["Vai trò"] == "Soạn thảo – Sở Gió"
    assert rows["lan"]["Bước hai"] == "có"
    assert rows["hoa"]["Người rà soát"] == "quan-tri"


def test_it_may_be_left_and_taken_up_again(admin, people):
    sent(admin, decided(people[:2], "keep", "disable", save=""))
    assert Editor.objects.get(pk=people[1].pk).is_active
    assert 'value="disable" selected' in admin.get(SCREEN).text
    answer = sent(admin, decided(people[:2], "keep", "disable", finish=""))
    assert "còn 1 tài khoản chưa quyết định" in answer.text
    assert not AccountsReview.objects.filter(finished_at__isnull=False).exists()
    sent(admin, decided(people, "keep", "disable", "keep", finish=""))
    assert not Editor.objects.get(pk=people[1].pk).is_active


def test_who_takes_something_says_why(admin, people):
    form = decided(people, "keep", "take", "keep", finish="") | {f"remark-{people[1].pk}": " "}
    assert WHY in sent(admin, form).text
    assert ReviewedAccount.objects.filter(editor=people[1]).count() == 0
    assert roles_of(people[1]) != []


def test_the_front_page_says_that_it_is_time_until_it_is_done_and_half_a_year_later(admin, keeper, people, client):
    assert "chưa rà soát lần nào" in waiting(keeper)
    assert "chưa được rà soát trong 6 tháng qua" in admin.get("/quan-tri/").text
    sent(admin, decided(people, "keep", "keep", "keep", finish=""))
    assert waiting(keeper) == ""
    AccountsReview.objects.update(finished_at=timezone.now() - datetime.timedelta(days=181))
    assert f"lần gần nhất {today() - datetime.timedelta(days=181):%d/%m/%Y}" in waiting(keeper)


def test_his_own_account_and_strangers_are_another_ones_to_review(admin, keeper, people):
    stranger = Editor.objects.get(username="nguoi-khac")
    sent(admin, decided([keeper, stranger, *people], "disable", "disable", "keep", "keep", "keep", finish=""))
    assert set(ReviewedAccount.objects.values_list("account", flat=True)) == {"lan", "minh", "hoa"}
    assert Editor.objects.filter(pk__in=[keeper.pk, stranger.pk], is_active=True).count() == 2


def test_a_finished_review_is_not_changed(admin, people):
    sent(admin, decided(people, "keep", "keep", "keep", finish=""))
    row = ReviewedAccount.objects.filter(editor=people[0]).get()
    row.decision = Decision.DISABLE
    with pytest.raises(ValueError, match="đã kết thúc"):
        row.save()
    sent(admin, decided(people, "disable", save=""))
    assert ReviewedAccount.objects.get(pk=row.pk).decision == Decision.KEEP


def test_another_agency_sees_nothing_of_it(admin, people, agency):
    sent(admin, decided(people, "keep", "keep", "keep", finish=""))
    other = browser_of(member(Role.UNIT_ADMIN, Agency.objects.get(name="Sở Mây"), "quan-tri-may"))
    shown = other.get(reverse("reviewed_accounts")).text
    assert "lan" not in [cell.strip() for cell in shown.replace("<", ">").split(">")]
    assert "quan-tri, " not in shown
    assert browser_of(people[0]).get(SCREEN).status_code == 302


def test_the_report_shows_of_the_agencys_people_those_whom_its_administrator_keeps(admin, keeper, people, agency):
    root = Editor.objects.create_superuser("goc")
    beyond, gone = Editor.objects.create_superuser("goc-hai", agency=agency), people.pop()
    give(people[1], Role.CHECKER)
    every = [beyond, gone, *people]
    every += Editor.objects.exclude(pk__in=[each.pk for each in every])
    sent(browser_of(root), decided(every, *["keep"] * len(every)))
    review = AccountsReview.objects.get(by=root)
    finish(review, Editor.objects.values_list("pk", flat=True), timezone.now())
    gone.delete()
    assert reported(admin) == {"lan", "quan-tri"}
    assert reported(browser_of(root)) >= {"lan", "minh", "hoa", "goc-hai", "nguoi-khac"}


def test_what_he_reviewed_himself_he_reads_after_the_account_is_gone(admin, people):
    sent(admin, decided(people, "keep", "keep", "disable", finish=""))
    people[2].delete()
    assert reported(admin) == {"lan", "minh", "hoa"}


def reported(browser: Client) -> set[str]:
    file = browser.get("/quan-tri/bao-cao/ra-soat-tai-khoan/?export=csv").getvalue().decode("utf-8-sig")
    return {row["Tên đăng nhập"] for row in csv.DictReader(io.StringIO(file))}


def test_a_decision_that_is_taken_back_is_not_carried_out(admin, people):
    sent(admin, decided(people, "keep", "keep", "disable", save=""))
    sent(admin, decided(people, "keep", "keep", "", save=""))
    assert set(ReviewedAccount.objects.values_list("account", flat=True)) == {"lan", "minh"}
    Editor.objects.filter(pk=people[2].pk).update(date_joined=timezone.now())  # so that nobody has to decide of it
    sent(admin, decided(people, "keep", "keep", "disable", save=""))
    assert "Đã kết thúc" in sent(admin, decided(people, "keep", "keep", "", finish=""), follow=True).text
    assert Editor.objects.get(pk=people[2].pk).is_active


def test_all_that_was_decided_may_be_taken_back(admin, people):
    sent(admin, decided(people, "disable", save=""))
    assert "Đã lưu" in sent(admin, decided(people, "", save=""), follow=True).text
    assert not ReviewedAccount.objects.exists()


@pytest.mark.parametrize("press", ["save", "finish"])
def test_a_form_opened_before_another_was_saved_changes_nothing_and_shows_what_stands(admin, people, press):
    first = opened(admin)
    sent(admin, decided(people, "keep", "keep", "disable", save=""))
    answer = admin.post(SCREEN, first | decided(people, "take", "keep", "keep", **{press: ""}))
    assert answer.status_code == 409
    assert STALE in answer.text
    assert "Bạn vừa chọn: Rút mọi vai trò" in answer.text
    assert set(ReviewedAccount.objects.values_list("account", "decision")) == {
        ("lan", "keep"),
        ("minh", "keep"),
        ("hoa", "disable"),
    }
    assert not AccountsReview.objects.filter(finished_at__isnull=False).exists()


def test_a_form_opened_before_the_review_was_finished_begins_no_other(admin, people):
    first = opened(admin)
    sent(admin, decided(people, "keep", "keep", "keep", finish=""))
    assert admin.post(SCREEN, first | decided(people, "disable", finish="")).status_code == 409
    assert admin.post(SCREEN, decided(people, "disable", finish="")).status_code == 409
    assert Editor.objects.get(pk=people[0].pk).is_active
    assert AccountsReview.objects.count() == 1


def test_a_reason_that_is_missing_keeps_back_its_own_line_alone_and_is_told_above_the_list(admin, people):
    form = decided(people, "keep", "take", "disable", save="") | {f"remark-{people[1].pk}": ""}
    answer = sent(admin, form)
    assert set(ReviewedAccount.objects.values_list("account", flat=True)) == {"lan", "hoa"}
    above, _, rows = answer.text.partition('<table class="listing">')
    assert "1 tài khoản chưa lưu được vì thiếu lý do: minh" in above
    assert WHY in rows


def test_the_screen_and_the_front_page_call_the_same_accounts_due(admin, keeper, people):
    day = today() - datetime.timedelta(days=170)
    Editor.objects.filter(pk__in=[person.pk for person in people[1:]]).update(
        date_joined=timezone.now() - datetime.timedelta(days=170)
    )
    shown = admin.get(SCREEN).text
    assert "1 tài khoản đến hạn" in shown
    assert shown.count(f"Chưa đến hạn, hạn ngày {day + datetime.timedelta(days=180):%d/%m/%Y}") == 2
    assert next(work.count for work in days_work(keeper, timezone.now()) if work.url == SCREEN) == 1
    on_the_day = timezone.now() + datetime.timedelta(days=10)
    assert next(work.count for work in days_work(keeper, on_the_day) if work.url == SCREEN) == 3
    assert "Đã kết thúc" in sent(admin, decided(people, "keep", finish=""), follow=True).text
    assert waiting(keeper) == ""
    assert "0 tài khoản đến hạn" in admin.get(SCREEN).text


def test_the_log_tells_each_decision_in_words_and_folds_a_long_list(admin, keeper, people):
    sent(admin, decided(people, "keep", "take", "disable", finish=""))
    chief = browser_of(Editor.objects.create_superuser("chu-cong"))
    shown = chief.get("/quan-tri/bao-cao/nhat-ky/?action=accounts.review").text
    assert "hoa: vô hiệu hóa; Đã chuyển việc.<br>lan: giữ; Đã chuyển việc.<br>minh: rút mọi vai trò" in shown
    many = [{"account": f"can-bo-{number}", "decision": "keep"} for number in range(30)]
    ((label, text),) = details_in_words({"accounts": many})
    assert (label, text.count("\n")) == ("tài khoản", 29)
    folded = render_to_string("cms/log/changes.html", {"details": [(label, text)]})
    assert folded.index("<details>") < folded.index("can-bo-29: giữ")
