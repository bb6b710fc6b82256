"""Writes documents from plain data (a demonstration, a first day); the files are read by a floor above."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from legal_documents.facts.numbers import number_key
from legal_documents.models import DocumentIndexPage, LegalDocumentPage
from pages.models import HomePage
from pages.put import put_page
from vietnamese.slug import slug

INDEX_SLUG = "van-ban"
_DATES = ("issued_on", "effective_from", "expires_on", "gazette_on")


def ensure_document_index(home: HomePage, title: str = "Văn bản") -> DocumentIndexPage:
    """The list of documents below the home page, made if there is none, and in the menu."""
    if not DocumentIndexPage.objects.child_of(home).exists():
        put_page(home, DocumentIndexPage, INDEX_SLUG, {"title": title, "show_in_menus": True})
    return DocumentIndexPage.objects.child_of(home).first()


@transaction.atomic
def load_documents(index: DocumentIndexPage, rows: Iterable[Mapping[str, Any]]) -> int:
    """Writes documents: rows of fields of LegalDocumentPage by name, dates in ISO. How many were written.

    A row is the held document below the index with the same number and issuer; KeyError without a number.
    """
    return sum(_put(index, row) for row in rows)


def _put(index: DocumentIndexPage, row: Mapping[str, Any]) -> bool:
    values = {**row, **{name: date.fromisoformat(row[name]) for name in _DATES if row.get(name)}}
    return put_page(index, LegalDocumentPage, _slug(index, row), values)


def _slug(index: DocumentIndexPage, row: Mapping[str, Any]) -> str:
    """The slug of the held document, which an editor may have changed; else the one made of the number."""
    held = LegalDocumentPage.objects.descendant_of(index).filter(
        number_key=number_key(row["number"]), issuer_name=row.get("issuer_name", "")
    )
    return held.values_list("slug", flat=True).first() or slug(row["number"])
