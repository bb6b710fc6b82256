"""Every code on a rendered page is large enough, alone in its quiet zone, and read by two independent decoders."""

import shutil
from dataclasses import replace

import pytest

from paper.make import board_pdf, book_pdf, labels_pdf, poster_pdf, sheets_pdf
from paper.qr import QUIET_ZONE, qr_rows
from tests.paper.reading import picture
from tests.paper.samples import NAME_228, POSTER, SHEET, board, book, code, labels
from tests.paper.scanning import codes_on, cut_out, hardships, read_by_zbar, read_by_zxing, side
from tests.parts import missing

DOTS = 8  # to a millimetre
SMALLEST, SMALLEST_MODULE = 25, 0.5  # mm
LONG_ADDRESS = replace(code(), address="https://thu-tuc.mot-tinh-co-ten-mien-rat-dai.example/" + "q" * 120)
PAPERS = {
    "short": lambda: (sheets_pdf([SHEET]), 1),
    "large": lambda: (sheets_pdf([SHEET], "large"), 1),
    "poster A5": lambda: (poster_pdf([POSTER], "A5"), 1),
    "board A3 of 6": lambda: (board_pdf(board(6, size="A3", columns=6)), 6),
    "board A2 of 3": lambda: (board_pdf(board(2, 1, size="A2", columns=3)), 3),
    "labels": lambda: (labels_pdf(labels("Khai sinh", NAME_228)), 2),
    "a long address": lambda: (sheets_pdf([replace(SHEET, code=LONG_ADDRESS)]), 1),
}


def _modules(address):
    return len(qr_rows(address)) - 2 * QUIET_ZONE


@pytest.mark.parametrize("kind", PAPERS)
def test_codes_are_large_enough(kind):
    pdf, count = PAPERS[kind]()
    codes = codes_on(picture(pdf, dots_per_mm=DOTS))
    assert len(codes) == count
    for one in codes:
        width = (side(one) + 1) / DOTS  # corners are the middles of the outermost pixels
        assert width >= SMALLEST - 0.25
        assert width / _modules(one.text) >= SMALLEST_MODULE - 0.01


def test_codes_of_a_book_are_large_enough():
    (one,) = codes_on(picture(book_pdf(book("Khai sinh")), page=2, dots_per_mm=DOTS))
    assert (side(one) + 1) / DOTS >= SMALLEST - 0.25


def test_two_decoders_read_every_code_however_bad_it_looks(tmp_path):
    if not shutil.which("zbarimg"):
        missing("zbarimg (gói zbar-tools)")
    page = picture(board_pdf(board(6, size="A3", columns=3)), dots_per_mm=DOTS)
    for seed, one in enumerate(codes_on(page)):
        for hardship, worse in hardships(cut_out(page, one, _modules(one.text)), seed):
            assert read_by_zxing(worse) == {one.text}, hardship
            assert read_by_zbar(worse, tmp_path) == {one.text}, hardship


def test_the_code_holds_the_whole_address():
    (one,) = codes_on(picture(sheets_pdf([SHEET])))
    assert one.text == SHEET.code.address
