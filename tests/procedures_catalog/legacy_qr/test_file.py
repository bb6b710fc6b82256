"""A list of printed addresses: what is read, what is refused and why."""

import pytest

from procedures_catalog.files.issues import Refused, UnreadableFile
from procedures_catalog.legacy_qr.file import read_legacy

ADDRESS = "http://cu.example/tt?ma=7"


def _read(tmp_path, text: str, **limits):
    path = tmp_path / "cu.tsv"
    path.write_text(text, encoding="utf-8")
    return list(read_legacy(path, **limits))


@pytest.mark.parametrize(
    "text",
    [
        f"payload\tcode\tname\n{ADDRESS}\t1.000001\tThả diều\n",
        f"Mã TTHC;Địa chỉ;Tên thủ tục\n1.000001;{ADDRESS};Thả  diều\n",
        f'code,name,payload\n"1.000001","Thả diều","{ADDRESS}"\n\n',
    ],
)
def test_columns_are_found_by_their_names_in_any_order(tmp_path, text):
    [row] = _read(tmp_path, text)
    assert (row.row, row.address.path, row.code, row.name) == (2, "/tt?ma=7", "1.000001", "Thả diều")


def test_code_and_name_may_be_missing(tmp_path):
    [row] = _read(tmp_path, f"image\tpayload\nxl_media_image1.png\t{ADDRESS}\n")
    assert (row.code, row.name, row.image) == ("", "", "xl_media_image1.png")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("\t1.000001", "không có địa chỉ"),
        ("diều\t1.000001", "không phải địa chỉ web"),
        ("http://cu.example\t1.000001", "trang đầu"),
        ("http://cu.example/#dau-trang\t1.000001", "trang đầu"),
        (f"{ADDRESS}\t{'1' * 61}", "mã thủ tục dài quá 60"),
        (f"http://cu.example/{'x' * 1000}\t", "địa chỉ dài quá 1000"),
        ('"' + ADDRESS + "\t1", "không phải địa chỉ web"),
    ],
)
def test_a_bad_row_is_refused_with_its_reason_and_stops_no_other(tmp_path, line, reason):
    bad, good = _read(tmp_path, f"payload\tcode\n{line}\n{ADDRESS}\t1.000001\n")
    assert isinstance(bad, Refused)
    assert bad.row == 2
    assert reason in bad.complaint.reason
    assert good.code == "1.000001"


@pytest.mark.parametrize(
    ("text", "reason"), [("", "Tệp rỗng"), ("a\tb\n1\t2\n", "cột “payload”"), ("payload\0\n", "byte NUL")]
)
def test_a_file_that_is_no_such_list_is_refused_whole(tmp_path, text, reason):
    with pytest.raises(UnreadableFile, match=reason):
        _read(tmp_path, text)


def test_too_many_rows_are_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="quá 1 dòng"):
        _read(tmp_path, f"payload\n{ADDRESS}\n{ADDRESS}\n", max_rows=1)
