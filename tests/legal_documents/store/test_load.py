"""Writing documents from plain data, once and again."""

import json
from pathlib import Path

from django.conf import settings

from legal_documents.facts.numbers import find_numbers
from legal_documents.kinds import DocumentKind
from legal_documents.models import LegalDocumentPage
from legal_documents.store.load import ensure_document_index, load_documents

ROWS = json.loads((Path(settings.PROJECT_DIR) / "cms/demo/documents.json").read_text(encoding="utf-8"))


def test_the_demonstrations_documents(client, index):
    assert (load_documents(index, ROWS), load_documents(index, ROWS)) == (len(ROWS), 0)
    for document in LegalDocumentPage.objects.all():
        assert client.get(document.url).status_code == 200


def test_another_spelling_of_a_number_is_the_same_document(index):
    row = {"number": "60/2014/QH13", "kind": "law", "title": "Luật Hộ tịch", "issuer_name": "Quốc hội"}
    assert load_documents(index, [row, {**row, "number": "060/2014/QH13"}]) == 2
    assert LegalDocumentPage.objects.count() == 1


def test_an_address_that_an_editor_changed_stays(index):
    load_documents(index, ROWS[:1])
    document = LegalDocumentPage.objects.get()
    document.slug = "luat-ho-tich"
    document.save()
    assert load_documents(index, ROWS[:1]) == 0


def test_the_list_is_made_once(index):
    assert ensure_document_index(index.get_parent().specific) == index


def test_the_demonstrations_rows_are_sound():
    for row in ROWS:
        assert row["kind"] in DocumentKind.values
        assert len(find_numbers(row["number"])) == 1
        assert row["issued_on"] <= row["effective_from"]
