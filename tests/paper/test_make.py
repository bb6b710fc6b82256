"""Every kind of paper: what is on it, and that nothing is clipped, lost or left unsaid."""

from dataclasses import replace

import pytest

from paper import make
from paper.contents import Answer, PaperLine
from paper.make import board_pdf, book_pdf, labels_pdf, poster_pdf, sheets_pdf
from tests.paper.reading import letters, outside, pages, reader
from tests.paper.samples import BLANK, NAME_228, NAME_1192, POSTER, SHEET, STAMP, board, book, code, labels

MISSING = letters("Chưa công bố – hỏi tại nơi nộp")
EVERY_KIND = {
    "short": lambda name: sheets_pdf([replace(SHEET, name=name)], "short"),
    "full": lambda name: sheets_pdf([replace(SHEET, name=name)], "full"),
    "large": lambda name: sheets_pdf([replace(SHEET, name=name)], "large"),
    "poster A5": lambda name: poster_pdf([replace(POSTER, name=name)], "A5"),
    "poster A3": lambda name: poster_pdf([replace(POSTER, name=name)], "A3"),
    "board A3": lambda name: board_pdf(_named(name, size="A3", columns=6)),
    "board A0": lambda name: board_pdf(_named(name, size="A0", columns=3, landscape=True)),
    "labels": lambda name: labels_pdf(labels(name, name)),
    "book": lambda name: book_pdf(book(name)),
}
every_kind = pytest.mark.parametrize("kind", EVERY_KIND)


def _named(name, **changes):
    """A board whose first procedure has this name."""
    full = board(3, 7, **changes)
    first = full.groups[0]
    cells = (replace(first.cells[0], name=name), *first.cells[1:])
    return replace(full, groups=(replace(first, cells=cells), *full.groups[1:]))


@every_kind
def test_a_pdf_is_tagged_accessible_and_speaks_vietnamese(kind):
    pdf = reader(EVERY_KIND[kind]("Đăng ký khai sinh"))
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi-VN"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert pdf.metadata.title
    assert not _fonts_left_out(pdf)


