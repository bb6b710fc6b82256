"""A line that brings a procedure makes its draft: under its code or one of the portal's own, never public."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from agencies.models import Agency, Role
from decisions.changing.brought import NOT_SAID
from decisions.changing.drafting import draft_page, lacking
from legal_documents.models import DocumentIndexPage
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.record import LegalBasis, TimeLimit
from procedures_catalog.facts.vocabulary import NO_CHANNEL
from procedures_catalog.models import ProcedurePage
from procedures_catalog.presenting.parts import channel_items
from tests.decisions.factories import decision, line, two_procedures
from tests.editors import member
from tests.legal_documents.documents_factory import make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NOW = datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def agency(portal) -> Agency:
    two_procedures()
    return Agency.objects.create(name="Sở Gió")


def drafted(agency, **facts) -> ProcedurePage:
    row = line(decision(agency=agency), **{"kind": "new", "name": "Thủ tục cấp thẻ đi trên mây", **facts})
    made = draft_page(row, member(Role.WRITER, agency), NOW)
    row.refresh_from_db()
    assert (row.identity_id, row.is_confirmed) == (made.identity_id, True)
    return ProcedurePage.objects.get(pk=made.pk)


def test_the_page_says_what_the_line_says_on_the_shelf_of_its_agency(agency):
    page = drafted(agency, code="1.999999", sector="DIỀU, SÁO", level="Cấp xã")
    assert (page.live, page.official_name, page.code) == (False, "Thủ tục cấp thẻ đi trên mây", "1.999999")
    assert page.sector.name == "Diều, sáo"
    assert [row.level for row in page.levels.all()] == ["commune"]
    assert page.get_parent().specific.agency == agency


def test_without_a_code_it_has_one_of_the_portals_own(agency):
    page = drafted(agency, code="")
    assert page.code == page.identity.temporary_code()


def test_it_takes_who_decides_the_time_limits_and_each_law_of_the_line(agency):
    page = drafted(
        agency,
        code="",
        executing="Phòng Gió",
        competent="Sở Gió",
        before="05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
        after="3 ngày làm việc",
        laws="- Nghị định số 95/2021/NĐ-CP ngày 01/11/2021 - Luật Gió 2014",
    )
    draft = page.get_latest_revision_as_object()
    record = official_record(draft)
    assert (record.executing, record.competent) == (("Phòng Gió",), ("Sở Gió",))
    assert draft.agencies.get(role="competent").registered == agency
    (channel,) = record.channels
    assert (channel.channel, channel.time_limit, channel.reduced) == (
        "", TimeLimit("5", "working_day"), TimeLimit("3", "working_day"),
    )  # fmt: skip
    assert channel.notes == ("05 ngày làm việc kể từ ngày nhận đủ hồ sơ",)
    assert record.legal_bases == (
        LegalBasis("Nghị định số 95/2021/NĐ-CP ngày 01/11/2021", "95/2021/NĐ-CP"), LegalBasis("Luật Gió 2014"),
    )  # fmt: skip


def test_a_document_that_the_line_names_is_a_law_of_the_draft_once(agency):
    law = make_document(DocumentIndexPage.objects.get(), "95/2021/NĐ-CP")
    page = drafted(agency, code="", source=law, laws="Nghị định số 95/2021/NĐ-CP")
    assert [row.number for row in page.legal_bases.all()] == ["95/2021/NĐ-CP"]


def test_the_document_alone_is_a_law_of_the_draft_too(agency):
    law = make_document(DocumentIndexPage.objects.get(), "95/2021/NĐ-CP")
    (row,) = drafted(agency, code="", source=law).legal_bases.all()
    assert (row.number, row.document_id) == (law.number, law.pk)


def test_what_a_line_does_not_say_is_left_open_and_named(agency):
    row = line(decision(agency=agency), kind="new", code="", name="Thủ tục xin mây", sector="Mưa", level="ba cấp")
    assert [(gap.field, gap.why == NOT_SAID) for gap in lacking(row)] == [
        ("sector", False), ("level", False), ("competent", True), ("before", True), ("laws", True),
    ]  # fmt: skip
    page = draft_page(row, member(Role.WRITER, agency), NOW)
    assert (page.sector, len(page.channels), page.agencies.count(), page.levels.count()) == (None, 0, 0, 0)
    said = line(decision(agency=agency), kind="new", code="", name="Thủ tục xin mưa", sector="Diều, sáo")
    assert "sector" not in {gap.field for gap in lacking(said)}


def test_a_draft_whose_way_of_handing_in_nobody_has_chosen_is_previewed_and_says_so(agency):
    draft = drafted(agency, code="", before="5 ngày").get_latest_revision_as_object()
    shown = channel_items(official_record(draft).channels)
    assert [each["label"] for each in shown] == [NO_CHANNEL]
