"""An appendix is handed in as a workbook, a list or a pasted table; what is none of them is refused in words."""

import zipfile
from hashlib import blake2b

import pytest
from openpyxl import Workbook

from decisions.files.bounds import MOST_OF_ALL
from decisions.files.rows import MOST_PASTED, MOST_ROWS, WITHOUT_COLUMNS, pasted_rows, rows_of
from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.open_file import MB


def test_a_pasted_table_is_cut_at_its_tabs_and_keeps_cells_of_several_lines():
    handed_in = pasted_rows('Mã TTHC\tTên TTHC\n\n1.000001\t"Cấp giấy\nphép"\n')
    assert [row.cells for row in handed_in.rows] == [("Mã TTHC", "Tên TTHC"), ("1.000001", "Cấp giấy\nphép")]


def test_a_workbook_and_a_list_are_read(tmp_path):
    book = Workbook()
    book.active.append(["Mã TTHC", "Tên TTHC"])
    book.save(tmp_path / "phu-luc.xlsx")
    (tmp_path / "phu-luc.csv").write_text("Mã TTHC,Tên TTHC\n", encoding="utf-8")
    for name in ("phu-luc.xlsx", "phu-luc.csv"):
        assert rows_of(tmp_path / name).rows[0].cells == ("Mã TTHC", "Tên TTHC")


@pytest.mark.parametrize("parts", [1, 4])
def test_a_small_workbook_that_unpacks_to_far_more_than_an_appendix_is_refused_before_it_is_read(tmp_path, parts):
    path = tmp_path / "phu-luc.xlsx"
    Workbook().save(path)
    noise = b"".join(blake2b(b"%d" % at).digest() * 16 for at in range((MOST_OF_ALL // parts + MB) // 1024 // parts))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        for at in range(parts * parts):
            book.writestr(f"xl/worksheets/sheet{at + 7}.xml", noise)
    assert path.stat().st_size < 4 * MB
    with pytest.raises(UnreadableFile, match="Bảng tính quá dài để đọc"):
        rows_of(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("một đoạn văn", "không phải bảng"),
        ("a\tb\n" * (MOST_ROWS + 1), f"quá {MOST_ROWS} dòng"),
        ("a\t" + "b" * MOST_PASTED, f"quá {MOST_PASTED} ký tự"),
        ("a\t" + "b" * 200_000, "Một ô của đoạn dán dài quá"),
    ],
)
def test_what_is_no_table_or_too_long_is_refused(text, words):
    with pytest.raises(UnreadableFile, match=words):
        pasted_rows(text)


def test_lines_of_a_pdf_are_read_and_it_is_said_that_they_have_no_columns():
    handed_in = pasted_rows("1 1.000001 Thả diều\n2 1.000002 Bơi qua hồ\n")
    assert [row.cells[:2] for row in handed_in.rows[1:]] == [("1.000001", "Thả diều"), ("1.000002", "Bơi qua hồ")]
    assert handed_in.remarks == (WITHOUT_COLUMNS,)


def test_records_in_json_are_no_appendix(tmp_path):
    (tmp_path / "a.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="JSON"):
        rows_of(tmp_path / "a.jsonl")
