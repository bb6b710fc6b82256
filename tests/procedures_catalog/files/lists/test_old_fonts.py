"""Lists of old fonts are read as Unicode and said to be; what cannot be read is refused by name."""

import pytest

from procedures_catalog.files.issues import ReadRow, Refused
from procedures_catalog.files.lists.old_fonts import in_unicode_rows
from procedures_catalog.files.lists.row import UNREADABLE, Row
from procedures_catalog.files.read_national import read_object
from procedures_catalog.files.read_table import read_table
from tests.vietnamese.test_old_encodings import SENTENCES, _to_tcvn3

HEAD = "Mã TTHC;Tên thủ tục;Lĩnh vực;Cấp thực hiện"


def _list(tmp_path, *lines: str):
    path = tmp_path / "danh-muc.csv"
    path.write_text("\n".join((HEAD, *lines)), "utf-8")
    return list(read_table(path))


def test_cells_of_an_old_font_are_given_back_and_those_in_unicode_stay():
    (row,) = in_unicode_rows(iter([Row(3, (1, "9.1", _to_tcvn3(SENTENCES[0]), _to_tcvn3("Hộ tịch"), "Cấp xã"))]))
    assert row.cells == (1, "9.1", SENTENCES[0], "Hộ tịch", "Cấp xã")
    assert row.font.startswith("TCVN3")


def test_a_row_that_is_no_vietnamese_is_marked():
    (row,) = in_unicode_rows(iter([Row(3, ("C\xa7\xb6p gi\xf7\xf7y ph\xbf\xbfp th\xa6\xa6",))]))
    assert row.font == UNREADABLE


@pytest.mark.parametrize("text", SENTENCES)
def test_a_list_in_tcvn3_is_read_with_the_repair_told(tmp_path, text):
    (read,) = _list(tmp_path, f"9.800001;{_to_tcvn3(text)};{_to_tcvn3('Diều sáo')};Cấp xã")
    assert isinstance(read, ReadRow)
    assert (read.record.name, read.record.sector) == (text, "Diều sáo")
    assert any("TCVN3" in repair.reason for repair in read.repairs)


def test_what_cannot_be_read_is_refused_by_name_and_the_others_are_read(tmp_path):
    broken, read = _list(tmp_path, "9.800001;C§¶p gi÷÷y ph¿¿p th¦¦ xa;;Cấp xã", "9.800002;Thả diều;;Cấp xã")
    assert isinstance(broken, Refused)
    assert "không đọc được thành tiếng Việt" in broken.complaint.reason
    assert isinstance(read, ReadRow)


def test_a_national_line_of_an_old_font_is_refused_by_name():
    told = read_object(1, {"Mã thủ tục": "9.800001", "Tên thủ tục": _to_tcvn3(SENTENCES[0])})
    assert isinstance(told, Refused)
    assert "TCVN3" in told.complaint.reason
    assert told.complaint.code == "9.800001"


@pytest.mark.shared
def test_the_list_that_was_mailed_is_read(shared_data):
    rows = [row for row in read_table(shared_data.parent / "cases" / "06-tcvn3.xlsx") if isinstance(row, ReadRow)]
    names = [row.record.name for row in rows]
    assert names == ["Cấp giấy xác nhận tình trạng hôn nhân", "Thủ tục chứng thực chữ ký của người nộp đơn"]
    assert all(any("TCVN3" in repair.reason for repair in row.repairs) for row in rows)
