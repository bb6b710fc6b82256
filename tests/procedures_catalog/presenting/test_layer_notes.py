"""The notes about the province's layer: what holds today with its source, and what is to come with its days."""

from datetime import date

import pytest

from procedures_catalog.facts import streams
from procedures_catalog.facts.record import Case, Channel, Fee, RequiredDocument, Step, TimeLimit
from procedures_catalog.presenting.layer_notes import coming_notes, notes_on

TODAY = date(2026, 11, 28)


def block(part: str, value, decision: str = "", begins: str | None = None, ends: str | None = None) -> dict:
    value = {"value": value, "decision": decision, "valid_from": begins, "valid_to": ends}
    return {"type": part, "id": part, "value": value}


def test_todays_text_is_told_with_its_source_and_a_part_without_a_text_in_general():
    overlay = [
        block("receiving_address", "Nhà Gió", "7/QĐ-UBND"),
        block("results", streams.texts_to_stream(["Giấy"])),
        block("conditions", "Sau này", begins="2027-01-01"),
    ]
    address, results = notes_on(overlay, TODAY)
    assert (address["label"], address["text"], address["source"]) == ("Nơi nộp", "Nhà Gió", "Quyết định 7/QĐ-UBND")
    assert (results["text"], results["source"]) == ("Nội dung ở phần này do tỉnh công bố.", "")


@pytest.mark.parametrize(
    ("decision", "source"),
    [
        ("45/2026/NQ-HĐND", "Nghị quyết 45/2026/NQ-HĐND"),
        ("Nghị quyết số 45/2026/NQ-HĐND", "Nghị quyết số 45/2026/NQ-HĐND"),
        ("1907/QĐ-UBND", "Quyết định 1907/QĐ-UBND"),
        ("1907", "Quyết định 1907"),
    ],
)
def test_a_document_is_called_by_its_kind(decision, source):
    (note,) = notes_on([block("receiving_address", "Nhà Gió", decision)], TODAY)
    assert note["source"] == source


CHANNELS = [Channel("direct", TimeLimit("3", "working_day"), (Fee(20_000, valid_from="2027-01-01"),))]


@pytest.mark.parametrize(
    ("part", "value", "text"),
    [
        ("receiving_address", "Nhà Mây", "Nhà Mây"),
        ("channels", streams.channels_to_stream(CHANNELS), "3 ngày làm việc; 20.000 đồng"),
        (
            "cases",
            streams.cases_to_stream([Case(None, (RequiredDocument("Đơn", 1), RequiredDocument("Ảnh", 1)))]),
            "2 loại giấy tờ",
        ),
        ("results", streams.texts_to_stream(["Thẻ mới"]), "Thẻ mới"),
        ("steps", streams.steps_to_stream([Step("Nộp đơn")]), ""),
    ],
)
def test_what_comes_is_told_by_the_answers_that_it_will_give(part, value, text):
    (note,) = coming_notes([block(part, value, "9/QĐ-UBND", "2027-01-01", "2028-01-01")], TODAY)
    assert (note["text"], note["source"]) == (text, "Quyết định 9/QĐ-UBND")
    assert note["days"] == "từ 01/01/2027 đến hết 31/12/2027"
    assert coming_notes([block(part, value, "", "2026-11-28")], TODAY) == []
