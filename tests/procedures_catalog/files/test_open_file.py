"""Files from outside: their kind, their size, what is refused before it is read."""

import gzip
import zipfile

import pytest

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.office_file import check_xlsx
from procedures_catalog.files.open_file import MAX_FILE, kind_of, text_lines

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.fixture
def file(tmp_path):
    def write(content, name="ds.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def workbook(tmp_path):
    def write(members, name="ds.xlsx"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return path

    return write


def reason(call, *args, **limits):
    """What the reader is told of a file that cannot be read."""
    with pytest.raises(UnreadableFile) as found:
        list(call(*args, **limits) or ())
    return str(found.value)


def test_lines_are_numbered_from_one_and_lose_their_ends(file):
    assert list(text_lines(file("một\r\nhai\n\nbốn".encode()))) == [
        (1, "một"),
        (2, "hai"),
        (3, ""),
        (4, "bốn"),
    ]


def test_a_byte_order_mark_is_no_part_of_the_text(file):
    assert list(text_lines(file("\ufeffmã\n".encode()))) == [(1, "mã")]


def test_a_packed_text_is_told_by_its_bytes_and_not_by_its_name(file):
    assert list(text_lines(file(gzip.compress("mã".encode()), "ds.csv"))) == [(1, "mã")]
    assert list(text_lines(file("mã".encode(), "ds.csv.gz"))) == [(1, "mã")]


def test_lines_come_one_by_one_before_the_file_is_read_to_its_end(file):
    lines = text_lines(file("tốt\n".encode() * 3 + b"\xff\n"))
    assert [next(lines)[1] for _ in range(3)] == ["tốt"] * 3
    with pytest.raises(UnreadableFile, match="Dòng 4"):
        next(lines)


@pytest.mark.parametrize("call", [text_lines, check_xlsx, kind_of])
def test_a_missing_file_a_folder_and_an_empty_file_are_told_apart(call, tmp_path, file):
    assert "Không tìm thấy" in reason(call, tmp_path / "không có.csv")
    assert "thư mục" in reason(call, tmp_path)
    assert "rỗng" in reason(call, file(b""))


def test_a_packed_text_with_nothing_in_it_is_empty(file):
    assert "rỗng" in reason(text_lines, file(gzip.compress(b"")))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_utf_16_is_named_and_the_remedy_told(file, encoding):
    told = reason(text_lines, file("mã,tên\n".encode(encoding)))
    assert "UTF-16" in told or "NUL" in told
    assert "CSV UTF-8" in told


def test_an_old_vietnamese_encoding_is_named_with_the_line(file):
    decomposed = "Câ\u0301p la\u0323i\n".encode("cp1258")
    told = reason(text_lines, file(b"code,name\n" + decomposed))
    assert "Dòng 2" in told
    assert "Windows-1258" in told
    assert "CSV UTF-8" in told


def test_a_nul_byte_is_refused_with_its_line(file):
    assert "Dòng 2 có byte NUL" in reason(text_lines, file(b"a\nb\0c\n"))


@pytest.mark.parametrize("broken", [lambda whole: whole[:-20], lambda whole: whole + b"rest", lambda whole: whole[:12]])
def test_a_truncated_or_spoilt_gzip_file_is_refused(file, broken):
    whole = gzip.compress("\n".join(str(number**5) for number in range(2000)).encode())
    assert "gzip bị hỏng hoặc bị cắt ngắn" in reason(text_lines, file(broken(whole)))


def test_a_gzip_file_with_a_wrong_checksum_is_refused(file):
    whole = bytearray(gzip.compress(b"abc\n" * 100))
    whole[-6] ^= 0xFF
    assert "gzip bị hỏng" in reason(text_lines, file(bytes(whole)))


@pytest.mark.parametrize("call", [text_lines, check_xlsx])
def test_a_file_too_large_is_refused_without_being_read(call, tmp_path):
    path = tmp_path / "lớn.csv"
    with path.open("wb") as sparse:
        sparse.truncate(MAX_FILE + 1)
    assert "quá lớn: 100,0 MB, giới hạn 100,0 MB" in reason(call, path)


def test_a_text_that_unpacks_past_the_limit_is_refused(file):
    assert "giải nén" in reason(text_lines, file(gzip.compress(b"abcd\n" * 100)), max_unpacked=400)


def test_a_gzip_bomb_is_refused_by_its_ratio(file):
    assert "giải nén" in reason(text_lines, file(gzip.compress(b"a\n" * 2**20)))


def test_a_small_text_that_packs_very_well_is_no_bomb(file):
    assert len(list(text_lines(file(gzip.compress(b"a\n" * 10_000)), max_ratio=10))) == 10_000


def test_a_line_without_end_is_refused(file):
    assert "Dòng 2 dài quá" in reason(text_lines, file(b"a\n" + b"b" * 100), max_line=50)
    assert list(text_lines(file(b"b" * 49 + b"\n"), max_line=50)) == [(1, "b" * 49)]


def test_a_workbook_that_is_one_passes(workbook):
    check_xlsx(workbook({"xl/workbook.xml": "<workbook/>"}))


def test_a_text_or_another_zip_file_is_no_workbook(file, workbook):
    assert "không phải là bảng tính XLSX" in reason(check_xlsx, file(b"code,name\n", "ds.xlsx"))
    assert "không phải là bảng tính XLSX" in reason(check_xlsx, workbook({"word/document.xml": "<w/>"}))
    assert "không phải là bảng tính XLSX" in reason(check_xlsx, file(b"<html><table>", "ds.xls"))


def test_an_old_excel_file_is_to_be_saved_anew(file):
    told = reason(check_xlsx, file(OLE + bytes(600), "ds.xls"))
    assert "Excel đời cũ" in told
    assert "lưu lại dạng .xlsx" in told


def test_a_workbook_with_a_password_is_refused(file, workbook):
    boxed = file(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "kín.xlsx")
    assert "mật khẩu" in reason(check_xlsx, boxed)
    zipped = workbook({"xl/workbook.xml": "<workbook/>"})
    content = bytearray(zipped.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1  # the flag of an encrypted member
    zipped.write_bytes(content)
    assert "mật khẩu" in reason(check_xlsx, zipped)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_workbook_is_refused(workbook, file, share):
    whole = workbook({"xl/workbook.xml": "<workbook/>" * 99, "xl/other.xml": "<x/>" * 99}).read_bytes()
    assert "bị hỏng" in reason(check_xlsx, file(whole[: int(len(whole) * share)], "cụt.xlsx"))


def test_a_zip_bomb_is_refused_by_its_ratio(workbook):
    bomb = workbook({"xl/workbook.xml": "<workbook/>", "xl/sharedStrings.xml": bytes(2 * 2**20)})
    assert "giải nén" in reason(check_xlsx, bomb)


def test_a_workbook_that_unpacks_past_the_limit_is_refused(workbook):
    assert "giải nén" in reason(check_xlsx, workbook({"xl/workbook.xml": "x" * 2000}), max_unpacked=1000)


def test_a_workbook_of_too_many_members_is_refused(workbook):
    many = workbook({"xl/workbook.xml": ""} | {f"xl/media/{number}.png": "" for number in range(50)})
    assert "quá nhiều tệp con" in reason(check_xlsx, many, max_members=40)
    check_xlsx(many, max_members=100)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b'{"a": 1}\n', "ds.txt", "jsonl"),
        (b'\xef\xbb\xbf {"a": 1}\n', "ds.csv", "jsonl"),
        (gzip.compress(b'{"a": 1}\n', mtime=0), "ds", "jsonl"),
        (b"broken\n", "ds.jsonl", "jsonl"),
        (gzip.compress(b"broken\n", mtime=0), "ds.jsonl.gz", "jsonl"),
        (gzip.compress(b"broken\n", mtime=0)[:11], "ds.jsonl.gz", "jsonl"),
        (b"code,name\n", "ds.csv", "csv"),
        (gzip.compress(b"code,name\n", mtime=0), "ds.csv.gz", "csv"),
        (b"code;name\n", "ds", "csv"),
        (b"PK\x03\x04", "ds.csv", "xlsx"),
        (OLE, "ds.xls", "xlsx"),
        (b"code,name\n", "ds.xlsx", "xlsx"),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_content_and_then_by_its_name(file, content, name, kind):
    assert kind_of(file(content, name)) == kind
