"""Reading the files, good and bad."""

import pytest

from agencies.reform.file import MergeRow, UnitsFileError, read_merges, read_units


def test_units_come_with_their_superiors(reform_files):
    units = {unit.code: unit for unit in read_units(reform_files.before)}
    assert [unit.kind for unit in units.values()].count("district") == 3
    assert units["90002"].parent == "901"
    assert units["901"].parent == "90"


def test_a_plain_file_reads_as_a_gzipped_one(reform_files, tmp_path):
    plain = tmp_path / "plain.json"
    plain.write_text('\ufeff[{"Code": "9", "FullName": "Tỉnh  A", "Wards": null}]', encoding="utf-8")
    assert [unit.name for unit in read_units(plain)] == ["Tỉnh A"]


def test_columns_are_found_by_name(reform_files):
    reform_files.write_merged(
        [["ghi chú", "Xã A", "Bắc", "B"]], ["x", *["Phường, xã trước sáp nhập", "Tỉnh", "Phường, xã mới"]]
    )
    rows, complaints = read_merges(reform_files.merged)
    assert rows == (MergeRow(2, "Bắc", "B", "Xã A"),)
    assert complaints == ()


def test_a_line_without_a_name_is_a_complaint(reform_files):
    reform_files.write_merged([["Bắc", "", "Xã A"], ["Bắc", "B"]])
    rows, complaints = read_merges(reform_files.merged)
    assert rows == (MergeRow(3, "Bắc", "B", ""),)
    assert str(complaints[0]) == "Dòng 2: “Xã A”: dòng thiếu tên tỉnh hoặc tên đơn vị mới"


def bad_files(path):
    """What is written → what the message must say."""
    yield None, "Không tìm thấy tệp"
    yield b"[{", "không phải JSON"
    yield b'[{"Code": "1"}]', "không đúng khuôn"
    yield b"17", "không đúng khuôn"
    yield b'[{"Code": "1", "FullName": 5}]', "không đúng khuôn"
    yield '[{"Code": "1", "FullName": "Tỉnh Hà"}]'.encode("utf-16"), "không phải mã UTF-8"
    yield b"\x1f\x8b\x08\x00broken", "bị hỏng hoặc bị cắt cụt"
    yield path.read_bytes()[:-20], "bị hỏng hoặc bị cắt cụt"


def test_bad_units_files(reform_files):
    for content, message in list(bad_files(reform_files.before)):
        path = reform_files.folder / "bad.json"
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(UnitsFileError, match=message):
            read_units(path)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UnitsFileError, match="Không đọc được tệp"):
        read_units(tmp_path)


@pytest.mark.parametrize("text", ["", "Tỉnh,Xã\nA,B\n"])
def test_missing_columns_are_named(reform_files, text):
    reform_files.merged.write_text(text, encoding="utf-8")
    with pytest.raises(UnitsFileError, match=r"thiếu cột: .*Phường, xã trước sáp nhập"):
        read_merges(reform_files.merged)
