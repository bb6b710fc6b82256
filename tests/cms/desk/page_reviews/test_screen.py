"""The screen of a page's review: who sets it, what it refuses, and that having reviewed moves it on once."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from agencies.models import Agency, Role
from audit.models import LogRow
from cms.models import Editor
from pages.models import NewsIndexPage, NewsPage, PageReview
from procedures_catalog.models import ProcedurePage
from tests.clock import today
from tests.editors import browser_of, member
from tests.pages.factories import make_news
from tests.procedures_catalog.factories import page_of, published, shelf
from vietnamese.days import written

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency(portal) -> Agency:
    return Agency.objects.create(name="Sở Gió", slug="so-gio")


@pytest.fixture
def writer(agency) -> Editor:
    return member(Role.WRITER, agency, "lan")


@pytest.fixture
def page(agency) -> ProcedurePage:
    page = published()
    page.move(shelf(agency), pos="last-child")
    return page_of(page.code)


def send(who: Editor, page: ProcedurePage, **given) -> str:
    """What comes back of the screen."""
    answer = browser_of(who).post(reverse("page_review", args=[page.pk]), given, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def wish(writer: Editor, **more) -> dict:
    return {"review_on": written(today() + timedelta(days=30)), "every_months": "6", "person": writer.pk, **more}


def test_the_form_of_the_page_leads_there_and_the_day_is_set(page, writer):
    form = browser_of(writer).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert reverse("page_review", args=[page.pk]) in form
    send(writer, page, **wish(writer))
    made = PageReview.objects.get()
    assert (made.page_id, made.review_on, made.every_months) == (page.pk, today() + timedelta(days=30), 6)
    assert LogRow.objects.filter(kind="pages.pagereview", agency=writer.agency_id).exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"review_on": "31/02/2030"}, "31/02/2030"),
        ({"review_on": "01/01/2020"}, "đã qua"),
        ({"review_on": "01/01/2090"}, "xa quá mười năm"),
        ({"every_months": "0"}, "error-message"),
        ({"person": ""}, "Hãy chọn người chịu trách nhiệm."),
    ],
)
def test_what_cannot_be_is_refused_in_words(page, writer, given, said):
    html = send(writer, page, **wish(writer, **given))
    assert "error-message" in html
    assert said in html
    assert not PageReview.objects.exists()


def test_only_people_of_the_pages_agency_are_offered_and_not_one_twice(page, writer):
    stranger = member(Role.WRITER, Agency.objects.create(name="Sở Mây", slug="so-may"), "song")
    head = member(Role.UNIT_ADMIN, writer.agency, "quan")
    for other in (stranger, head):
        assert "không làm nội dung của cơ quan" in send(writer, page, **wish(writer, substitute=other.pk))
    assert "Người thay phải là người khác." in send(writer, page, **wish(writer, substitute=writer.pk))


def test_who_works_for_the_whole_portal_takes_it_himself(page):
    editor = member(Role.PUBLISHER, name="bien-tap")
    send(editor, page, **wish(editor))
    assert PageReview.objects.get().person == editor


def test_having_reviewed_moves_it_on_once_and_says_who(page, writer):
    PageReview.objects.create(page=page.page_ptr, review_on=today(), every_months=12, person=writer)
    seen = today().isoformat()
    assert "Lần tới" in send(writer, page, reviewed="1", seen=seen)
    moved = PageReview.objects.get()
    assert moved.review_on == moved.next_after(today()) > today()
    assert (moved.reviewed_on, moved.reviewed_by) == (today(), writer)
    assert "hãy xem ngày mới" in send(writer, page, reviewed="1", seen=seen)
    assert PageReview.objects.get().review_on == moved.review_on
    assert "không còn ngày xem lại" in send(writer, page, end="1", why="Trang này không cần xem lại nữa.")
    assert not PageReview.objects.exists()


def test_the_agencys_administrator_hands_it_on_and_strangers_do_not_find_it(page, writer):
    send(member(Role.UNIT_ADMIN, writer.agency, "quan"), page, **wish(writer))
    assert PageReview.objects.get().person == writer
    stranger = member(Role.WRITER, Agency.objects.create(name="Sở Mây", slug="so-may"), "song")
    assert browser_of(stranger).get(reverse("page_review", args=[page.pk])).status_code in (302, 403, 404)


@pytest.mark.parametrize(
    ("months", "reviewed", "following"),
    [
        (12, date(2027, 3, 1), date(2028, 3, 1)),
        (1, date(2027, 1, 31), date(2027, 2, 28)),
        (1, date(2027, 12, 31), date(2028, 1, 31)),
        (60, date(2028, 2, 29), date(2033, 2, 28)),
    ],
)
def test_the_next_day_is_so_many_months_later(months, reviewed, following):
    assert PageReview(every_months=months).next_after(reviewed) == following


def test_a_page_that_is_deleted_takes_its_review_along(writer, admin_client):
    news = make_news(NewsIndexPage.objects.get(), "Tin thả diều")
    PageReview.objects.create(page=news.page_ptr, review_on=today(), person=writer)
    news.unpublish()
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[news.pk]))
    assert not NewsPage.objects.exists()
    assert not PageReview.objects.exists()
