"""Fees that look wrong are told with what may be meant; nothing is changed."""

import pytest

from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord
from procedures_catalog.files.read_national import read_national
from procedures_catalog.importing.judging import said
from procedures_catalog.importing.judging.doubtful_fees import doubtful_fees
from procedures_catalog.importing.keeping_back import Publishing
from procedures_catalog.importing.plan import make_plan
from tests.procedures_catalog.factories import channel, national_row


def _record(*fees: Fee) -> ProcedureRecord:
    return ProcedureRecord("1.1", "Diều", channels=(Channel("direct", fees=fees), Channel("online", fees=fees)))


@pytest.mark.parametrize(
    ("amount", "note", "reason"),
    [
        (20, "20.000 vnđ/tờ khai", "số tiền trái với ghi chú, có thể thiếu 000"),
        (100, "100 USD/thẻ", "có thể là USD, không phải đồng"),
        (25, "Thị thực một lần", "dưới 1.000 đồng, có thể thiếu 000 hoặc là USD"),
        (1_250, "", "lẻ dưới 500 đồng, có thể thiếu 000"),
        (50_000, "Phí công bố: 100.000 đồng", "số tiền trái với ghi chú"),
    ],
)
def test_what_looks_wrong_is_told_once_however_many_channels_have_it(amount, note, reason):
    assert list(doubtful_fees(_record(Fee(amount, note)))) == [(f"{amount} VNĐ ({note})", reason)]


def test_a_fee_that_agrees_with_its_note_is_not_told():
    assert not list(doubtful_fees(_record(Fee(50_000, "50.000 đồng/thẻ"), Fee(0), Fee(None, "tùy gió"), Fee(7_500))))


@pytest.mark.django_db
def test_the_plan_of_an_import_tells_the_row_and_takes_it_as_it_stands():
    row = national_row("1.100001", **{"Cách thức thực hiện": [channel(fees=("20 VNĐ (mỗi diều)",))]})
    plan = make_plan("diều.jsonl", [row], Publishing(False, frozenset()))
    assert plan.create == [row]
    assert plan.report.as_json()["doubtful"] == 1
    assert plan.report.summary().endswith(", đáng ngờ 1.")
    (line,) = said.doubts(plan.report)
    assert "1.100001" in line
    assert line.endswith("có thể thiếu 000 hoặc là USD: “20 VNĐ (mỗi diều)”")


@pytest.mark.shared
def test_of_the_national_list_184_procedures_have_a_fee_to_be_mended(shared_data):
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    found = [list(doubtful_fees(row.record)) for row in rows]
    assert (sum(map(bool, found)), sum(map(len, found))) == (184, 245)
