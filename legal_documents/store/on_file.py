"""A file of the desk's library was replaced: the legal documents that have it are read and found anew."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument

from legal_documents.models import AttachmentText, LegalDocumentPage


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    post_save.connect(file_saved, sender=get_document_model(), dispatch_uid="legal_documents.file_saved")


def file_saved(instance: AbstractDocument, **_kwargs: Any) -> None:
    """Files that no legal document has are none of this floor's business."""
    if LegalDocumentPage.objects.filter(file=instance).exists():
        transaction.on_commit(lambda: _read(instance), robust=True)


def _read(document: AbstractDocument) -> None:
    """Tells even when the text was kept already: another page may have had the very same file before."""
    AttachmentText.objects.keep(document)
    LegalDocumentPage.tell_of_file(document)
