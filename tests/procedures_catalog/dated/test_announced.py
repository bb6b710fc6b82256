"""What was approved for a later day is announced on page, sheet and API, and nowhere before its approval."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from procedures_catalog.dated.announced import differences_of, record_on
from procedures_catalog.dated.applying import apply_due
from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.facts.dated.difference import ENDS, Ending
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.record import Channel, TimeLimit
from procedures_catalog.models import ProcedurePage
from tests.clock import today
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
SOON = today() + datetime.timedelta(days=3)
SHORTER = (Channel("direct", TimeLimit("2", "working_day")),)
LINE = f"Từ ngày {SOON:%d/%m/%Y}"


def _page() -> str:
    return Client().get(page_of(CODE).get_url()).content.decode()


def test_the_page_says_from_when_what_will_be_otherwise_and_by_which_decision():
    page = published(CODE)
    changes = make_set(SOON, (page, "channels", SHORTER))
    assert LINE not in _page()
    approved(changes, today())
    shown = " ".join(_page().split())
    assert f"<strong>{LINE}</strong> – Thời hạn, phí: thời hạn: " in shown
    assert "→ 2 ngày làm việc" in shown
    assert "Quyết định 99/QĐ-UBND" in shown


def test_the_number_of_the_decision_is_announced_alone_or_behind_what_it_changes():
    page = published("1.100001")
    rows = [(page, "conditions", "Có sáo."), (page, "decision_number", "99/QĐ-UBND"), (page, "blanks", ("law.none",))]
    approved(make_set(SOON, *rows), today())
    notes = Client().get("/api/v1/procedures/1.100001").json()["coming"]
    assert [note["part"] for note in notes] == ["conditions"]


def test_once_applied_it_is_announced_no_more():
    page = published(CODE)
    approved(make_set(SOON, (page, "channels", SHORTER)), today())
    apply_due(SOON, timezone.now())
    assert LINE not in _page()


@pytest.mark.parametrize(
    ("part", "value", "text"),
    [
        ("conditions", "Có sáo.", "Có diều. → Có sáo."),
        ("levels", ("province",), "Cấp xã → Cấp tỉnh"),
        (ENDS, Ending(), "sẽ bãi bỏ"),
        ("conditions", "Có sáo. " * 200, "sẽ thay đổi"),
    ],
)
def test_the_api_tells_every_kind_of_change(part, value, text):
    approved(make_set(SOON, (published(CODE), part, value)), today())
    (coming,) = Client().get(f"/api/v1/procedures/{CODE}").json()["coming"]
    assert (coming["part"], coming["text"]) == (part, text)
    assert coming["days"] == f"từ ngày {SOON:%d/%m/%Y}"


def test_what_will_stand_on_a_day_is_read_before_it_has_come():
    page = published(CODE)
    approved(make_set(SOON, (page, "channels", SHORTER), (page, "levels", ("province",))), today())
    differences = differences_of([page.identity_id])[page.identity_id]
    page = page_of(CODE)
    assert record_on(page, differences, today()) == effective_record(page, today())
    then = record_on(page, differences, SOON)
    assert (then.channels, then.levels) == (SHORTER, ("province",))
    apply_due(SOON, timezone.now())
    assert effective_record(page_of(CODE), SOON).channels == then.channels


def test_announcing_costs_the_page_no_query():
    page = published(CODE)
    before = _queries()
    approved(make_set(SOON, (page, "channels", SHORTER)), today())
    assert _queries() == before


def _queries() -> int:
    _page()
    with CaptureQueriesContext(connection) as caught:
        _page()
    return len(caught)


def test_of_two_sets_of_one_day_the_one_that_is_applied_last_is_what_will_stand():
    page = published(CODE)
    for text in ("Có dây.", "Có sáo."):
        changes = make_set(SOON, (page, "conditions", text))
        changes.state, changes.seal = "approved", seal_of(changes)
        changes.save()
    will_stand = record_on(page, differences_of([page.identity_id])[page.identity_id], SOON).conditions
    apply_due(SOON, timezone.now())
    assert will_stand == effective_record(page_of(CODE), SOON).conditions == "Có sáo."


def test_what_takes_its_place_is_named_as_far_as_everybody_may_read_it():
    page, heir, hidden = (published(code) for code in (CODE, "1.100002", "1.100003"))
    hidden.unpublish()
    approved(make_set(SOON, (page, ENDS, Ending("9/QĐ", (heir.identity_id, hidden.identity_id)))), today())
    (coming,) = Client().get(f"/api/v1/procedures/{CODE}").json()["coming"]
    assert coming["text"] == f"sẽ được thay bằng “{heir.title}” (mã 1.100002); 1 thủ tục khác"
    assert (coming["day"], coming["successors"]) == (SOON.isoformat(), ["1.100002"])
    assert heir.title in _page()
    assert hidden.title not in _page()


@pytest.mark.parametrize(
    ("local", "text"),
    [
        ("", "sẽ ghi thêm quyết định của tỉnh 99/QĐ-UBND, bên cạnh 3/QĐ-BG vẫn giữ"),
        ("8/QĐ-UBND", "8/QĐ-UBND → 99/QĐ-UBND"),
    ],
)
def test_the_province_s_number_is_announced_beside_the_ministry_s_which_stays(local, text):
    page = published(CODE)
    ProcedurePage.objects.filter(pk=page.pk).update(decision_number="3/QĐ-BG", local_decision_number=local)
    approved(make_set(SOON, (page, "decision_number", "99/QĐ-UBND")), today())
    (coming,) = Client().get(f"/api/v1/procedures/{CODE}").json()["coming"]
    assert coming["text"] == text
    apply_due(SOON, timezone.now())
    assert ("3/QĐ-BG" in _page(), "99/QĐ-UBND" in _page()) == (True, True)