def _fonts_left_out(pdf):
    fonts = [font.get_object() for page in pdf.pages for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    return [entry for entry in described if not {"/FontFile2", "/FontFile3"} & set(entry)]


@every_kind
@pytest.mark.parametrize("name", [NAME_228, NAME_1192, "a" * 300], ids=["228", "1192", "one word"])
def test_a_long_name_is_whole_and_inside_the_page(kind, name):
    pdf = EVERY_KIND[kind](name)
    assert letters(name) in "".join(pages(pdf))
    assert outside(pdf) == []


@every_kind
def test_each_page_says_which_edition_it_is(kind):
    foots = [page for page in pages(EVERY_KIND[kind](NAME_1192)) if letters(STAMP.printed_at) not in page]
    assert foots == []


def test_a_full_sheet_prints_every_text():
    text = "".join(pages(sheets_pdf([SHEET], "full")))
    assert [one for one in _texts(SHEET) if letters(one).lstrip("-") not in text] == []


def _texts(value):
    if isinstance(value, str):
        return [value] if value and value != code().address and value != SHEET.header.site else []
    if isinstance(value, tuple):
        return [text for part in value for text in _texts(part)]
    fields = getattr(value, "__dataclass_fields__", {})
    return [text for field in fields for text in _texts(getattr(value, field))]


def test_a_short_sheet_leaves_out_the_steps_and_the_law():
    text = "".join(pages(sheets_pdf([SHEET], "short")))
    assert letters("Giấy chứng sinh") in text
    assert letters("Lấy giấy hẹn") not in text
    assert letters("60/2014/QH13") not in text


def test_what_is_not_stated_is_said_to_be_missing():
    text = "".join(pages(sheets_pdf([BLANK], "full")))
    assert text.count(MISSING) == 9  # two answers, papers, channels, steps, results, conditions, place, law


def test_a_sheet_begins_with_the_province_and_ends_with_its_number_of_pages():
    first = pages(sheets_pdf([SHEET]))[0]
    assert first.startswith(letters("TỈNH SÔNG DIỀU Xã Đồng Mây"))
    assert letters("Quét để xem bản mới nhất") in first
    assert "Trang1/2" in first


def test_a_note_among_the_papers_has_no_box():
    only_notes = replace(SHEET.cases[0], papers=(PaperLine("Chỉ là lưu ý", is_note=True),))
    assert _lists(sheets_pdf([replace(BLANK, cases=(only_notes,))])) == 0
    assert _lists(sheets_pdf([replace(BLANK, cases=SHEET.cases[:1])])) == 2  # parted by the note


def _lists(pdf):
    return pdf.count(b"/Type/StructElem/S/L/")


def test_large_print_is_18_points():
    sizes = []
    reader(sheets_pdf([SHEET], "large")).pages[0].extract_text(
        visitor_text=lambda text, _, matrix, font, size: (
            sizes.append(round(size * abs(matrix[3]), 1)) if "loại" in text else None
        )
    )
    assert sizes[0] == 18


def test_sheets_of_one_document_count_their_pages_each():
    text = pages(sheets_pdf([SHEET, BLANK]))
    assert [page[-8:] for page in text] == ["Trang1/2", "Trang2/2", "Trang1/1"]


@pytest.mark.parametrize("portion", [1, 2, 100])
def test_two_sided_sheets_never_share_a_piece_of_paper(monkeypatch, portion):
    monkeypatch.setattr(make, "PORTION", portion)
    text = pages(sheets_pdf([SHEET, SHEET, BLANK], two_sided=True))
    assert ["Trang1/" in page for page in text] == [True, False, True, False, True]


def test_progress_is_told(monkeypatch):
    monkeypatch.setattr(make, "PORTION", 2)
    heard = []
    sheets_pdf([BLANK] * 5, advance=heard.append)
    assert heard == [2, 4, 5]


def test_the_same_contents_give_the_same_bytes():
    assert sheets_pdf([SHEET]) == sheets_pdf([SHEET])


def test_a_board_repeats_the_offices_name_and_the_field_on_every_page():
    text = pages(board_pdf(board(60, size="A3")))
    assert len(text) > 1
    assert [page for page in text if letters("Xã Đồng Mây") not in page or letters("Lĩnh vực A") not in page] == []


def test_a_fields_heading_stands_with_its_first_procedure():
    sizes = (5, 9, 1, 2, 12, 3, 8, 4)
    for page in pages(board_pdf(board(*sizes, size="A3", columns=3))):
        for letter in "ABCDEFGH":
            assert (letters(f"Lĩnh vực {letter}") in page) == (f"Thủtục{letter}" in page)


def test_a_board_shows_every_procedure_once():
    text = "".join(pages(board_pdf(board(5, 9, 1))))
    assert [text.count(f"Thủtục{name}.") for name in ("A4", "B8", "C0")] == [1, 1, 1]


def test_a_book_has_contents_and_an_index_in_the_alphabets_order():
    text = pages(book_pdf(book("Đổi thẻ", "Ấn định", "Dời nhà")))
    assert letters("Mục lục") in text[1]
    assert letters("Hộ tịch") in text[1]
    index = text[-1]
    assert index.index(letters("Ấn định")) < index.index(letters("Dời nhà")) < index.index(letters("Đổi thẻ"))


def test_a_local_answer_says_so():
    sheet = replace(BLANK, answers=(Answer("Bao lâu", "Trong ngày", local=True),))
    assert letters("do tỉnh công bố") in pages(sheets_pdf([sheet]))[0]


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (lambda: sheets_pdf([]), "Không có thủ tục nào để in"),
        (lambda: sheets_pdf([SHEET], "tiny"), "Không có loại phiếu “tiny”"),
        (lambda: poster_pdf([]), "Không có thủ tục nào để in"),
        (lambda: poster_pdf([POSTER], "A9"), "Không có khổ áp phích “A9”"),
        (lambda: board_pdf(board()), "Không có thủ tục nào để in"),
        (lambda: board_pdf(board(0)), "Không có thủ tục nào để in"),
        (lambda: board_pdf(board(1, size="A4")), "Không có khổ bảng “A4”"),
        (lambda: board_pdf(board(1, columns=7)), "Bảng có từ 2 đến 6 cột"),
        (lambda: labels_pdf(labels()), "Không có thủ tục nào để in"),
        (lambda: book_pdf(book()), "Không có thủ tục nào để in"),
    ],
)
def test_nonsense_is_refused_in_vietnamese(order, reason):
    with pytest.raises(ValueError, match=reason):
        order()


def test_more_posters_than_are_set_at_a_time_lie_in_one_file_in_their_order():
    names = [f"Thả diều số {number}" for number in range(make.PORTION + 1)]
    pdf = poster_pdf([replace(POSTER, name=name) for name in names])
    assert [letters(name) in page for name, page in zip(names, pages(pdf), strict=True)] == [True] * len(names)
