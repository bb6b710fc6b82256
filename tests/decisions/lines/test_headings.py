"""What a heading says holds up to the next one of its kind, and its number is held against the lines below it."""

from collections.abc import Iterable

import pytest

from decisions.lines.counting import Counted, counted_cells, miscounted
from decisions.lines.headings import Headings, heading_in, sector_in
from decisions.lines.kinds import Kind
from procedures_catalog.files.lists.row import Row


def told(counted: Iterable[Counted]) -> list[str]:
    """What is to be said of titles whose number is not that of the lines below them."""
    return [said for each in counted for said in miscounted(each, len(each.lines))]


def test_what_an_inner_heading_does_not_say_the_outer_one_says():
    headings = Headings(["DANH MỤC TTHC ĐƯỢC SỬA ĐỔI, BỔ SUNG VÀ BÃI BỎ"])
    headings.enter("THỦ TỤC BỊ BÃI BỎ", "A. THỦ TỤC BỊ BÃI BỎ", 0)
    headings.enter("Lĩnh vực Hộ tịch", "I. Lĩnh vực Hộ tịch", 0)
    assert (headings.kind, headings.sector) == (Kind.ABOLISHED, "Hộ tịch")
    headings.enter("THỦ TỤC MỚI BAN HÀNH", "B. THỦ TỤC MỚI BAN HÀNH", 2)
    assert (headings.kind, headings.sector) == (Kind.NEW, "")


def test_headings_without_numbers_follow_one_another():
    headings = Headings([])
    headings.enter("LĨNH VỰC A (01 TTHC)", "LĨNH VỰC A (01 TTHC)", 0)
    headings.enter("LĨNH VỰC B (02 TTHC)", "LĨNH VỰC B (02 TTHC)", 1)
    assert told(headings.counted(3)) == []
    assert headings.sector == ""


def test_a_title_of_the_whole_that_says_one_more_is_told_at_the_end():
    headings = Headings(["Danh mục 51 thủ tục hành chính"])
    headings.enter("MỚI", "A. MỚI", 0)
    assert told(headings.counted(50)) == ["“Danh mục 51 thủ tục hành chính” ghi 51 thủ tục, bên dưới có 50 dòng"]


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        (("A", "THỦ TỤC MỚI BAN HÀNH"), "THỦ TỤC MỚI BAN HÀNH"),
        (("", "", "Lĩnh vực: Đất đai"), "Lĩnh vực: Đất đai"),
        (("1", "Cấp giấy phép"), ""),
        (("Cấp giấy phép", "Sở Gió"), ""),
    ],
)
def test_one_text_alone_that_reads_like_one_is_a_heading(cells, title):
    assert heading_in(Row(1, cells), has_code=False) == title
    assert heading_in(Row(1, cells), has_code=True) == ""


def test_a_cell_beside_each_line_is_held_against_how_often_it_stands_there():
    assert told(counted_cells(["Lĩnh vực A (02 TTHC)"] * 2)) == []
    assert len(told(counted_cells(["Lĩnh vực A (03 TTHC)"] * 2))) == 1
    assert told(counted_cells(["Lĩnh vực A (03 TTHC)", "", ""])) == []
    assert len(told(counted_cells(["Lĩnh vực A (01 TTHC)"] * 2 + [""]))) == 1
    assert sector_in("LĨNH VỰC CHỨNG THỰC (12 TTHC)") == "CHỨNG THỰC"


def test_a_title_that_names_a_number_knows_its_lines_their_kind_and_their_sector():
    headings = Headings(["DANH MỤC (04 TTHC)"])
    headings.enter("THỦ TỤC BỊ BÃI BỎ", "A. THỦ TỤC BỊ BÃI BỎ", 1)
    headings.enter("Lĩnh vực Hộ tịch (02 TTHC)", "I. Lĩnh vực Hộ tịch (02 TTHC)", 1)
    assert headings.counted(3) == [
        Counted("DANH MỤC (04 TTHC)", 4, (0, 1, 2)),
        Counted("Lĩnh vực Hộ tịch (02 TTHC)", 2, (1, 2), Kind.ABOLISHED, "Hộ tịch"),
    ]
