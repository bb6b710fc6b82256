"""Names this floor for Django."""

from django.apps import AppConfig


class ProceduresCatalogConfig(AppConfig):
    """The floor `procedures_catalog`."""

    name = "procedures_catalog"
    verbose_name = "Thủ tục hành chính"

    def ready(self) -> None:
        """Listens to publishing; imports wait for the models."""
        from procedures_catalog import versions

        versions.connect()
