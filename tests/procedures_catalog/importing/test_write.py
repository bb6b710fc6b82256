"""A record becomes columns and rows of a page and comes back the same; parts that stay keep their addresses."""

import dataclasses

import pytest

from pages.turns import Turns
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.record import RequiredDocument
from procedures_catalog.importing.references import References
from procedures_catalog.importing.write import official_rows, replace_rows, set_official
from procedures_catalog.models import ProcedureAgency, ProcedureLevel, ProcedurePage
from tests.procedures_catalog.factories import page_of, published
from tests.procedures_catalog.importing.full_record import FULL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
RECORD = dataclasses.replace(FULL, kind="delegated", online_level="partial")


@pytest.fixture
def page() -> ProcedurePage:
    return published("1.100001")


def written(page: ProcedurePage, record) -> ProcedurePage:
    references = References([record], Turns())
    set_official(page, record, references)
    page.save()
    replace_rows([(page, "national", official_rows(page, record, references))])
    return page_of(record.code)


def test_what_was_written_is_read_back_in_every_fact(page):
    assert official_record(written(page, RECORD)) == RECORD


def test_a_paper_that_stays_keeps_its_address_beside_one_that_comes(page):
    (case,) = official_record(written(page, RECORD)).cases
    more = dataclasses.replace(case, papers=(RequiredDocument("Ảnh diều", 1), *case.papers))
    (again,) = official_record(written(page_of("1.100001"), dataclasses.replace(RECORD, cases=(more,)))).cases
    assert again.id == case.id
    assert {paper.name: paper.id for paper in again.papers}["Đơn đề nghị"] == case.papers[0].id
    assert len({paper.id for paper in again.papers}) == 2


def test_a_shorter_title_of_an_editor_stays_and_one_that_followed_the_name_follows(page):
    other = dataclasses.replace(RECORD, name="Cấp giấy thả diều ban đêm")
    assert written(page, other).title == "Cấp giấy thả diều ban đêm"
    page = page_of("1.100001")
    page.title = page.official_name = "THỦ TỤC CẤP GIẤY THẢ DIỀU;"  # as titles were made once
    assert written(page, other).title == "Cấp giấy thả diều ban đêm"
    page.title = "Thả diều đêm"
    assert written(page, RECORD).title == "Thả diều đêm"


def test_what_no_list_knows_stays_where_rows_are_replaced(page):
    ProcedureAgency.objects.create(page=page, role="receiving", name="Một cửa Diều")
    ProcedureLevel.objects.create(page=page, level="province", layer="local")
    written(page, RECORD)
    page = page_of("1.100001")
    assert [row.name for row in page.agencies.filter(role="receiving")] == ["Một cửa Diều"]
    assert [row.level for row in page.levels.filter(layer="local")] == ["province"]
    assert official_record(page).levels == RECORD.levels
