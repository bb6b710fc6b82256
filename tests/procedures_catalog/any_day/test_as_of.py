"""A procedure's page on any day: what was read then, what will hold then, and what is said where nothing is known."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from procedures_catalog.facts.dated.difference import ENDS, Ending
from procedures_catalog.facts.record import Channel, TimeLimit
from procedures_catalog.models import ProcedureLevel, ProcedurePage, PublishedVersion
from tests.clock import today
from tests.procedures_catalog.any_day.days import FIRST, SECOND, say, with_past
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
DAY = timedelta(days=1)


def _on(client, page: ProcedurePage, day: date | str) -> str:
    return client.get(page.url, {"ngay": str(day)}).content.decode()


@pytest.mark.parametrize("day", [FIRST, SECOND - DAY])
def test_a_former_day_shows_what_was_read_then_and_nothing_of_today(client, day):
    shown = _on(client, with_past(), day)
    assert "Có một cánh diều." in shown
    assert "Có hai cánh diều." not in shown


def test_it_says_on_top_of_which_day_it_speaks_and_leads_to_today(client):
    page = with_past()
    shown = _on(client, page, "01/03/2026")
    assert "Nội dung áp dụng ngày 01/03/2026" in shown
    assert f'href="{page.url}">xem hôm nay' in shown


def test_the_day_of_today_is_the_page_itself(client):
    page = with_past()
    shown = client.get(page.url, {"ngay": today().isoformat()})
    assert "Nội dung áp dụng ngày" not in shown.content.decode()
    assert "X-Robots-Tag" not in shown.headers


def test_another_day_is_in_no_index_in_nobodys_cache_and_names_the_page_of_today(client):
    page = with_past()
    shown = client.get(page.url, {"ngay": FIRST.isoformat()})
    assert (shown["X-Robots-Tag"], shown["Cache-Control"]) == ("noindex", "private, no-store")
    assert f'<link rel="canonical" href="{page.full_url}">' in shown.content.decode()


def test_its_links_keep_the_day(client):
    page = with_past()
    shown = _on(client, page, FIRST)
    assert f"linh-vuc={page.sector.slug}&amp;ngay=2026-03-01" in shown
    assert "/phieu.pdf?ngay=2026-03-01" in shown


def test_what_holds_only_now_is_not_told_of_another_day(client):
    page = with_past()
    ProcedurePage.objects.filter(pk=page.pk).update(online_level="full", filing_url="https://nop.example/dieu")
    for day in (FIRST, today() + DAY):
        shown = _on(client, page, day)
        assert "nop.example" not in shown.partition("Việc làm tiếp")[2].partition("</aside>")[0]
        assert "Xem nội dung hôm nay" in shown


def test_before_its_first_version_it_says_so_and_shows_nothing_else(client):
    shown = _on(client, with_past(), FIRST - DAY)
    assert "Cổng giữ nội dung của thủ tục này từ ngày 01/03/2026; không có bản nào của ngày 28/02/2026." in shown
    assert "cánh diều" not in shown
    assert "Đơn đề nghị" not in shown


def test_one_of_which_nothing_was_ever_kept_says_so(client):
    page = published()
    PublishedVersion.objects.all().delete()
    assert "Cổng chưa giữ bản nào của thủ tục này" in _on(client, page, FIRST)


def test_a_version_without_text_shows_no_text_of_another_day(client):
    page = with_past()
    PublishedVersion.objects.filter(number=1).update(kept=b"")
    shown = _on(client, page, FIRST)
    assert "chưa giữ nguyên văn" in shown
    assert "Đơn đề nghị" not in shown


def test_what_was_taken_down_on_that_day_is_not_shown(client):
    page = with_past()
    say(page, SECOND + DAY, live=False)
    say(page, SECOND + 2 * DAY, live=True)
    shown = _on(client, page, SECOND + DAY)
    assert "Ngày 02/05/2026, thủ tục này không được công bố trên cổng." in shown
    assert "Đơn đề nghị" not in shown


def test_a_day_to_come_shows_what_stands_with_what_is_dated(client):
    page = with_past(**{"Cơ quan thực hiện": "Không có thông tin"})
    tomorrow = today() + DAY
    page.overlay = [("receiving_address", {"value": "Nhà Gió", "decision": "7/QĐ-UBND", "valid_from": tomorrow})]
    page.save_revision().publish()
    ProcedureLevel.objects.filter(page=page).update(valid_to=tomorrow)
    ProcedureLevel.objects.create(page=page, level="province", valid_from=tomorrow)
    shown = _on(client, page, tomorrow)
    assert "Nội dung áp dụng ngày" in shown
    assert "<li>Cấp tỉnh</li>" in shown
    assert "Nhà Gió" in shown
    assert "Từ ngày" not in shown


def test_what_was_approved_for_a_later_day_stands_on_the_page_of_that_day_and_not_of_the_day_before(client):
    page, soon = published(), today() + 3 * DAY
    channels = (Channel("direct", TimeLimit("2", "working_day")),)
    approved(make_set(soon, (page, "channels", channels), (page, "levels", ("province",))), today())
    before, then = (
        client.get("/api/v1/procedures/1.100001", {"ngay": day.isoformat()}).json() for day in (soon - DAY, soon)
    )
    times = [[each["text"] for each in told["answers"] if each["key"] == "time"] for told in (before, then)]
    assert times == [["Tùy cách nộp: trực tiếp 5 ngày làm việc; trực tuyến 3 ngày"], ["2 ngày làm việc"]]
    assert (then["levels"], then["coming"]) == (["province"], [])
    assert "2 ngày làm việc" in _on(client, page, soon)


def test_a_former_day_announces_nothing_that_was_approved_since(client):
    page = with_past()
    approved(make_set(today() + DAY, (page, "conditions", "Có ba cánh diều.")), today())
    assert "ba cánh diều" in client.get(page.url).content.decode()
    assert "ba cánh diều" not in _on(client, page, FIRST)


def test_an_end_that_was_approved_is_told_on_its_day(client):
    page, soon = with_past(), today() + 3 * DAY
    approved(make_set(soon, (page, ENDS, Ending("9/QĐ-UBND"))), today())
    assert "đã bị bãi bỏ" in _on(client, page, soon)
    assert "đã bị bãi bỏ" not in _on(client, page, soon - DAY)
    assert client.get("/api/v1/procedures", {"ngay": soon.isoformat()}).json()["count"] == 0
    assert _queries(client, page, ngay=soon.isoformat()) <= _queries(client, page) + 2


@pytest.mark.parametrize(
    "bad",
    [
        *("abc", "31/02/2027", "2027-02-31", "9999-01-01", "1200-01-01", "1200", "0000-00-00"),
        *("2027-02-28\0", "٢٠٢٧-٠١-٠١", "1" * 5000),
    ],
)
def test_a_day_that_there_is_not_gets_a_sentence(client, bad):
    answer = client.get(with_past().url, {"ngay": bad})
    assert answer.status_code == 400
    assert "Chưa rõ ngày muốn xem" in answer.content.decode()
    assert "cánh diều" not in answer.content.decode()


def test_several_days_at_once_get_a_sentence_and_the_same_one_twice_is_one(client):
    page = with_past()
    assert client.get(f"{page.url}?ngay=2026-03-01&ngay=2026-05-01").status_code == 400
    assert "một cánh diều" in client.get(f"{page.url}?ngay=2026-03-01&ngay=2026-03-01").content.decode()


def test_an_empty_day_is_none(client):
    assert "hai cánh diều" in client.get(f"{with_past().url}?ngay=").content.decode()


def test_a_page_behind_a_password_tells_of_no_former_day(client):
    page = with_past()
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="password", password="diều")
    answer = client.get(page.url, {"ngay": FIRST.isoformat()})
    assert (answer.status_code, answer["Location"]) == (302, page.url)


def _queries(client, page: ProcedurePage, **asked: str) -> int:
    client.get(page.url, asked)
    with CaptureQueriesContext(
        connection,
    ) as asked_of_the_database:
        client.get(page.url, asked)
    return len(asked_of_the_database)


@pytest.mark.parametrize("day", [FIRST - DAY, FIRST, SECOND, date(2099, 1, 1)])
def test_another_day_costs_at_most_two_queries_more(client, day):
    page = with_past()
    assert _queries(client, page, ngay=day.isoformat()) <= _queries(client, page) + 2
