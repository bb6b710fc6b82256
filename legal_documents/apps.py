"""Names this floor for Django and wires what it listens to."""

from django.apps import AppConfig


class LegalDocumentsConfig(AppConfig):
    """The floor `legal_documents`."""

    name = "legal_documents"
    verbose_name = "Văn bản"

    def ready(self) -> None:
        """Says what its rows touch, listens to files being replaced; the imports wait until models may be loaded."""
        from legal_documents import touches
        from legal_documents.store import on_file, shelves

        touches.connect()
        on_file.connect()
        shelves.connect()
