"""An answer that nobody has verified is marked wherever a line gives it; the interface tells what changed and when."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from procedures_catalog.facts.overlay import block_of
from procedures_catalog.facts.record import Channel, Fee, TimeLimit
from procedures_catalog.facts.streams import new_id
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.doubts import doubts_in_lines
from tests.clock import today
from tests.procedures_catalog.factories import bring, channel, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
MARK = "chưa xác minh"
STATE = {"Cách thức thực hiện": [channel("DIRECT", "5 WORKING_DAY", fees=("50000 VNĐ (mỗi thẻ)",))]}
WAY = Channel("direct", TimeLimit("5", "working_day"), (Fee(50_000, "(mỗi thẻ)"),))


def with_layer(code: str = CODE, decision: str = "", fee: int = 40_000) -> ProcedurePage:
    """A national procedure of which the province says another fee."""
    page = page_of(code)
    way = Channel("direct", WAY.time_limit, (Fee(fee),))
    page.overlay = [block_of("channels", (way,), decision) | {"id": new_id()}]
    page.save_revision().publish()
    return page_of(code)


def marked(client, address: str) -> list[str]:
    """The answers with a mark, of all lines of a screen."""
    shown = BeautifulSoup(client.get(address).content, "html.parser")
    return [mark.find_parent("dd").get_text(" ", strip=True) for mark in shown.select("main dd .unverified")]


def test_the_list_marks_the_fee_that_nobody_has_verified_and_no_other_answer(client):
    published(CODE, **STATE)
    page = with_layer()
    (said,) = marked(client, page.get_parent().get_parent().url)
    assert said == f"40.000 đồng {MARK}"


def test_with_a_document_and_of_the_states_text_nothing_is_marked(client):
    published(CODE, **STATE)
    published("1.100002", **STATE)
    page = with_layer(decision="7/NQ-HĐND")
    assert marked(client, page.get_parent().get_parent().url) == []


def test_of_the_states_texts_one_question_is_asked_and_of_ten_own_ones_no_more_than_of_one():
    codes = [f"1.1000{number:02}" for number in range(1, 12)]
    bring(*(national_row(code, **STATE) for code in codes))
    ids = list(ProcedurePage.objects.values_list("pk", flat=True))

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            doubts_in_lines(ids, today())
        return len(queries)

    assert asked() == 1
    with_layer(codes[0])
    one = asked()
    for code in codes[1:]:
        with_layer(code)
    assert asked() == one
    assert set(doubts_in_lines(ids, today()).values()) == {frozenset({"fee"})}


def test_the_interface_says_it_of_each_answer_of_a_list(client):
    published(CODE, **STATE)
    with_layer()
    (line,) = client.get("/api/v1/procedures", {"answers": "true"}).json()["items"]
    assert {row["key"] for row in line["answers"] if not row["verified"]} == {"fee"}


def test_the_interface_tells_what_changed_with_each_version(client):
    page = published(CODE)
    page.conditions, page.change_note, page.change_is_minor = "Có dây.", "Sửa lỗi chữ", True
    page.save_revision().publish()
    now, first = client.get(f"/api/v1/procedures/{CODE}").json()["change_notes"]
    day = today().isoformat()
    assert now == {"version": 2, "day": day, "text": "Sửa lỗi chữ", "minor": True, "corrected": None}
    assert (first["version"], first["text"]) == (1, "Thủ tục mới trên cổng")


def test_a_corrected_note_says_when_it_was_corrected(client):
    page = published(CODE)
    note = page.identity.versions.get().note
    note.corrected_at = note.version.noted_at
    note.save()
    assert client.get(f"/api/v1/procedures/{CODE}").json()["change_notes"][0]["corrected"] == today().isoformat()
