"""Documents stand on the shelves of agencies, which are no part of any address."""

import pytest
from django.db import transaction

from agencies.models import Agency
from legal_documents.models import DocumentIndexPage, LegalDocumentPage
from legal_documents.store.load import load_documents
from legal_documents.store.shelves import arrange_documents, document_shelves
from pages.turns import Turns
from tests.legal_documents.documents_factory import make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NUMBER = "61/2018/NĐ-CP"


@pytest.fixture
def sky() -> Agency:
    return Agency.objects.create(name="Sở Gió", kind="department")


def test_a_document_of_an_agency_is_put_onto_its_shelf_and_keeps_its_address(client, sky):
    document = make_document(DocumentIndexPage.objects.get(), NUMBER, agency=sky)
    before = document.url
    assert arrange_documents(Turns()) == 1
    moved = LegalDocumentPage.objects.get()
    assert (moved.get_parent().title, moved.url) == ("Sở Gió", before)
    assert client.get(before).status_code == 200
    assert NUMBER in client.get("/van-ban/").content.decode()
    assert arrange_documents(Turns()) == 0


def test_a_document_that_is_loaded_again_is_found_on_its_shelf(sky):
    index = DocumentIndexPage.objects.get()
    row = {"number": NUMBER, "title": "Nghị định", "kind": "decree", "issuer_name": "Chính phủ"}
    load_documents(index, [row])
    LegalDocumentPage.objects.update(agency=sky)
    arrange_documents(Turns())
    assert load_documents(index, [row | {"title": "Nghị định về diều"}]) == 1
    assert LegalDocumentPage.objects.get().title == "Nghị định về diều"


def test_one_number_on_two_shelves_has_two_addresses(client, sky):
    make_document(DocumentIndexPage.objects.get(), NUMBER)
    with transaction.atomic():
        shelf = document_shelves().of(sky.pk)
    shelf.add_child(instance=LegalDocumentPage(number=NUMBER, title="Khác", kind="decree"))
    addresses = set(LegalDocumentPage.objects.values_list("url_path", flat=True))
    assert {path.rsplit("/", 2)[1] for path in addresses} == {"61-2018-nd-cp", "61-2018-nd-cp-2"}
