"""Names this floor for Django."""

from django.apps import AppConfig


class LegalDocumentsConfig(AppConfig):
    """The floor `legal_documents`."""

    name = "legal_documents"
    verbose_name = "Văn bản"
