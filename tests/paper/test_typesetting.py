"""Data stay data: nothing in a text is ever carried out, and no template reaches out of its folder."""

from dataclasses import replace
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

import paper.typesetting
from paper.make import labels_pdf, sheets_pdf
from paper.printable import printable
from tests.paper.reading import letters, pages
from tests.paper.samples import BLANK, labels

SIGNS = "#$@*_`<>[](){}\\/=+-~^&|;:'\"%!?.,"
LETTERS = "aăâeêioôơuưyđĐÁảạẫếộữỳ 0123456789"


@pytest.mark.parametrize(
    "name",
    [
        '#panic() #read("/etc/passwd")',
        "$x^2$ và @nhãn và <nhãn>",
        "*đậm* _nghiêng_ `mã` // ghi chú /* ghi chú */",
        "[ngoặc] {ngoặc} \\ \\u{41} ~ -- ---",
        "= Đề mục",
        "- một\n+ hai\n/ ba: bốn",
        "https://thutuc.example/?a=1&b=#2",
        "\"nháy\" 'nháy' ...",
    ],
)
def test_typst_syntax_is_printed_literally(name):
    assert letters(name) in "".join(pages(sheets_pdf([replace(BLANK, name=name)], "full")))


@settings(max_examples=40, deadline=None)
@given(st.text(LETTERS + SIGNS, min_size=1, max_size=120))
def test_any_vietnamese_text_comes_back_as_it_was(name):
    assert letters(printable(name)) in "".join(pages(labels_pdf(labels(name))))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_no_text_can_stop_the_printer(name):
    assert labels_pdf(labels(name, f"x{name}"))


@pytest.mark.parametrize("path", ["../qr.py", "/../qr.py", "/etc/passwd"])
def test_a_template_reads_nothing_outside_its_folder(path):
    with pytest.raises(typst.TypstError, match=r"would escape|not found"):
        paper.typesetting._compiler().compile(input=f'#read("{path}")'.encode())


def test_an_inaccessible_document_is_refused(tmp_path, monkeypatch):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "untitled.typ").write_text("không có tiêu đề")
    compiler = typst.Compiler(root=str(tmp_path / "templates"))
    monkeypatch.setattr(paper.typesetting, "_HERE", Path(tmp_path))
    monkeypatch.setattr(paper.typesetting, "_compiler", lambda: compiler)
    with pytest.raises(typst.TypstError, match="PDF/UA-1"):
        paper.typesetting.typeset("untitled", {})
