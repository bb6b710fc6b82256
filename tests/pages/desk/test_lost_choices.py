"""A draft whose rows have chosen what was deleted meanwhile is opened without it."""

import pytest

from agencies.models import Agency
from legal_documents.models import DocumentIndexPage
from procedures_catalog.models import ApplicantKind, ProcedureAgency, ProcedureApplicant, ProcedureLegalBasis
from tests.legal_documents.documents_factory import make_document
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def draft():
    """A page whose draft has a law, an agency and a kind of applicant that the page itself has not."""
    page = published("1.100001")
    law = make_document(DocumentIndexPage.objects.first())
    agency = Agency.objects.create(name="Sở Diều", slug="so-dieu")
    page.agency = agency
    page.legal_bases = [ProcedureLegalBasis(title="Luật Diều", document=law), ProcedureLegalBasis(title="Luật Sáo")]
    page.agencies = [ProcedureAgency(role="receiving", name="Quầy", registered=agency)]
    page.applicants = [ProcedureApplicant(kind=ApplicantKind.objects.create(name="Người chơi diều", slug="choi-dieu"))]
    page.save_revision()
    return page


def test_what_is_there_stays(draft):
    opened = draft.get_latest_revision_as_object()
    assert [bool(row.document) for row in opened.legal_bases.all()] == [True, False]
    assert [row.registered.name for row in opened.agencies.all()] == ["Sở Diều"]
    assert [row.kind.name for row in opened.applicants.all()] == ["Người chơi diều"]
    assert opened.agency.name == "Sở Diều"


def test_what_is_lost_is_left_empty_and_a_row_that_was_only_that_is_left_out(draft):
    draft.legal_bases.all()[0].document.delete()
    Agency.objects.all().delete()
    ApplicantKind.objects.filter(slug="choi-dieu").delete()
    opened = draft.get_latest_revision_as_object()
    assert [(row.title, row.document) for row in opened.legal_bases.all()] == [("Luật Diều", None), ("Luật Sáo", None)]
    assert [(row.name, row.registered) for row in opened.agencies.all()] == [("Quầy", None)]
    assert list(opened.applicants.all()) == []
    assert opened.agency is None
