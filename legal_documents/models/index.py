"""The list of legal documents, narrowed by what is asked for, and the shelves of agencies below it."""

from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest

from agencies.day import day_of
from legal_documents import lines
from legal_documents.models.document import LegalDocumentPage
from legal_documents.models.documents import DocumentQuerySet
from legal_documents.models.filters import Filter, filters_of, narrowed, query_of
from pages.models.shelf import ShelfPage, Shelved, one_an_agency
from pages.published import published
from vietnamese.somebodys_numbers import asked_without_numbers

PAGE_SIZE = 20


class DocumentIndexPage(Shelved):
    """The list, latest first."""

    search_kind = ""
    template = "legal_documents/document_index_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["legal_documents.LegalDocumentPage", "legal_documents.DocumentShelfPage"]
    max_count_per_parent = 1
    page_description = "Danh sách văn bản, có tìm và lọc."

    class Meta:
        verbose_name = "mục văn bản"
        verbose_name_plural = "mục văn bản"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds `query`, `told` (in its stead, of somebody's number), `filters` [{name, label, selected_label,
        options}], `results` (a Page of lines, see `facts.row`), `total`, and `base_query` (what was asked, encoded, for
        links to the other pages).

        A value that does not exist is as none, a page that does not exist as the last.
        """
        context = super().get_context(request, *args, **kwargs)
        query, filters, on = query_of(request.GET), filters_of(self.documents(), request.GET), day_of(request)
        query, told = asked_without_numbers(query)
        found = narrowed(self.documents().with_words(query), filters, on).newest_first()
        return {
            **context,
            "query": query,
            "told": told,
            "filters": [each.shown() for each in filters],
            "base_query": _base_query(query, filters),
            **_results(found, request.GET.get("page"), on),
        }

    def documents(self) -> DocumentQuerySet:
        """The published documents below this page."""
        return published(LegalDocumentPage.objects.descendant_of(self))


class DocumentShelfPage(ShelfPage):
    """The documents of one agency. What is nobody's stands in the list itself."""

    search_kind = ""
    parent_page_types = ["legal_documents.DocumentIndexPage"]
    subpage_types = ["legal_documents.LegalDocumentPage"]
    page_description = "Văn bản của một cơ quan, để chia quyền."

    class Meta:
        verbose_name = "ngăn văn bản của cơ quan"
        verbose_name_plural = "ngăn văn bản của các cơ quan"
        constraints = [one_an_agency("one_document_shelf_an_agency")]


def _results(found: DocumentQuerySet, page: str | None, on: date) -> dict:
    paginator = Paginator(found, PAGE_SIZE)
    results = paginator.get_page(page)
    results.object_list = [lines.row(document, on) for document in results.object_list]
    return {"results": results, "total": paginator.count}


def _base_query(query: str, filters: tuple[Filter, ...]) -> str:
    chosen = {"q": query} | {each.name: each.chosen for each in filters}
    return urlencode({name: value for name, value in chosen.items() if value})
