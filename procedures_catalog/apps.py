"""Names this floor for Django."""

from django.apps import AppConfig


class ProceduresCatalogConfig(AppConfig):
    """The floor `procedures_catalog`."""

    name = "procedures_catalog"
    verbose_name = "Thủ tục hành chính"

    def ready(self) -> None:
        """Listens to saving and publishing, and to what lists show besides pages; imports wait for the models."""
        from pages.kept import watch
        from procedures_catalog import former_codes
        from procedures_catalog.models import ApplicantKind, Sector
        from procedures_catalog.versions import noting

        former_codes.connect()
        noting.connect()
        for model in (Sector, ApplicantKind):
            watch(model)
