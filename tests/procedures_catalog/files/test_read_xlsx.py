"""Workbooks: values of the first visible sheet, and nothing unsafe."""

import datetime
import zipfile

import openpyxl
import pytest
from defusedxml import EntitiesForbidden

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.read_xlsx import sheet_rows

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def write(tmp_path):
    def save(*rows, hidden_first=False):
        book = openpyxl.Workbook()
        if hidden_first:
            book.active.append(["hidden"])
            book.active.sheet_state = "hidden"
        sheet = book.create_sheet() if hidden_first else book.active
        for row in rows:
            sheet.append(row)
        path = tmp_path / "ds.xlsx"
        book.save(path)
        return path

    return save


def change(path, member, edit):
    """Rewrites one member of a workbook by hand, as a careless or hostile program would."""
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    content[member] = edit(content[member].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return path


def cells(path):
    return [(row.number, row.cells) for row in sheet_rows(path)]


def test_rows_keep_their_numbers_and_lose_empty_cells_at_the_end(write):
    assert cells(write([], ["a", None, "b", None], [], ["c", " "])) == [(2, ("a", "", "b")), (4, ("c",))]


def test_numbers_stay_numbers_and_dates_become_text(write):
    day = datetime.datetime(2025, 7, 1)
    assert cells(write([2.000815, 3, day, day.date(), True])) == [
        (1, (2.000815, 3, "01/07/2025", "01/07/2025", "True"))
    ]


def test_a_date_that_does_not_exist_spoils_nothing(write):
    path = change(write([datetime.date(2025, 7, 1), "a"]), SHEET, lambda xml: xml.replace("45839", "99999999"))
    with pytest.warns(UserWarning, match="outside the limits"):
        assert cells(path) == [(1, ("#VALUE!", "a"))]


def test_a_formula_is_never_worked_out(write):
    assert cells(write(["a", "=1+1", '=HYPERLINK("x")', "b"])) == [(1, ("a", "", "", "b"))]


def test_the_saved_value_of_a_formula_is_read(write):
    path = change(write(["=1+1"]), SHEET, lambda xml: xml.replace("<v />", "<v>2</v>"))
    assert cells(path) == [(1, (2,))]


def test_the_first_visible_sheet_is_read(write):
    assert cells(write(["a"], hidden_first=True)) == [(1, ("a",))]


def test_a_sheet_that_declares_a_wrong_size_or_none_is_read_whole(write):
    path = write(["a", "b"], ["c", "d"])
    whole = [(1, ("a", "b")), (2, ("c", "d"))]
    assert cells(change(path, SHEET, lambda xml: xml.replace('ref="A1:B2"', 'ref="A1"'))) == whole
    assert cells(change(path, SHEET, lambda xml: xml.replace('<dimension ref="A1" />', ""))) == whole


@pytest.mark.parametrize(
    ("member", "edit"),
    [
        (SHEET, lambda xml: xml[:-30]),
        (SHEET, lambda xml: xml.replace('r="1"', 'r="99999999999"')),
        (SHEET, lambda xml: xml.replace('r="A1"', 'r="ABCDE1"')),
        (SHEET, lambda xml: xml.replace('t="inlineStr"><is><t>a</t></is>', 't="s"><v>7777</v>')),
        ("xl/workbook.xml", lambda xml: "không phải XML"),
        ("xl/styles.xml", lambda xml: xml[: len(xml) // 2]),
        ("[Content_Types].xml", lambda xml: "<Types/>"),
    ],
)
def test_a_workbook_broken_inside_is_refused_with_a_sentence(write, member, edit):
    with pytest.raises(UnreadableFile, match=r"bị hỏng hoặc không đúng chuẩn|không có trang tính"):
        cells(change(write(["a"]), member, edit))


@pytest.mark.parametrize("member", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
def test_entities_that_multiply_are_not_opened(write, member):
    laughs = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>'
    with pytest.raises(UnreadableFile) as found:
        cells(change(write(["a"]), member, lambda xml: laughs + xml.replace("<t>a</t>", "<t>&b;</t>")))
    assert isinstance(found.value.__cause__.__cause__, EntitiesForbidden)
