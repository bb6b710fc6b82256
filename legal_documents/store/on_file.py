"""A file of the desk's library was replaced: the legal documents that have it are read and found anew."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.documents import get_document_model

from consequences.registry import touched
from consequences.touched import Touched
from legal_documents.models import AttachmentText, LegalDocumentPage


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    touched.connect(_files_changed, sender=get_document_model(), dispatch_uid="legal_documents.on_file")


def _files_changed(what: Touched, **_kwargs: Any) -> None:
    """Files that no legal document has are none of this floor's business."""
    used = LegalDocumentPage.objects.filter(file__in=what.files).values("file")
    if documents := list(get_document_model().objects.filter(pk__in=used)):
        transaction.on_commit(lambda: _read(documents), robust=True)


def _read(documents: Iterable[Any]) -> None:
    """Tells even when the text was kept already: another page may have had the very same file before."""
    for document in documents:
        AttachmentText.objects.keep(document)
        LegalDocumentPage.tell_of_file(document)
