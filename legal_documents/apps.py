"""Names this floor for Django and wires what it listens to."""

from django.apps import AppConfig


class LegalDocumentsConfig(AppConfig):
    """The floor `legal_documents`."""

    name = "legal_documents"
    verbose_name = "Văn bản"

    def ready(self) -> None:
        """Listens to files being replaced; the import waits until models may be loaded."""
        from legal_documents.store import on_file

        on_file.connect()
