"""What the database keeps of legal documents."""

from legal_documents.kinds import DocumentKind
from legal_documents.models.attachment import AttachmentText
from legal_documents.models.document import LegalDocumentPage
from legal_documents.models.index import DocumentIndexPage, DocumentShelfPage
from legal_documents.models.lookup import documents_cited

__all__ = [
    "AttachmentText",
    "DocumentIndexPage",
    "DocumentKind",
    "DocumentShelfPage",
    "LegalDocumentPage",
    "documents_cited",
]
