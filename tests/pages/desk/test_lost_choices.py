"""A draft whose rows have chosen what was deleted meanwhile is opened without it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency
from legal_documents.models import DocumentIndexPage
from pages.desk.lost_choices import read_together
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


def test_what_a_draft_has_chosen_is_read_with_it(draft, django_assert_num_queries):
    opened = draft.get_latest_revision_as_object()
    with django_assert_num_queries(0):
        assert [row.kind.name for row in opened.applicants.all()] == ["Người chơi diều"]
        assert [row.registered.name for row in opened.agencies.all()] == ["Sở Diều"]
        assert opened.legal_bases.all()[0].document.title
        assert opened.agency.name == "Sở Diều"


def test_what_two_texts_have_chosen_is_read_once(draft):
    def read_twice() -> int:
        with CaptureQueriesContext(connection) as queries:
            for _ in range(2):
                draft.latest_revision.as_object()
        return len(queries)

    draft.latest_revision.as_object()
    alone = read_twice()
    with read_together():
        together = read_twice()
    assert alone - together == len(("agency", "document", "kind", "registered"))


def test_what_is_lost_is_lost_in_each_of_two_texts(draft):
    Agency.objects.all().delete()
    with read_together():
        opened = [draft.latest_revision.as_object() for _ in range(2)]
    assert [page.agency for page in opened] == [None, None]
    assert [row.registered for page in opened for row in page.agencies.all()] == [None, None]


def test_no_earlier_text_brings_back_which_text_is_public_nor_whose_number_it_was(draft):
    old = draft.latest_revision
    old.content = {**old.content, "live_revision": 0, "identity": 0}
    opened = old.as_object()
    page = type(draft).objects.get(pk=draft.pk)
    assert (opened.live_revision_id, opened.identity_id) == (page.live_revision_id, page.identity_id)


def test_where_a_draft_stands_is_read_once(draft, django_assert_num_queries):
    opened = draft.get_latest_revision_as_object()
    with django_assert_num_queries(0):
        assert opened.get_parent() == draft.get_parent()
