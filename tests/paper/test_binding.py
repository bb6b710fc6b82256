"""Bound PDFs say what their parts said, page by page and tag by tag."""

from dataclasses import replace

import pytest

from paper.binding import bind
from paper.make import sheets_pdf
from tests.paper.reading import pages, reader
from tests.paper.samples import BLANK, SHEET

SHEETS = [replace(SHEET, name=f"Thủ tục ({number} 0 R)") for number in range(3)]
PARTS = [sheets_pdf([sheet], "full") for sheet in SHEETS] + [sheets_pdf([BLANK])]


@pytest.fixture(scope="module")
def bound():
    """Four PDFs in one."""
    return bind([(f"Phần {number}", pdf) for number, pdf in enumerate(PARTS)])


def _tags(pdf):
    """All tags under the root in reading order, as (kind, words of its alternative text)."""
    waiting, found = [reader(pdf).trailer["/Root"]["/StructTreeRoot"]], []
    while waiting:
        tag = waiting.pop()
        found.append((tag.get("/S"), tag.get("/Alt")))
        kids = tag.get("/K", [])
        waiting += [kid.get_object() for kid in reversed(kids) if not isinstance(kid.get_object(), int)]
    return found[1:]


def test_the_pages_are_those_of_the_parts(bound):
    assert pages(bound) == [page for part in PARTS for page in pages(part)]


def test_the_tags_are_those_of_the_parts(bound):
    assert _tags(bound) == [tag for part in PARTS for tag in _tags(part)]


def test_each_page_finds_the_tags_of_what_stands_on_it(bound):
    root = reader(bound).trailer["/Root"]
    entries = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    tree = {int(key): value.get_object() for key, value in zip(entries[::2], entries[1::2], strict=True)}
    for page in reader(bound).pages:
        homes = [tag.get_object() for tag in tree[page["/StructParents"]]]
        assert homes
        assert {home["/Pg"].get_object()["/StructParents"] for home in homes if "/Pg" in home} == {
            page["/StructParents"]
        }


def test_no_two_cells_of_tables_have_one_name(bound):
    names = reader(bound).trailer["/Root"]["/StructTreeRoot"]["/IDTree"]["/Names"][::2]
    assert len(set(names)) == len(names) > 0
    assert names == sorted(names)


def test_the_parts_are_bookmarks(bound):
    outline = reader(bound).outline
    assert [entry["/Title"] for entry in outline[::2]] == ["Phần 0", "Phần 1", "Phần 2", "Phần 3"]
    assert outline[1][0]["/Title"] == SHEETS[0].name


def test_it_is_still_accessible(bound):
    root = reader(bound).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi-VN"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader(bound).metadata.title == reader(PARTS[0]).metadata.title


def test_one_part_stays_as_it_is():
    assert bind([("Phần", PARTS[0])]) == PARTS[0]


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7\n%%EOF", b"startxref\n0\n%%EOF"])
def test_another_kind_of_file_is_refused(pdf):
    with pytest.raises(ValueError, match="not a PDF as Typst writes it"):
        bind([("một", PARTS[0]), ("hai", pdf)])
