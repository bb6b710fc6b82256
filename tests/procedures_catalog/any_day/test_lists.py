"""The list and its counters on any day: by versions since there are any, before by days and levels, and said so."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from procedures_catalog.models import ProcedurePage, PublishedVersion
from tests.clock import today
from tests.procedures_catalog.any_day.days import FIRST, SECOND, say, with_past
from tests.procedures_catalog.any_day.read_list import LIST, counters, read, titles, total
from tests.procedures_catalog.any_day.three_levels import bring_three_levels
from tests.procedures_catalog.factories import page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
DAY = timedelta(days=1)
API = "/api/v1/procedures"


# --- By versions ----------------------------------------------------------------------------------


def test_a_former_day_lists_what_was_read_then_under_its_name_of_then(client):
    with_past(said={FIRST: {"title": "Xin thẻ diều"}, SECOND: {"title": "Cấp thẻ diều mới"}})
    assert titles(client, ngay="2026-03-01") == ["Xin thẻ diều"]
    assert titles(client, ngay="2026-05-01") == ["Cấp thẻ diều mới"]
    assert client.get(API, {"ngay": "2026-03-01"}).json()["items"][0]["title"] == "Xin thẻ diều"


def test_what_came_later_or_had_ended_or_was_taken_down_is_not_listed(client):
    page = with_past()
    with_past("1.100002", {SECOND: {"conditions": "Có sáo."}})
    say(page, SECOND, valid_to=SECOND)
    assert titles(client, ngay="2026-03-01") == [page.title]
    assert titles(client, ngay="2026-05-01") == [page_of("1.100002").title]
    assert client.get(API, {"ngay": "2026-03-01"}).json()["count"] == 1


def test_level_sector_and_online_service_count_and_narrow_as_they_were(client):
    page = with_past(said={FIRST: {"online_level": "full"}, SECOND: {"online_level": "partial"}})
    for name, value in (("cap", "commune"), ("linh-vuc", page.sector.slug), ("truc-tuyen", "full")):
        assert counters(client, name, ngay="2026-03-01") == {value: 1}
        assert total(client, ngay="2026-03-01", **{name: value}) == 1
    for name in ("cap", "linh-vuc", "truc-tuyen"):
        assert total(client, ngay="2026-03-01", **{name: "partial"}) == 0


def test_the_lines_answers_are_those_of_the_day(client):
    with_past(said={FIRST: {"receiving_address": "Nhà Gió"}, SECOND: {"receiving_address": "Nhà Diều"}})
    line = read(client, ngay="2026-03-01").select_one(".short-answers").text
    assert "Nhà Gió" in line
    given = client.get(API, {"ngay": "2026-03-01", "answers": "true"}).json()["items"][0]["answers"]
    assert [answer["text"] for answer in given if answer["key"] == "where"] == ["Nhà Gió"]


def test_after_a_clock_that_ran_ahead_was_put_back_a_procedure_is_counted_once_and_as_noted_last(client):
    page = with_past()
    say(page, FIRST, online_level="full")
    assert counters(client, "cap", ngay="2026-03-01") == {"commune": 1}
    assert counters(client, "truc-tuyen", ngay="2026-03-01") == {"full": 1}


def test_a_version_without_text_is_listed_by_what_is_known_of_it(client):
    page = with_past()
    PublishedVersion.objects.filter(number=1).update(kept=b"", title="Xin thẻ diều")
    assert titles(client, ngay="2026-03-01") == ["Xin thẻ diều"]
    assert page.title != "Xin thẻ diều"


# --- Before versions, and days to come -------------------------------------------------------------


def test_of_a_day_before_all_versions_it_is_said_what_the_list_goes_by(client):
    page = with_past()
    ProcedurePage.objects.filter(pk=page.pk).update(valid_from="2026-02-01")
    shown = read(client, ngay="2026-02-28")
    assert "Cổng giữ nội dung từ ngày 01/03/2026. Trước đó" in shown.text
    assert not shown.select(".short-answers")
    assert total(client, ngay="2026-01-31") == 0
    assert client.get(API, {"ngay": "2026-02-28"}).json()["listed_by"].startswith("Cổng giữ nội dung từ")


def test_by_a_code_nothing_is_given_of_a_day_of_which_nothing_is_kept(client):
    with_past()
    counts = [
        client.get(API, {"code": "1.100001", "ngay": day}).json()["count"] for day in ("2026-02-28", "2026-03-01")
    ]
    assert counts == [0, 1]


def test_a_day_to_come_lists_what_will_still_hold(client):
    page = with_past()
    ProcedurePage.objects.filter(pk=page.pk).update(valid_to=today() + 2 * DAY)
    assert total(client, ngay=(today() + DAY).isoformat()) == 1
    assert total(client, ngay=(today() + 2 * DAY).isoformat()) == 0


# --- Around it ------------------------------------------------------------------------------------


def test_everything_on_it_keeps_the_day(client):
    page = with_past()
    shown = read(client, ngay="2026-03-01", cap="commune")
    assert shown.select_one('form input[name="ngay"]')["value"] == "2026-03-01"
    links = [link["href"] for link in shown.select("main a[href]") if link.text.strip() != "xem hôm nay"]
    assert links
    assert [link for link in links if "ngay=2026-03-01" not in link] == []
    assert f"{page.url}?ngay=2026-03-01" in links
    assert client.get(reverse("sectors"), {"ngay": "2026-03-01"}).content.decode().count("ngay=2026-03-01") >= 2


def test_it_says_of_which_day_it_is_and_no_cache_keeps_it(client):
    with_past()
    answer = client.get(LIST, {"ngay": "2026-03-01"})
    assert "Nội dung áp dụng ngày 01/03/2026" in answer.content.decode()
    assert (answer["X-Robots-Tag"], answer["Cache-Control"]) == ("noindex", "private, no-store")
    assert "Nội dung áp dụng" not in client.get(LIST).content.decode()


@pytest.mark.parametrize("bad", ["abc", "31/02/2027", "9999-01-01", "1200", "2027-02-28\0"])
def test_an_unclear_day_gets_a_sentence_everywhere(client, bad):
    for address, status in ((LIST, 400), (reverse("sectors"), 400), (API, 422)):
        assert client.get(address, {"ngay": bad}).status_code == status


def _queries(client, address: str, **asked: str) -> int:
    with CaptureQueriesContext(connection) as sent:
        client.get(address, asked)
    return len(sent)


@pytest.mark.parametrize("day", ["2026-02-28", "2026-03-01", "2099-01-01"])
@pytest.mark.parametrize("address", [LIST, API])
def test_another_day_costs_at_most_two_queries_more_however_many_there_are(client, address, day):
    with_past()
    client.get(address)
    # A filter, so that nothing kept for everybody answers.
    today_s = _queries(client, address, q="diều")
    few = _queries(client, address, q="diều", ngay=day)
    bring_three_levels({"province": 25})
    assert few <= today_s + 2
    assert _queries(client, address, q="diều", ngay=day) <= few
