"""Search on another day: procedures that are found today, told as they were or will be, and nothing of now alone."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import Agency
from procedures_catalog.facts.dated.difference import ENDS, Ending
from procedures_catalog.models import ProcedurePage
from search.feed.entries import all_entries
from tests.clock import today
from tests.procedures_catalog.any_day.days import FIRST, SECOND, with_past
from tests.procedures_catalog.dated.sets import approved, make_set

pytestmark = pytest.mark.django_db
API = "/api/v1/search"
#: Under which name it stood from a day on; found by what it says today.
SAID = {FIRST: {"title": "Xin thẻ diều"}, SECOND: {"title": "Cấp thẻ diều mới"}}


@pytest.fixture
def page(portal, index) -> ProcedurePage:
    page = with_past(said=SAID)
    Agency.objects.create(name="Phòng Thẻ diều", kind="department")
    index.rebuild(all_entries(today()))
    return page


def _shown(client, **asked: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("search"), {"q": "thẻ diều", **asked}).content, "html.parser")


def _found(shown: BeautifulSoup) -> dict[str, str]:
    return {link.text.strip(): link["href"] for link in shown.select(".found .item-list h3 a")}


def test_each_is_called_as_it_was_then_and_leads_to_that_day(client, page):
    found = _found(_shown(client, ngay="01/03/2026"))
    assert found == {"Xin thẻ diều": f"{page.url}?ngay=2026-03-01"}
    assert set(_found(_shown(client))) >= {"Cấp thẻ diều mới", "Phòng Thẻ diều"}


def test_it_says_of_which_day_it_speaks_and_by_what_it_searches_and_keeps_the_day(client, page):
    shown = _shown(client, ngay="2026-03-01")
    assert "Nội dung áp dụng ngày 01/03/2026" in shown.text
    assert "Tìm theo tên và nội dung hôm nay" in shown.text
    assert shown.select_one('form input[name="ngay"]')["value"] == "2026-03-01"


def test_of_a_day_of_which_nothing_is_kept_no_answer_is_told(client, page):
    shown = _shown(client, ngay="2026-02-28")
    assert "Cổng không có bản nào của ngày này" in shown.text
    assert not shown.select(".short-answers")


def test_what_had_ended_by_a_day_is_called_so(client, page):
    ProcedurePage.objects.filter(pk=page.pk).update(valid_to="2090-01-01")
    assert "Đã bãi bỏ" in _shown(client, ngay="2090-01-01").select_one(".found").text


def test_the_interface_tells_the_same(client, page):
    told = client.get(API, {"q": "thẻ diều", "ngay": "01/03/2026"}).json()
    assert told["as_of"] == "2026-03-01"
    (found,) = told["results"]
    assert (found["title"], found["is_current"]) == ("Xin thẻ diều", True)
    assert found["url"].endswith(f"{page.url}?ngay=2026-03-01")
    assert client.get(API, {"q": "thẻ diều"}).json()["as_of"] == today().isoformat()


@pytest.mark.parametrize("bad", ["abc", "31/02/2027", "9999-01-01", "1200", "2027-02-28\0"])
def test_an_unclear_day_gets_a_sentence(client, page, bad):
    assert client.get(reverse("search"), {"q": "thẻ diều", "ngay": bad}).status_code == 400
    assert client.get(API, {"q": "thẻ diều", "ngay": bad}).status_code == 422


@pytest.mark.parametrize("address", ["/tim-kiem/", API])
@pytest.mark.parametrize("day", ["2026-02-28", "2026-03-01", "2099-01-01"])
def test_another_day_costs_at_most_two_queries_more(client, page, address, day):
    def queries(**asked: str) -> int:
        with CaptureQueriesContext(connection) as sent:
            client.get(address, {"q": "thẻ diều", **asked})
        return len(sent)

    for asked in ({"kind": "procedure"}, {"ngay": day}):
        queries(**asked)  # words and directories are kept from then on
    assert queries(ngay=day) <= queries(kind="procedure") + 2


def test_what_an_approved_set_ends_is_marked_on_its_day_as_the_list_leaves_it_out(client, page):
    soon = today() + timedelta(days=5)
    approved(make_set(soon, (page, ENDS, Ending("9/QĐ-UBND"))), today())
    for day, ended in ((soon - timedelta(days=1), False), (soon, True)):
        asked = {"ngay": day.isoformat()}
        assert ("Đã bãi bỏ" in _shown(client, **asked).get_text()) is ended
        found = client.get(API, {"q": "thẻ diều", **asked}).json()["results"]
        assert [each["is_current"] for each in found] == [not ended]
        assert client.get("/api/v1/procedures", asked).json()["count"] == (0 if ended else 1)
