"""Lists in the shapes in which programs and people leave them: all of the same two procedures, all read alike."""

import csv
import io
import unicodedata

import openpyxl
import pytest

from procedures_catalog.files.issues import ReadRow, Told
from procedures_catalog.files.read_table import read_table
from tests.vietnamese.test_old_encodings import _to_tcvn3

HEAD = ["STT", "Mã TTHC", "Tên TTHC", "Lĩnh vực", "Cấp thực hiện"]
KITE = [1, "1.001193", "Thủ tục thả diều ban đêm", "Diều sáo", "Cấp xã"]
BOAT = [2, "2.000815", "Cấp giấy phép chở đò ngang", "Sông nước", "Cấp tỉnh, Cấp xã"]
LIST = [HEAD, KITE, BOAT]
TWO_LINES = [["STT", "Thủ tục hành chính", "", "Lĩnh vực", "Cấp thực hiện"], ["", "Mã TTHC", "Tên TTHC", "", ""]]
OTHER_ORDER = [["TT", "Tên TTHC", "Mã số", "Cấp giải quyết", "Lĩnh vực"], [1, BOAT[2], BOAT[1], BOAT[4], BOAT[3]]]


def _text(rows, mark=",", **how) -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=mark, **how).writerows(rows)
    return held.getvalue()


def _old(rows):
    return [[_to_tcvn3(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]


def _read_wrongly(rows):
    """As a program shows UTF-8 that it takes for its own letters."""
    wrong = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)}
    return [[*row[:2], *("".join(map(wrong.get, cell.encode())) for cell in row[2:4]), row[4]] for row in rows]


def _facts(path):
    outcomes = list(read_table(path))
    assert all(isinstance(each, ReadRow | Told) for each in outcomes)
    return [
        (it.record.code, it.record.name, it.record.sector, set(it.record.levels))
        for it in outcomes
        if isinstance(it, ReadRow)
    ]


ALL = [(KITE[1], KITE[2], KITE[3], {"commune"}), (BOAT[1], BOAT[2], BOAT[3], {"province", "commune"})]


@pytest.mark.parametrize(
    "data",
    [
        _text(LIST).encode(), _text(LIST, ";").encode("utf-8-sig"),
        ("sep=;\r\n" + _text(LIST, ";")).encode("utf-8-sig"),
        _text(LIST, "\t").encode("utf-8-sig"), _text(LIST, "|").encode(), _text(LIST, "\t").encode("utf-16"),
        b"\xfe\xff" + _text(LIST).encode("utf-16-be"), unicodedata.normalize("NFD", _text(LIST)).encode(),
        _text(LIST, quoting=csv.QUOTE_ALL).encode(), _text(_old(LIST), ";").encode(),
        _text([HEAD, *([no, f'="{code}"', *rest] for no, code, *rest in (KITE, BOAT))]).encode(),
        _text([["DANH MỤC"], [], HEAD, KITE, [], HEAD, BOAT]).encode(), _text([*TWO_LINES, KITE, BOAT]).encode(),
        _text([["", *row, "", ""] for row in LIST]).encode(), _text([HEAD, KITE, *OTHER_ORDER]).encode(),
    ],
    ids=["plain", "semicolons", "sep", "tabs", "strokes", "utf-16", "utf-16-be", "nfd", "quotes", "tcvn3", "as text",
         "again", "two lines", "empty columns", "two tables"],
)  # fmt: skip
def test_a_text_file_is_read(tmp_path, data):
    path = tmp_path / "danh-muc.csv"
    path.write_bytes(data)
    assert _facts(path) == ALL


@pytest.mark.parametrize(
    "sheets",
    [
        {"A": LIST}, {"Bìa": [["UBND TỈNH"], ["DANH MỤC"]], "A": [HEAD, KITE], "B": [HEAD, BOAT]},
        {"-Nháp": [HEAD, KITE], "A": LIST}, {"Tổng hợp": [["Lĩnh vực", "Số lượng"], ["Diều sáo", 1]], "A": LIST},
        {"A": [*TWO_LINES, KITE, BOAT]}, {"A": [HEAD, KITE, [], *OTHER_ORDER]}, {"A": [["Căn cứ"]] * 40 + LIST},
        {"A": [HEAD, ["I", "LĨNH VỰC DIỀU SÁO"], KITE, ["II", "LĨNH VỰC SÔNG NƯỚC"], BOAT]},
        {"A": [HEAD, [1, 2, 3, 4, 5], KITE, BOAT, ["", "", "Tổng cộng: 2 thủ tục"], ["", "", "", "",
        "NGƯỜI LẬP BIỂU"]]},
        {"A": [HEAD, [1, 1.001193, *KITE[2:]], BOAT]}, {"A": [HEAD, KITE, [*BOAT[:4], "Cấp tỉnh_x000D_\nCấp xã"]]},
        {"A": [HEAD, *_read_wrongly([KITE, BOAT])]},
    ],
    ids=["one", "cover", "hidden", "summary", "two lines", "two tables", "far down", "sections", "numbers and footer",
         "number", "returns", "read wrongly"],
)  # fmt: skip
def test_a_workbook_is_read(tmp_path, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.strip("-"))
        sheet.sheet_state = "hidden" if name.startswith("-") else "visible"
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "danh-muc.xlsx")
    assert _facts(tmp_path / "danh-muc.xlsx") == ALL


@pytest.mark.parametrize("data", [_text(LIST).encode("utf-16-le"), _text(LIST).replace("\r\n", "\r").encode()])
def test_what_is_no_such_file_is_refused_with_a_sentence(tmp_path, data):
    path = tmp_path / "danh-muc.csv"
    path.write_bytes(data)
    with pytest.raises(Exception, match=r"Dòng 1|dòng tiêu đề"):
        _facts(path)
