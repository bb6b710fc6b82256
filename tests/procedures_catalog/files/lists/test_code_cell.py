"""The code in a cell: with text beside it, spoiled by a spreadsheet program, or two at once."""

import gzip
import json

import pytest

from procedures_catalog.facts.codes import parse_code
from procedures_catalog.files.lists.code_cell import lost_zeros, read_code
from procedures_catalog.files.lists.unfit import Unfit

BESIDE = [
    ("1.001193 (mới)", "1.001193"),
    ("Mã: 1.001193", "1.001193"),
    ("Mã TTHC: 1.001193.000.00.00.H29", "1.001193.000.00.00.H29"),
    ("1.001193.000.00.00.H29 (sửa đổi, bổ sung)", "1.001193.000.00.00.H29"),
    ("1.001193*", "1.001193"),
    ("1.001193 - DVC toàn trình", "1.001193"),
    ("[1.001193]", "1.001193"),
    ("TTHC 1001193 (mới)", "1.001193"),
    ("1.001193\n(Mới ban hành)", "1.001193"),
    ("1,001193 (SĐBS)", "1.001193"),
    ("1.001193; 1.001193", "1.001193"),
    ("số 1.001193.H29 cấp xã", "1.001193.H29"),
    ("1.001.193", "1.001193"),
]
REFUSED = [
    ("1.001193, 1.001194", "có 2 mã (1.001193, 1.001194)"),
    ("1.001193\n1.001194\n1.001195", "có 3 mã"),
    ("1.001193 và 1.001194", "có 2 mã"),
    ("1.001193/1.001194.000.00.00.H29", "có 2 mã"),
    ("1.001193 (thay thế 1.001194)", "có 2 mã"),
    ("1.001193 (cũ)", "“(cũ)” cạnh mã 1.001193"),
    ("Thay thế mã 1.001193", "cạnh mã 1.001193"),
    ("bãi bỏ 1.001193", "cạnh mã 1.001193"),
    ("Không có mã, xem 1.001193", "cạnh mã 1.001193"),
    ("1.001193 và 1.00119", "còn chữ số"),
    ("2.345E+70", "viết theo lũy thừa"),
    ("1,00E+06", "viết theo lũy thừa"),
    ("2345E67", "viết theo lũy thừa"),
    (2.345e70, "viết theo lũy thừa"),
    ("15/12/2026", "đổi thành ngày"),
    ("1.00119", "mã thiếu chữ số"),
    ("Không có mã số", "không phải mã thủ tục"),
]
#: As a program saved them that took them for numbers.
WITHOUT_ZEROS = [
    ("1.00001", "1.000010"), ("1.01", "1.010000"), ("2.0002", "2.000200"), ("1,00311", "1.003110"), ("3.1", "3.100000"),
    ("1.00081", "1.000810"), ("2.00223", "2.002230"), ("1.0145", "1.014500"), (" 1.00311 ", "1.003110"),
    ("1.1", "1.100000"), ("1.012", "1.012000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written"), BESIDE)
def test_text_beside_the_one_code_is_taken_off_and_told(text, written):
    read = read_code(text)
    assert (read.code.written, read.code.raw) == (written, text)
    assert written in read.mended


@pytest.mark.parametrize(("cell", "reason"), REFUSED)
def test_a_cell_that_is_no_one_code_for_certain_is_refused_by_name(cell, reason):
    with pytest.raises(Unfit) as unfit:
        read_code(cell)
    assert reason in unfit.value.reason


@pytest.mark.parametrize("code", ["CCHC_01", "CCCX_01", "1.001193", "1.001193.000.00.00.H29", "QLĐT-05"])
def test_a_code_that_is_whole_is_left_alone(code):
    assert (read_code(code).code.written, read_code(code).mended) == (code, "")


@pytest.mark.parametrize(("text", "written"), WITHOUT_ZEROS)
def test_zeros_that_a_program_dropped_are_put_back_and_told(text, written):
    read = read_code(text, zeros_are_lost=True)
    assert read.code.written == written
    assert f"thêm lại thành {written}" in read.mended


@pytest.mark.parametrize("text", ["1.00080", "1.001193.000.00.H29", "2.00223.000.00.00.H37", "1.", "12.00001"])
def test_what_no_program_dropped_is_a_typing_slip_and_refused(text):
    with pytest.raises(Unfit):
        read_code(text, zeros_are_lost=True)


@pytest.mark.parametrize(
    ("codes", "lost"),
    [
        (["1.001193", "1.00001"], True),
        (["1.001193", "1,00001"], True),
        (["1.001193", "1.000010", "1.00001"], False),
        (["1.00001"], False),
        (["1.001193.000.00.00.H29", "1.00001"], False),
        ([], False),
    ],
)
def test_a_file_has_lost_its_zeros_where_no_whole_code_ends_in_one(codes, lost):
    assert lost_zeros(codes) == lost


@pytest.mark.shared
def test_every_real_code_comes_back_from_a_program_that_takes_it_for_a_number(shared_data):
    with gzip.open(shared_data / "procedures" / "national-2026-07.jsonl.gz", "rt", encoding="utf-8") as lines:
        codes = [json.loads(line)["Mã thủ tục"] for line in lines]
    saved = [code.rstrip("0") if code.replace(".", "", 1).isdigit() else code for code in codes]
    assert sum(one != other for one, other in zip(codes, saved, strict=True)) > 500
    assert lost_zeros(saved)
    back = [read_code(code, zeros_are_lost=True).code.written for code in saved]
    assert back == [parse_code(code).written for code in codes]


@pytest.mark.parametrize(
    "cell",
    [
        "1.001193 QĐ 1024/QĐ-BTP", "1.001193 (ngày 12/5/2025)", "1.001193 theo QĐ 12/2025/QĐ-UBND năm 2025",
        "TTHC số 1.001193", "MS 1.001193", "STT 5: 1.001193", "Mã số hồ sơ: 1.001193", "'1.001193", "(1.001193)",
        "1.001193;", "1.001193 [1]", "１．００１１９３", "1·001193", "1.001193_LT", "1.001193.000.00.00",
        "1.001193.000.",
    ],
)  # fmt: skip
def test_a_code_in_more_ways(cell):
    assert read_code(cell).code.base == "1.001193"


@pytest.mark.parametrize("cell", ["1.001193 1024", "1.001193 (thay 1.000110)", "1.001193/2.000815", "1.00119", "mới"])
def test_what_may_be_another_code_is_refused(cell):
    with pytest.raises(Unfit):
        read_code(cell)
