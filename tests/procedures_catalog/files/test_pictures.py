"""Which picture stands in which row of a workbook, and what a broken or hostile one is told."""

import zipfile

import pytest
from openpyxl import Workbook

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.pictures import picture_key, pictures_by_row

_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _anchor(row: int, relation: str) -> str:
    blip = f'<xdr:pic><xdr:blipFill><a:blip r:embed="{relation}"/></xdr:blipFill></xdr:pic>'
    return f"<xdr:twoCellAnchor><xdr:from><xdr:row>{row}</xdr:row></xdr:from>{blip}</xdr:twoCellAnchor>"


def _relations(**targets: str) -> str:
    rows = "".join(f'<Relationship Id="{key}" Target="{target}"/>' for key, target in targets.items())
    return f'<Relationships xmlns="{_RELS}">{rows}</Relationships>'


def _drawing(*anchors: str, before: str = "") -> str:
    return f'{before}<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}" xmlns:r="{_R}">{"".join(anchors)}</xdr:wsDr>'


@pytest.fixture
def workbook(tmp_path):
    """Makes a workbook with a header, two rows and the given drawing."""

    def make(drawing: str, relations: str = _relations(p1="../media/image1.png", p2="/xl/media/image2.png")):
        plain, path = tmp_path / "tron.xlsx", tmp_path / "anh.xlsx"
        book = Workbook()
        for row in (["Mã TTHC", "Tên TTHC"], ["1.000001", "Thả diều"], ["1.000002", "Thổi sáo"]):
            book.active.append(row)
        book.save(plain)
        with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                text = old.read(name)
                if name == "xl/worksheets/sheet1.xml":
                    text = text.replace(b"</worksheet>", f'<drawing xmlns:r="{_R}" r:id="d1"/></worksheet>'.encode())
                new.writestr(name, text)
            new.writestr("xl/worksheets/_rels/sheet1.xml.rels", _relations(d1="../drawings/drawing1.xml"))
            new.writestr("xl/drawings/drawing1.xml", drawing)
            new.writestr("xl/drawings/_rels/drawing1.xml.rels", relations)
        return path

    return make


def test_pictures_are_found_by_the_row_they_are_anchored_in(workbook):
    path = workbook(_drawing(_anchor(1, "p1"), _anchor(2, "p2"), "<xdr:oneCellAnchor/>"))
    assert pictures_by_row(path) == {2: ["xl/media/image1.png"], 3: ["xl/media/image2.png"]}


def test_a_workbook_without_pictures_has_none(tmp_path):
    book = Workbook()
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableFile):
        pictures_by_row(tmp_path / "khong-co.xlsx")
    assert pictures_by_row(tmp_path / "a.xlsx") == {}


@pytest.mark.parametrize(
    "drawing",
    [
        "<khong-dong",
        _drawing(_anchor(1, "khong-co")),
        _drawing(_anchor("x", "p1")),
        _drawing(_anchor(1, "p1"), before='<!DOCTYPE a [<!ENTITY b "c">]>'),
    ],
)
def test_a_broken_or_hostile_drawing_is_told(workbook, drawing):
    with pytest.raises(UnreadableFile, match="vị trí các ảnh"):
        pictures_by_row(workbook(drawing))


def test_a_picture_has_one_name_however_a_list_writes_it():
    assert (
        picture_key("xl/media/image1.png")
        == picture_key(" XL_media_image1.png ")
        == picture_key("xl\\media\\image1.png")
    )
