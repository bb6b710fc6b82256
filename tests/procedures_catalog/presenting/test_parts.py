"""The parts of a procedure as its page shows them."""

import pytest

from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord, Step, TimeLimit
from procedures_catalog.presenting import parts


def test_paragraphs_are_the_lines_that_say_anything():
    assert parts.paragraphs(" gió \n\n  mây\n") == ["gió", "mây"]


def test_a_parts_address_is_its_id_or_else_its_place():
    assert parts.anchor("giay-to", "0123456789ab", 4) == "giay-to-01234567"
    assert parts.anchor("giay-to", "", 4) == "giay-to-4"


def test_a_channel_shows_its_limit_fees_and_notes():
    row = Channel("postal", TimeLimit("5", "working_day"), (Fee(5_000, "mỗi thẻ"),), ("Mô tả: gửi bảo đảm",))
    [item] = parts.channel_items([row])
    assert (item["key"], item["label"], item["time"]) == ("postal", "Bưu chính", {"text": "5 ngày làm việc"})
    said = {"text": "5.000 đồng", "note": "mỗi thẻ", "basis": ""}
    assert item["fees"] == [said | {"is_coming": False, "is_certain": True}]
    assert item["notes"] == ["gửi bảo đảm"]


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        (Channel("direct"), ""),
        (Channel("direct", notes=("Nộp tại quầy",)), ""),
        (Channel("direct", notes=("5 ngày nếu có gió",)), "Theo ghi chú"),
        (Channel("direct", reduced=TimeLimit("3", "day")), "3 ngày (tỉnh công bố)"),
        (
            Channel("direct", TimeLimit("5", "day"), reduced=TimeLimit("3", "day")),
            "3 ngày (tỉnh đã cắt giảm; theo quy định: 5 ngày)",
        ),
    ],
)
def test_the_limit_by_law_stays_in_sight_beside_a_reduced_one(channel, text):
    [item] = parts.channel_items([channel])
    assert item["time"]["text"] == text


def test_steps_are_numbered_and_their_signs_are_left_out():
    first, second = parts.step_items([Step("- Bước 1: Nộp", "Ở quầy.\n\nSố ba."), Step("", "x" * 701)])
    assert (first["number"], first["name"], first["paragraphs"], first["long"]) == (
        1,
        "Bước 1: Nộp",
        ["Ở quầy.", "Số ba."],
        False,
    )
    assert (second["number"], second["long"]) == (2, True)


def test_a_very_long_name_is_shown_as_text():
    [step] = parts.step_items([Step("gió " * 60, "mây")])
    assert (step["name"], step["paragraphs"]) == ("", [("gió " * 60).strip(), "mây"])


def test_the_contents_leave_out_conditions_that_are_not_stated():
    with_conditions = {entry["anchor"] for entry in parts.contents(ProcedureRecord("1", "a", conditions="x"))}
    without = {entry["anchor"] for entry in parts.contents(ProcedureRecord("1", "a"))}
    assert with_conditions - without == {"dieu-kien"}
