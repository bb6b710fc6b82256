"""A sheet tells where a form is had whose number somebody can type."""

import pytest

from posting.printing.sheet_content import _paper
from procedures_catalog.facts.held import effective_record
from procedures_catalog.page_context import dossier_of, forms_of
from tests.clock import today
from tests.procedures_catalog.factories import published
from tests.procedures_catalog.forms.conftest import papers_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def test_the_page_of_a_form_stands_below_the_paper_that_names_it():
    papers = ("Tờ khai (Mẫu CT01)", "Đơn theo Mẫu số 01 Phụ lục II Nghị định số 31/2018/NĐ-CP", "Ảnh")
    record = effective_record(published("1.100001", **papers_of(*papers)), today())
    (case,) = dossier_of(record, forms_of([record], today()))
    first, second, third = (_paper(paper).form for paper in case["papers"])
    assert first.startswith("CT01 – tải hoặc hỏi nơi lấy ở ")
    assert first.endswith("/bieu-mau/ct01")
    assert (second, third) == ("", "")
