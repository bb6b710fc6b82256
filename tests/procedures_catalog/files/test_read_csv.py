"""Lists as CSV: read row by row, refused with a reason."""

import gzip

import pytest

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.read_csv import csv_rows


@pytest.fixture
def rows(tmp_path):
    def read(text):
        path = tmp_path / "ds.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return [(row.number, row.cells or row.fault) for row in csv_rows(path)]

    return read


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_separator_is_the_one_that_cuts_out_names_of_columns(rows, mark):
    text = f"Danh sách, năm 2025; bản 2\ncode{mark}name{mark}field\n1{mark}a{mark}b\n"
    assert rows(text)[1:] == [(2, ("code", "name", "field")), (3, ("1", "a", "b"))]


def test_separators_inside_quotes_are_text(rows):
    assert rows('code;name\n1;"Sở, ban; ngành"\n')[1] == (2, ("1", "Sở, ban; ngành"))


def test_a_cell_of_many_lines_counts_as_the_line_it_begins_on(rows):
    assert rows('code,name\n1,"a\nb"\n2,c\n') == [(1, ("code", "name")), (2, ("1", "a\nb")), (4, ("2", "c"))]


def test_empty_rows_are_left_out_but_counted(rows):
    assert rows("code,name\n\n , \n,\n1,a\n") == [(1, ("code", "name")), (5, ("1", "a"))]


def test_a_quote_that_never_closes_spoils_its_own_row_and_says_how_far_it_went(rows):
    told = rows('code,name\n1,"a\n2,b\n3,c\n')
    assert told[1:] == [(2, "dấu ngoặc kép mở mà không đóng, hoặc ô quá dài (từ dòng 2 đến dòng 4)")]


def test_quotes_inside_a_quoted_cell_spoil_their_own_row_only(rows):
    told = rows('code,name\n1,"tên "A" mới"\n2,b\n')
    assert told[1:] == [(2, "dấu ngoặc kép mở mà không đóng, hoặc ô quá dài (dòng 2)"), (3, ("2", "b"))]


def test_a_cell_past_what_the_module_takes_spoils_its_own_row_only(rows):
    told = rows(f"code,name\n1,{'a' * 140_000}\n2,b\n")
    assert "ô quá dài" in told[1][1]
    assert told[2] == (3, ("2", "b"))


def test_a_packed_csv_with_a_byte_order_mark_is_read(rows):
    assert rows(gzip.compress("\ufeffcode,name\n1,a\n".encode()))[0] == (1, ("code", "name"))


def test_a_wrong_encoding_is_told_with_its_line(rows):
    with pytest.raises(UnreadableFile, match="Dòng 2 không phải chữ UTF-8"):
        rows(b"code,name\n1,\xe0\xe1\n")
