"""A form to be filled in by hand."""

from paper.blanks import Blank, blank_pdf
from tests.paper.reading import letters, pages, reader

FORM = Blank(
    "CT01", "Tờ khai", "Bộ Gió", "theo Thông tư 1/2026/TT-BG", "Nơi nộp", ("Họ và tên",), ("Người khai",), "Ghi chú."
)


def test_it_is_one_page_with_its_number_its_lines_and_its_note():
    (page,) = pages(blank_pdf(FORM))
    assert all(letters(words) in page for words in ("Mẫu CT01", "Họ và tên", "Người khai", FORM.version, FORM.note))


def test_it_is_tagged_and_named():
    pdf = reader(blank_pdf(FORM))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.metadata.title == "Mẫu CT01 · Tờ khai"
