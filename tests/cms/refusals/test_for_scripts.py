"""Who may save no longer in the middle of his work is told so beside the form, by the browser's own saving and before
the press of a button sends what he typed to nowhere."""

import json
from ipaddress import ip_network

import pytest
from django.http import HttpResponse
from django.test import Client

from agencies.models import Agency, Role
from audit.models import LogRow
from cms.access.giving import give, take
from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.models import NewsIndexPage, NewsPage
from tests.cms.desk.form import DeskForm
from tests.editors import browser_of, member
from tests.pages.factories import make_news

pytestmark = pytest.mark.django_db
JSON = "application/json"


@pytest.fixture
def news(portal) -> NewsPage:
    """A piece of news that is published."""
    ensure_access()
    return make_news(NewsIndexPage.objects.get(), "Lịch tiếp công dân", summary="Tuần này.")


@pytest.fixture
def writer(news) -> Editor:
    """Who may write everywhere."""
    return member(Role.WRITER, name="nguoi-viet")


@pytest.fixture
def form(news, writer) -> DeskForm:
    """His open form, in which he has typed."""
    return DeskForm.open(browser_of(writer), news.pk)


def saved_by_itself(form: DeskForm) -> HttpResponse:
    """What the browser sends while somebody types."""
    return form.send(accept=JSON, summary="Chữ đang gõ")


def sentence(answer: HttpResponse) -> str:
    """What Wagtail's script shows of it: of other codes it says that the server failed."""
    told = json.loads(answer.content)
    assert (told["success"], told["error_code"]) == (False, "locked")
    return told["error_message"]


def asked_before_sending(form: DeskForm) -> HttpResponse:
    """What our own script asks when a button is pressed."""
    return form.client.options(form.url, headers={"accept": JSON})


def test_who_has_lost_every_role_reads_that(form, writer):
    take(writer, Role.WRITER)
    assert "đã được thu lại" in sentence(saved_by_itself(form))
    assert "vẫn còn nguyên" in sentence(saved_by_itself(form))
    assert NewsPage.objects.get().get_latest_revision_as_object().summary == "Tuần này."


def test_who_still_comes_to_the_desk_for_something_else_reads_it_too_and_not_once_more_later(form, writer):
    give(writer, Role.KEEPER)
    take(writer, Role.WRITER)
    assert "đã được thu lại" in sentence(saved_by_itself(form))
    assert [str(each) for each in form.client.get("/quan-tri/").context["messages"]] == []


def test_a_wall_says_as_little_as_its_page(form, writer):
    give(writer, Role.WRITER, Agency.objects.create(name="Sở Mây", kind="department"))
    take(writer, Role.WRITER)
    assert "hoặc trang không còn ở đây" in sentence(saved_by_itself(form))


def test_a_session_that_ended_leads_to_the_door_in_another_tab(form):
    form.client.logout()
    assert "Đăng nhập ở thẻ mới" in sentence(saved_by_itself(form))


def test_an_account_that_was_disabled_has_no_session(form, writer):
    Editor.objects.filter(pk=writer.pk).update(is_active=False)
    assert "phiên làm việc đã kết thúc" in sentence(saved_by_itself(form))


def test_who_has_to_confirm_that_it_is_he_is_told_where(form, settings):
    settings.SECOND_FACTOR_FOR = {"editors"}
    assert "xác nhận lại" in sentence(saved_by_itself(form))


def test_a_network_that_the_desk_is_closed_to_is_named(form, settings):
    settings.DOORS = {"/quan-tri/": [ip_network("10.1.0.0/16")]}
    assert "mạng bạn đang dùng" in sentence(saved_by_itself(form))


def test_a_page_that_was_opened_before_another_signed_in_is_old(news, writer):
    client = Client(enforce_csrf_checks=True)
    client.force_login(writer)
    form = DeskForm.open(client, news.pk)
    old = DeskForm(client, form.url, {**form.data, "csrfmiddlewaretoken": "x" * 64})
    assert "tải lại trang" in sentence(saved_by_itself(old))


def test_the_press_is_told_the_same_before_the_form_is_sent(form, writer):
    assert asked_before_sending(form).status_code == 200
    take(writer, Role.WRITER)
    assert "đã được thu lại" in sentence(asked_before_sending(form))


def test_asking_before_sending_changes_nothing(form, news):
    before = LogRow.objects.count()
    asked_before_sending(form)
    assert LogRow.objects.count() == before
    assert NewsPage.objects.get().latest_revision_id == news.latest_revision_id


def test_a_form_that_is_sent_by_no_script_gets_a_page_with_what_was_typed(form, writer):
    take(writer, Role.WRITER)
    answer = form.send(summary="Chữ đang gõ")
    assert (answer.status_code, "Chữ đang gõ" in answer.content.decode()) == (403, True)
    assert "quyền của bạn ở đây đã được thu lại" in answer.content.decode()
