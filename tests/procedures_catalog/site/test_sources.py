"""Readers see where each part comes from with one tap, and without one what nobody has verified; paper and interface
say the same."""

import datetime
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from procedures_catalog.models import ChangeSet, DatedDifference, KeptPart, NationalRecord, ProcedurePage
from procedures_catalog.models.import_run import ImportRun
from tests.posting.printing.texts import comparable, pdf_text
from tests.procedures_catalog.factories import DAY, bring, local_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
LIST = f"Trung ương – Cơ sở dữ liệu quốc gia về thủ tục hành chính, cổng nhận ngày {DAY:%d/%m/%Y}"
UNVERIFIED = "Chưa xác minh: Yêu cầu, điều kiện. Xin hỏi lại nơi nộp trước khi làm theo."


def with_layer(decision: str = "") -> ProcedurePage:
    """A national procedure of which the province says a condition itself."""
    page = published(CODE)
    page.overlay = [("conditions", {"value": "Có gió.", "decision": decision})]
    page.save_revision().publish()
    return page_of(CODE)


def section(client, page: ProcedurePage, anchor: str) -> BeautifulSoup:
    shown = BeautifulSoup(client.get(page.get_url()).text, "html.parser")
    return shown.find(id=anchor).find_parent("section")


def interface(client) -> dict:
    return {source["part"]: source for source in client.get(f"/api/v1/procedures/{CODE}").json()["sources"]}


def test_each_section_tells_its_sources_behind_one_tap(client):
    page = published(CODE)
    for anchor in ("giay-to", "cach-nop", "cac-buoc", "ket-qua", "dieu-kien", "noi-nop", "can-cu", "ten-va-ma"):
        details = section(client, page, anchor).find("details", class_="sources")
        assert details.summary.get_text().strip() == "Nguồn"
        assert LIST in details.get_text()
        assert not details.has_attr("open")


def test_the_provinces_text_names_its_decision(client):
    shown = section(client, with_layer("7/2026/QĐ-UBND"), "dieu-kien")
    assert "Tỉnh – Quyết định 7/2026/QĐ-UBND" in shown.get_text()
    assert not shown.find(class_="unverified")


def test_without_one_it_is_said_to_be_unverified_before_any_tap(client):
    shown = section(client, with_layer(), "dieu-kien")
    mark = shown.find(class_="unverified")
    assert mark.get_text().strip() == UNVERIFIED
    assert mark.find_parent("details") is None
    assert "Có gió." in shown.get_text()


@pytest.mark.parametrize("kind", ["short", "full", "large"])
def test_every_sheet_marks_it(client, kind):
    page = with_layer()
    text = comparable(pdf_text(client.get(reverse("procedure_sheet", args=[page.slug]), {"loai": kind}).content))
    assert comparable("Chưa xác minh: Yêu cầu, điều kiện. Hỏi lại nơi nộp") in text


def test_an_answer_that_rests_on_it_is_marked_on_page_paper_and_interface(client):
    page = published(CODE)
    page.overlay = [("results", {"value": [("text", "Thẻ gió")], "decision": ""})]
    page.save_revision().publish()
    answer = next(
        row
        for row in BeautifulSoup(client.get(page.get_url()).text, "html.parser").select(".answers > div")
        if "Nhận gì" in row.get_text()
    )
    assert answer.find(class_="unverified").get_text() == "chưa xác minh"
    assert "do tỉnh công bố" not in answer.get_text()
    sheet = pdf_text(client.get(reverse("procedure_sheet", args=[page.slug]), {"loai": "short"}).content)
    assert comparable("Nhận gì chưa xác minh") in comparable(sheet)
    told = {row["key"]: row["verified"] for row in client.get(f"/api/v1/procedures/{CODE}").json()["answers"]}
    assert told == {"papers": True, "where": True, "time": True, "fee": True, "result": False}
    assert "(chưa xác minh)" in unescape(client.get(page.get_url()).text.partition("</head>")[0])


def test_the_full_sheet_lists_all_sources(client):
    page = with_layer("7/2026/QĐ-UBND")
    text = comparable(pdf_text(client.get(reverse("procedure_sheet", args=[page.slug]), {"loai": "full"}).content))
    assert comparable("Nguồn của từng phần") in text
    assert comparable(LIST) in text
    assert comparable("Tỉnh – Quyết định 7/2026/QĐ-UBND") in text


def test_the_interface_gives_a_source_to_every_part_that_it_tells(client):
    page = with_layer("7/2026/QĐ-UBND")
    told, whole = interface(client), client.get(f"/api/v1/procedures/{CODE}").json()
    parts = ("steps", "channels", "cases", "results", "conditions", "legal_bases", "applicants", "executing", "levels")
    assert {part for part in parts if whole[part]} <= told.keys()
    assert told["conditions"] | {"text": ""} == {
        "part": "conditions",
        "label": "Yêu cầu, điều kiện",
        "layer": "province",
        "act": "Quyết định 7/2026/QĐ-UBND",
        "day": None,
        "verified": True,
        "text": "",
    }
    assert (told["steps"]["layer"], told["steps"]["day"]) == ("central", DAY.isoformat())
    assert page.live


def test_what_an_import_kept_against_the_state_is_no_text_of_the_lists_day(client):
    published(CODE)
    KeptPart.objects.create(base=CODE, name="steps", kept=b"", run=ImportRun.objects.create())
    assert "bản trước đây mà tỉnh giữ lại" in interface(client)["steps"]["act"]
    assert interface(client)["results"]["day"] == DAY.isoformat()


def test_a_set_that_was_applied_is_the_source_of_what_it_brought(client):
    page = published(CODE)
    ProcedurePage.objects.filter(pk=page.pk).update(online_level="full")
    day = datetime.date(2026, 9, 1)
    changes = ChangeSet.objects.create(title="Nâng mức", day=day, decision="9/QĐ-UBND", state="applied")
    DatedDifference.objects.create(changes=changes, identity=page.identity, part="online_level", value="full")
    assert interface(client)["online_level"]["text"] == "Tỉnh – Quyết định 9/QĐ-UBND, từ ngày 01/09/2026"
    ChangeSet.objects.update(state="undone")
    assert not interface(client)["online_level"]["verified"]


def test_of_a_procedure_of_the_provinces_own_its_decision_is_the_source(client):
    bring(local_row(CODE))
    assert interface(client)["name"]["text"] == "Tỉnh – Quyết định 7/QĐ-UBND"


def test_no_page_takes_a_question_more_for_it(client):
    page = published(CODE)
    client.get(page.get_url())
    with CaptureQueriesContext(connection) as asked:
        client.get(page.get_url())
    tables = (NationalRecord, KeptPart, DatedDifference)
    own = [
        query["sql"]
        for query in asked
        if any(f'FROM "{model._meta.db_table}"' in query["sql"][:60] for model in tables)
    ]
    assert own == []


def test_a_former_day_tells_no_day_of_todays_list(client):
    page = published(CODE)
    page.identity.versions.update(valid_from=datetime.date(2026, 1, 1))
    told = client.get(f"/api/v1/procedures/{CODE}", {"ngay": "2026-06-01"}).json()
    assert {source["day"] for source in told["sources"] if source["layer"] == "central"} == {None}
