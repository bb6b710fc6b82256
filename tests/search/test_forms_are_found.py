"""Forms reach the index with the procedures that offer them, and leave it with them."""

import pytest
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from consequences.registry import changing
from procedures_catalog.models import ProcedurePage
from search.feed.entries import all_entries, entries_for
from search.question.query import Query
from tests.clock import today
from tests.procedures_catalog.factories import page_of, published
from tests.procedures_catalog.feed.test_form_entries import attach

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A block after which what changed in it has been sent to the index."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def form(committed):
    """A form of a published procedure, in the index."""
    document = get_document_model().objects.create(title="Tờ khai xin thẻ", file="to-khai.docx")
    with committed():
        attach(published("1.100001"), document)
    return document


def found(index, text: str = "to khai xin the") -> list[str]:
    return [hit.title for hit in index.search(Query(text, kind="form")).hits]


def test_a_form_is_found_by_its_name_its_paper_and_its_procedure(form, index):
    assert found(index) == found(index, "đơn đề nghị") == found(index, "thẻ thả diều") == [form.title]


def test_a_procedure_that_goes_takes_its_forms_along(form, index, committed):
    with committed():
        page_of("1.100001").unpublish()
    assert found(index) == []


def test_a_form_that_a_procedure_offers_no_more_is_gone(form, index, committed):
    with committed():
        attach(page_of("1.100001"), None)
    assert found(index) == []


def test_a_form_of_a_deleted_procedure_is_gone(form, index, committed):
    with committed():
        page_of("1.100001").delete()
    assert found(index) == []


def test_a_form_that_is_renamed_or_deleted_is_followed(form, index, committed):
    form.title = "Mẫu số 7"
    with committed():
        form.save()
    assert found(index, "mẫu số 7") == ["Mẫu số 7"]
    with committed():
        form.delete()
    assert found(index, "mẫu số 7") == []


def test_a_collection_that_becomes_private_hides_its_forms(form, index, committed):
    root = Collection.get_first_root_node()
    with committed():
        restriction = CollectionViewRestriction.objects.create(collection=root, restriction_type="login")
    assert found(index) == []
    with committed():
        restriction.delete()
    assert found(index) == [form.title]


def test_a_bulk_operation_brings_the_forms_of_its_pages(form, index, committed):
    get_document_model().objects.filter(pk=form.pk).update(title="Mẫu mới")
    with committed(), changing(ProcedurePage, [page_of("1.100001").pk]):
        pass
    assert found(index, "mẫu mới") == ["Mẫu mới"]


def test_entries_of_forms_are_asked_for_by_key(form):
    assert [entry.title for entry in entries_for([f"form:{form.pk}", "form:404404", "form:x"], today())] == [form.title]
    assert form.title in {entry.title for entry in all_entries(today())}
