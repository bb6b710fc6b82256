"""CSV as spreadsheet programs save it: other separators and encodings, zeros and texts that became numbers and days."""

import pytest

from procedures_catalog.files.exporting import write_csv, write_xlsx
from procedures_catalog.files.issues import ReadRow, Refused, Told, UnreadableFile
from procedures_catalog.files.read_national import read_national
from procedures_catalog.files.read_table import read_table

LINES = ["Mã TTHC,Tên TTHC,Cấp thực hiện", "9.000001,Thả diều,Cấp xã", "9.00002,Thổi sáo,Cấp tỉnh"]


@pytest.fixture
def read(tmp_path):
    """What becomes of a file of these bytes: codes that were read, complaints."""

    def read(content, name="ds.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        outcomes = list(read_table(path))
        codes = [each.record.code for each in outcomes if isinstance(each, ReadRow)]
        return codes, [each.complaint for each in outcomes if isinstance(each, Refused)]

    return read


def text(mark=",", end="\r\n", before=""):
    return before + end.join(line.replace(",", mark) for line in LINES) + end


SHAPES = {
    "commas": text().encode("utf-8-sig"),
    "semicolons": text(";").encode("utf-8-sig"),
    "tabs": text("\t").encode(),
    "old line ends": text(end="\n").encode(),
    "UTF-16 with tabs": text("\t").encode("utf-16"),
    "UTF-16 with commas": text().encode("utf-16"),
    "UTF-16, big end first": b"\xfe\xff" + text(";").encode("utf-16-be"),
    "a line that names the separator": text(";", before="sep=;\r\n").encode("utf-8-sig"),
    "titles above": text(before="DANH MỤC,,\r\n,,\r\n").encode("utf-8-sig"),
    "all quoted": "\r\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in LINES).encode(),
    "no last line end": text().rstrip().encode(),
    "empty columns behind": "\r\n".join(f"{line},,," for line in LINES).encode(),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_whatever_shape_it_is_saved_in_it_is_read(read, shape):
    assert read(SHAPES[shape], "ds.txt" if "tabs" in shape else "ds.csv") == (["9.000001", "9.000020"], [])


def test_a_decimal_comma_is_a_dot(read):
    content = "Mã TTHC;Tên TTHC\r\n9,000001;Thả diều\r\n9,00002;Thổi sáo\r\n"
    assert read(content.encode())[0] == ["9.000001", "9.000020"]


def test_where_whole_codes_end_in_zero_a_short_code_is_a_slip_and_refused(read):
    codes, refused = read(f"{text()}9.000010,Đánh trống,Cấp xã\r\n".encode())
    assert codes == ["9.000001", "9.000010"]
    assert [(it.value, it.reason) for it in refused] == [
        ("9.00002", "mã thiếu chữ số: sau dấu chấm đầu có 5 chữ số, mã quốc gia có 6")
    ]


def test_a_zero_put_back_is_shown_as_a_repair(tmp_path):
    path = tmp_path / "ds.csv"
    path.write_text(text(), encoding="utf-8")
    last = list(read_table(path))[-1]
    assert [(it.value, it.reason, it.name) for it in last.repairs] == [
        ("9.00002", "bảng tính đã làm mất chữ số 0 ở cuối mã, thêm lại thành 9.000020", "Thổi sáo")
    ]


POWERS = ["2.345E+70", "2345E67", "9E+05", "9,00E+05"]
DAYS = ["15/12/2026", "15-Dec", "15-dec-2026", "Dec-26", "03-Thg4"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [*((code, "lũy thừa") for code in POWERS), *((code, "thành ngày") for code in DAYS), ("#VALUE!", "lỗi của bảng")],
)
def test_a_code_that_became_something_else_is_refused_by_name(read, code, reason):
    codes, refused = read(f"{text(';')}{code};Đánh trống;Cấp xã\r\n".encode())
    assert len(codes) == 2
    assert [(it.row, it.value, reason in it.reason) for it in refused] == [(4, code, True)]


def test_a_broken_utf_16_file_says_so(read):
    with pytest.raises(UnreadableFile, match="UTF-16 bị hỏng"):
        read(text().encode("utf-16")[:-1])


# — over the real catalogue —


@pytest.mark.shared
@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_every_real_procedure_comes_back_from_a_table_that_was_saved_again(shared_data, tmp_path, write):
    national = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    records = {row.base(): row.record for row in national if isinstance(row, ReadRow)}
    path = tmp_path / f"ds.{write.__name__[-4:].strip('_')}"
    write(path, records.values())
    if write is write_csv:
        path.write_text(saved_again(path.read_text("utf-8-sig")), encoding="utf-8")
    rows = [each for each in read_table(path) if not isinstance(each, Told)]
    assert all(isinstance(row, ReadRow) for row in rows)
    assert len(rows) == len(records) == 5_652
    assert [row.record.levels for row in rows] == [records[row.base()].levels for row in rows]
    # Two names that the national list joins by a comma come apart, a dot behind a name is lost.
    same = sum(row.record.executing == records[row.base()].executing for row in rows)
    assert same / len(rows) > 0.97


def saved_again(text):
    """As a program saves it that takes codes for numbers."""
    lines = [line.split(",", 1) for line in text.splitlines()]
    return "\n".join(
        ",".join([cells[0].rstrip("0") if len(cells[0]) == 8 else cells[0], *cells[1:]]) for cells in lines
    )
