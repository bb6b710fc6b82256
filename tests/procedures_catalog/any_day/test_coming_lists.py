"""Lists and counters of a later day know what approved sets bring by then, and say what they do not know."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Ending
from procedures_catalog.models import ChangeSet, ProcedurePage
from tests.clock import today
from tests.procedures_catalog.any_day.read_list import LIST, counters, read, titles, total
from tests.procedures_catalog.dated.sets import make_set
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
DAY = today() + timedelta(days=10)
THEN, EVE = DAY.isoformat(), (DAY - timedelta(days=1)).isoformat()
API = "/api/v1/procedures"


def approved(*rows, day=DAY) -> ChangeSet:
    """A set that is only waiting for its day."""
    made = make_set(day, *rows)
    ChangeSet.objects.filter(pk=made.pk).update(state="approved")
    return made


@pytest.fixture
def page() -> ProcedurePage:
    """Done at communes, and fully online."""
    page = published(**{"Cơ quan thực hiện": "", "Cấp thực hiện": "Cấp Xã"})
    ProcedurePage.objects.filter(pk=page.pk).update(online_level="full", found_under="", taken_at="")
    return page_of(page.code)


def test_levels_that_a_set_moves_count_and_narrow_from_its_day_on(client, page):
    approved((page, "levels", ("province",)))
    assert counters(client, "cap", ngay=EVE) == {"commune": 1}
    assert counters(client, "cap", ngay=THEN) == {"province": 1}
    assert [total(client, ngay=THEN, cap=level) for level in ("province", "commune")] == [1, 0]
    found = [client.get(API, {"ngay": THEN, "level": level}).json()["count"] for level in ("province", "commune")]
    assert found == [1, 0]
    assert "Cấp Tỉnh" in read(client, ngay=THEN).select_one(".item-list").get_text().title()
    assert client.get(API, {"ngay": THEN}).json()["items"][0]["levels"] == ["province"]


def test_of_two_sets_the_later_one_counts(client, page):
    approved((page, "levels", ("ministry",)))
    approved((page, "levels", ("province",)), day=DAY - timedelta(days=2))
    assert counters(client, "cap", ngay=EVE) == {"province": 1}
    assert counters(client, "cap", ngay=THEN) == {"ministry": 1}


def test_what_ends_is_gone_and_a_new_name_is_read(client, page):
    other = published("1.100002", **{"Tên thủ tục": "Cấp thẻ sáo"})
    approved((page, ENDS, Ending("9/QĐ")), (other, "name", "Cấp thẻ sáo trúc"))
    assert total(client, ngay=EVE) == 2
    assert titles(client, ngay=THEN) == ["Cấp thẻ sáo trúc"]
    assert client.get(API, {"ngay": THEN}).json()["items"][0]["title"] == "Cấp thẻ sáo trúc"


def test_the_online_service_counts_and_narrows_as_it_will_be(client, page):
    approved((page, "online_level", "partial"))
    assert counters(client, "truc-tuyen", ngay=EVE) == {"full": 1}
    assert counters(client, "truc-tuyen", ngay=THEN) == {"partial": 1}
    assert [total(client, ngay=THEN, **{"truc-tuyen": key}) for key in ("partial", "full")] == [1, 0]


def test_answers_of_the_interface_are_those_of_the_day(client, page):
    approved((page, "receiving_address", "Nhà Sáo"))
    line = client.get(API, {"ngay": THEN, "answers": "true"}).json()["items"][0]
    assert "Nhà Sáo" in next(each["text"] for each in line["answers"] if each["key"] == "where")


def test_what_begins_is_not_named_before_its_day_and_how_much_is_told(client, page):
    bring(national_row("1.100009", **{"Tên thủ tục": "Cấp thẻ bơi"}), publish=False)
    approved((page_of("1.100009"), BEGINS, None))
    shown = read(client, ngay=THEN).get_text()
    assert "Chưa kể 1 thủ tục mới đã duyệt" in shown
    assert "thẻ bơi" not in shown
    assert "Chưa kể" not in read(client, ngay=EVE).get_text()


def test_a_set_that_nobody_approved_changes_nothing(client, page):
    make_set(DAY, (page, "levels", ("province",)), (page, ENDS, Ending()))
    assert counters(client, "cap", ngay=THEN) == {"commune": 1}


def _queries(client, address: str, **asked: str) -> int:
    with CaptureQueriesContext(connection) as sent:
        client.get(address, asked)
    return len(sent)


@pytest.mark.parametrize("address", [LIST, API])
def test_it_costs_at_most_two_queries_more_however_much_is_to_come(client, page, address):
    many = [published(f"1.1001{number:02}") for number in range(12)]
    client.get(address)
    today_s = _queries(client, address, q="diều")
    approved((many[0], "levels", ("province",)))
    few = _queries(client, address, q="diều", ngay=THEN)
    approved(
        *((each, "levels", ("province",)) for each in many[1:]),
        *((each, "name", f"Cấp thẻ diều số {each.pk}") for each in many),
        *((each, "online_level", "partial") for each in many),
    )
    assert few <= today_s + 2
    assert _queries(client, address, q="diều", ngay=THEN) <= few
