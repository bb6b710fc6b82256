"""Before a layer of the province hides rows of the official text, they are named."""

from datetime import date, timedelta

import pytest

from procedures_catalog.comparing.dropped import Dropped, dropped
from procedures_catalog.facts import streams
from procedures_catalog.facts.record import Case, Channel, Fee, ProcedureRecord, RequiredDocument, Step, TimeLimit

DAYS = TimeLimit("5", "working_day")
FEE = Fee(8_000, "mỗi bản sao")
OFFICIAL = ProcedureRecord(
    "1.100001",
    "Cấp thẻ thả diều",
    channels=(Channel("direct", DAYS, (FEE,)), Channel("postal", DAYS, (FEE,)), Channel("online", DAYS)),
    cases=(
        Case("Diều lớn", (RequiredDocument("Đơn", 1), RequiredDocument("Ảnh", 0, 2))),
        Case("Diều nhỏ", (RequiredDocument("Đơn", 1),)),
    ),
    steps=(Step("Bước 1", "Nộp đơn"), Step("Bước 2", "Nhận thẻ")),
    executing=("Ủy ban nhân dân cấp xã", "Công an cấp xã"),
    conditions="Có diều.",
)
TODAY = date(2026, 11, 28)


def layer(part: str, value, **dates: str) -> list[dict]:
    return [{"type": part, "id": "x", "value": {"value": value, **dates}}]


def channels(*rows: Channel) -> list[dict]:
    return streams.channels_to_stream(rows)


def test_a_copy_of_the_official_part_with_another_fee_drops_nothing():
    rows = (Channel("direct", DAYS, (Fee(12_000, "mỗi bản sao"),)), *OFFICIAL.channels[1:])
    assert dropped(OFFICIAL, layer("channels", channels(*rows)), TODAY) == ()


def test_channels_that_are_left_out_are_named_with_what_they_said():
    (lost,) = dropped(OFFICIAL, layer("channels", channels(OFFICIAL.channels[0])), TODAY)
    assert lost.label == "Cách nộp, thời hạn, lệ phí"
    assert lost.rows == (
        "Bưu chính: Thời hạn: 5 ngày làm việc; Phí, lệ phí: 8.000 đồng (mỗi bản sao)",
        "Trực tuyến: Thời hạn: 5 ngày làm việc",
    )


def test_a_fee_a_limit_and_a_paper_that_are_left_out_are_named_within_their_row():
    bare = Channel("direct")
    (lost,) = dropped(OFFICIAL, layer("channels", channels(bare, *OFFICIAL.channels[1:])), TODAY)
    assert lost.rows == ("Trực tiếp · Thời hạn: 5 ngày làm việc", "Trực tiếp · Phí, lệ phí: 8.000 đồng (mỗi bản sao)")
    cases = streams.cases_to_stream([Case("Diều lớn", (RequiredDocument("Đơn", 1),)), OFFICIAL.cases[1]])
    (lost,) = dropped(OFFICIAL, layer("cases", cases), TODAY)
    assert lost == Dropped("Giấy tờ cần mang", ("Diều lớn · Giấy tờ: Ảnh; 2 bản sao",))


@pytest.mark.parametrize(
    ("part", "value", "label"),
    [
        ("steps", [], "Các bước thực hiện"),
        ("executing", streams.texts_to_stream(OFFICIAL.executing[:1]), "Cơ quan giải quyết"),
        ("conditions", None, "Yêu cầu, điều kiện"),
    ],
)
def test_every_part_of_the_layer_is_looked_at(part, value, label):
    (lost,) = dropped(OFFICIAL, layer(part, value), TODAY)
    assert lost.label == label


def test_a_layer_to_come_is_warned_of_and_one_that_is_over_is_not():
    rows = channels(OFFICIAL.channels[0])
    assert dropped(OFFICIAL, layer("channels", rows, valid_from="2027-03-01"), TODAY)
    assert dropped(OFFICIAL, layer("channels", rows, valid_to=TODAY.isoformat()), TODAY) == ()
    assert dropped(OFFICIAL, layer("channels", rows, valid_to=(TODAY + timedelta(days=1)).isoformat()), TODAY)


def test_a_long_row_is_named_and_not_quoted():
    text = " ".join(["Nộp đơn ở quầy"] * 50)
    official = ProcedureRecord("1", "x", steps=(Step("", text), Step("", "Nhận thẻ")))
    (lost,) = dropped(official, layer("steps", streams.steps_to_stream(official.steps[1:])), TODAY)
    assert lost.rows[0].startswith("Bước thứ 1: Nộp đơn")
    assert len(lost.rows[0]) < 120
