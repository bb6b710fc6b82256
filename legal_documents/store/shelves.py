"""The shelves of legal documents."""

from audit.things import belongs
from legal_documents.models import DocumentIndexPage, DocumentShelfPage, LegalDocumentPage
from pages.shelves.arranging import arrange_by_agency
from pages.shelves.keepers import keeper_on
from pages.shelves.shelves import Shelves
from pages.turns import Turns


def connect() -> None:
    """Says whose a document is in the log."""
    belongs(LegalDocumentPage, lambda page: keeper_on(DocumentShelfPage, page) or page.agency_id)


def document_shelves() -> Shelves:
    """They stay locked until the caller's transaction ends."""
    return Shelves(DocumentIndexPage, DocumentShelfPage)


def arrange_documents(turns: Turns) -> int:
    """Puts what names an agency onto that agency's shelf; how many were moved."""
    return arrange_by_agency(turns, DocumentIndexPage.objects.get(), LegalDocumentPage.objects.all(), document_shelves)
