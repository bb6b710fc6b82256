"""`manage.py export_procedures`: what goes out is what holds, and it can be read in again."""

import csv
import gzip
import json
import unicodedata
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from django.core.management import call_command
from wagtail.blocks import StreamValue

from procedures_catalog.facts.record import Channel, Fee
from procedures_catalog.facts.streams import channels_to_stream
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.apply import import_rows, read_file
from procedures_catalog.models import ProcedurePage
from tests.portal_process import manage
from tests.procedures_catalog.factories import DAY, bring, national, national_row, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODES = ["1.100010", "2.000800", "1.100001-XOA"]


def _export(path: Path, kind: str, **options) -> Path:
    call_command("export_procedures", format=kind, out=path, stdout=StringIO(), **options)
    assert not list(path.parent.glob("*.partial"))
    return path


def _objects(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _table(path: Path) -> list[list]:
    if path.suffix == ".xlsx":
        return [list(row) for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _plain(value):
    """NFC and white space aside, as people compare."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return {_plain(key): _plain(item) for key, item in value.items()} if isinstance(value, dict) else value


def test_the_national_shape_comes_out_as_it_went_in(tmp_path):
    raw = national("1.100001", **{"Số quyết định": "1/QÐ-BVC", "Tên gọi thường ngày": ["giấy diều"]})
    bring(national_row("1.100001", **raw))
    assert _plain(_objects(_export(tmp_path / "a.jsonl", "jsonl"))) == [_plain(raw)]


def test_a_packed_file_is_written_when_the_name_asks_for_it(tmp_path):
    published("1.100001")
    path = _export(tmp_path / "a.jsonl.gz", "jsonl")
    assert json.loads(gzip.decompress(path.read_bytes()))["Mã thủ tục"] == "1.100001"


def test_a_fee_that_was_changed_at_the_desk_goes_out(tmp_path):
    page = published("1.100001")
    page.channels.raw_data[0]["value"]["fees"][0]["value"]["amount"] = 60_000
    page.save_revision().publish()
    [raw] = _objects(_export(tmp_path / "a.jsonl", "jsonl"))
    assert raw["Cách thức thực hiện"][0]["phi"] == ["60000 VNĐ (mỗi thẻ)"]
    assert "60.000 đồng" in _table(_export(tmp_path / "a.csv", "csv"))[1][8]


def test_the_provinces_layer_goes_out_unless_only_the_official_one_is_asked_for(tmp_path):
    page = published("1.100001")
    page.overlay = [("conditions", {"value": "Có dây dù."}), ("channels", {"value": channels_to_stream([])})]
    page.save()
    [effective] = _objects(_export(tmp_path / "a.jsonl", "jsonl"))
    [official] = _objects(_export(tmp_path / "b.jsonl", "jsonl", layer="official"))
    assert (effective["Yêu cầu, điều kiện thực hiện"], effective["Cách thức thực hiện"]) == ("Có dây dù.", [])
    assert official["Yêu cầu, điều kiện thực hiện"] == "Có diều."


def test_a_table_tells_the_fees_of_the_day_and_lines_lose_none(tmp_path):
    page = published("1.100001")
    ended = Fee(70_000, "mỗi thẻ", valid_to=DAY.isoformat())
    channels = (Channel("direct", fees=(ended, Fee(90_000, "mỗi thẻ", valid_from=DAY.isoformat()))),)
    page.channels = StreamValue(page.channels.stream_block, channels_to_stream(channels), is_lazy=True)
    page.save()
    for layer in ("official", "effective"):
        cell = _table(_export(tmp_path / f"{layer}.csv", "csv", layer=layer))[1][8]
        assert ("90.000 đồng" in cell, "70.000 đồng" in cell) == (True, False)
    [official] = _objects(_export(tmp_path / "b.jsonl", "jsonl", layer="official"))
    assert official["Cách thức thực hiện"][0]["phi"] == ["70000 VNĐ (mỗi thẻ) | 90000 VNĐ (mỗi thẻ)"]


def test_drafts_go_out_only_when_asked_for(tmp_path):
    bring(national_row("1.100001"), publish=False)
    assert _objects(_export(tmp_path / "a.jsonl", "jsonl")) == []
    assert len(_objects(_export(tmp_path / "a.jsonl", "jsonl", drafts=True))) == 1


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_is_read_in_again_with_its_codes_and_changes_nothing(tmp_path, kind):
    levels = {"Cấp thực hiện": "Cấp Tỉnh, Cấp Xã", "Mức độ dịch vụ công": "Một phần"}
    bring(*(national_row(code, **levels) for code in CODES))
    path = _export(tmp_path / f"a.{kind}", kind)
    rows = [row for row in read_file(path) if isinstance(row, ReadRow)]
    assert {row.record.code for row in rows} == {page.code.upper() for page in ProcedurePage.objects.all()}
    assert {(row.record.levels, row.record.online_level) for row in rows} == {(("province", "commune"), "partial")}
    assert {row.record.name for row in rows} == set(ProcedurePage.objects.values_list("official_name", flat=True))


def test_every_cell_of_a_workbook_is_text(tmp_path):
    bring(*(national_row(code, **{"Tên thủ tục": f"=1+{code}"}) for code in CODES))
    sheet = openpyxl.load_workbook(_export(tmp_path / "a.xlsx", "xlsx")).active
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} == {page.code for page in ProcedurePage.objects.all()}


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3"])
def test_a_name_that_looks_like_a_formula_is_harmless_in_both_tables(tmp_path, name):
    published("1.100001", **{"Tên thủ tục": name})
    assert _table(_export(tmp_path / "a.csv", "csv"))[1][1] == f"'{name}"
    assert _table(_export(tmp_path / "a.xlsx", "xlsx"))[1][1] == name


def test_characters_that_no_workbook_may_hold_do_not_stop_the_others(tmp_path):
    page = published("1.100001")
    ProcedurePage.objects.filter(pk=page.pk).update(official_name="Thả\x07 diều\x0bto")
    assert _table(_export(tmp_path / "a.xlsx", "xlsx"))[1][1] == "Thả diều\nto"


def test_a_cell_is_never_longer_than_a_workbook_allows(tmp_path):
    published("1.100001", **{"Địa chỉ tiếp nhận HS": "gió " * 20_000})
    assert len(_table(_export(tmp_path / "a.xlsx", "xlsx"))[1][9]) == 32_767


# --- Real data ------------------------------------------------------------------------------------


@pytest.mark.shared
def test_all_national_procedures_come_out_as_they_went_in(national_portal, tmp_path, shared_data):
    with gzip.open(shared_data / "procedures" / "national-2026-07.jsonl.gz", "rt", encoding="utf-8") as file:
        went_in = {raw["Mã thủ tục"].strip(): _plain(raw) for raw in map(json.loads, file)}
    whole = ("--layer", "official", "--drafts")
    manage(national_portal, "export_procedures", "--format", "jsonl", *whole, "--out", str(tmp_path / "a.jsonl"))
    came_out = {raw["Mã thủ tục"]: _plain(raw) for raw in _objects(tmp_path / "a.jsonl")}
    assert len(came_out) == 5_652
    assert came_out.keys() == went_in.keys()
    assert [code for code, raw in went_in.items() if came_out[code] != raw] == []


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "read", "created", "joined", "refused"),
    [("lang-son-export.xlsx", 1_842, 1_752, 3, 87), ("lam-dong-three-level.csv", 1_299, 1_294, 0, 5)],
)
def test_real_provincial_lists_are_taken_whole_and_then_change_nothing(
    shared_data, name, read, created, joined, refused
):
    rows = list(read_file(shared_data / "procedures" / name))
    assert sum(isinstance(row, ReadRow) for row in rows) == created + joined
    first = import_rows([(name, rows)], on=DAY, publish=True).counts
    assert [first[key] for key in ("read", "created", "updated", "unchanged", "refused")] == [
        read,
        created,
        0,
        joined,
        refused,
    ]
    second = import_rows([(name, rows)], on=DAY, publish=True)
    assert (second.rows_written, second.counts["unchanged"]) == (0, created + joined)
