"""An appendix as a text document: several tables, merged cells, titles between them, and nothing that is unsafe."""

import pytest

from decisions.files.docx import MOST_COLUMNS
from decisions.files.rows import MOST_ROWS, rows_of
from decisions.lines.kinds import Kind
from decisions.lines.reading import read_appendix
from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.office_file import check_docx
from tests.decisions.files.documents import (
    BEGINS,
    BODY,
    GOES_ON,
    cell,
    document,
    list_of,
    paragraph,
    rewritten,
    table,
    wide,
)

HEADINGS = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Sau cắt giảm")
FIRST = ("1", "1.000001", "Thả diều ở bãi sông", "5 ngày", "")
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "phu-luc.docx"


def lines(path):
    return read_appendix(rows_of(path).rows, frozenset()).lines


def refused(path) -> str:
    with pytest.raises(UnreadableFile) as found:
        rows_of(path)
    return str(found.value)


def test_tables_are_read_with_the_titles_above_each_and_others_are_left_out_and_told(path):
    document(
        path,
        table(("ỦY BAN NHÂN DÂN TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        paragraph("Điều 2. Bãi bỏ danh mục thủ tục hành chính ban hành trước đây."),
        paragraph("A. THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH"),
        table(HEADINGS, FIRST),
        paragraph("B. THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ"),
        table(("STT", "Mã TTHC", "Tên TTHC"), ("1", "1.000002", "Bơi qua hồ")),
    )
    assert rows_of(path).remarks == ("1 bảng khác trong tệp không phải danh mục thủ tục nên không đọc.",)
    assert [(line.kind, line.code) for line in lines(path)] == [(Kind.NEW, "1.000001"), (Kind.ABOLISHED, "1.000002")]


def test_headings_repeated_on_the_next_page_and_tables_that_go_on_without_them_are_one_list(path):
    document(
        path,
        table(HEADINGS, FIRST, HEADINGS, ("2", "1.000002", "Bơi qua hồ", "", "")),
        table(("3", "1.000003", "Leo núi", "", "")),
    )
    assert [line.code for line in lines(path)] == ["1.000001", "1.000002", "1.000003"]


def test_merged_cells_say_their_text_in_each_row_and_in_their_first_column(path):
    names = ("STT", "Lĩnh vực", "Mã TTHC", "Tên TTHC")
    document(
        path,
        table(
            (*(cell(name, BEGINS) for name in names), cell("Thời hạn giải quyết", wide(2))),
            (*(cell("", GOES_ON) for _ in names), "Theo quy định", "Sau cắt giảm"),
            ("1", cell("Vui chơi", BEGINS), "1.000001", "Thả diều", "4 ngày làm việc", "2,5 ngày làm việc"),
            ("2", cell("", GOES_ON), "1.000002", "Bơi qua hồ", "3 ngày", "Không thực hiện cắt giảm"),
        ),
    )
    first, second = lines(path)
    assert (str(first.before), str(first.after)) == ("4 ngày làm việc", "2,5 ngày làm việc")
    assert (second.sector, second.is_not_cut) == ("Vui chơi", True)


def test_titles_across_the_table_reach_as_far_as_their_lists_number_them(path):
    document(
        path,
        table(
            HEADINGS,
            (cell("THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH", wide(5), numbered="1"),),
            (cell("Lĩnh vực Vui chơi", wide(5), numbered="2"),),
            FIRST,
        ),
        lists=list_of("1", "upperLetter") + list_of("2", "upperRoman"),
    )
    (line,) = lines(path)
    assert (line.kind, line.sector) == (Kind.NEW, "Vui chơi")


def test_what_was_struck_out_while_changes_were_tracked_is_not_read_and_what_was_added_is(path):
    document(path, table(HEADINGS, ("1", "1.000001", "Thả diều", "", "")))
    gone = "<w:del><w:r><w:delText> cũ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t> xưa</w:t></w:r></w:moveFrom>"
    added = "<w:ins><w:r><w:t> mới</w:t></w:r></w:ins>"
    name = "<w:t>Thả diều</w:t></w:r>"
    rewritten(path, BODY, lambda xml: xml.replace(name.encode(), (name + gone + added).encode()))
    assert [line.name for line in lines(path)] == ["Thả diều mới"]


def test_a_document_without_a_list_of_procedures_is_refused_in_words(path):
    assert "không có bảng nào có cột tên thủ tục" in refused(document(path, table(("Nơi nhận", "Chủ tịch"))))


def test_an_old_document_and_one_with_a_password_are_refused_in_words(tmp_path):
    old = tmp_path / "phu-luc.doc"
    old.write_bytes(OLE + bytes(600))
    assert "Word đời cũ (.doc)" in refused(old)
    old.write_bytes(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert "Tệp DOCX được đặt mật khẩu" in refused(old)


def test_what_is_called_a_document_and_is_none_is_refused_in_words(path):
    path.write_bytes(b"<html><table>")
    assert "không phải là văn bản DOCX" in refused(path)


def test_macros_are_refused_in_words(path):
    document(path, table(HEADINGS, FIRST))
    assert "có macro" in refused(rewritten(path, "word/vbaProject.bin", lambda _: b"x"))


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_a_truncated_document_is_refused_in_words(path, share):
    whole = document(path, table(HEADINGS, FIRST)).read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert "bị hỏng" in refused(path)


def test_a_document_broken_inside_is_refused_in_words(path):
    document(path, table(HEADINGS, FIRST))
    assert "bị hỏng" in refused(rewritten(path, BODY, lambda xml: xml[: len(xml) // 2]))


def test_a_document_that_unpacks_to_far_more_than_it_is_is_refused(path):
    document(path, table(HEADINGS, FIRST))
    assert "giải nén" in refused(rewritten(path, "word/media/a.xml", lambda _: bytes(20 * 2**20)))


def test_a_document_too_long_to_hold_is_refused(path):
    document(path, table(HEADINGS, FIRST))
    check_docx(path)
    with pytest.raises(UnreadableFile, match="quá dài để đọc"):
        check_docx(path, max_body=500)


def test_what_tells_how_lists_number_counts_as_what_is_read(path):
    document(path, table(["Mã TTHC", "Tên TTHC"]), lists="<w:num/>" * 400)
    with pytest.raises(UnreadableFile, match="quá dài"):
        check_docx(path, max_body=2_000)


def test_more_rows_than_an_appendix_has_are_refused(path):
    document(path, table(HEADINGS, *[("1", "1.000001")] * MOST_ROWS))
    assert f"quá {MOST_ROWS} dòng" in refused(path)


def test_a_cell_that_claims_to_be_a_million_columns_wide_is_refused(path):
    document(path, table((cell("STT", wide(1_000_000)),)))
    assert f"quá {MOST_COLUMNS} cột" in refused(path)


def test_entities_are_not_opened(path):
    document(path, table(HEADINGS, FIRST))
    laughs = b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "bị hỏng" in refused(rewritten(path, BODY, lambda xml: laughs + xml.replace(b"5 ng", b"&b; ng")))
