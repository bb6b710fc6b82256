"""Before anybody approves it, a set is seen as the site of its day: pages, answers, counters; by nobody else."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import Agency, Role
from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Ending
from procedures_catalog.models import ProcedurePage
from tests.clock import today
from tests.editors import browser_of, member
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODES = ("1.100001", "1.100002")
SOON = today() + datetime.timedelta(days=3)


@pytest.fixture
def agency():
    made = Agency.objects.create(name="Sở Gió", kind="department")
    for code in CODES:
        published(code).move(shelf(made), pos="last-child")
    return made


@pytest.fixture
def reader(agency):
    return browser_of(member(Role.WRITER, agency))


def _text(answer) -> str:
    return " ".join(answer.content.decode().split())


def _set(agency, *rows):
    return make_set(SOON, *rows, agency=agency)


def _of(changes, code: str) -> str:
    return reverse("change_set_preview_page", args=[changes.pk, page_of(code).identity_id])


def test_a_page_is_read_as_the_set_makes_it_and_says_that_it_is_not_public(agency, reader, client):
    changes = _set(agency, (page_of(CODES[0]), "conditions", "Có sáo trúc."))
    answer = reader.get(_of(changes, CODES[0]))
    assert "Có sáo trúc." in _text(answer)
    assert "Xem trước, chưa công bố" in _text(answer)
    assert "no-store" in answer["Cache-Control"]
    assert "Có sáo trúc." not in _text(client.get(page_of(CODES[0]).url))


def test_what_was_approved_for_an_earlier_day_stands_in_it(agency, reader):
    approved(
        make_set(SOON - datetime.timedelta(days=1), (page_of(CODES[0]), "receiving_address", "Ở gác chuông.")), today()
    )
    changes = _set(agency, (page_of(CODES[0]), "conditions", "Có sáo trúc."))
    assert "Ở gác chuông." in _text(reader.get(_of(changes, CODES[0])))


def test_the_list_tells_states_and_counters_without_and_with_the_set(agency, reader):
    changes = _set(agency, (page_of(CODES[0]), ENDS, Ending("1/QĐ-UBND")), (page_of(CODES[1]), "conditions", "Có sáo."))
    answer = reader.get(reverse("change_set_preview", args=[changes.pk]))
    assert "<del>Đang áp dụng</del> → <ins>Đã bãi bỏ</ins>" in _text(answer)
    assert [(before, after) for _, before, after in answer.context["counters"]] == [(2, 1)]


def test_what_begins_is_counted_and_read_from_its_newest_draft(agency, reader):
    page = page_of(CODES[0])
    ProcedurePage.objects.filter(pk=page.pk).update(live=False)
    page = page_of(CODES[0])
    page.conditions = "Bản nháp mới."
    page.save_revision()
    changes = _set(agency, (page, BEGINS, None))
    answer = reader.get(reverse("change_set_preview", args=[changes.pk]))
    assert [(before, after) for _, before, after in answer.context["counters"]] == [(0, 1)]
    assert "Bản nháp mới." in _text(reader.get(_of(changes, CODES[0])))


def test_strangers_and_citizens_see_nothing_of_it(agency, client):
    changes = _set(agency, (page_of(CODES[0]), "conditions", "Có sáo."))
    stranger = browser_of(member(Role.WRITER, Agency.objects.create(name="Sở Mưa", kind="department")))
    for address in (_of(changes, CODES[0]), reverse("change_set_preview", args=[changes.pk])):
        assert stranger.get(address).status_code in (302, 403, 404)
        assert client.get(address).status_code == 302


def test_a_procedure_that_the_set_does_not_change_has_no_preview(agency, reader):
    changes = _set(agency, (page_of(CODES[0]), "conditions", "Có sáo."))
    assert reader.get(_of(changes, CODES[1])).status_code == 404


def test_many_procedures_cost_as_many_questions_as_two(agency, reader, django_assert_max_num_queries):
    rows = [(page_of(code), "conditions", "Có sáo.") for code in CODES]
    address = reverse("change_set_preview", args=[_set(agency, *rows).pk])
    reader.get(address)
    with django_assert_max_num_queries(40) as few:
        reader.get(address)
    more = [published(f"1.20000{number}") for number in range(6)]
    address = reverse("change_set_preview", args=[_set(agency, *((page, "conditions", "Có.") for page in more)).pk])
    with django_assert_max_num_queries(len(few)):
        reader.get(address)


# --- Queries --------------------------------------------------------------------------------------


#: What Wagtail asks to read one draft: its shelf, its comments, and whether its sector and applicants are there still.
READING = 4


def _asked(browser, name: str, changes) -> int:
    """How many queries a screen of a set costs, once everything that stays at hand is there."""
    address = reverse(name, args=[changes.pk])
    browser.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", ["change_set_preview", "change_set"])
def test_many_that_are_replaced_cost_no_more_queries_than_one(agency, reader, name):
    pages = [published(f"1.20000{number}") for number in range(4)]
    ending = Ending("7/QĐ-UBND", (page_of(CODES[0]).identity_id,))
    one, many = (_set(agency, *((page, ENDS, ending) for page in pages[:number])) for number in (1, 4))
    for page in pages:
        page.move(shelf(agency), pos="last-child")
    assert _asked(reader, name, many) == _asked(reader, name, one)


@pytest.mark.parametrize("name", ["change_set_preview", "change_set"])
def test_of_what_begins_each_draft_costs_no_more_than_wagtail_asks_to_read_it(agency, reader, name):
    pages = [published(f"1.20000{number}") for number in range(4)]
    for page in pages:
        page.move(shelf(agency), pos="last-child")
        page.save_revision()
        page_of(page.code).unpublish()
    one, many = (_set(agency, *((page_of(page.code), BEGINS, None) for page in pages[:number])) for number in (1, 4))
    assert _asked(reader, name, many) <= _asked(reader, name, one) + 3 * READING
